"""Whether an edition has what somebody asks of it on the command line or from a program."""

from digisamen.model.asked import Asked
from digisamen.model.criteria import Edition
from digisamen.model.problem import DigisamenError
from digisamen.read.errors import near


def check_asked(asked: Asked, edition: Edition) -> None:
    """Refuse an asked level that the edition does not have.

    Raises:
        DigisamenError: U004 an unknown theme, U005 a level above the highest.
    """
    if asked.theme is not None and asked.theme not in edition.text.themes:
        values = {"value": asked.theme, "field": "--require", "near": near(asked.theme, edition.text.themes)}
        raise DigisamenError("U004", known=", ".join(edition.text.themes), **values)
    if asked.level > edition.top_level:
        raise DigisamenError("U005", value=str(asked.level))


def check_subsector(subsector: str, edition: Edition) -> None:
    """Refuse a subsector for which the edition has no criteria of its own.

    Raises:
        DigisamenError: U012.
    """
    if not edition.has_own(subsector):
        known = ", ".join(s for s in edition.text.subsectors if edition.has_own(s))
        raise DigisamenError("U012", value=subsector, edition=edition.number, known=known)
