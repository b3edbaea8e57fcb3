# A bust is about its fill, whatever child it names.
# Rules: E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +150            -> parent p1 grows to 150, child NEW c2 50
acked c2
fill c1 40
bust e1 of c2                  -> fill c1 -40 BUST, position 0, child c1 NEW 0/100
bust e9 of c2 10               -> breach UNKNOWN_EXECID locks c2
fill c1 20 exec=e9             -> fill c1 20, fill c1 -20 BUST, position 0
