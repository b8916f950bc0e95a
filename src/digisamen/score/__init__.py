"""The one rule that matters. Pure functions: an edition, an assessment and findings in, a scorecard out."""
