# A revived order that nothing wants is cancelled, and nothing goes to the other side before.
# Rules: P4, O4, E3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 60
fill c1 40                     -> parent p1 DONE 100/100
intent s1 AAPL +60             -> parent p2 SELL 40, child NEW c2 40
fill c2 40                     -> parent p2 DONE 40/40, position 60
bust e2 leaves=40              -> fill c1 -40 BUST, position 20, requirement +40, child c1 PARTIAL 60/100, parent p3 BUY 40
intent s1 AAPL -20             -> child CANCEL c1, parent p3 CANCELLED REVERSED
cancelled c1                   -> order o1 CANCELLED 60/100, parent p4 SELL 40, child NEW c3 40
fill c3 40                     -> parent p4 DONE 40/40, position -20
