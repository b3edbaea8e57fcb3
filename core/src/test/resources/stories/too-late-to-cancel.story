# Too late to cancel is no error: the fill is on its way.
# Rules: P5, E5.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL 0               -> child CANCEL c1
cancel rejected, too late c1   -> child c1 NEW 0/100
wait 2s
fill c1 100                    -> parent p1 DONE 100/100, position 100, parent p2 SELL 100, child NEW c2 100
