# The bust comes before the fill that it takes back: nothing moves, then both are recorded.
# Rules: E1, E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
bust e1 of c1 40               -> no fill, breach UNKNOWN_EXECID locks c1
again                          -> nothing
fill c1 40                     -> fill c1 40, fill c1 -40 BUST, position 0, child c1 NEW 0/100
intent s1 AAPL +120            -> parent p1 grows to 120 waits LOCKED
resolve AAPL                   -> parent p1 resumes, child NEW c2 20
