# Where the venue cannot replace, an order that should cross is cancelled and sent anew.
# Rules: C1.
route AAPL replace=no
quote AAPL 182.49/182.51
intent s1 AAPL -100 @0.9       -> parent p1 SELL 100, child NEW c1 100 @182.49
acked c1
quote AAPL 182.45/182.47
wait 1s                        -> child CANCEL c1
fill c1 10
cancelled c1                   -> child NEW c2 90 @182.45
fill c2 90                     -> parent p1 DONE 100/100
