# A rise in urgency brings deadline and algorithm nearer, and nothing takes them back.
# Rules: P6.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.2       -> parent p1 BUY 100 TWAP @0.2 due 300s, child NEW c1 10 @182.5
acked c1
wait 20s
intent s1 AAPL +100 @0.5       -> parent p1 hastens TWAP @0.5 due 80s
intent s1 AAPL +100 @0.1       -> target 100 @0.1
wait 10s                       -> child REPLACE c1 10 @182.51, child NEW c2 18 @182.5
replaced c1
acked c2
intent s1 AAPL +100 @1         -> parent p1 hastens IMMEDIATE, child REPLACE c2 18 @182.51, child NEW c3 72 @182.51
intent s1 AAPL +100 @0.1
acked c3
replaced c2
fill c1 10
fill c2 18 @182.5
fill c3 72                     -> parent p1 DONE 100/100
