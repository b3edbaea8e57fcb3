# Two strategies want opposite things: they cross inside, at the mid, and the broker hears nothing.
# Rules: P5, S4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 100                    -> parent p1 DONE 100/100, strat s1 100
intent s2 AAPL +60 @0.9        -> parent p2 BUY 60, child NEW c2 60
acked c2
intent s1 AAPL +40             -> fill CROSS 60 @182.5, strat s1 40, strat s2 60, requirement 0, child CANCEL c2
cancelled c2                   -> parent p2 CANCELLED 0/60
