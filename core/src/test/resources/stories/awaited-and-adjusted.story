# While strategies are awaited the position may be put right; nothing trades for it.
# Rules: N3, S1, S3, S4.
market AAPL 182.49/182.51
opening AAPL 80 s1 50 s2 30    -> position 80
intent s1 AAPL +50 @0.9        -> no requirement
adjust AAPL -10                -> position 70, strat _house -10
running AAPL 70                -> nothing
intent s2 AAPL +30 @0.9        -> requirement +10, parent p1 BUY 10, child NEW c1 10
fill c1 10                     -> strat _house 0, parent p1 DONE 10/10
