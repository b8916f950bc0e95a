"""Floor 6: the command line. Gathers arguments, calls `digisamen.api`, writes the result. Holds no rule of the norm."""
