# One request at a time: a second change of mind waits for the first one's answer.
# Rules: P3, O3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +60             -> parent p1 shrinks to 60, child REPLACE c1 60
intent s1 AAPL +30             -> parent p1 shrinks to 30
intent s1 AAPL +20             -> parent p1 shrinks to 20
replaced c1                    -> child REPLACE c1 20
intent s1 AAPL 0               -> requirement 0
replaced c1                    -> child CANCEL c1
cancelled c1                   -> parent p1 CANCELLED 0/20
