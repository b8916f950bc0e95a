"""What HTML pages are made of: the page itself, and the rows of every chapter of the level report."""
