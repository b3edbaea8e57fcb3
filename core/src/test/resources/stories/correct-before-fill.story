# A correction and then a bust of it come before the fill: any order ends in the same position.
# Rules: E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
correct e1 30 of c1 @182.50    -> breach UNKNOWN_EXECID locks c1
fill c1 40                     -> fill c1 40, fill c1 -40 CORRECT, fill c1 30 CORRECT, position 30
