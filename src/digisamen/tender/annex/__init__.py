"""The annex of a request."""
