# An operator cancels one child: the parent sends anew what it still wants.
# Rules: P1, C1.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
kill c1                        -> child CANCEL c1
cancelled c1                   -> child NEW c2 100
kill c1                        -> reject UNKNOWN_TARGET
kill #99                       -> reject UNKNOWN_TARGET
