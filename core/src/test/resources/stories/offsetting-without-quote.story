# Offsetting wants without a market cross without a price.
# Rules: P5, S4, R3.
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100 waits NO_QUOTE
intent s2 AAPL -100 @0.9       -> fill CROSS 100 @0, strat s1 100, strat s2 -100, requirement 0, parent p1 CANCELLED 0/100 WITHDRAWN
