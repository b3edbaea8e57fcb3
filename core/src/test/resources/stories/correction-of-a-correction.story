# Corrections that name each other come in the wrong order: each waits for what it is about.
# Rules: E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
bust m2 of c1 -> breach UNKNOWN_EXECID locks c1
correct m1 20 of c1 exec=m2 time=-100ms -> breach UNKNOWN_EXECID locks c1
fill c1 40
correct e1 30 exec=m1 time=-200ms
    -> fill c1 -40 CORRECT, fill c1 30 CORRECT, fill c1 -30 CORRECT, fill c1 20 CORRECT, fill c1 -20 BUST, position 0
