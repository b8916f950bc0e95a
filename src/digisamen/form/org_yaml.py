"""A new `org.yaml`: a form in YAML, with every question, its reason and what proves it as comments."""

from collections.abc import Iterator

from digisamen.form.questions import Blank
from digisamen.model.criteria import Criterion
from digisamen.model.lists import EditionText
from digisamen.text.texts import Texts
from digisamen.text.yaml_comment import comment, quoted, wrapped

EXAMPLE = "STD-G-01: {answer: ja, evidence: [{kind: afspraakdocument, file: bewijs/contract.pdf, date: 2026-05-12}]}"


def blank_yaml(form: Blank, t: Texts) -> str:
    """Return the form as YAML text. Every answer is open: a key without a value."""
    return "".join(f"{text}\n" for text in (*_head(form, t), *_answers(form, t)))


def _head(form: Blank, t: Texts) -> Iterator[str]:
    who, text = form.organisation, form.edition.text
    yield from comment(t("blank.title"))
    yield from comment(t(f"level.status.{form.edition.record.status}"))
    yield from comment(t("blank.how"))
    yield ""
    yield "schema: digisamen/assessment/v1"
    yield f'edition: "{form.edition.number}"'
    yield f"date: {form.day.isoformat()}   # {t('blank.date')}"
    yield "organisation:"
    yield f"  name: {quoted(who.name)}"
    yield f"  size: {who.size}   # {_choices(text.sizes)}"
    yield f"  roles: [{', '.join(who.roles)}]"
    yield f"  subsectors: [{', '.join(who.subsectors)}]"
    if form.facts:
        yield f"  # {t('blank.facts')}"
        yield "  facts:"
        for fact in form.facts:
            yield from comment(t.of(text.facts[fact].question), "    ")
            yield f"    {fact}: {who.facts.get(fact) or ''}".rstrip()
    yield ""
    yield f"target: {form.target}" if form.target is not None else f"# target: 2   # {t('blank.target')}"


def _choices(names: dict[str, object] | object) -> str:
    return ", ".join(names) if isinstance(names, dict) else ""


def _answers(form: Blank, t: Texts) -> Iterator[str]:
    text = form.edition.text
    yield ""
    yield f"# {t('blank.with_proof')}"
    yield f"#   {EXAMPLE}"
    yield f"# {t('blank.with_nvt')}"
    yield "#   STD-G-01: {answer: nvt, reason: ...}"
    yield "answers:" if form.levels else "answers: {}"
    for level, criteria in form.levels:
        name = t.of(text.levels[level].name)
        yield ""
        yield f"  # {'-' * 20} {t('blank.level', level=level, name=name)} {'-' * 20}"
        for criterion in criteria:
            yield ""
            yield from _question(criterion, form, t)


def _question(criterion: Criterion, form: Blank, t: Texts) -> Iterator[str]:
    for line in question(criterion, form.edition.text, form.organisation.size, t):
        yield f"  # {line}"
    yield f"  {criterion.id}:"


def question(criterion: Criterion, text: EditionText, size: str, t: Texts) -> list[str]:
    """Return what stands above the place for an answer, as lines: the question, why, and what proves it."""
    theme = t.of(text.themes[criterion.theme].name)
    about = f"{theme}, {t('blank.should')}" if criterion.obligation == "should" else theme
    said = [
        f"{t.of(criterion.title)} ({about})",
        f"{t('blank.question')} {t.of(criterion.requirement)}",
        f"{t('blank.why')} {t.of(criterion.why)}",
        f"{t('blank.enough')} {_enough(criterion, text, t)}",
    ]
    if criterion.lighter and criterion.applies.size_rule(size) == "lichter":
        said.append(f"{t('blank.lighter')} {t.of(criterion.lighter)}")
    if criterion.answer.nvt == "met-reden":
        said.append(t("blank.nvt"))
    return [line for one in said for line in wrapped(one)]


def _enough(criterion: Criterion, text: EditionText, t: Texts) -> str:
    kinds = [f"{t.of(text.evidence_kinds[kind].label)} ({kind})" for kind in criterion.evidence.light]
    return "; ".join(kinds) + "."
