# Selling has failed and the symbol rests; FLATTEN tries at once all the same.
# Rules: P5, R2.
market AAPL 182.49/182.51
opening AAPL 100 s1 100
intent s1 AAPL 0 @0.9          -> parent p1 SELL 100, child NEW c1 100
rejected c1                    -> parent p1 FAILED, breach PARENT_FAILED
flatten AAPL                   -> requirement -100 FLATTEN, parent p2 SELL 100, child NEW c2 100
rejected c2                    -> parent p2 FAILED, breach PARENT_FAILED
flatten                        -> parent p3 SELL 100, child NEW c3 100
