"""What a change says: the same words for the same change in every format."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from digisamen.model.change import Change, FieldChange, Scalar
from digisamen.model.criteria import Edition
from digisamen.model.fields import field_at
from digisamen.norm.compare.compared import Compared
from digisamen.paper.labels import lower_first
from digisamen.text.texts import Texts

COMES = {"nieuw", "aangekondigd", "samengevoegd"}
"""Kinds of a criterion that was not there or did not count; its sentence is told."""
TELLS = {"vervallen", "strenger", "soepeler"}
"""Kinds whose name says already which way it goes."""
WHOLE = ("title", "requirement")
"""Texts that are shown whole; of the others only their names, because they are long."""
WORDS = {"languages", "methods", "phases"}
"""Properties of an edition that are lists of words: each word comes or goes."""
LONG = 160
"""From how many characters the old and the new text of a property are not shown, but named."""


def change_line(changes: Sequence[Change], compared: Compared, t: Texts, *, ways: bool = True) -> str:
    """Return what changed at one id as one line: its name, with `ways` which way it goes, what changed, and why."""
    direction = next(filter(None, (way(c, compared, t) for c in changes)), "") if ways else ""
    reason = next(filter(None, (why(c, compared, t) for c in changes)), "")
    said = " ".join(filter(None, (*(what(c, compared, t) for c in changes), reason)))
    return f"{change_name(changes[0], compared, t)}{direction}" + (f": {said}" if said else "")


def change_name(change: Change, compared: Compared, t: Texts) -> str:
    """Return what changed: the code and title of a criterion, or the list and the label of an entry."""
    if not change.theme:
        name, _, word = change.id.partition("/")
        if name == "edition":
            return t(f"diff.whole.{word}")
        edition = compared.new if word in compared.new.listed(name) else compared.old
        return f"{t(f'diff.list.{name}')} {_quoted(label(edition, name, word, t), word)}"
    criterion = compared.new.criteria.get(change.id) or compared.old.criteria[change.id]
    return f"{change.id} {t.of(criterion.title)}"


def _quoted(text: str, word: str) -> str:
    return text if text == word else f"{text} ({word})"


def way(change: Change, compared: Compared, t: Texts) -> str:
    """Return in brackets whether a change asks more or less; of a new criterion whether it is required."""
    if change.kind in COMES and change.fields:
        return f" ({t(f'word.{compared.new.criteria[change.id].obligation}')})"
    if change.kind == "tekst":
        word = change.text_class or ("none" if compared.checked else "")
    else:
        word = change.direction if change.kind not in TELLS and change.direction in {"strenger", "soepeler"} else ""
    return f" ({t(f'diff.way.{word}')})" if word else ""


def why(change: Change, compared: Compared, t: Texts) -> str:
    """Return why, as `changes.yaml` says it, or else why a criterion lapsed."""
    if change.kind == "engels-achter":
        return ""  # nobody does that on purpose
    note = compared.new.content.changes.changes.get(change.id) if compared.checked else None
    if note and compared.new.content.changes.previous == compared.old.number:
        return t.of(note.why)
    criterion = compared.new.criteria.get(change.id)
    lapsed = change.kind in {"vervallen", "gesplitst"}
    return t.of(criterion.reason) if lapsed and criterion and criterion.reason else ""


def what(change: Change, compared: Compared, t: Texts) -> str:
    """Return what changed, from what to what, in sentences."""
    if change.kind == "engels-achter":
        return t("diff.behind", fields=t.list(_text_name(f.path, compared, t) for f in change.fields))
    if change.kind in {"tekst", "vertaling"}:
        said = [*_texts(change, compared, t)]
    elif not change.theme:
        said = [*_properties(change, t)]
    else:
        said = [*_fields(change, compared, t)]
    if change.kind in COMES and change.fields:
        said.append(t.of(compared.new.criteria[change.id].requirement))
    if change.others:
        said.append(t(f"diff.others.{change.kind}", ids=t.list(change.others)))
    return " ".join(said)


def _fields(change: Change, compared: Compared, t: Texts) -> Iterator[str]:
    for (path, came, went), group in groupby(change.fields, key=lambda f: (f.path, f.old is None, f.new is None)):
        fields = [*group]
        if path == "state":
            if fields[0].old and change.kind not in {"vervallen", "gesplitst"}:
                yield t("diff.was", state=t(f"criteria.states.{fields[0].old}"))
        elif came:
            yield t("diff.came", field=field_name(path, compared, t), words=_values(fields, compared, t))
        elif went:
            yield t("diff.went", field=field_name(path, compared, t), words=_values(fields, compared, t))
        else:
            old = value(path, fields[0].old, compared.old, t)
            new = value(path, fields[0].new, compared.new, t)
            yield t("diff.change", field=field_name(path, compared, t), old=old, new=new)


def _values(fields: list[FieldChange], compared: Compared, t: Texts) -> str:
    """Return words that came or went, as a list; each in the words of the edition that has it."""
    found = [
        value(f.path, f.old, compared.old, t) if f.new is None else value(f.path, f.new, compared.new, t)
        for f in fields
    ]
    return t.list(found)


def field_name(path: str, compared: Compared, t: Texts) -> str:
    """Return the name of a field."""
    if path.startswith("applies.sizes."):
        size = path.rpartition(".")[2]
        edition = compared.new if size in compared.new.text.sizes else compared.old
        return t("diff.field.applies.sizes", size=label(edition, "sizes", size, t))
    return t(f"diff.field.{path}")


def value(path: str, word: Scalar, edition: Edition, t: Texts) -> str:
    """Return a value in words, or as it stands where there are none."""
    field = field_at(path)
    if word is None or isinstance(word, bool) or field is None:
        return _plain(word, t)
    if field.shown == "months":
        return t.count("criteria.months", int(word))
    if field.shown == "label":
        return label(edition, field.refers, str(word), t)
    key = f"{field.shown}.{word}"
    return t(key) if t.has(key) else str(word)


def label(edition: Edition, name: str, word: str, t: Texts) -> str:
    """Return how people know an entry of a list of the edition; the word itself where the list lacks it."""
    entry = edition.listed(name).get(word)
    for field in ("label", "name", "question", "term"):
        text = getattr(entry, field, None)
        if text is not None:
            return t.of(text)
    return word


def _in_language(change: Change, t: Texts) -> list[FieldChange]:
    """Return the fields of a change in a list: of a text that changed in both languages only the one of the reader."""
    fields: dict[str, FieldChange] = {}
    for number, field in enumerate(change.fields):
        path, _, language = field.path.rpartition(".")
        if language not in {"nl", "en"}:
            fields[str(number)] = field
        elif language == t.language or path not in fields:
            fields[path] = field
    return [*fields.values()]


def _properties(change: Change, t: Texts) -> Iterator[str]:
    """Return the properties that changed, whole; of long texts only the names."""
    long: list[str] = []
    for field in _in_language(change, t):
        old, new = (_plain(word, t).rstrip(".") for word in (field.old, field.new))
        path = field.path.removesuffix(".nl").removesuffix(".en")
        name = _property_name(path, t)
        if path != field.path and len(old) + len(new) > LONG:
            long.append(lower_first(name))
        elif path != field.path or " " in old + new or path in WORDS:
            key = "text_came" if field.old is None else "text_went" if field.new is None else "text"
            yield t(f"diff.{key}", field=name, old=old, new=new)
        else:
            yield t("diff.change", field=name, old=old, new=new)
    if long:
        yield t("diff.texts", fields=t.list(long))


def _property_name(path: str, t: Texts) -> str:
    """Return the name of a property; behind a dot or a space stands what it is about, such as a level."""
    first, _, about = path.replace(" ", ".", 1).partition(".")
    title = t(f"diff.property.{first}")
    return t("diff.about", field=title, about=about) if about else title


def _plain(word: Scalar, t: Texts) -> str:
    if word is None:
        return t("word.none")
    if isinstance(word, bool):
        return t("word.yes" if word else "word.no")
    return str(word)


def _texts(change: Change, compared: Compared, t: Texts) -> Iterator[str]:
    """Return the texts that changed; in the language of the reader where that one changed too."""
    fields: dict[str, FieldChange] = {}
    for field in change.fields:
        path, _, language = field.path.rpartition(".")
        if language == t.language or path not in fields:
            fields[path] = field
    for path in WHOLE:
        if path in fields:
            old, new = (str(said or "").rstrip(".") for said in (fields[path].old, fields[path].new))
            key = "text" if old and new else "text_came" if new else "text_went"
            yield t(f"diff.{key}", field=t(f"diff.field.{path}"), old=old, new=new)
    names = [_text_name(f"{path}.", compared, t) for path in fields if path not in WHOLE]
    if names:
        yield t("diff.texts", fields=t.list(names))


def _text_name(path: str, compared: Compared, t: Texts) -> str:
    """Return the name of a text within a sentence; `path` ends in a language."""
    name = path.rpartition(".")[0]
    if name.startswith("advice."):
        role = name.partition(".")[2]
        edition = compared.new if role in compared.new.text.roles else compared.old
        return t("diff.field.advice", role=lower_first(label(edition, "roles", role, t)))
    return lower_first(t(f"diff.field.{name}"))
