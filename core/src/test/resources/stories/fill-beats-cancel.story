# A fill beats the cancel.
# Rules: P3, P5, E5.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.95          -> parent BUY 100, child NEW 100 @182.51
fill c1 40                         -> position 40
intent s1 AAPL +40                 -> parent p1 shrinks to 40, child CANCEL c1
fill c1 60                         -> child c1 FILLED; parent p1 DONE 100/40; new parent SELL 60, child NEW c2 60 @182.49
cancel rejected, too late c1       -> nothing
