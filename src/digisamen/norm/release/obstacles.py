"""What stands in the way of releasing an edition: all reasons at once, each with what to do about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from digisamen.model.criteria import Edition, EditionRecord, same_year
from digisamen.model.days import add_months
from digisamen.model.problem import Place, Problem, Severity
from digisamen.norm.check.checked import Checked
from digisamen.norm.compare.compared import Compared
from digisamen.norm.release.sections import not_in_erratum
from digisamen.norm.release.transition import transition
from digisamen.read.criteria import predecessor, sequence
from digisamen.source.content import EditionSource

LIGHT_PROOF = "C012"
FROZEN_CHANGED = "C005"
TOLD = tuple(f"C{n:03}" for n in range(45, 53))
"""Codes of the check about `changes.yaml`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An edition that somebody wants to release on `day`, with all that is known of it and of those before it.

    `earlier` is the edition before `compared.old`, from which that one was a transition.
    """

    edition: Edition
    collected: EditionSource
    register: Mapping[str, EditionRecord]
    checked: Checked
    day: date
    compared: Compared | None = None
    earlier: Edition | None = None

    @property
    def number(self) -> str:
        """The number of the edition."""
        return self.edition.number

    @property
    def erratum(self) -> bool:
        """True when it may only mend texts of the edition before it."""
        return self.compared is not None and same_year(self.number, self.compared.old.number)

    def errors(self, *codes: str) -> list[Problem]:
        """Return the errors of the check with one of these codes."""
        return [p for p in self.checked.problems if p.code in codes and p.severity is Severity.ERROR]


def refusals(it: Candidate) -> tuple[Problem, ...]:
    """Return every reason not to release an edition, in the order in which people mend them."""
    return tuple(problem for rule in RULES for problem in rule(it))


def status(it: Candidate) -> Iterator[Problem]:
    """An edition in consultation may still change, and one that is no longer in use needs no release."""
    said = it.edition.record.status
    if said in {"consultatie", "vervallen"}:
        yield Problem("C053", _top(it), {"edition": it.number, "wanted": said, "cause": said})


def sound(it: Candidate) -> Iterator[Problem]:
    """The check finds no errors, other than those that have a reason of their own."""
    errors = [p for p in it.checked.problems if p.severity is Severity.ERROR and p.code not in {LIGHT_PROOF, *TOLD}]
    if errors:
        values = {"edition": it.number, "n": str(len(errors)), "codes": ", ".join(sorted({p.code for p in errors}))}
        yield Problem("C054", errors[0].place, values)


def told(it: Candidate) -> Iterator[Problem]:
    """`changes.yaml` tells all that happened, and nothing else."""
    wrong = it.errors(*TOLD)
    if wrong:
        yield Problem("C055", wrong[0].place, {"edition": it.number, "n": str(len(wrong))})


def proof(it: Candidate) -> Iterator[Problem]:
    """Whatever may be asked in a contract has a proof that costs nothing."""
    lacking = it.errors(LIGHT_PROOF)
    if lacking:
        yield Problem("C056", lacking[0].place, {"edition": it.number, "ids": _some([p.values["id"] for p in lacking])})


def before_is_frozen(it: Candidate) -> Iterator[Problem]:
    """The edition before it is frozen and still what it was, so that what changed since is settled."""
    name = predecessor(it.register, it.number)
    if name is None:
        return
    if it.register[name].frozen == "nee":
        yield Problem("C057", _top(it), {"edition": it.number, "previous": name})
    elif it.compared is not None and it.compared.old.digest != it.register[name].sha256:
        yield Problem(FROZEN_CHANGED, Place(it.collected.place(("edition",)).file), {"edition": name})


def nothing_open(it: Candidate) -> Iterator[Problem]:
    """No other edition from before is still being worked on."""
    nearest = predecessor(it.register, it.number)
    for name in sorted((n for n in it.register if sequence(n) < sequence(it.number)), key=sequence):
        record = it.register[name]
        if name != nearest and record.frozen == "nee" and record.status in {"concept", "consultatie"}:
            yield Problem("C058", _top(it), {"edition": it.number, "other": name, "status": record.status})


def announced_once(it: Candidate) -> Iterator[Problem]:
    """A duty that the edition before announced counts now, or has lapsed. Advice may wait."""
    if it.compared is None or it.erratum:
        return
    before = it.compared.old.criteria
    for c in it.edition.criteria.values():
        waits = c.state == "aankomend" and c.obligation == "must"
        if waits and c.id in before and before[c.id].state == "aankomend":
            place = it.collected.place(("criteria", c.id, "state"))
            yield Problem("C059", place, {"id": c.id, "previous": it.compared.old.number})


def overlap_is_over(it: Candidate) -> Iterator[Problem]:
    """The transition to the edition before is over, so that nobody is asked three editions at the same time."""
    if it.compared is None or it.earlier is None or it.erratum:
        return
    old = it.compared.old
    began = min((r.frozen_on for n, r in it.register.items() if same_year(n, old.number) and r.frozen_on), default=None)
    months = transition(it.earlier, old).overlap_months
    if began is not None and it.day < add_months(began, months):
        values = {"edition": it.number, "previous": old.number, "earlier": it.earlier.number}
        yield Problem("C060", _top(it), {**values, "until": add_months(began, months).isoformat(), "n": str(months)})


def only_texts(it: Candidate) -> Iterator[Problem]:
    """An erratum changes nothing that scores: only texts, and every text is declared `redactie`."""
    if it.compared is None or not it.erratum:
        return
    values = {"edition": it.number, "previous": it.compared.old.number}
    outside = not_in_erratum(it.compared.changes)
    if outside:
        names = _some(dict.fromkeys(c.id for c in outside))
        yield Problem("C061", _top(it), {**values, "ids": names})
    for change in it.compared.changes:
        if change.kind == "tekst" and change.text_class not in {"redactie", None}:
            place = it.collected.place(("changes", "changes", change.id, "text"))
            yield Problem("C062", place, {**values, "id": change.id, "value": str(change.text_class)})


def _top(it: Candidate) -> Place:
    return it.collected.place(("edition", "edition"))


def _some(names: Iterable[str]) -> str:
    words = [*names]
    return ", ".join(words if len(words) <= 12 else [*words[:12], "..."])  # noqa: PLR2004  # more is no help


RULES: tuple[Callable[[Candidate], Iterator[Problem]], ...] = (
    status,
    sound,
    told,
    proof,
    before_is_frozen,
    nothing_open,
    announced_once,
    overlap_is_over,
    only_texts,
)
"""The reasons, in the order in which people mend them."""
