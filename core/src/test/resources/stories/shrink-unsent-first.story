# Less is wanted while most is not sent yet: the schedule is cut, no child is touched.
# Rules: P3, P6.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.3       -> parent p1 BUY 100 TWAP, child NEW c1 10
acked c1
intent s1 AAPL +40             -> parent p1 shrinks to 40
wait 30s                       -> child NEW c2 4 @182.5, child REPLACE c1 10 @182.51
replaced c1
acked c2
# Only now does it reach what is at the broker.
intent s1 AAPL +12             -> parent p1 shrinks to 12, child REPLACE c2 2
replaced c2
fill c1 10
fill c2 2                      -> parent p1 DONE 12/12
