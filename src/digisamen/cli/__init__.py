"""The command line. Takes arguments, calls `digisamen.api`, writes the result. Holds no rule of the norm."""
