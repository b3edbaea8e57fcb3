# The broker never had it, and its adapter has barred the id: only then is the quantity free.
# Rules: O4, C3, E6.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
wait 5s                        -> child STATUS c1, breach ANSWER_OVERDUE
never received c1              -> order o1 REJECTED, parent p1 waits NEVER_RECEIVED
wait 1s                        -> child NEW c2 100
acked c2                       -> parent p1 resumes
