"""The comments that a migration writes in `org.yaml`: what is asked, and why it is asked again."""

from collections.abc import Iterator

from digisamen.form.org_yaml import question
from digisamen.migrate.migration import MigrationStep, Move, Remarks
from digisamen.text.texts import Texts
from digisamen.text.yaml_comment import wrapped

OTHER_WORDS = frozenset(("tekst-strenger", "tekst-soepeler", "tekst-zonder-klasse", "samengevoegd"))
"""Reasons by which the old question above an answer is no longer the question."""


def remarks(step: MigrationStep, size: str, t: Texts) -> Remarks:
    """Return the comments for one step, in the language of `t`; `size` is that of the organisation."""
    new = step.compared.new
    rule = "-" * 20
    return Remarks(
        questions={m.id: tuple(_question(m, step, size, t)) for m in step.plan.asked},
        facts={f: tuple(wrapped(t.of(new.text.facts[f].question), 4)) for f in step.plan.facts_new},
        new=(f"{rule} {t('migrate.file.new', edition=new.number)} {rule}",),
        archive=tuple(wrapped(t("migrate.file.archive"), 0)),
    )


def reasons(move: Move, t: Texts) -> str:
    """Return why an answer cannot stay as it is, in sentences."""
    return " ".join(t(f"migrate.reason.{reason}") for reason in move.reasons)


def _question(move: Move, step: MigrationStep, size: str, t: Texts) -> Iterator[str]:
    new = step.compared.new
    criterion = new.criteria[move.id]
    if move.fate == "opnieuw":
        yield from wrapped(t("migrate.file.again", edition=new.number, reasons=reasons(move, t)))
        if OTHER_WORDS & set(move.reasons):
            yield from wrapped(f"{t('blank.question')} {t.of(criterion.requirement)}")
        return
    yield from question(criterion, new.text, size, t)
    if move.others:
        yield from wrapped(t("migrate.from", ids=t.list(move.others)))
    if move.evidence:
        yield from wrapped(t("migrate.evidence"))
