# Less is wanted than is filled already: the rest is cancelled, then the difference is sold.
# Rules: P3, P4, P5.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 70
intent s1 AAPL +50             -> requirement -20, child CANCEL c1
cancelled c1                   -> parent p1 CANCELLED 70/100 REVERSED, parent p2 SELL 20, child NEW c2 20 @182.49
fill c2 20                     -> parent p2 DONE 20/20, position 50
