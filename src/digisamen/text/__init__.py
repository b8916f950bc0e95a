"""Floor 1: every sentence that a user can see, in Dutch and English, as data."""
