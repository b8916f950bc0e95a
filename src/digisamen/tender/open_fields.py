"""What a request still leaves open. An open field makes every rendering a draft."""

from collections.abc import Iterator

from digisamen.model.criteria import Edition
from digisamen.tender.request import AskedLevel, Tender

ALWAYS = (
    "id",
    "date",
    "client.name",
    "contract.name",
    "contract.work",
    "contract.form",
    "contract.regime",
    "contract.value",
    "proof.checked_by",
    "uri_base",
)
"""Fields that no final annex can do without."""


def open_fields(edition: Edition, tender: Tender) -> tuple[str, ...]:
    """Return the paths of the fields that are still to be filled in, such as `levels.dsgo.reason`."""
    fields = [path for path in ALWAYS if _at(tender, path) is None]
    least = recommended(edition, tender)
    for theme, asked in tender.levels.items():
        fields += [f"levels.{theme}.{name}" for name in _of_level(asked, least, award="gunning" in tender.use)]
    if tender.thresholds.apply == "nee" and tender.thresholds.reason is None:
        fields.append("thresholds.reason")
    if tender.admits and tender.use_reason is None:
        fields.append("use_reason")
    return tuple(fields)


def _at(part: object, path: str) -> object:
    for name in path.split("."):
        part = getattr(part, name)
    return part


def recommended(edition: Edition, tender: Tender) -> int | None:
    """Return the level that the edition recommends for this work, if it recommends one."""
    return edition.text.tender.recommended.get(tender.contract.work or "")


def _of_level(asked: AskedLevel, least: int | None, *, award: bool) -> Iterator[str]:
    if asked.level is None:
        yield "level"
    if asked.reason is None and asked.level != 0:
        yield "reason"
    if award and asked.award is not None and asked.benefit is None:
        yield "benefit"
    if asked.level is not None and least is not None and asked.level < least and asked.explanation is None:
        yield "explanation"
