"""The norm and its keepers: the gate, what changed, the release, the pages."""
