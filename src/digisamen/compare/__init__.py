"""Floor 3: two editions side by side. Nothing here reads a file."""
