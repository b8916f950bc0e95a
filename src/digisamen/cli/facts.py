"""Reads `--fact FACT=ja|nee`."""

from collections.abc import Collection, Sequence

from digisamen.cli.options import one_of
from digisamen.model.problem import DigisamenError


def parse_facts(said: Sequence[str], known: Collection[str]) -> dict[str, str]:
    """Return the facts that were given, by name.

    Raises:
        DigisamenError: U010 another form than FACT=ja or FACT=nee, U004 an unknown fact.
    """
    facts: dict[str, str] = {}
    for text in said:
        name, _, value = text.partition("=")
        if value not in {"ja", "nee"}:
            raise DigisamenError("U010", value=text)
        facts[one_of(name, known, "--fact")] = value
    return facts
