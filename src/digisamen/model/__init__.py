"""The types that two or more rooms share. Nothing here reads, computes a level or shows anything."""
