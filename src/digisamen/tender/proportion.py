"""Is the request in proportion? One rule per function; the outcome is for the file of the client, never for bidders."""

from collections.abc import Callable, Iterator

from digisamen.tender.limits import HOURS, MOST, MOST_HOURS, hours
from digisamen.tender.motivation import Outcome3, Weighed, WeighedRequirement
from digisamen.tender.open_fields import recommended
from digisamen.tender.request import SMALL, Tender, Thresholds
from digisamen.tender.specification import Requirement, Specification

Rule = Callable[[Specification, Tender], Iterator[Weighed]]


def proportion(spec: Specification, tender: Tender) -> tuple[Weighed, ...]:
    """Return what every rule finds, in the order of the memo."""
    return tuple(found for rule in RULES for found in rule(spec, tender))


def each(spec: Specification) -> tuple[WeighedRequirement, ...]:
    """Return every requirement by itself: can the smallest firms answer it, and with what?"""
    return tuple(
        WeighedRequirement(
            id=r.criterion.id,
            hours=HOURS[r.criterion.effort],
            light=bool(r.criterion.evidence.light),
            zzp=r.zzp,
            outcome="niet-doen" if not r.criterion.evidence.light else "motiveren" if _heavy(r) else "ok",
        )
        for r in spec.requirements
    )


def _heavy(r: Requirement) -> bool:
    """Tell whether the smallest firms must do the whole of something that takes more than an hour."""
    return r.criterion.effort > 1 and "volledig" in map(r.criterion.applies.size_rule, ("zzp", "micro"))


def _value(spec: Specification, tender: Tender) -> Iterator[Weighed]:
    n = len(spec.minimum)
    outcome = _within(n, MOST.get(tender.contract.value or ""))
    yield Weighed("value", outcome, {"n": str(n), "value": tender.contract.value or ""})


def _small(spec: Specification, _: Tender) -> Iterator[Weighed]:
    heavy = [r for r in spec.minimum if _heavy(r)]
    yield Weighed("small", "motiveren" if heavy else "ok", {"n": str(len(heavy))})


def _light(spec: Specification, _: Tender) -> Iterator[Weighed]:
    without = [r for r in spec.requirements if not r.criterion.evidence.light]
    yield Weighed("light", "niet-doen" if without else "ok", {"n": str(len(without))})


def _link(spec: Specification, tender: Tender) -> Iterator[Weighed]:
    apart = [r for r in spec.requirements if r.criterion.binding != "opdracht"]
    if apart:
        yield Weighed("link", "niet-doen", {"n": str(len(apart))})
    open_ = [theme for theme, asked in tender.levels.items() if asked.level and not asked.reason]
    for theme in open_:
        yield Weighed("link", "motiveren", {}, theme)
    if not apart and not open_:
        yield Weighed("link", "ok")


def _role(_: Specification, tender: Tender) -> Iterator[Weighed]:
    yield Weighed("role", "motiveren" if tender.admits else "ok")


def _double(_: Specification, tender: Tender) -> Iterator[Weighed]:
    """Suitability and selection never hold a requirement of this specification: they ask a competence."""
    if tender.admits and "gunning" in tender.use:
        yield Weighed("double", "ok")


def _level(spec: Specification, tender: Tender) -> Iterator[Weighed]:
    least = recommended(spec.edition, tender)
    for theme, asked in tender.levels.items():
        if asked.level is None or least is None:
            continue
        values = {"level": str(asked.level)}
        if asked.level == least:
            yield Weighed("level", "ok", values, theme)
        elif asked.level > least or asked.explanation:
            yield Weighed("level", "motiveren", values, theme)
        else:
            yield Weighed("level", "niet-doen", values, theme)


def _market(_: Specification, __: Tender) -> Iterator[Weighed]:
    yield Weighed("market", "motiveren")


def _effort(spec: Specification, tender: Tender) -> Iterator[Weighed]:
    per_size = hours(spec)
    most = per_size.get("klein", max(per_size.values(), default=0))
    yield Weighed("effort", _within(most, MOST_HOURS.get(tender.contract.value or "")), {"hours": str(most)})


def _threshold(_: Specification, tender: Tender) -> Iterator[Weighed]:
    if tender.thresholds.apply == "nee" or tender.thresholds != Thresholds(reason=tender.thresholds.reason):
        yield Weighed("threshold", "motiveren")
        return
    high = [(t, a.level) for t, a in tender.levels.items() if (a.level or 0) > 1 and tender.contract.value in SMALL]
    for theme, level in high:
        yield Weighed("threshold", "niet-doen", {"level": str(level)}, theme)
    if not high:
        yield Weighed("threshold", "ok")


def _certificate(spec: Specification, tender: Tender) -> Iterator[Weighed]:
    kinds = spec.edition.text.evidence_kinds
    only = [r for r in spec.requirements if all(kinds[k].own_expiry for k in r.criterion.evidence.accepted)]
    if only:
        yield Weighed("certificate", "niet-doen", {"n": str(len(only))})
    elif tender.proof.strength == "S3":
        yield Weighed("certificate", "motiveren", {"n": str(len(spec.requirements))})
    else:
        yield Weighed("certificate", "ok")


def _within(n: int, limits: tuple[int, int] | None) -> Outcome3:
    if limits is None:
        return "motiveren"
    return "ok" if n <= limits[0] else "motiveren" if n < limits[1] else "niet-doen"


RULES: tuple[Rule, ...] = (
    _value,
    _small,
    _light,
    _link,
    _role,
    _double,
    _level,
    _market,
    _effort,
    _threshold,
    _certificate,
)
