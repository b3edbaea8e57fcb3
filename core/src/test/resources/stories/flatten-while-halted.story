# Under a HALT a FLATTEN still gets out, and follows the market to do so.
# Rules: R2.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 100                    -> parent p1 DONE 100/100
halt
flatten                        -> parent p2 SELL 100, child NEW c2 100 @182.49
acked c2
market AAPL 182.40/182.42
wait 1s                        -> child REPLACE c2 100 @182.40
replaced c2
fill c2 100                    -> position 0, parent p2 DONE 100/100
