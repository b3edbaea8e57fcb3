# A fill for a child that nobody knows moves the position, and the strategies make good of it.
# Rules: N3, P3, E2, S4.
market AAPL 182.49/182.51
fill #77 AAPL BUY 20 @182.40   -> fill AAPL 20 UNKNOWN_CHILD, breach UNKNOWN_CHILD AAPL, position 20, strat _house 20
intent s1 AAPL +100 @0.9       -> requirement +80, parent p1 BUY 80, child NEW c1 80
# It is what s1 wants, and so it is s1's.
fill #78 AAPL BUY 30           -> fill AAPL 30 UNKNOWN_CHILD, breach UNKNOWN_CHILD, position 50, strat s1 30, parent p1 shrinks to 50
# The cut waits for the acknowledgement.
acked c1                       -> child REPLACE c1 50
acked #79 sym=AAPL             -> breach UNKNOWN_CHILD
