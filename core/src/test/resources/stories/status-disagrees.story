# A status never moves the position; a count that is not ours is a breach, and stays counted.
# Rules: C1, E7.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 30
status c1 cum=50 leaves=50     -> breach CUMQTY_DISAGREES c1, child c1 PARTIAL 30/100 cum 50
status c1 cum=50 leaves=0      -> breach CUMQTY_DISAGREES c1, child c1 CANCELLED 30/100, child NEW c2 50
# The missing fill.
fill c1 20                     -> position 50
fill c2 50                     -> parent p1 DONE 100/100
