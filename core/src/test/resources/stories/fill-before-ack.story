# A fill implies the acknowledgement; the acknowledgement that limps behind it changes nothing.
# Rules: O1, O4, E4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 30                     -> child c1 PARTIAL 30/100, order o1 PARTIAL 30/100 pending 70
acked c1                       -> nothing
# Nothing is owed any more: it may be replaced.
intent s1 AAPL +50             -> parent p1 shrinks to 50, child REPLACE c1 50
