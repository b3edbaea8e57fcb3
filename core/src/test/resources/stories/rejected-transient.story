# A transient reject is tried again, each time after twice as long, with a new order under the same parent.
# Rules: O4, E6.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
rejected c1 transient note=busy
    -> order o1 REJECTED 0/100, child c1 REJECTED 0/100, parent p1 waits REJECTED
wait 400ms
wait 200ms                     -> child NEW c2 100 o2
rejected c2 transient note=busy
wait 900ms
wait 200ms                     -> child NEW c3 100
# Taken: rejects count from the beginning.
acked c3                       -> parent p1 resumes
kill c3                        -> child CANCEL c3
cancelled c3                   -> child NEW c4 100
rejected c4 transient          -> parent p1 waits REJECTED
wait 600ms                     -> child NEW c5 100
fill c5 100                    -> parent p1 DONE 100/100
