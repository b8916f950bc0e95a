"""Whether an asked level is met, in sentences."""

from digisamen.level import phrases
from digisamen.level.report import LevelReport
from digisamen.model.asked import AskedScore, AskedSubsector
from digisamen.model.assessment import Assurance
from digisamen.text.texts import Texts


def verdict(score: AskedScore, report: LevelReport, t: Texts) -> list[str]:
    """Return whether an asked level is met; where it is not, what holds it back, per subsector."""
    wanted = score.asked
    key = "level.require.asked_theme" if wanted.theme else "level.require.asked"
    name = phrases.theme(wanted.theme, report, t) if wanted.theme else ""
    said = t(key, level=wanted.level, assurance=t(f"word.{wanted.assurance.word}"), theme=name)
    if score.met:
        return [t("level.require.met_scope" if score.as_far_as_applicable else "level.require.met", asked=said)]
    return [line for s in score.subsectors if not s.met for line in _not_met(score, s, said, report, t)]


def _not_met(score: AskedScore, sub: AskedSubsector, said: str, report: LevelReport, t: Texts) -> list[str]:
    place = (
        t("level.require.in", subsector=phrases.subsector(sub.subsector, report, t)) if len(report.parts) > 1 else ""
    )
    if not sub.themes:
        nothing = t("level.require.nothing")
        return [t("level.require.not_met", asked=said, subsector=place, reached=nothing)]
    low = min(x.reached for x in sub.themes)
    at = score.asked.assurance
    reached = (
        t("level.require.reached", level=low)
        if at is Assurance.ONDERBOUWD
        else t("level.require.reached_at", level=low, assurance=t(f"word.{at.word}"))
    )
    ids = [name for x in sub.themes if not x.met for name in x.blocking]
    lines = [t("level.require.not_met", asked=said, subsector=place, reached=reached)]
    if ids:
        only = " " + t("level.require.only_prove") if _all_said(ids, sub, report) else ""
        lines.append(t("level.require.blocks", ids=", ".join(ids)) + only)
    return lines


def _all_said(ids: list[str], sub: AskedSubsector, report: LevelReport) -> bool:
    """Tell whether each of `ids` is answered already, so that only evidence is missing."""
    part = next(p for p in report.parts if p.score.subsector == sub.subsector)
    said = {c.id: c.answer for x in part.score.themes for c in x.criteria}
    return all(said[name] in {"ja", "nvt"} for name in ids)
