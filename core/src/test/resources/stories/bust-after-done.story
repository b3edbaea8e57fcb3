# A fill is taken back after the parent is done: terminal absorbs, and a new parent serves what is required again.
# Rules: P1, O4, E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 60
fill c1 40                     -> parent p1 DONE 100/100
bust e2                        -> fill c1 -40 BUST, position 60, requirement +40, child c1 CANCELLED 60/100, order o1 CANCELLED 60/100
    -> parent p2 BUY 40, child NEW c2 40
now                            -> parent p1 DONE 60/100
fill c2 40                     -> parent p2 DONE 40/40, position 100
