"""Reports told as sheets: what to say, in one language, before any format is chosen."""
