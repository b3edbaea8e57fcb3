# Less is wanted, and the venue cannot replace: cancel, and send the rest anew when it is confirmed.
# Rules: P3, O4, C1.
route AAPL replace=no
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 20
intent s1 AAPL +60             -> parent p1 shrinks to 60, child CANCEL c1
# What may still fill counts until the broker says that it cannot.
wait 1s
cancelled c1                   -> child NEW c2 40, order o1 CANCELLED 20/100
acked c2
fill c2 40                     -> parent p1 DONE 60/60, position 60
