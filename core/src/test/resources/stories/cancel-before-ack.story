# A NEW that is not acknowledged yet may be cancelled; the acknowledgement comes late and changes nothing.
# Rules: P5, O3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
intent s1 AAPL 0               -> child CANCEL c1
acked c1                       -> nothing
cancelled c1                   -> parent p1 CANCELLED 0/100
acked c1                       -> nothing
cancelled c1                   -> nothing
