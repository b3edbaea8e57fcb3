# Intents that nobody can mean are refused by name, and what stood stands.
# Rules: N1, P2.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9               -> parent p1 BUY 100, child NEW c1 100
intent s1 AAPL +200 @0.9 time=-1s      -> reject STALE AAPL s1
intent s1 AAPL +200 @0.9 time=6s       -> reject FUTURE AAPL s1
intent s1 AAPL +200 @NaN               -> reject URGENCY_RANGE AAPL s1
intent s1 AAPL +200 @-0.1              -> reject URGENCY_RANGE
intent s1 AAPL +200 @1.1               -> reject URGENCY_RANGE
intent s1 AAPL +2000000000 @0.9        -> reject QTY_RANGE
intent s1 AAPL -9223372036854775808    -> reject QTY_RANGE
intent s2 AAPL +999999999              -> reject QTY_RANGE AAPL s2
intent '' AAPL +100                    -> reject EMPTY_STRAT
intent _house AAPL +100                -> reject RESERVED_STRAT
intent a|b AAPL +100                   -> reject NAME_INVALID
intent s1 '' +100                      -> reject NAME_INVALID
# A little ahead is what clocks are; the same time again is a change of mind.
intent s1 AAPL +120 @0.9 time=4s       -> parent p1 grows to 120, child NEW c2 20
intent s1 AAPL +130 @0.9               -> reject STALE
intent s1 AAPL +130 @0.9 time=4s       -> parent p1 grows to 130, child NEW c3 10
now                                    -> target AAPL 130, strat s1 0 wants 130
