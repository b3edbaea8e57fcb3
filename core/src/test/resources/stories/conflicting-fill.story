# One execid, two stories: the second is set aside, and nothing new is sent before someone has looked.
# Rules: E1.
market AAPL 182.49/182.51
intent s1 AAPL +100 @0.9       -> parent p1 BUY 100, child NEW c1 100
fill c1 40 exec=e7             -> position 40
fill c1 50 exec=e7             -> no fill, breach EXECID_CONFLICT locks c1
# What reduces may go, what increases must wait.
intent s1 AAPL +150            -> parent p1 grows to 150 waits LOCKED
intent s1 AAPL +90             -> parent p1 shrinks to 90 resumes, child REPLACE c1 90
replaced c1 cum=40
intent s1 AAPL +150            -> parent p1 grows to 150 waits LOCKED
resolve AAPL                   -> parent p1 resumes, child NEW c2 60
# The same number on another trade date is another execution.
fill c1 50 exec=e7 date=2026-01-06
    -> position 90
