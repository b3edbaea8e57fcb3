# Four strategies' second thoughts: up, down, up again, and a reversal; never both sides live.
# Rules: N2, N3, P2, P3, P4.
market IBM 120.00/120.02
intent strat1 IBM +100 @0.9    -> parent p1 BUY 100 IMMEDIATE, child NEW c1 100 @120.02
acked c1
fill c1 20                     -> position 20, requirement IBM +80
# Still +30 needed: 50 of the 80 that are open must go. strat1 has bought 20 and 50 from strat2.
intent strat2 IBM -50 @0.9     -> target 50, requirement IBM +30
    -> fill CROSS 50 @120.01, strat strat1 70, strat strat2 -50, parent p1 shrinks to 50, child REPLACE c1 50
replaced c1                    -> child c1 PARTIAL 20/50
intent strat3 IBM +40 @0.9     -> target 90, requirement IBM +70, parent p1 grows to 90, child NEW c2 40
acked c2
fill c1 30                     -> position 50, requirement IBM +40, child c1 FILLED
intent strat1 IBM +10          -> target 0, requirement IBM -50, fill CROSS 23, strat strat1 60, strat strat3 40, child CANCEL c2
# Not before the broker has confirmed it is 50 sold.
wait 1s
cancelled c2                   -> parent p1 CANCELLED 50/90 REVERSED, parent p2 SELL 50, child NEW c3 50 @120.00
acked c3
fill c3 50                     -> position 0, requirement IBM 0, parent p2 DONE 50/50
now                            -> position 0
