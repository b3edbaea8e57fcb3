# A fill of nobody's child is taken back: from where it was put.
# Rules: E2, E3, S4.
market AAPL 182.49/182.51
fill #77 AAPL BUY 20           -> fill AAPL 20 UNKNOWN_CHILD, breach UNKNOWN_CHILD, position 20, strat _house 20
bust e1                        -> fill AAPL -20 BUST, position 0, strat _house 0
