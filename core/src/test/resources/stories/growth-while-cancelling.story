# More is wanted while a cancel is unconfirmed: what is being cancelled counts as if it filled.
# Rules: P2, P3, C1.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +10             -> parent p1 shrinks to 10, child REPLACE c1 10
# 100 may still fill: only 20 of the 110 that are missing can go.
intent s1 AAPL +120            -> parent p1 grows to 120, child NEW c2 20
acked c2
replaced c1                    -> child NEW c3 90
fill c1 10
fill c2 20
fill c3 90                     -> parent p1 DONE 120/120
