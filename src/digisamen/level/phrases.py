"""The phrases that every format of the level report shares: the same words for the same fact."""

from digisamen.level.report import LevelGroup, LevelReport, Proof, SubsectorPart
from digisamen.model.answered import CriterionScore, EvidenceScore
from digisamen.model.assessment import Assurance
from digisamen.model.scorecard import Levels, SubsectorScore, ThemeScore
from digisamen.model.state import State
from digisamen.model.steps import Effect, Lapse, Step
from digisamen.paper.labels import lower_first
from digisamen.text.texts import Texts


def who(report: LevelReport, t: Texts) -> str:
    """Return roles, size and subsectors in a few words: `hoofdaannemer, klein, woningbouw`."""
    edition, me = report.edition, report.organisation
    return ", ".join((roles(me.roles, report, t), t.of(edition.sizes[me.size].label).lower(), subsectors(report, t)))


def roles(names: tuple[str, ...], report: LevelReport, t: Texts) -> str:
    """Return the labels of roles as a list in a sentence."""
    return t.list(t.of(report.edition.roles[name].label).lower() for name in names)


def subsectors(report: LevelReport, t: Texts) -> str:
    """Return the labels of the subsectors of the report, in the order of the edition."""
    return t.list(subsector(p.score.subsector, report, t) for p in report.parts)


def subsector(name: str, report: LevelReport, t: Texts) -> str:
    """Return the label of one subsector, in lower case."""
    return t.of(report.edition.subsectors[name].label).lower()


def theme(name: str, report: LevelReport, t: Texts) -> str:
    """Return the short name of a theme."""
    return t.of(report.edition.themes[name].name)


def headline(levels: Levels, t: Texts) -> tuple[str, str]:
    """Return the answer in two pieces: the level that can be shown, and the rest."""
    values = {"onderbouwd": levels.onderbouwd, "verklaard": levels.verklaard, "possible": levels.possible}
    return t("level.headline_first", **values), t("level.headline_rest", **values)


def meaning(levels: Levels, unanswered: int, t: Texts) -> str:
    """Return what the headline means, in two or three sentences."""
    sentences = [
        t("level.meaning.reached", onderbouwd=levels.onderbouwd) if levels.onderbouwd else t("level.meaning.0")
    ]
    if levels.full:
        return " ".join((*sentences, t("level.meaning.full")))
    more = levels.verklaard > levels.onderbouwd
    sentences.append(t("level.meaning.declared", verklaard=levels.verklaard) if more else t("level.meaning.same"))
    if unanswered and levels.possible > levels.verklaard:
        sentences.append(t("level.meaning.possible", possible=levels.possible))
    return " ".join(sentences)


def unanswered(part: SubsectorPart, t: Texts) -> str:
    """Return how many questions are open."""
    total = t.number(part.in_scope)
    if not part.unanswered:
        return t("level.unanswered.none", total=total)
    return t.count("level.unanswered", part.unanswered, total=total)


def percent(part: SubsectorPart) -> str:
    """Return the share of answered questions, rounded down: 100% only when complete."""
    return f"{100 * (part.in_scope - part.unanswered) // part.in_scope if part.in_scope else 100}%"


def proof(count: Proof, t: Texts) -> str:
    """Return how many of the proofs for the goal are there."""
    key = ("target" if count.goal else "targets") if count.target else "next"
    return t(f"level.proof.{key}", goal=count.goal, needed=t.number(count.needed), have=t.number(count.have))


def target(part: SubsectorPart, t: Texts) -> str:
    """Return the target of the organisation in a few words, or nothing."""
    whole = part.profile[-1].target
    if whole:
        return t("level.target", level=whole)
    return t("level.targets") if any(row.target for row in part.profile[:-1]) else ""


def state(value: State, t: Texts) -> str:
    """Return the word for a state, such as `onderbouwd`."""
    return t(f"word.{value}")


def group_state(group: LevelGroup, t: Texts) -> str:
    """Return the word for a level of a theme: its state, or why it has none."""
    if group.on_ladder:
        return state(group.state, t)
    return t("word.should") if group.only_advice else t("level.off_ladder")


