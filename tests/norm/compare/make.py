"""Editions for the tests of comparing: the small one of the gate, with changes in it."""

import copy

from digisamen import api
from digisamen.model.criteria import Content, Edition
from tests.norm.check.test_rules import BASE

OLD = api.load_edition("2020.1", str(BASE)).value
NUMBER = "2021.1"
GONE = object()


def edition(*changes, log=None, base=OLD):
    """Returns the next edition: `base` with changes as (dotted path below the content, value)."""
    data = copy.deepcopy(base.content.model_dump(mode="json", by_alias=True))
    data["edition"]["edition"] = NUMBER
    data["changes"] = {"previous": base.number, "changes": log or {}}
    for path, value in changes:
        *way, last = path.split(".")
        inner = data
        for name in way:
            inner = inner.setdefault(name, {})
        if value is GONE:
            del inner[last]
        else:
            inner[last] = value
    return Edition(content=Content.model_validate(data), record=base.record, digest="0" * 64)


def criterion(name, like="STD-G-01", **fields):
    """Returns a change that adds a criterion, like another one."""
    data = OLD.criteria[like].model_dump(mode="json", by_alias=True)
    return f"criteria.{name}", {**data, "id": name, "since": NUMBER, **fields}


def lapsed(name, *successors):
    """Returns the changes that let a criterion lapse."""
    return [
        (f"criteria.{name}.state", "vervallen"),
        (f"criteria.{name}.retired_in", NUMBER),
        (f"criteria.{name}.reason", {"nl": "Niet meer nodig.", "en": "No longer needed."}),
        (f"criteria.{name}.replaced_by", list(successors)),
    ]


def both(text):
    return {"nl": text, "en": f"{text} (en)"}
