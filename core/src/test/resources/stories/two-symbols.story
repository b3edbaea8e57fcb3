# Two symbols have nothing to do with each other.
# Rules: P1.
market AAPL 182.49/182.51
market MSFT 410.00/410.02
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
intent s1 MSFT -50 @0.9        -> parent p2 SELL 50, child NEW c2 50
fill c2 50                     -> parent p2 DONE 50/50, position MSFT -50, no position AAPL
intent s1 MSFT 0               -> parent p3 BUY 50, child NEW c3 50
fill c1 100                    -> parent p1 DONE 100/100
fill c3 50                     -> parent p3 DONE 50/50, strat s1 MSFT 0
