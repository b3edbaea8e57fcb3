# Two sequencers a few seconds apart: time is the later one's, and goes at one pace.
# Rules: P6.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1
quote AAPL 182.49/182.53
intent s1 AAPL +100 @0.5       -> parent p1 BUY 100, child NEW c1 25
acked c1
jump 3s
jump -3s
jump 4s
jump -3s
jump 4s
jump -3s
quote AAPL 182.49/182.53
jump 4s
jump -3s
jump 4s
jump -3s
jump 4s
quote AAPL 182.49/182.53
jump -3s
jump 4s
jump -3s
jump 4s                        -> child NEW c2 25, child REPLACE c1 25
