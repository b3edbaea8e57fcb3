# The broker is silent on a REPLACE; how it stands tells what is in force.
# Rules: C1, C3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +60             -> parent p1 shrinks to 60, child REPLACE c1 60
wait 5s                        -> child STATUS c1, breach ANSWER_OVERDUE c1
# Until it is known both sizes count.
intent s1 AAPL +100            -> parent p1 grows to 100
status c1 ordqty=60 leaves=60  -> child c1 NEW 0/60, child NEW c2 40
