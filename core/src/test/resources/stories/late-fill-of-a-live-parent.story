# A late fill while the parent goes on: it counts for it, and less is sent.
# Rules: O4, E2, E6.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
expired c1                     -> parent p1 waits EXPIRED, order o1 CANCELLED 0/100
wait 1s                        -> parent p1 resumes, child NEW c2 100
acked c2
fill c1 30                     -> fill c1 30 LATE, breach LATE_FILL c1, position 30, child REPLACE c2 70
replaced c2
fill c2 70                     -> parent p1 DONE 100/100
