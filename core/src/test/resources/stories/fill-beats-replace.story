# More fills than the replace would leave: the broker answers with what there is, and it is done.
# Rules: P4, P5, O3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +60             -> parent p1 shrinks to 60, child REPLACE c1 60
fill c1 80                     -> position 80, requirement -20
replaced c1                    -> child c1 FILLED 80/80, parent p1 DONE 80/60, parent p2 SELL 20, child NEW c2 20
fill c2 20                     -> parent p2 DONE 20/20, position 60
