# CANCELED overtakes the fill before it: what the broker counts and we do not have yet is not sent again.
# Rules: C1.
market AAPL 182.49/182.51
route AAPL replace=no
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +60             -> parent p1 shrinks to 60, child CANCEL c1
# 40 filled, says the broker, and the rest is cancelled: 20 are missing, not 60.
cancelled c1 cum=40            -> child c1 CANCELLED 0/100 cum 40, child NEW c2 20
acked c2
fill c1 40                     -> position 40, child c1 CANCELLED 40/100
fill c2 20                     -> parent p1 DONE 60/60, position 60
