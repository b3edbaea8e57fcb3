# Done for the day: the rest is tried anew after a while, since the requirement still stands.
# Rules: O4, E6.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 30
expired c1                     -> order o1 CANCELLED 30/100, parent p1 waits EXPIRED
wait 400ms
wait 200ms                     -> parent p1 resumes, child NEW c2 70
fill c2 70                     -> parent p1 DONE 100/100
