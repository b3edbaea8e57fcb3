# What was wanted is not wanted any more, before anything filled.
# Rules: P1, P5, O4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL 0               -> target 0, requirement AAPL 0, child CANCEL c1
cancelled c1                   -> parent p1 CANCELLED 0/100 WITHDRAWN, order o1 CANCELLED 0/100, child c1 CANCELLED
# A new requirement is a new episode.
intent s1 AAPL +30             -> parent p2 BUY 30, child NEW c2 30
