# HALT of a broker holds what is routed to it, and nothing else.
# Rules: R2.
market AAPL 182.49/182.51
market MSFT 410.00/410.02
route MSFT broker=other
halt broker paper
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100 waits BROKER_HALTED
intent s1 MSFT +50 @0.9        -> parent p2 BUY 50, child NEW c1 50 other
fill c1 50                     -> parent p2 DONE 50/50
# Another way to the market.
route AAPL broker=other        -> parent p1 resumes, child NEW c2 100 other
