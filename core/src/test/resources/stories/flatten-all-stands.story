# FLATTEN of everything holds for symbols that come only after it.
# Rules: R2.
market AAPL 182.49/182.51
flatten                        -> requirement AAPL 0 FLATTEN
intent s1 AAPL +100 @0.9       -> target AAPL 100
market MSFT 410.00/410.02
intent s1 MSFT +50 @0.9        -> target MSFT 50
# It was of everything: so must be the resume.
resume AAPL
resume                         -> parent p1 BUY 100, child NEW c1 100, parent p2 BUY 50, child NEW c2 50
