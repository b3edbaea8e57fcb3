# An opening that names a strategy which has not spoken takes the requirement back until it has.
# Rules: N3, S1.
market AAPL 182.49/182.51
intent s1 AAPL 0 @0.9          -> requirement AAPL 0
opening AAPL 80 s2 80          -> position 80, requirement AAPL 0 AWAITS s2
wait 5s
intent s2 AAPL +50 @0.9        -> requirement AAPL -30, parent p1 SELL 30, child NEW c1 30
