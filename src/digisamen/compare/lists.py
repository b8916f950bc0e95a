"""What changed in the lists of an edition: a word that came or went, or one that now decides something else."""

from collections.abc import Iterator

from digisamen.compare.criterion import part
from digisamen.compare.fields import LISTS
from digisamen.model.change import Change, FieldChange
from digisamen.model.criteria import Edition


def changed_lists(old: Edition, new: Edition) -> Iterator[Change]:
    """Return the changes in the lists; the id of each is `list/word`."""
    for name, properties in LISTS.items():
        before, after = old.listed(name), new.listed(name)
        for word in dict.fromkeys((*before, *after)):
            if word not in before or word not in after:
                yield Change(f"{name}/{word}", "lijst-erbij" if word in after else "lijst-weg", "", 0)
                continue
            found = [FieldChange(path, part(before[word], path), part(after[word], path)) for path in properties]
            if name == "works":
                levels = old.text.tender.recommended, new.text.tender.recommended
                found.append(FieldChange("recommended", levels[0].get(word), levels[1].get(word)))
            fields = tuple(change for change in found if change.old != change.new)
            if fields:
                yield Change(f"{name}/{word}", "lijst-anders", "", 0, fields)
