"""The tender package: the specification as tables, data and an answer form, for computers."""
