# Less than a lot is wanted: what is open goes, since none of it is.
# Rules: P3, P5.
instrument 7203 lot=100 tick=0.5
market 7203 2500.0/2502.0
intent s1 7203 +150 @0.9       -> parent p1 BUY 100, child NEW c1 100, requirement +150
acked c1
intent s1 7203 +50             -> requirement +50, parent p1 shrinks to 50, child CANCEL c1
cancelled c1                   -> parent p1 CANCELLED 0/50 WITHDRAWN
