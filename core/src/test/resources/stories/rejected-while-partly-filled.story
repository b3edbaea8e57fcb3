# The first half fills, then every order is refused: FAILED with what is filled, and sold when withdrawn.
# Rules: P5, P7.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
fill c1 50
kill c1                        -> child CANCEL c1
cancelled c1                   -> child NEW c2 50
rejected c2                    -> parent p1 FAILED 50/100, breach PARENT_FAILED
intent s1 AAPL 0               -> parent p2 SELL 50, child NEW c3 50
fill c3 50                     -> parent p2 DONE 50/50, position 0
