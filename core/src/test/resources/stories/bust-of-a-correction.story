# A bust that names the correction means the trade that it corrected.
# Rules: E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40
correct e1 30 exec=e1b         -> fill c1 -40 CORRECT, fill c1 30 CORRECT, position 30
bust e1b                       -> fill c1 -30 BUST, position 0, child c1 NEW 0/100
