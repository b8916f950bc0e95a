"""The level in a tender: which requirements, what is open, is it in proportion, and does an answer meet it."""
