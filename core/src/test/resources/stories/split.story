# Two for one overnight: halt, new targets, the new position, resume; nothing trades.
# Rules: P5, S1, R2.
market AAPL 182.49/182.51
opening AAPL 100 s1 100        -> position 100
intent s1 AAPL +100 @0.9       -> requirement 0
halt AAPL
# Buying is what a HALT blocks, so the new target comes first; for a merger of shares it is the position.
intent s1 AAPL +200            -> parent p1 BUY 100 waits SYMBOL_HALTED
opening AAPL 200 s1 200        -> position 200, strat s1 200, requirement 0, parent p1 CANCELLED 0/100 WITHDRAWN
market AAPL 91.24/91.26
resume AAPL
wait 5s
