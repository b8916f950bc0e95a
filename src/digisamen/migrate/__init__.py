"""An assessment, moved to another edition."""
