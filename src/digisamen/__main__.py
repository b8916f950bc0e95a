"""Lets `python -m digisamen` do what `digisamen` does."""

import sys

from digisamen.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
