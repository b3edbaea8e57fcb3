# A correction is the old quantity back and the right one: position and strategies end as if it had come so.
# Rules: P1, E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40 @182.51
correct e1 30 @182.50          -> fill c1 -40 CORRECT @182.51, fill c1 30 CORRECT @182.50, position 30, strat s1 30
    -> child c1 PARTIAL 30/100
fill c1 70                     -> parent p1 DONE 100/100
# Corrected again, by its first name.
correct e1 20                  -> fill c1 -30 CORRECT, fill c1 20 CORRECT, position 90, parent p2 BUY 10, child NEW c2 10
fill c2 10                     -> parent p2 DONE 10/10
