"""Floor 2: from plain data to validated models, with every problem found at once."""
