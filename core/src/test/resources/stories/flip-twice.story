# The target flips twice before the first cancel is confirmed.
# Rules: P4, P5, C1.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL -100            -> requirement -100, child CANCEL c1
intent s1 AAPL +150            -> parent p1 grows to 150, child NEW c2 50
intent s1 AAPL -100            -> child CANCEL c2
cancelled c1
cancelled c2                   -> parent p1 CANCELLED 0/150 REVERSED, parent p2 SELL 100, child NEW c3 100
intent s1 AAPL 0               -> child CANCEL c3
intent s1 AAPL -100            -> requirement -100
cancelled c3                   -> child NEW c4 100
fill c4 100                    -> parent p2 DONE 100/100, position -100
