# A child does not follow the market out of the collar either, and the limit says so (R1, R4).
# Rules: R1, R4.
policy repricems=1000
limit COLLAR 0.01
quote AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100 @182.51
acked c1
wait 2s
quote AAPL 182.49/192.51       -> breach LIMIT_COLLAR p1, parent p1 waits LIMIT_COLLAR
quote AAPL 182.50/182.52       -> parent p1 resumes, child REPLACE c1 100 @182.52
replaced c1
fill c1 100 @182.52            -> parent p1 DONE 100/100
