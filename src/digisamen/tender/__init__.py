"""The level in a tender."""
