# A reject that no retry helps: FAILED, and a rest that only another target or a resume ends sooner.
# Rules: P5, P7, O4.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
rejected c1                    -> parent p1 FAILED 0/100, breach PARENT_FAILED, order o1 REJECTED 0/100
# The strategy repeats itself every second: the broker is left alone.
intent s1 AAPL +100
wait 1s
intent s1 AAPL +100
wait 1s
# Another target is another matter.
intent s1 AAPL +90             -> parent p2 BUY 90, child NEW c2 90
rejected c2                    -> parent p2 FAILED, breach PARENT_FAILED
intent s1 AAPL +90
# And so is a resume.
resume AAPL                    -> parent p3 BUY 90, child NEW c3 90
fill c3 90                     -> parent p3 DONE 90/90
