# HALT of everything: no symbol sends, and a resume of one name does not end it.
# Rules: R2.
market AAPL 182.49/182.51
market MSFT 410.00/410.02
halt
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100 waits HALTED
intent s1 MSFT -50 @0.9        -> parent p2 SELL 50 waits HALTED
resume AAPL
wait 2s
resume                         -> parent p1 resumes, parent p2 resumes, child NEW c1 100, child NEW c2 50
