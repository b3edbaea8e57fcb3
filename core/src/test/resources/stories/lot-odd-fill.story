# A fill of an odd quantity: what is sent and what is cut stay whole lots.
# Rules: P3, P5.
instrument 7203 lot=100 tick=0.5
market 7203 2500.0/2502.0
intent s1 7203 +300 @0.9       -> parent p1 BUY 300, child NEW c1 300
acked c1
fill c1 137
intent s1 7203 +200            -> parent p1 shrinks to 200, child REPLACE c1 200
replaced c1
expired c1                     -> child c1 CANCELLED 137/200, parent p1 DONE 137/137
