# TWAP: equal slices that rest a tick inside, cross when the next is due, all at the deadline.
# Rules: P6.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1
market AAPL 182.49/182.53
intent s1 AAPL -100 @0.5       -> parent p1 SELL 100 TWAP due 40s, child NEW c1 25 @182.52
    -> schedule p1 released 25 crossing 0 slices 3
acked c1
wait 9s
wait 1s                        -> child NEW c2 25 @182.52, child REPLACE c1 25 @182.49
    -> schedule p1 released 50 crossing 25 slices 2
acked c2
replaced c1
fill c1 25
wait 10s                       -> child NEW c3 25, child REPLACE c2 25 @182.49
acked c3
# The broker has not replaced it: the slice that was resting fills before it crosses.
fill c2 25 @182.52
replace rejected, too late c2  -> nothing
wait 10s                       -> child NEW c4 25, child REPLACE c3 25
acked c4
replaced c3
# Past the deadline there is nothing left to rest.
wait 10s                       -> child REPLACE c4 25 @182.49, schedule p1 released 100 crossing 100 slices 0
replaced c4
fill c3 25
fill c4 25                     -> parent p1 DONE 100/100, position -100
