# So many orders a second and no more; the rest goes when the second is over.
# Rules: R1.
market AAPL 182.49/182.51
limit ORDER_RATE 2
limit ORDER_QTY 10
intent s1 AAPL +50 @0.9        -> parent p1 BUY 50 waits LIMIT_ORDER_RATE, breach LIMIT_ORDER_RATE p1, child NEW c1 10, child NEW c2 10
wait 500ms
wait 600ms                     -> child NEW c3 10, child NEW c4 10
wait 1s                        -> parent p1 resumes, child NEW c5 10
