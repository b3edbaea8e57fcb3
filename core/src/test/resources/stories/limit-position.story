# A position limit clips what is required, and says by how much; a strategy's own refuses its intent.
# Rules: N5, R1, R4.
market AAPL 182.49/182.51
limit POSITION 80 AAPL
intent s1 AAPL +100 @0.9       -> requirement +80 raw +100 LIMIT_POSITION, breach LIMIT_POSITION AAPL, parent p1 BUY 80, child NEW c1 80
fill c1 80                     -> parent p1 DONE 80/80
limit POSITION 50 strat s2
intent s2 AAPL -60 @0.9        -> reject LIMIT_POSITION s2
limit POSITION -1 AAPL         -> requirement +20, parent p2 BUY 20, child NEW c2 20
