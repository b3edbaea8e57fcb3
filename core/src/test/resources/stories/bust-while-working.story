# A fill is taken back while the order works: what was filled is open again.
# Rules: O1, E1, E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40                     -> position 40, strat s1 40
bust e1                        -> fill c1 -40 BUST @182.51, position 0, strat s1 0, requirement +100, child c1 NEW 0/100
    -> order o1 NEW 0/100 pending 100
again                          -> nothing
fill c1 100                    -> parent p1 DONE 100/100
