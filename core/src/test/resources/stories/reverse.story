# The other side is wanted: all is cancelled first, and the new parent is sized from the position then.
# Rules: P4, P5.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 30
intent s1 AAPL -50             -> requirement -80, child CANCEL c1
# A fill still gets through.
fill c1 20                     -> position 50, requirement -100
cancelled c1                   -> parent p1 CANCELLED 50/100 REVERSED, parent p2 SELL 100, child NEW c2 100 @182.49
fill c2 100                    -> parent p2 DONE 100/100, position -50
