# A requirement that returns before the cancel is confirmed goes on with the same parent.
# Rules: P4, C1.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 30
intent s1 AAPL -50             -> child CANCEL c1
intent s1 AAPL +100            -> requirement +70
# The 70 being cancelled may still fill: nothing is sent before that is settled.
wait 1s
cancelled c1                   -> child NEW c2 70
fill c2 70                     -> parent p1 DONE 100/100
