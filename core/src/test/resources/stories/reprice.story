# An order that should cross follows the market, but stays at its price for a while first.
# Rules: O3.
policy repricems=2000
quote AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100 @182.51
acked c1
quote AAPL 182.50/182.52
wait 1s
wait 1s                        -> child REPLACE c1 100 @182.52
# One request at a time.
quote AAPL 182.52/182.54
replaced c1                    -> child c1 0/100
wait 1s
wait 1s                        -> child REPLACE c1 100 @182.54
fill c1 30 @182.54
replaced c1                    -> child c1 PARTIAL 30/100
# It is marketable still: nothing to follow.
quote AAPL 182.45/182.47
wait 5s
fill c1 70                     -> parent p1 DONE 100/100
