"""The level report as a page."""
