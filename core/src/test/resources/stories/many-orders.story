# A large order in small pieces goes in bursts, so that one decision stays short.
# Rules: R1.
market AAPL 182.49/182.51
limit ORDER_QTY 10
intent s1 AAPL +120 @0.9       -> parent p1 BUY 120 waits PACED
    -> child NEW c1, child NEW c2, child NEW c3, child NEW c4, child NEW c5
    -> child NEW c6, child NEW c7, child NEW c8, child NEW c9, child NEW c10
wait 1ms                       -> parent p1 resumes, child NEW c11, child NEW c12
