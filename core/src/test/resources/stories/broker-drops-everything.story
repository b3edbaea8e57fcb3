# A broker takes every order and drops it: tried again ever later, and then the parent has failed.
# Rules: P5, E6.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
cancelled c1                   -> parent p1 waits CANCELED
wait 500ms                     -> parent p1 resumes, child NEW c2 100
acked c2
cancelled c2                   -> parent p1 waits CANCELED
wait 900ms
wait 100ms                     -> parent p1 resumes, child NEW c3 100
# A fill shows that it can be done after all.
fill c3 10
cancelled c3                   -> parent p1 waits CANCELED
wait 500ms                     -> parent p1 resumes, child NEW c4 90
cancelled c4                   -> parent p1 waits CANCELED
wait 1s                        -> parent p1 resumes, child NEW c5 90
cancelled c5                   -> parent p1 waits CANCELED
wait 2s                        -> parent p1 resumes, child NEW c6 90
cancelled c6                   -> parent p1 FAILED 10/100, breach PARENT_FAILED
