# Fills are shared by what each still wants, the largest remainder first, to the last share.
# Rules: S4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
intent s2 AAPL +200 @0.9       -> parent p1 grows to 300, child NEW c2 200
intent s3 AAPL +33 @0.9        -> parent p1 grows to 333, child NEW c3 33
# Of 10: 3.003, 6.006 and 0.99.
fill c1 10                     -> strat s1 3, strat s2 6, strat s3 1
fill c1 1                      -> strat s2 7, no strat s1, no strat s3
fill c1 89
fill c2 200
fill c3 33                     -> parent p1 DONE 333/333, strat s1 100, strat s2 200, strat s3 33
