# Two corrections overtake each other: the newer one by the broker's clock stands, and a bust ends both.
# Rules: E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40
wait 1s
correct e1 20 time=-100ms      -> fill c1 -40 CORRECT, fill c1 20 CORRECT, position 20
correct e1 30 time=-200ms      -> nothing
bust e1 time=-50ms             -> fill c1 -20 BUST, position 0
correct e1 25 time=-70ms       -> nothing
correct e1 35                  -> breach EXECID_CONFLICT locks c1
