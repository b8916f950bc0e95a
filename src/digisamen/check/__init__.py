"""The gate of the norm: what must be right with an edition, one rule per function. `rules.py` lists them all."""
