"""The layout decree (ND 30/2020/NĐ-CP) as rules over any Word file."""
