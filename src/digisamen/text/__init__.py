"""Every sentence that a user can see, in Dutch and English, as data."""
