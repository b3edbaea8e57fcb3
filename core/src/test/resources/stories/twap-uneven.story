# Slices are in whole lots: the first ones are rounded up, the last takes what is left.
# Rules: N2, N3, P6.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1
instrument 7203 lot=100 tick=0.5
market 7203 2500.0/2502.0
intent s1 7203 +550 @0.5       -> parent p1 BUY 500 TWAP, child NEW c1 200 @2500.5
fill c1 200                    -> position 200
wait 10s                       -> child NEW c2 100
fill c2 100
wait 10s                       -> child NEW c3 100
fill c3 100
wait 10s                       -> child NEW c4 100
# What is below a lot stays required and is not worked.
fill c4 100                    -> parent p1 DONE 500/500, requirement 7203 +50
wait 60s
# With another fifty it is a lot again.
intent s2 7203 +50 @1          -> requirement +100, parent p2 BUY 100, child NEW c5 100 @2502
fill c5 100                    -> parent p2 DONE 100/100, requirement 7203 0