def ladder_end(score: ThemeScore, report: LevelReport, t: Texts) -> str:
    """Return why the ladder of a theme stops below the highest level, or nothing."""
    if score.levels is None or score.levels.haalbaar >= max(report.edition.levels):
        return ""
    top = score.levels.haalbaar
    return t("level.haalbaar.gap", theme=theme(score.theme, report, t), level=top, next=top + 1)


def ladder_top(score: ThemeScore, report: LevelReport, t: Texts) -> str:
    """Return the same for a text that is about this theme already."""
    if not ladder_end(score, report, t) or score.levels is None:
        return ""
    return t("level.haalbaar.stand", level=score.levels.haalbaar, next=score.levels.haalbaar + 1)


def assurance(score: CriterionScore, t: Texts) -> str:
    """Return how sure a settled answer is; `geen` for an answer that settles nothing."""
    return t(f"word.{score.settled_at.word}") if score.settled_at else t("word.none")


def answer(score: CriterionScore, t: Texts) -> str:
    """Return the answer as a word."""
    return t(f"word.{score.answer or 'onbeantwoord'}")


def evidence_name(score: EvidenceScore, report: LevelReport, t: Texts) -> str:
    """Return the title of a piece of evidence, or else its kind."""
    return score.evidence.title or t.of(report.edition.evidence_kinds[score.evidence.kind].label)


def reason(score: CriterionScore, part: SubsectorPart, report: LevelReport, t: Texts) -> tuple[str, str]:
    """Return the reason of a criterion in two pieces: what stands out (it blocks a level), and the rest."""
    rest: list[str] = []
    if score.obligation == "should":
        rest.append(t("level.reason.should"))
    elif not score.on_ladder:
        rest.append(t("level.reason.off_ladder"))
    rest.append(why(score, report, t))
    rest += [
        t("level.reason.lapses", last=t.day(lapse.last_day))
        for lapse in part.lapses
        if lapse.criterion == score.id and lapse.evidence.counts
    ]
    whole = part.way.whole
    blocks = t("level.reason.blocks", level=whole.goal) if whole and score.id in part.blocking else ""
    return blocks, " ".join(rest)


def why(score: CriterionScore, report: LevelReport, t: Texts) -> str:
    """Return why the answer is as sure as it is, in a sentence."""
    if score.answer is None:
        return t("level.reason.onbeantwoord")
    if score.answer in {"deels", "nee"}:
        return t("level.reason.explained") if score.explanation else t(f"level.reason.{score.answer}")
    said = t("level.reason.nvt", reason=score.reason) + " " if score.answer == "nvt" else ""
    return said + (_shown(score, report, t) if score.settled(Assurance.ONDERBOUWD) else _unproven(score, report, t))


def _shown(score: CriterionScore, report: LevelReport, t: Texts) -> str:
    best = max((e for e in score.evidence if e.counts), key=lambda e: (e.independent, e.evidence.date))
    name, day, reviewer = evidence_name(best, report, t), t.day(best.evidence.date), best.evidence.reviewed_by
    if reviewer:
        return t("level.reason.reviewed", title=name, date=day, reviewer=reviewer)
    return t(f"level.reason.{'independent' if best.independent else 'shown'}", title=name, date=day)


def _unproven(score: CriterionScore, report: LevelReport, t: Texts) -> str:
    if not score.evidence:
        return t("level.reason.geen-bewijs")
    return evidence_reason(score.evidence[0], report, t)


def evidence_reason(score: EvidenceScore, report: LevelReport, t: Texts) -> str:
    """Return why a piece of evidence does not count."""
    kind = t.of(report.edition.evidence_kinds[score.evidence.kind].label)
    return t(
        f"level.reason.{score.reason}",
        kind=kind,
        file=score.evidence.file or "",
        date=t.day(score.evidence.date),
        last=t.day(score.last_day) if score.last_day else "",
    )


def scope(code: str, criterion: str, report: LevelReport, t: Texts) -> str:
    """Return why a criterion is not in scope."""
    kind, _, detail = code.partition(":")
    if kind == "toestand":
        return t(f"level.scope.{detail}")
    applies = report.criteria[criterion].applies
    facts = [t.of(report.edition.facts[f].when_false) for f in detail.split(",") if f]
    size = t.of(report.edition.sizes[report.organisation.size].label).lower()
    return t(f"level.scope.{kind}", roles=roles(applies.roles, report, t), size=size, facts=t.list(facts))


