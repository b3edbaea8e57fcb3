# Less is wanted, and the venue can replace: the newest child is cut to what is still needed.
# Rules: P3, O1, O4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +150            -> parent p1 grows to 150, child NEW c2 50
acked c2
# The total names what is filled too.
fill c2 10
intent s1 AAPL +130            -> parent p1 shrinks to 130, child REPLACE c2 30 @182.51
replaced c2                    -> child c2 PARTIAL 10/30, order o2 PARTIAL 10/30 pending 20
# More than the newest holds: it goes whole, the older one is cut.
intent s1 AAPL +90             -> parent p1 shrinks to 90, child CANCEL c2, child REPLACE c1 80
replaced c1
cancelled c2                   -> order o2 CANCELLED 10/30
fill c1 80                     -> parent p1 DONE 90/90, position 90
