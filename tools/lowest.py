"""Prints the lowest versions that `pyproject.toml` allows of what the program needs, as pip reads them.

`LOWEST=1 ./scripts/test` runs all tests with these.
"""

import re
import sys
import tomllib
from pathlib import Path

LEAST = re.compile(r"([A-Za-z0-9._-]+)>=([0-9.]+)")


def lowest(pyproject: str) -> list[str]:
    """Return `name==version` for each requirement of the program and its extras, each once.

    Raises:
        ValueError: a requirement says no lowest version.
    """
    project = tomllib.loads(pyproject)["project"]
    extras = (one for needed in project["optional-dependencies"].values() for one in needed)
    found = {}
    for requirement in (*project["dependencies"], *extras):
        least = LEAST.fullmatch(requirement)
        if least is None:
            raise ValueError(requirement)
        found[least[1]] = least[2]
    return [f"{name}=={version}" for name, version in found.items()]


if __name__ == "__main__":
    root = Path(__file__).parent.parent
    sys.stdout.write("\n".join(lowest((root / "pyproject.toml").read_text(encoding="utf-8"))) + "\n")
