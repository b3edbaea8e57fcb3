# FLATTEN and HALT in the middle of a replace, a cancel and a retry: it gets out, and comes back on resume.
# Rules: P4, O3, E6, R2.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 40
intent s1 AAPL +60             -> parent p1 shrinks to 60, child REPLACE c1 60
flatten                        -> requirement -40 FLATTEN
halt
replaced c1                    -> child CANCEL c1
fill c1 10                     -> position 50
cancelled c1                   -> parent p1 CANCELLED 50/60 REVERSED, parent p2 SELL 50, child NEW c2 50
fill c2 20                     -> position 30
expired c2                     -> parent p2 waits EXPIRED
wait 1s                        -> parent p2 resumes, child NEW c3 30
fill c3 30                     -> parent p2 DONE 50/50, position 0
resume                         -> requirement +60, parent p3 BUY 60, child NEW c4 60
