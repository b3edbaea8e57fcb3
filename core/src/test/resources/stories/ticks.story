# Prices are whole ticks: a buy rounds to what trades or rests, never beyond it.
# Rules: P6.
policy algos=0.5:TWAP:40s:4/1:IMMEDIATE:0s:1
instrument XYZ lot=1 tick=0.05
quote XYZ 10.02/10.13
# Rests one tick above the tick that the bid is on; crosses at the first tick not below the ask.
intent s1 XYZ +40 @0.5         -> parent p1 BUY 40, child NEW c1 10 @10.05
intent s1 XYZ +40 @1           -> parent p1 hastens, child NEW c2 30 @10.15
acked c1                       -> child REPLACE c1 10 @10.15
replaced c1
fill c2 30
fill c1 10                     -> parent p1 DONE 40/40
quote XYZ 10.02/10.13
intent s1 XYZ 0 @0.5           -> parent p2 SELL 40, child NEW c3 10 @10.1
intent s1 XYZ 0 @1             -> parent p2 hastens, child NEW c4 30 @10
fill c3 10
fill c4 30                     -> parent p2 DONE 40/40
