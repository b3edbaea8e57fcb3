# Where the spread is one tick there is no inside: a slice rests at the near side.
# Rules: P6, R3.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1
quote AAPL 182.50/182.51
intent s1 AAPL +40 @0.5        -> parent p1 BUY 40, child NEW c1 10 @182.50
quote MSFT 410.10/410.10
intent s1 MSFT -40 @0.5        -> parent p2 SELL 40, child NEW c2 10 @410.10
quote IBM 0/120.00
intent s1 IBM +40 @0.5         -> parent p3 BUY 40, child NEW c3 10 @119.99
quote ORCL 0/90.00
intent s1 ORCL -40 @0.5        -> parent p4 SELL 40 waits NO_BID
