# Three transient rejects are borne, the fourth fails the parent; the symbol rests, each time longer.
# Rules: P5, P7, E6.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
rejected c1 transient          -> parent p1 waits REJECTED
wait 1s                        -> child NEW c2 100
rejected c2 transient
wait 1s                        -> child NEW c3 100
rejected c3 transient
wait 3s                        -> child NEW c4 100
rejected c4 transient          -> parent p1 FAILED 0/100, breach PARENT_FAILED p1
wait 5s                        -> parent p2 BUY 100, child NEW c5 100
rejected c5                    -> parent p2 FAILED, breach PARENT_FAILED p2
wait 9s
wait 1s                        -> parent p3 BUY 100, child NEW c6 100
# Done at last: the next failure rests for the shortest time again.
fill c6 100                    -> parent p3 DONE 100/100
intent s1 AAPL +150            -> parent p4 BUY 50, child NEW c7 50
rejected c7                    -> parent p4 FAILED, breach PARENT_FAILED
wait 5s                        -> parent p5 BUY 50, child NEW c8 50
