"""Changes that a plan makes in the text of a file: where its owner's words stay as they are."""
