# What was put aside as unknown is wanted again: the same parent goes on.
# Rules: P4, C1, C3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 40
intent s1 AAPL 0               -> child CANCEL c1
wait 5s                        -> child STATUS c1, breach ANSWER_OVERDUE c1
wait 10s                       -> breach UNKNOWN_CHILD_STATE locks c1, parent p2 SELL 40, child NEW c2 40
acked c2
intent s1 AAPL +100            -> child CANCEL c2
cancelled c2                   -> parent p2 CANCELLED 0/40 REVERSED
cancelled c1                   -> child NEW c3 60
fill c3 60                     -> parent p1 DONE 100/100
