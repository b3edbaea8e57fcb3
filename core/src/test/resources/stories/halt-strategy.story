# HALT of a strategy: it gets nothing more; others go on.
# Rules: R2.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 100                    -> parent p1 DONE 100/100
halt strat s1
intent s1 AAPL +150            -> strat s1 100 wants 100
intent s2 AAPL +20 @0.9        -> parent p2 BUY 20, child NEW c2 20
fill c2 20                     -> parent p2 DONE 20/20, strat s2 20
# Less it may have.
intent s1 AAPL +70             -> parent p3 SELL 30, child NEW c3 30
fill c3 30                     -> parent p3 DONE 30/30, strat s1 70
intent s1 AAPL +150
resume strat s1                -> parent p4 BUY 80, child NEW c4 80
