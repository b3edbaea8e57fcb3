# A child whose broker stays silent is resolved by hand, at what its fills explain and nothing else.
# Rules: C3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 30
intent s1 AAPL +50             -> parent p1 shrinks to 50, child REPLACE c1 50
wait 5s                        -> child STATUS c1, breach ANSWER_OVERDUE
wait 10s                       -> breach UNKNOWN_CHILD_STATE locks c1
resolve c1 50                  -> reject CONTROL_INCOMPLETE
resolve c1 30                  -> child c1 CANCELLED 30/100, child NEW c2 20
fill c2 20                     -> parent p1 DONE 50/50
