# Quotes that cannot be are refused, older ones are passed over, and nothing trades on either.
# Rules: R3.
intent s1 AAPL +100 @0.9               -> parent p1 BUY 100 waits NO_QUOTE
quote AAPL NaN/182.51                  -> reject PRICE_INVALID
quote AAPL -1/182.51                   -> reject PRICE_INVALID
quote AAPL 182.51/182.49               -> reject QUOTE_CROSSED
quote AAPL 182.49/182.51 time=6s       -> reject FUTURE
quote '' 182.49/182.51                 -> reject NAME_INVALID
quote AAPL 182.49/0                    -> parent p1 waits NO_ASK
quote AAPL 182.49/182.51 time=-1s      -> nothing
quote AAPL 182.49/182.51               -> parent p1 resumes, child NEW c1 100 @182.51
