# Ends that leave something open are refused; a count below ours is reported and believed in nothing.
# Rules: E6, E7.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40
expired c1 leaves=60           -> reject CUMQTY_CONTRADICTS c1
expired c1 cum=30              -> breach CUMQTY_DISAGREES c1, child c1 CANCELLED 40/100 cum 40, parent p1 waits EXPIRED
wait 1s                        -> parent p1 resumes, child NEW c2 60
# After the end it counts more than we have: it can only be a fill that we miss.
expired c1 cum=50              -> breach CUMQTY_DISAGREES c1
fill c2 60                     -> parent p1 DONE 100/100
