"""Floor 4: decides what a report holds and in which order. Pure, and in no language."""
