# The broker is silent on a CANCEL; asked how it stands it says that the order works, so it is told again.
# Rules: P4, C3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL 0               -> child CANCEL c1
wait 5s                        -> child STATUS c1, breach ANSWER_OVERDUE c1
status c1                      -> child CANCEL c1
fill c1 20                     -> position 20, requirement -20
cancelled c1                   -> parent p1 CANCELLED 20/100 REVERSED, parent p2 SELL 20, child NEW c2 20
