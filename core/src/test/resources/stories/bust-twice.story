# A trade that is taken back already cannot be taken back again.
# Rules: E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40
bust e1                        -> fill c1 -40 BUST, position 0
bust e1                        -> breach EXECID_CONFLICT locks c1
now                            -> position 0
