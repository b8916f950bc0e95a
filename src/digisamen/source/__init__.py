"""Files and YAML as they stand on disk. The only room that knows PyYAML."""
