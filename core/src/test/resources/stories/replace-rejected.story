# A rejected replace leaves the old size in force; it is asked again after a while.
# Rules: P3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
acked c1
intent s1 AAPL +60             -> parent p1 shrinks to 60, child REPLACE c1 60
replace rejected c1            -> child c1 NEW 0/100
wait 1s                        -> child REPLACE c1 60
replaced c1                    -> child c1 NEW 0/60
fill c1 60                     -> parent p1 DONE 60/60
