# An opening book is not sold because a strategy has not spoken yet.
# Rules: N3, S1.
market AAPL 182.49/182.51
opening AAPL 300 s1 100 s2 150 -> position AAPL 300, strat s1 100, strat s2 150, strat _house 50
intent s1 AAPL +100 @0.9       -> target AAPL 100, no requirement
wait 10s
intent s3 AAPL +20 @0.9        -> target AAPL 120, no requirement
# Now all have: 300 there, 320 wanted.
intent s2 AAPL +200 @0.9       -> requirement AAPL +20, parent p1 BUY 20, child NEW c1 20
fill c1 20                     -> parent p1 DONE 20/20
