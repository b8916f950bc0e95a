"""The questions: a new `org.yaml`."""
