"""From plain data to validated models, with every problem found at once."""
