# The clock goes back and stays back: after K entries its time is the base, and time goes on.
# Rules: P6.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1 rebaseentries=3
quote AAPL 182.49/182.53
intent s1 AAPL +100 @0.5       -> parent p1 BUY 100, child NEW c1 25
acked c1
jump -1h
jump 1s
jump 1s                        -> breach CLOCK_JUMP
quote AAPL 182.49/182.53
jump 4s
quote AAPL 182.49/182.53
jump 4s
quote AAPL 182.49/182.53
jump 2s                        -> child NEW c2 25, child REPLACE c1 25
