# Where an execution's symbol or side is not its child's, the child's counts, and a breach says so.
# Rules: E8.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40 sym=MSFT            -> breach WRONG_SYMBOL c1, position AAPL 40, no position MSFT
fill c1 30 side=SELL           -> breach WRONG_SIDE locks c1, position AAPL 70
