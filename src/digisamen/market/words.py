"""The words of an impact: its headline, its numbers, and what happened to a criterion."""

from digisamen.market.counts import NO_ROOM, NO_YES, Amount, Count, Impact, Measure
from digisamen.model.change import Change
from digisamen.text.texts import Texts

HIDDEN = "\u00d7"
"""What stands in the place of a suppressed number: never 0, and never nothing."""
SHARES_FROM = 30
"""From how many organisations on a share is told; of fewer it says no more than the number."""


def number(count: Count, t: Texts) -> str:
    """Return a count, or the sign of a suppressed one."""
    return HIDDEN if count is None else t.number(count)


def share(count: Count, total: Count, impact: Impact) -> str:
    """Return the share of a count in brackets, rounded down; nothing where it would say too much or too little."""
    rules = impact.rules
    # A rounded total may be more than there really are.
    least = rules.percentages + rules.step // 2 if rules else SHARES_FROM
    if not count or total is None or total < least:
        return ""
    percent = 100 * count // total
    return f" ({percent}%)" if percent else " (<1%)"


def _piece(key: str, count: Count, said: str, t: Texts) -> str:
    return t(f"impact.{key}.hidden") if count is None else t.count(f"impact.{key}", count, share=said)


def sentence(key: str, measure: Measure, impact: Impact, t: Texts, **more: str) -> str:
    """Return how many fall, rise and stay, in the sentence `key`."""
    row = impact.whole(measure)
    rises = row.counts["stijgt"]
    return t(
        f"impact.{key}",
        fall=_piece("fall", row.falls, share(row.falls, row.total, impact), t),
        rise=_piece("rise", rises, share(rises, row.total, impact), t),
        stay=_piece("stay", row.counts["blijft"], "", t),
        **more,
    )


def headline(impact: Impact, t: Texts) -> str:
    """Return the answer in one sentence, about the level that can be shown."""
    row = impact.whole("onderbouwd")
    if row.total is None:
        return t("impact.headline_hidden")
    form = "one" if row.total == 1 else "many"
    who = t(f"impact.{'made_up' if impact.origin.synthetic else 'real'}.{form}")
    return sentence("headline", "onderbouwd", impact, t, n=t.number(row.total), who=who)


def meaning(impact: Impact, t: Texts) -> str:
    """Return what the headline is about, and what the falls and those without a level are."""
    row = impact.whole("onderbouwd")
    said = [t("impact.about")]
    if row.falls != 0:
        said.append(t("impact.falls", back=number(row.counts["opnieuw"], t), sure=number(row.counts["zeker"], t)))
    if row.counts["zonder"]:
        said.append(t.count("impact.none", row.counts["zonder"]))
    return " ".join(said)


def haalbaar(impact: Impact, t: Texts) -> str:
    """Return whose attainable level changes, in a sentence."""
    return sentence("haalbaar", "haalbaar", impact, t) if impact.whole("haalbaar").moves else t("impact.haalbaar_none")


def asked(impact: Impact, t: Texts) -> str:
    """Return how many have to answer something, and how many questions that are."""
    again, new = impact.answers["opnieuw"], impact.answers["nieuw"]
    if again.total == 0 == new.total:
        return t("impact.asked_none")
    who = impact.asked
    said = t("impact.organisations.many", n=HIDDEN) if who is None else t.count("impact.organisations", who)
    return t("impact.asked", organisations=said, again=number(again.total, t), new=number(new.total, t))


def amount(made: Amount, t: Texts) -> str:
    """Return a number of answers, and of how many organisations these are."""
    if made.organisations is None:
        return t("impact.questions.amount_hidden", n=number(made.total, t))
    who = t.count("impact.organisations", made.organisations)
    return t("impact.questions.amount", n=number(made.total, t), organisations=who)


def title_of(name: str, impact: Impact, t: Texts) -> str:
    """Return the title of a criterion, or what a cause is that is no criterion."""
    if name in {NO_ROOM, NO_YES}:
        return t(f"impact.causes.{name}")
    criterion = impact.compared.new.criteria.get(name) or impact.compared.old.criteria[name]
    return t.of(criterion.title)


def title_and_change(name: str, impact: Impact, t: Texts) -> str:
    """Return the title of a criterion with what happened to it."""
    what = what_changed(name, impact, t)
    return f"{title_of(name, impact, t)} ({what})" if what else title_of(name, impact, t)


def what_changed(name: str, impact: Impact, t: Texts) -> str:
    """Return what happened to a criterion, in a few words."""
    words = [word(c, t) for c in impact.compared.changes if c.id == name]
    return ", ".join(dict.fromkeys(filter(None, words))) or (
        "" if name in {NO_ROOM, NO_YES} else t("impact.change.none")
    )


def word(change: Change, t: Texts) -> str:
    """Return the word for one change; nothing for one that no answer can differ by."""
    key = f"impact.change.{change.kind}"
    if change.kind == "tekst":
        key = f"{key}.{change.text_class or 'none'}"
    return t(key) if t.has(key) else ""


def level_name(measure: Measure, t: Texts) -> str:
    """Return the name of a level, such as `Aantoonbaar niveau`."""
    return t(f"impact.measure.{measure}")
