# A running statement is compared only; three that disagree while nothing is in flight lock the symbol.
# Rules: S2, S3.
market AAPL 182.49/182.51
opening AAPL 100 s1 100        -> position 100
intent s1 AAPL +100 @0.9
running AAPL 100               -> nothing
running AAPL 90                -> nothing
running AAPL 90                -> nothing
running AAPL 100               -> nothing
running AAPL 90                -> nothing
running AAPL 90                -> nothing
running AAPL 90                -> breach POSITION_DISAGREES locks AAPL
intent s1 AAPL +120            -> parent p1 BUY 20 waits LOCKED
# The back office was right; an operator says so.
adjust AAPL -10                -> position 90, strat _house -10, parent p1 grows to 30
resolve AAPL                   -> parent p1 resumes, child NEW c1 30
# With a fill in flight no statement can disagree.
running AAPL 120               -> nothing
running AAPL 120               -> nothing
running AAPL 120               -> nothing
fill c1 30                     -> parent p1 DONE 30/30
running AAPL 120               -> nothing
