# The broker will not cancel what works: asked again after a while, not at once.
# Rules: P3, P5.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL 0               -> child CANCEL c1
cancel rejected c1             -> child c1 NEW 0/100
wait 400ms
wait 200ms                     -> child CANCEL c1
cancelled c1                   -> parent p1 CANCELLED 0/100
