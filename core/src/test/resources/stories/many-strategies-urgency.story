# Urgency is the mean of the urgencies, weighted by what each still wanted when it spoke; it never drifts.
# Rules: N2, P6, S4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.3       -> parent p1 BUY 100, child NEW c1 10, target 100 @0.3
intent s2 AAPL +200 @0.8       -> target 300 @0.6333, parent p1 grows to 300
fill c1 10                     -> strat s1 3, strat s2 7
# s1 wants 97 more now.
intent s1 AAPL +100 @0.3       -> target 300 @0.6367, parent p1 hastens
intent s2 AAPL 0 @0.8          -> fill CROSS 7, parent p1 shrinks to 100, target 100 @0.3337
# (10 x 0.1 + 7 x 0.8) / 17
intent s1 AAPL 0 @0.1          -> target 0 @0.3882, parent p1 CANCELLED REVERSED, parent p2 SELL 10, child NEW c2 1
intent s1 AAPL 0 @0.1
intent s2 AAPL 0 @0.5          -> target 0 @0.1
