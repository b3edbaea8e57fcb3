# A short book: opened short, sold shorter, bought back.
# Rules: N3, P1, S1.
market AAPL 182.49/182.51
opening AAPL -50 s1 -50        -> position -50
intent s1 AAPL -80 @0.9        -> requirement -30, parent p1 SELL 30, child NEW c1 30 @182.49
fill c1 30                     -> position -80, strat s1 -80, parent p1 DONE 30/30
intent s1 AAPL 0               -> requirement +80, parent p2 BUY 80, child NEW c2 80 @182.51
fill c2 80                     -> position 0, parent p2 DONE 80/80
