"""A document as blocks, and one writer per format. Knows no report."""
