# A requirement is a level and no increment: repeated intents and partial fills send nothing twice.
# Rules: N3, P2.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
intent s1 AAPL +100            -> strat s1 0 wants 100
intent s1 AAPL +100
fill c1 30                     -> requirement +70
intent s1 AAPL +100
fill c1 30                     -> requirement +40
intent s1 AAPL +100
fill c1 40                     -> parent p1 DONE 100/100
intent s1 AAPL +100
wait 30s
