"""From the path of an assessment to its migration: the plan, and the new text of the file."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator

from digisamen.migrate.edit import archive_conflict, edited
from digisamen.migrate.expected import migrated, other_ends, same
from digisamen.migrate.migration import Migration, MigrationStep
from digisamen.migrate.plan import plan
from digisamen.migrate.remarks import remarks
from digisamen.model.assessment import Assessment
from digisamen.model.criteria import Edition, same_year
from digisamen.model.problem import DigisamenError, Outcome, Path, Problem, Severity
from digisamen.model.wording import Language
from digisamen.norm.compare.compared import Compared
from digisamen.norm.compare.diff import diff
from digisamen.read.assessment import read_assessment
from digisamen.read.criteria import Register, default_edition, newest, sequence
from digisamen.read.editions import edition_of, record_of
from digisamen.read.load import Checked, open_checked
from digisamen.score.scope import counts
from digisamen.score.scorecard import score
from digisamen.source.evidence import look
from digisamen.source.files import folder_of
from digisamen.source.library import criteria_store
from digisamen.source.yaml_comments import lost_comment
from digisamen.source.yaml_parts import CannotEditError
from digisamen.source.yaml_text import Document, parse
from digisamen.text.texts import Texts, texts

USED = ("concept", "vastgesteld")
"""The states of an edition to which a file moves without being told to."""


def migrate(
    path: str, to: str | None = None, *, criteria: str | None = None, language: Language = "nl"
) -> Outcome[Migration]:
    """Return the assessment at `path` under the edition `to`, with the plan of every step; nothing is written.

    Raises:
        DigisamenError: F011 no such edition, U031 an edition before that of the file.
    """
    opened = open_checked(path, criteria)
    if opened.value is None:
        return Outcome(None, opened.problems)
    start = opened.value
    wanted = _target(start.edition.number, to, start.register)

    def get(number: str) -> Edition:
        outcome = edition_of(criteria_store(criteria), *record_of(start.register, number))
        if outcome.value is None:
            raise _UnusableError(outcome.problems)
        return outcome.value

    try:
        way, notices = _way(start, wanted, get)
        return _walk(start, way, (*opened.problems, *notices), texts(language))
    except _UnusableError as stop:
        return Outcome(None, (*opened.problems, *stop.problems))


class _UnusableError(Exception):
    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


def _target(number: str, to: str | None, register: Register) -> str:
    """Return the edition to go to: the one asked, else the default one or the newest where that is a later one."""
    if to is not None:
        record_of(register, to)
        if sequence(to) < sequence(number):
            raise DigisamenError("U031", edition=to, old=number)
        return to
    first = default_edition(register)
    if first is not None and sequence(first) > sequence(number):
        return first
    later = [n for n, record in register.items() if sequence(n) > sequence(number) and record.status in USED]
    return newest(later) or number


def _way(start: Checked, wanted: str, get: Callable[[str], Edition]) -> tuple[list[Edition], tuple[Problem, ...]]:
    """Return the editions to pass, along what each says of the one before it; straight on where that leads nowhere."""
    here = start.edition.number
    if wanted == here:
        return [], ()
    way = [get(wanted)]
    while not same_year(way[0].number, here):
        before = way[0].content.changes.previous
        if before is not None and same_year(before, here):
            break
        if before not in start.register or not sequence(here) < sequence(before) < sequence(way[0].number):
            return way[-1:], (Problem("M006", values={"old": here, "new": wanted}, severity=Severity.WARNING),)
        way.insert(0, get(before))
    return way, ()


def _walk(start: Checked, way: list[Edition], notices: tuple[Problem, ...], t: Texts) -> Outcome[Migration]:
    document, edition, assessment = start.document, start.edition, start.assessment
    steps = []
    for new in way:
        problems = tuple(_undecided(start.document, new))
        if problems:
            return Outcome(None, (*notices, *problems))
        changes = diff(edition, new)
        before, now = counts(assessment.organisation, edition), counts(assessment.organisation, new)
        made = plan(assessment, edition, new, changes, before, now)
        step = MigrationStep(Compared(edition, new, changes, checked=True), made)
        after = _after(document, step, assessment, t)
        if after.value is None:
            return Outcome(None, (*notices, *after.problems))
        document, assessment = after.value
        steps.append(step)
        edition = new
    folder = folder_of(start.document.name)
    scores = tuple(
        score(norm, said, look(said, folder), said.date)
        for norm, said in ((start.edition, start.assessment), (edition, assessment))
    )
    return Outcome(
        Migration(
            file=start.document.name,
            organisation=assessment.organisation,
            before=_raw(start.document, start.document.text),
            after=_raw(start.document, document.text),
            editions=(start.edition, edition),
            scores=(scores[0], scores[1]),
            steps=tuple(steps),
            files=tuple(e.file for a in assessment.answers.values() for e in a.evidence if e.file),
        ),
        notices,
    )


def _raw(first: Document, text: str) -> bytes:
    return (BOM_UTF8 if first.mark else b"") + text.encode()


def _after(
    document: Document, step: MigrationStep, assessment: Assessment, t: Texts
) -> Outcome[tuple[Document, Assessment]]:
    """Carry out a step in the text, and read it back: what is not exactly as planned is not used."""
    found = archive_conflict(document, step.plan)
    if found:
        code, path = found
        values = {"edition": step.plan.old, "id": str(path[-1])}
        return Outcome(None, (Problem(code, document.place(path, key=True), values),))
    try:
        text = edited(document, step.plan, remarks(step, assessment.organisation.size, t))
    except CannotEditError as error:
        place = document.place(error.path, key=error.path in document.keys)
        return Outcome(None, (Problem("M004", place, {"key": ".".join(map(str, error.path))}),))
    except ValueError:  # two edits on one spot
        return _differs(document, step)
    raw = _raw(document, text)
    again = parse(raw, document.name)
    if any(p.code == "Y001" for p in again.problems):
        return Outcome(None, again.problems)
    if again.value is None or again.failed:
        return _differs(document, step)
    wanted = migrated(document.data, step.plan)
    if not same(again.value.data, wanted):
        ends = other_ends(wanted, again.value.data)
        return _differs(document, step) if ends is None else _refused(document, ends)
    lost = lost_comment(document, text)
    if lost is not None:
        return Outcome(None, (Problem("M004", lost, {"key": "", "wanted": "comment", "cause": "comment"}),))
    read = read_assessment(again.value, step.compared.new, ())
    if read.value is None or read.failed:
        return _differs(document, step)
    return Outcome((again.value, read.value))


def _refused(document: Document, path: Path) -> Outcome[tuple[Document, Assessment]]:
    """Refuse to change a text whose last line breaks would not be the same elsewhere."""
    here = path if path in document.values else ()
    values = {"key": ".".join(map(str, path)), "wanted": "text", "cause": "text"}
    return Outcome(None, (Problem("M004", document.place(here), values),))


def _differs(document: Document, step: MigrationStep) -> Outcome[tuple[Document, Assessment]]:
    place = document.place(())
    return Outcome(None, (Problem("M005", place, {"old": step.plan.old, "new": step.plan.new}),))


def _undecided(document: Document, new: Edition) -> Iterator[Problem]:
    """Return the words about the organisation that the new edition does not have: nobody can decide those for it."""
    text, who = new.text, document.data["organisation"]
    ready = [s for s in text.subsectors if new.has_own(s)]
    found: list[tuple[Path, str, list[str]]] = [(("organisation", "size"), who["size"], list(text.sizes))]
    for kind, known in (("roles", list(text.roles)), ("subsectors", ready)):
        found += [(("organisation", kind, at), word, known) for at, word in enumerate(who[kind])]
    target = document.data.get("target")
    levels = [str(level) for level in sorted(text.levels)]
    if isinstance(target, dict):
        found += [(("target", theme), theme, list(text.themes)) for theme in target]
        found += [(("target", theme), str(int(level)), levels) for theme, level in target.items()]
    elif target is not None:
        found.append((("target",), str(int(target)), levels))
    for path, word, known in found:
        if word not in known:
            place = document.place(path, key=path[0] == "target" and word in path)
            yield Problem("M001", place, {"value": word, "edition": new.number, "known": ", ".join(known)})
