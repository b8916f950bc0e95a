"""The annex to a tender, the motivation memo and the plain specification: which blocks, as sheets."""
