# More is wanted: the same parent grows, its live child stays, and only the difference is sent.
# Rules: N2, P2.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +160            -> parent p1 grows to 160, child NEW c2 60
acked c2
intent s2 AAPL +40 @0.9        -> parent p1 grows to 200, child NEW c3 40
fill c1 100
fill c3 40
fill c2 60                     -> parent p1 DONE 200/200, position 200
