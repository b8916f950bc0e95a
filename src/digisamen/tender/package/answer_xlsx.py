"""The answer form as a workbook, `antwoord.xlsx`, empty or filled in as far as answers are known."""

from collections.abc import Sequence
from datetime import date

from digisamen.model.problem import missing_extra
from digisamen.tender.package import answer_grids
from digisamen.tender.specification import Specification
from digisamen.tender.tables import Filled
from digisamen.text.texts import Texts

_NO_DAY = date(2000, 1, 1)
"""The day of a workbook for a request without a date: there is no clock here."""


def answer_workbook(spec: Specification, t: Texts, answers: Sequence[Filled] = (), *, version: str = "") -> bytes:
    """Return the workbook. The same specification and answers give the same bytes; `version` is that of the tool.

    Raises:
        DigisamenError: U023 when the extra for workbooks is not installed.
    """
    try:
        from digisamen.tender.package.workbook import workbook  # noqa: PLC0415  # an extra, and start-up
    except ModuleNotFoundError as missing:
        if missing.name != "openpyxl":
            raise
        raise missing_extra("xlsx") from None
    given = {one.id: one for one in answers}
    grids = (
        answer_grids.requirements(spec, t),
        answer_grids.answers(spec, t, given),
        answer_grids.proofs(spec, t, given),
        answer_grids.members(spec, t),
        answer_grids.version_of(spec, t, version),
    )
    tender = spec.tender
    day = tender.date if tender and tender.date else _NO_DAY
    return workbook(answer_grids.guide(spec, t), grids, day=day, language=t.language)
