"""The gate of the norm: what must be right with an edition."""
