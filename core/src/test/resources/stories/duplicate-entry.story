# The sequencer writes an entry twice after a crash: it counts once.
# Rules: P3, S3.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
entry again                    -> nothing
fill c1 40                     -> position 40
entry again                    -> nothing
adjust AAPL +5                 -> position 45, parent p1 shrinks to 95, child REPLACE c1 95
entry again                    -> nothing
halt AAPL                      -> parent p1 waits SYMBOL_HALTED
entry again                    -> nothing
opening MSFT 70                -> position MSFT 70
entry again                    -> nothing
