# What is filled is all that is wanted: the parent has done it.
# Rules: P3, P5, O4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 40
intent s1 AAPL +40             -> requirement AAPL 0, parent p1 shrinks to 40, child CANCEL c1
cancelled c1                   -> parent p1 DONE 40/40, order o1 CANCELLED 40/100
