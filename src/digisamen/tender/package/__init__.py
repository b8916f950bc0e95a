"""The files of a tender package."""
