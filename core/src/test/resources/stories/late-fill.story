# A fill after the cancel was confirmed is never dropped: it moves the position, and the difference is sold.
# Rules: O4, E2, S4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL 0               -> child CANCEL c1
cancelled c1                   -> parent p1 CANCELLED 0/100
fill c1 25                     -> fill c1 25 LATE, breach LATE_FILL c1, position 25, strat _house 25
    -> child c1 CANCELLED 25/100, order o1 CANCELLED 25/100, requirement -25
    -> parent p2 SELL 25, child NEW c2 25 @182.49
fill c2 25                     -> parent p2 DONE 25/25, position 0, strat _house 0
now                            -> parent p1 CANCELLED 25/100
