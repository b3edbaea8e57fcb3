# Somebody traded past us: the position moves, and the requirement with it.
# Rules: N3, P2, P3, S3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
unsolicited AAPL BUY 30 @182.6 -> fill AAPL 30 UNSOLICITED, breach UNSOLICITED_TRADE AAPL, position 30, requirement +70
    -> parent p1 shrinks to 70, child REPLACE c1 70
replaced c1
unsolicited AAPL SELL 50       -> fill AAPL SELL 50 UNSOLICITED, breach UNSOLICITED_TRADE, position -20
    -> parent p1 grows to 120, child NEW c2 50
fill c1 70
fill c2 50                     -> parent p1 DONE 120/120, position 100
