"""Floor 3: many organisations at once: what a new edition does to them, and which counts may be published."""
