# A bust leaves the order open at the broker: it counts as what may still fill, and fills what is required.
# Rules: P5, O1, C1, E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 100                    -> parent p1 DONE 100/100
bust e1 leaves=100             -> fill c1 -100 BUST, child c1 NEW 0/100, order o1 NEW 0/100 pending 100
    -> requirement +100, parent p2 BUY 100
wait 2s
fill c1 70                     -> position 70, child c1 PARTIAL 70/100, parent p2 shrinks to 30
fill c1 30                     -> position 100, order o1 FILLED, parent p2 CANCELLED 0/30 WITHDRAWN
