# A fill comes again after the clock has leapt, or bears an old trade date: it still counts once.
# Rules: E1.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40 date=2025-12-30     -> position 40
wait 2s
again e1                       -> nothing
jump 200d                      -> breach CLOCK_JUMP
again e1                       -> nothing
wait 2s
again e1                       -> nothing