def effort(score: CriterionScore, report: LevelReport, t: Texts) -> str:
    """Return the effort of a criterion in plain words, such as `een dagdeel`."""
    return t.of(report.edition.effort[score.effort].label)


def enough(score: CriterionScore, report: LevelReport, t: Texts) -> str:
    """Return which light evidence is enough, and the lighter form where that holds for this organisation."""
    criterion = report.criteria[score.id]
    kinds = [t.of(report.edition.evidence_kinds[kind].label) for kind in criterion.evidence.light]
    words = [t("level.step.kinds", kinds=f"; {t('word.or')} ".join([*kinds[:1], *map(lower_first, kinds[1:])]))]
    if score.lighter and criterion.lighter:
        words.append(t.of(criterion.lighter))
    return " ".join(words)


def advice(score: CriterionScore, report: LevelReport, t: Texts) -> str:
    """Return the first step for the first role of the organisation that has one."""
    given = report.criteria[score.id].advice
    return next((t.of(given[role]) for role in report.organisation.roles if role in given), "")


def step_count(step: Step, t: Texts) -> str:
    """Return what a step asks: `3 keer alleen bewijzen, 1 keer beantwoorden of doen`."""
    pieces = [t.count("level.step.prove", len(step.prove))] if step.prove else []
    pieces.append(t.count("level.step.do", len(step.do)) if step.do else t("level.step.nothing"))
    return ", ".join(pieces)


def small_steps(part: SubsectorPart, report: LevelReport, t: Texts) -> str:
    """Return which theme step is the smallest, and which is the least work."""
    few, light = part.way.fewest, part.way.least_effort
    if few is None or light is None:
        return ""
    second = t("level.step.light_same") if few == light else _step_name("light", light, report, t)
    return f"{_step_name('small', few, report, t)} {second}"


def _step_name(key: str, step: Step, report: LevelReport, t: Texts) -> str:
    what = t.count("level.step.what" if step.do else "level.step.what_prove", step.count)
    return t(f"level.step.{key}", theme=theme(step.theme or "", report, t), start=step.start, goal=step.goal, what=what)


def top_reached(score: SubsectorScore, report: LevelReport, t: Texts) -> list[str]:
    """Return why there is no next step."""
    if score.levels is None:
        return [t("level.step.no_level")]
    if score.levels.onderbouwd < score.levels.haalbaar:
        return [t("level.step.stuck")]
    top = score.levels.haalbaar
    ends = [theme(x.theme, report, t) for x in score.scored if x.levels and x.levels.haalbaar == top]
    higher = top < max(report.edition.levels)
    why = t("level.step.top_why", theme=t.list(ends), next=top + 1) if higher else t("level.step.top_end")
    return [t("level.step.top", level=top), why]


def lapse(item: Lapse, report: LevelReport, t: Texts) -> str:
    """Return a warning about evidence that lapses, and what follows."""
    if not item.evidence.counts:
        return t("level.lapse.gone", id=item.criterion, last=t.day(item.last_day))
    return f"{t('level.lapse.soon', id=item.criterion, last=t.day(item.last_day))} {_after(item.effects, report, t)}"


def _after(effects: tuple[Effect, ...], report: LevelReport, t: Texts) -> str:
    if not effects:
        return t("level.lapse.effect_none")
    first = effects[0]
    if first.theme is None:
        return t("level.lapse.effect_total", after=first.after)
    return t("level.lapse.effect_theme", theme=theme(first.theme, report, t), after=first.after)


def lapse_effect(item: Lapse, report: LevelReport, t: Texts) -> str:
    """Return what changes when evidence lapses: one sentence per number that falls."""
    if not item.evidence.counts:
        return t("level.lapse.already")
    changes = [
        t(
            f"level.lapse.change_{'theme' if e.theme else 'total'}",
            theme=theme(e.theme, report, t) if e.theme else "",
            before=e.before,
            after=e.after,
        )
        for e in item.effects
    ]
    return " ".join(changes) or t("level.lapse.effect_none")


def lapse_when(item: Lapse, t: Texts) -> str:
    """Return how soon evidence lapses."""
    if not item.evidence.counts:
        return t("level.lapse.lapsed")
    return t.count("level.lapse.days", item.days) if item.days else t("level.lapse.today")
