# HALT of a symbol: nothing new, but cancels go; its time does not count for the schedule.
# Rules: P6, R2.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1
market AAPL 182.49/182.53
intent s1 AAPL +100 @0.5       -> parent p1 BUY 100 due 40s, child NEW c1 25
fill c1 25
wait 5s
halt AAPL                      -> parent p1 waits SYMBOL_HALTED
wait 60s
resume AAPL                    -> parent p1 delayed resumes due 100s
wait 4s
wait 1s                        -> child NEW c2 25 @182.50
acked c2
halt AAPL                      -> parent p1 waits SYMBOL_HALTED
intent s1 AAPL +200            -> parent p1 grows to 200
intent s1 AAPL +30             -> parent p1 shrinks to 30, child REPLACE c2 5
replaced c2
fill c2 5                      -> parent p1 DONE 30/30
intent s1 AAPL +40             -> parent p2 BUY 10 waits SYMBOL_HALTED
# What brings the position nearer to nothing may go.
intent s1 AAPL -100 @1         -> parent p2 CANCELLED, parent p3 SELL 130 waits SYMBOL_HALTED, child NEW c3 30
fill c3 30                     -> position 0
wait 10s
resume AAPL                    -> parent p3 resumes, child NEW c4 100
