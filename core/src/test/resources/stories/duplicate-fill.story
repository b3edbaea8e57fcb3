# The broker reports a fill again: it counts once.
# Rules: E1.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40 @182.51             -> position 40
again                          -> nothing
fill c1 60                     -> parent p1 DONE 100/100, position 100
again e1                       -> nothing
again e2                       -> nothing
