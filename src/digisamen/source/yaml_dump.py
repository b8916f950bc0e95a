"""Plain data as YAML text, for people who read a specification and for programs that do not read JSON."""

from typing import Any

import yaml


def dump_yaml(data: Any) -> str:
    """Return `data` as YAML in its own order, texts on one line each."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
