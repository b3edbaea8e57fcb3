# The clock leaps an hour: no deadline passes by it, and every quote is stale until a new one comes.
# Rules: P6.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1
quote AAPL 182.49/182.53
intent s1 AAPL +100 @0.5       -> parent p1 BUY 100 due 40s, child NEW c1 25
acked c1
jump 1h                        -> breach CLOCK_JUMP
# J has passed, no more.
wait 4s
quote AAPL 182.49/182.53
wait 1s                        -> child NEW c2 25 @182.50, child REPLACE c1 25
