# From long to short is one side and one parent: what is sold is the position and the short together.
# Rules: N3, P1.
market AAPL 182.49/182.51
opening AAPL 100 s1 100        -> position AAPL 100
intent s1 AAPL -50 @0.9        -> requirement -150, parent p1 SELL 150, child NEW c1 150 @182.49
fill c1 100                    -> position 0
fill c1 50                     -> position -50, parent p1 DONE 150/150
# And back.
intent s1 AAPL 0               -> parent p2 BUY 50, child NEW c2 50 @182.51
fill c2 50                     -> position 0, parent p2 DONE 50/50
