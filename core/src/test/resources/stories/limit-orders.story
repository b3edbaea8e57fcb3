# Limits on orders: a large one is cut into several, a dear one shortened, one far from the market not sent.
# Rules: R1.
market AAPL 182.49/182.51
limit ORDER_QTY 40
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 40, child NEW c2 40, child NEW c3 20
fill c1 40
fill c2 40
fill c3 20                     -> parent p1 DONE 100/100
limit ORDER_QTY -1
limit OPEN_CHILDREN 1
intent s1 AAPL +110            -> parent p2 BUY 10, child NEW c4 10
intent s1 AAPL +130            -> parent p2 grows to 30 waits LIMIT_OPEN_CHILDREN, breach LIMIT_OPEN_CHILDREN p2
fill c4 10                     -> parent p2 resumes, child NEW c5 20
fill c5 20                     -> parent p2 DONE 30/30
limit COLLAR 0.01
market AAPL 180.00/190.00
intent s1 AAPL +140            -> parent p3 BUY 10 waits LIMIT_COLLAR, breach LIMIT_COLLAR p3
market AAPL 182.49/182.51      -> parent p3 resumes, child NEW c6 10
