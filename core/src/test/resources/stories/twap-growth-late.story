# Growth late in the horizon gets time in proportion to its share, at most one more horizon in all.
# Rules: P2, P6.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1
market AAPL 182.49/182.53
intent s1 AAPL +100 @0.5       -> parent p1 BUY 100 due 40s, child NEW c1 25
fill c1 25
wait 10s                       -> child NEW c2 25
fill c2 25
wait 10s                       -> child NEW c3 25
fill c3 25
# Half of 200 is new: 20 s more.
intent s1 AAPL +200            -> parent p1 grows to 200 due 60s
wait 10s                       -> child NEW c4 42
fill c4 42
# 300 of 500 are new, but no more than 80 s in all.
intent s1 AAPL +500            -> parent p1 grows to 500 due 80s
wait 10s                       -> child NEW c5 96
fill c5 96
intent s1 AAPL +900            -> parent p1 grows to 900 due 80s
