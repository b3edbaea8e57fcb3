# Correction and bust both come before their fill: all three are recorded when it comes, and nothing is left.
# Rules: E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
correct e1 30 of c1            -> breach UNKNOWN_EXECID locks c1
bust e1 of c1 30               -> breach UNKNOWN_EXECID locks c1
fill c1 40                     -> fill c1 40, fill c1 -40 CORRECT, fill c1 30 CORRECT, fill c1 -30 BUST, position 0
