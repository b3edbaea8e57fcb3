# Nothing is sent on a quote that has grown old, and the first fresh one is acted on.
# Rules: R3.
quote AAPL 182.49/182.51
wait 10s
wait 1s
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100 waits STALE_QUOTE
wait 5s
# One that was old when it came is as old as it says.
quote AAPL 182.50/182.52 time=-11s
quote AAPL 182.50/182.52 time=-9s
    -> parent p1 resumes, child NEW c1 100 @182.52
acked c1
wait 5s
# Cancels need no price.
intent s1 AAPL 0               -> child CANCEL c1
