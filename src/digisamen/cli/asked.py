"""Reads `--require [THEME=]LEVEL[@ASSURANCE]`."""

import re

from digisamen.model.asked import Asked
from digisamen.model.assessment import Assurance
from digisamen.model.problem import DigisamenError

_FORM = re.compile(r"(?:(?P<theme>[a-z][a-z-]*)=)?(?P<level>[0-9])(?:@(?P<assurance>[a-z]+))?")


def parse_asked(text: str) -> Asked:
    """Return the asked level; without an assurance it is asked at onderbouwd.

    Raises:
        DigisamenError: U005 when it has another form.
    """
    found = _FORM.fullmatch(text.strip().casefold())
    words = {a.word: a for a in Assurance}
    assurance = words.get((found["assurance"] if found else None) or Assurance.ONDERBOUWD.word)
    if found is None or assurance is None:
        raise DigisamenError("U005", value=text)
    return Asked(int(found["level"]), found["theme"], assurance)
