"""What Word documents are made of: the empty document, its styles, and every block as XML of Word."""
