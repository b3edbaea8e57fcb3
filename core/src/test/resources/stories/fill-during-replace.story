# Fills arrive while a replace is under way: it names the total, so what it leaves is right either way.
# Rules: P3, O4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +60             -> parent p1 shrinks to 60, child REPLACE c1 60
fill c1 50                     -> position 50
replaced c1                    -> child c1 PARTIAL 50/60
fill c1 10                     -> parent p1 DONE 60/60, order o1 FILLED 60/60
