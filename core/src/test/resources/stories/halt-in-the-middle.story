# HALT while requests are under way: answers are taken, cancels go, what was to be sent waits.
# Rules: E2, E6, R2.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
halt                           -> parent p1 waits HALTED
acked c1
fill c1 20
intent s1 AAPL +70             -> parent p1 shrinks to 70, child REPLACE c1 70
expired c1
    -> child c1 CANCELLED 20/100, parent p1 waits EXPIRED
wait 1s                        -> parent p1 waits HALTED
fill c1 10                     -> fill c1 10 LATE, breach LATE_FILL c1, position 30
rejected c1                    -> nothing
resume                         -> parent p1 resumes, child NEW c2 40
fill c2 40                     -> parent p1 DONE 70/70
