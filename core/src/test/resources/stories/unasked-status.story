# A status that nobody asked for answers nothing: the request stays outstanding.
# Rules: O2, O3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
status c1                      -> child c1 NEW 0/100
intent s1 AAPL 0               -> child CANCEL c1
status c1                      -> child c1 owes CANCEL
cancelled c1                   -> parent p1 CANCELLED 0/100
