"""Calendar days as people write them in YAML: `2026-11-22`, and nothing else."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)


def _day(value: object) -> object:
    """Refuse what pydantic would read kindly, such as the number 0 for 1 January 1970."""
    if isinstance(value, date) or value is None:
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("day_form", "not a day")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("day_exists", "no such day") from None
    if not EARLIEST <= day <= LATEST:
        raise PydanticCustomError("day_range", "out of range")
    return day


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]


def add_months(day: date, months: int) -> date:
    """Return the same day `months` calendar months later; the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for candidate in range(day.day, 27, -1):
        try:
            return date(year, month + 1, candidate)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 27))
