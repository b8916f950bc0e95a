"""digisamen: levels of digital collaboration in the built environment. Programs import `digisamen.api`."""

__version__ = "0.1.0"
