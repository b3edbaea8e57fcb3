# The seed's walk: two strategies, one net requirement, one parent that grows, worked by TWAP.
# Rules: N2, N3, P2, P6, S4.
market AAPL 182.49/182.51
intent strat1 AAPL +100 @0.3
    -> target AAPL 100 @0.3, requirement AAPL +100 @0.3, parent p1 BUY 100 TWAP due 300s
    -> child NEW c1 10 @182.50, order o1 NEW 0/10
acked c1                       -> child c1 NEW 0/10
# 300 shares at (100 x 0.3 + 200 x 0.8) / 300; 60 s, and 40 s more for the growth by 200 of 300.
intent strat2 AAPL +200 @0.8
    -> target AAPL 300 @0.6333, requirement AAPL +300, parent p1 grows to 300 TWAP @0.6333 due 100s
fill c1 10                     -> position AAPL 10, requirement AAPL +290, order o1 FILLED, child c1 FILLED
    -> strat strat1 3, strat strat2 7
# The slices are a new pace apart: 290 over the nine that are left.
wait 10s                       -> child NEW c2 33 @182.50, schedule p1 released 43 crossing 10 slices 8
fill c2 33                     -> position 43, strat strat1 14, strat strat2 29
wait 10s                       -> child NEW c3 33
fill c3 33                     -> position 76
wait 10s                       -> child NEW c4 32
fill c4 32                     -> position 108
wait 10s                       -> child NEW c5 32
acked c5
# Nothing fills: when the next slice is due, this one crosses.
wait 10s                       -> child REPLACE c5 32 @182.51, child NEW c6 32 @182.50
replaced c5
fill c5 32                     -> position 140
fill c6 32                     -> position 172
wait 10s                       -> child NEW c7 32
fill c7 32                     -> position 204
wait 10s                       -> child NEW c8 32
fill c8 32                     -> position 236
wait 10s                       -> child NEW c9 32
fill c9 32                     -> position 268
wait 10s                       -> child NEW c10 32
fill c10 32
    -> position AAPL 300, requirement AAPL 0, parent p1 DONE 300/300, schedule p1 slices 0
now                            -> strat strat1 100, strat strat2 200
wait 20s
