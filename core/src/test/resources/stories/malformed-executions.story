# Reports that cannot be true change nothing; where they claim a trade, nothing new goes out until someone has looked.
# Rules: S3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
acked c1 broker=other          -> reject BROKER_MISMATCH c1
acked c1 broker=               -> reject EMPTY_BROKER c1
acked c1 cum=-1                -> reject CUMQTY_CONTRADICTS c1
acked c1 leaves=2000000000     -> reject CUMQTY_CONTRADICTS c1
intent s1 AAPL +110            -> parent p1 grows to 110, child NEW c2 10
fill c1 0                      -> no fill, reject QTY_RANGE c1, breach MALFORMED_EXECUTION locks c1
fill c1 -5                     -> no fill, reject QTY_RANGE c1, breach MALFORMED_EXECUTION locks c1
fill c1 10 @NaN                -> no fill, reject PRICE_INVALID c1, breach MALFORMED_EXECUTION locks c1
fill c1 10 exec=''             -> no fill, reject EMPTY_EXECID c1, breach MALFORMED_EXECUTION locks c1
intent s1 AAPL +200            -> parent p1 grows to 200 waits LOCKED
now                            -> no position
