# The broker refuses what nobody wants any more: nothing has failed, and the other side need not rest.
# Rules: P4, P5, O4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
intent s1 AAPL -50             -> child CANCEL c1
rejected c1                    -> parent p1 CANCELLED 0/100 REVERSED, parent p2 SELL 50, child NEW c2 50, order o1 REJECTED
