# Too late, says the broker, and then nothing: a terminal state is owed, and asked for.
# Rules: P5, C3, E5.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL 0               -> child CANCEL c1
cancel rejected, too late c1
wait 4s
wait 1s                        -> child STATUS c1, breach ANSWER_OVERDUE c1
status c1 leaves=0 cum=0       -> parent p1 CANCELLED 0/100, child c1 CANCELLED
