# A broker fills more than it was given: it counts, is marked, and the excess is sold again.
# Rules: P5, O1, E2, S4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 130                    -> fill c1 130 OVERFILL, breach OVERFILL c1, position 130
    -> child c1 FILLED 130/100, order o1 FILLED 130/100 pending 0, strat s1 100, strat _house 30
    -> parent p1 DONE 130/100, parent p2 SELL 30, child NEW c2 30
fill c2 30                     -> parent p2 DONE 30/30, position 100, strat _house 0
