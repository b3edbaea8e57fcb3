# A venue changes an order by itself: what it says is in force is believed, and reported.
# Rules: C1.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
replaced c1 ordqty=60          -> breach UNEXPECTED_ANSWER c1, child c1 NEW 0/60, child NEW c2 40
replaced c1 ordqty=90          -> breach UNEXPECTED_ANSWER c1, child c1 NEW 0/90
