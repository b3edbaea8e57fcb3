# A cumqty that no fill explains is a breach after a while, and stays counted until someone resolves it.
# Rules: C1, E6.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
expired c1 cum=40              -> parent p1 waits EXPIRED
wait 1s                        -> parent p1 resumes, child NEW c2 60
fill c2 60                     -> position 60
wait 8s
wait 1s                        -> breach CUMQTY_UNEXPLAINED c1
wait 30s
# There was none: the quantity is free again.
resolve c1                     -> child NEW c3 40
fill c3 40                     -> parent p1 DONE 100/100
