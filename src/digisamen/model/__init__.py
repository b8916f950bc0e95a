"""Floor 0: the types. Nothing here reads, computes a level or shows anything."""
