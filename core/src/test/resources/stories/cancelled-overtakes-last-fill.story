# CANCELED says that all was filled: the child is not cancelled, its fill is still to come.
# Rules: P5, C1.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL 0               -> child CANCEL c1
cancelled c1 cum=100           -> child c1 NEW 0/100 cum 100
# It may not be sold before it is there: never both sides live.
wait 2s
fill c1 100                    -> child c1 FILLED, parent p1 DONE 100/100, position 100, parent p2 SELL 100, child NEW c2 100
