# FLATTEN of everything holds for symbols that come only after it.
market AAPL 182.49/182.51
flatten
intent s1 AAPL +100 @0.9       -> requirement AAPL 0 FLATTEN
resume AAPL
resume                         -> parent p1 BUY 100, child NEW c1 100
