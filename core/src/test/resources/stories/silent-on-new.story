# The broker is silent on a NEW: asked, then unknown, then it answers after all.
# Rules: C3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
wait 5s                        -> child STATUS c1, breach ANSWER_OVERDUE c1
wait 9s
wait 1s                        -> breach UNKNOWN_CHILD_STATE locks c1, child c1 UNKNOWN
intent s1 AAPL +150            -> parent p1 grows to 150 waits CHILD_UNKNOWN
status c1                      -> parent p1 resumes, child NEW c2 50, child c1 NEW 0/100
fill c1 100
fill c2 50                     -> parent p1 DONE 150/150
