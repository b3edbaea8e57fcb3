# FLATTEN: the target is nothing until resume, at once, whatever strategies say.
# Rules: P4, R2.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.3       -> parent p1 BUY 100 TWAP, child NEW c1 10
fill c1 10
wait 30s                       -> child NEW c2 10
acked c2
flatten AAPL                   -> requirement AAPL -10 FLATTEN @1, child CANCEL c2
intent s1 AAPL +500            -> target AAPL 500
cancelled c2                   -> parent p1 CANCELLED REVERSED, parent p2 SELL 10 IMMEDIATE, child NEW c3 10 @182.49
fill c3 10                     -> parent p2 DONE 10/10, position 0
wait 20s
resume AAPL                    -> requirement AAPL +500, parent p3 BUY 500, child NEW c4 50
