# Slices that could not be sent for want of a quote go with the next: the old ones cross, the new one rests.
# Rules: P6, R3.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1
intent s1 AAPL +100 @0.5       -> parent p1 BUY 100 waits NO_QUOTE
wait 12s
quote AAPL 182.49/182.53       -> parent p1 resumes, child NEW c1 25 @182.53, child NEW c2 25 @182.50
fill c1 25
fill c2 25
