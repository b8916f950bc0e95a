"""One organisation: from its assessment to its level report, the next steps, an explanation and a check of a report."""
