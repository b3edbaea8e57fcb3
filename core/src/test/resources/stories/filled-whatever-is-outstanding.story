# Filled is filled, whatever was asked for; answers that come after it change nothing.
# Rules: P3, P5.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +60             -> parent p1 shrinks to 60, child REPLACE c1 60
fill c1 100                    -> child c1 FILLED, parent p1 DONE 100/60, parent p2 SELL 40, child NEW c2 40
replace rejected, too late c1  -> nothing
replaced c1 ordqty=100         -> nothing
fill c2 40                     -> parent p2 DONE 40/40
