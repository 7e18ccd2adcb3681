"""From many observations to one: what a total is made of, how much of it is covered, and what it is set beside.

Comes in: what the ledger says of cells, and the units of each era. Goes out: figures of every unit with plan, last
year, path and rank. ``rules`` and ``oracle`` say what is right; every engine equals them, cell by cell.
"""
