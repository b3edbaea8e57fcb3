# Statements that come while fills are on their way: an opening is refused, a running one proves nothing.
# Rules: S1, S2.
market AAPL 182.49/182.51
opening AAPL 50 s1 50          -> position 50
intent s1 AAPL +100 @0.9       -> parent p1 BUY 50, child NEW c1 50
running AAPL 70                -> nothing
opening AAPL 70 s1 70          -> reject CHILD_LIVE
fill c1 20                     -> position 70
cancelled c1 cum=30            -> child c1 CANCELLED 20/50, parent p1 waits CANCELED
# The broker counts ten that we do not have: still in flight.
running AAPL 80                -> nothing
running AAPL 80                -> nothing
running AAPL 80                -> nothing
opening AAPL 80 s1 80          -> reject CHILD_LIVE
fill c1 10                     -> position 80
wait 1s                        -> parent p1 resumes, child NEW c2 20
fill c2 20                     -> parent p1 DONE 50/50
opening AAPL 100 last=e3 s1 100
opening AAPL 100 last=e2 s1 100
    -> reject EXECID_NOT_LAST
