# One child unknown: nothing adds to the position, but what is there may be sold, never through zero.
# Rules: P5, C3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 40
intent s1 AAPL -20             -> child CANCEL c1
wait 5s                        -> child STATUS c1, breach ANSWER_OVERDUE c1
wait 10s                       -> breach UNKNOWN_CHILD_STATE locks c1
    -> parent p2 SELL 60 waits CHILD_UNKNOWN, child NEW c2 40
fill c2 40                     -> position 0
cancelled c1                   -> parent p1 CANCELLED 40/100, parent p2 resumes, child NEW c3 20
fill c3 20                     -> parent p2 DONE 60/60, position -20
