"""The release of an edition."""
