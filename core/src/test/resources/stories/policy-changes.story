# A policy that changes holds from then on; one that cannot be is refused and changes nothing.
# Rules: P2.
market AAPL 182.49/182.51
policy lot=0                   -> reject POLICY_INVALID
policy quotefreshms=0          -> reject POLICY_INVALID
policy rulesversion=9          -> reject POLICY_INVALID
policy rulesversion=1 lot=100 quotefreshms=10000
intent s1 AAPL +150 @0.9       -> parent p1 BUY 100, child NEW c1 100
instrument AAPL lot=10
    -> parent p1 grows to 150, child NEW c2 50
instrument AAPL lot=0          -> reject POLICY_INVALID
route AAPL broker=             -> reject POLICY_INVALID
