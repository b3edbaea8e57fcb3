# Fills overtake each other: each counts for what it is.
# Rules: E2.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 60 cum=100 leaves=0    -> position 60, child c1 PARTIAL 60/100 cum 100
fill c1 40 cum=40 leaves=60    -> position 100, parent p1 DONE 100/100
