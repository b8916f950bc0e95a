"""What the coming edition would do, in words: one line on the screen, a few sentences in the other formats."""

from collections.abc import Callable

from digisamen.level.outlook import Outlook, OutlookPart
from digisamen.paper.labels import status_name
from digisamen.text.texts import Texts

MOST = 3
"""How many criteria the line names."""


def line(part: OutlookPart, outlook: Outlook, t: Texts, fits: Callable[[str], bool]) -> str:
    """Return the outlook in one line, that names as many criteria as still `fits`."""
    edition = t("outlook.edition", edition=outlook.edition, status=status_name(outlook.status, t))
    if part.before and not part.after:
        return t("outlook.line.none", edition=edition)
    if part.after and part.assurance:
        word = part.assurance.word
        head = t(
            "outlook.line.change",
            edition=edition,
            number=t(f"outlook.number.{word}"),
            after=part.after.at(part.assurance),
        )
        ids = [u.id for u in part.unless]
        tried = [head + _unless(ids, shown, t) for shown in range(min(MOST, len(ids)), 0, -1)]
        return next((said for said in tried if fits(said)), head)
    gain = _gain(part)
    if part.after and gain:
        number = t(f"outlook.number.{gain}")
        return t("outlook.line.change", edition=edition, number=number, after=getattr(part.after, gain))
    return t("outlook.line.same", edition=edition)


def _unless(ids: list[str], shown: int, t: Texts) -> str:
    left = len(ids) - shown
    named = t("outlook.line.more", ids=", ".join(ids[:shown]), n=left) if left else t.list(ids)
    return t("outlook.line.unless", ids=named)


def _gain(part: OutlookPart) -> str:
    """Return the first number that rises, as its name in `Levels`; nothing when none does."""
    if part.before is None or part.after is None:
        return ""
    pairs = ("onderbouwd", "verklaard")
    return next((name for name in pairs if getattr(part.after, name) > getattr(part.before, name)), "")


def sentences(part: OutlookPart, outlook: Outlook, t: Texts) -> str:
    """Return what happens to the level of one subsector."""
    if part.after is None or part.before is None:
        return t("outlook.say.none" if part.after is None else "outlook.say.same", edition=outlook.edition)
    after = part.after
    values = {"onderbouwd": after.onderbouwd, "verklaard": after.verklaard, "possible": after.possible}
    if part.assurance:
        number = t(f"outlook.number.{part.assurance.word}")
        before = part.before.at(part.assurance)
        return t("outlook.say.falls", edition=outlook.edition, number=number, before=before, **values)
    return t(f"outlook.say.{'gains' if _gain(part) else 'same'}", edition=outlook.edition, **values)


def causes(part: OutlookPart, outlook: Outlook, t: Texts) -> tuple[str, ...]:
    """Return the criteria that make the difference, each with why and so what to do."""
    return tuple(
        t(f"outlook.why.{u.why}", id=u.id, title=t.of(criterion.title), level=criterion.level)
        for u in part.unless
        if (criterion := outlook.criteria[u.id])
    )


def questions(outlook: Outlook, t: Texts) -> str:
    """Return how many questions the coming edition leaves to be answered, and how to move to it."""
    said = [
        t.count(f"outlook.open.{kind}", len(ids))
        for kind, ids in (("again", outlook.again), ("new", outlook.new))
        if ids
    ]
    if not said:
        counted = t("outlook.open.none")
    elif len(said) == 1:
        counted = t("outlook.open.single", again=said[0])
    else:
        counted = t("outlook.open.both", again=said[0], new=said[1])
    status = t("outlook.status", edition=outlook.edition, status=status_name(outlook.status, t))
    return " ".join((counted[0].upper() + counted[1:], t("outlook.how"), status))
