# A second opening corrects the first: whom it does not name is not waited for.
# Rules: N3, S1.
market AAPL 182.49/182.51
opening AAPL 300 s1 100 s2 200 -> position 300
intent s1 AAPL +100 @0.9       -> no requirement
opening AAPL 100 s1 100        -> position 100, strat s2 0, requirement AAPL 0
intent s1 AAPL +110            -> parent p1 BUY 10, child NEW c1 10
# While a child is live it may or may not be covered: refused.
opening AAPL 110 s1 110        -> reject CHILD_LIVE AAPL
fill c1 10                     -> parent p1 DONE 10/10
