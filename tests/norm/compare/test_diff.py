"""What changed, per id: one test for each kind, and the properties of comparing."""

import typing

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digisamen import api
from digisamen.model.change import DECLARED, KINDS, FieldChange, Kind
from digisamen.model.criteria import Criterion
from digisamen.model.fields import BY_PATH, FIELDS, holding
from digisamen.model.lists import EditionText
from digisamen.norm.compare.compared import Compared
from digisamen.norm.compare.diff import diff
from digisamen.norm.compare.document import diff_sheet
from digisamen.norm.compare.lists import LISTS, WHOLE
from digisamen.paper.markdown import sheet_markdown
from digisamen.text.texts import texts
from tests.norm.check.test_rules import BASE
from tests.norm.compare.make import GONE, OLD, both, criterion, edition, lapsed
from tests.norm.compare.plant import RICH, plain, planted


def found(*changes, log=None):
    return [(c.id, c.kind, c.direction) for c in diff(OLD, edition(*changes, log=log))]


def one(*changes, log=None):
    made = diff(OLD, edition(*changes, log=log))
    assert len(made) == 1, made
    return made[0]


def test_a_new_criterion():
    assert one(criterion("STD-G-20")) == api.Change(
        "STD-G-20", "nieuw", "standaarden", 1, (FieldChange("state", None, "actief"),), "strenger"
    )
    assert found(criterion("STD-G-20", obligation="should")) == [("STD-G-20", "nieuw", "gelijk")]


def test_an_announced_criterion_and_the_day_it_counts():
    assert found(criterion("STD-G-20", state="aankomend")) == [("STD-G-20", "aangekondigd", "gelijk")]
    announced = edition(criterion("STD-G-20", state="aankomend"))
    counts = diff(announced, edition(criterion("STD-G-20", level=2)))

    assert [(c.kind, c.direction) for c in counts] == [("nieuw", "strenger"), ("niveau-omhoog", "soepeler")]
    assert counts[0].fields == (FieldChange("state", "aankomend", "actief"),)


def test_a_criterion_that_no_longer_counts_for_now():
    assert found(("criteria.STD-G-01.state", "aankomend")) == [("STD-G-01", "aangekondigd", "soepeler")]


def test_a_retired_criterion():
    made = one(*lapsed("STD-G-01"), ("criteria.STD-G-01.level", 2), ("criteria.STD-G-01.title", both("Oud")))

    assert (made.kind, made.direction, made.others) == ("vervallen", "soepeler", ())
    assert found(*lapsed("STD-G-05")) == [("STD-G-05", "vervallen", "gelijk")]


def test_a_retired_criterion_with_a_successor():
    first, second = diff(OLD, edition(*lapsed("STD-G-01", "STD-G-20"), criterion("STD-G-20")))

    assert (first.id, first.kind, first.others) == ("STD-G-01", "vervallen", ("STD-G-20",))
    assert (second.id, second.kind, second.others) == ("STD-G-20", "nieuw", ("STD-G-01",))


def test_a_criterion_that_is_gone_without_a_trace():
    assert found(("criteria.STD-G-01", GONE)) == [("STD-G-01", "vervallen", "soepeler")]


def test_a_split_criterion():
    changes = (*lapsed("STD-G-01", "STD-G-20", "STD-G-21"), criterion("STD-G-20"), criterion("STD-G-21"))
    made = diff(OLD, edition(*changes))

    assert [(c.id, c.kind, c.others) for c in made] == [
        ("STD-G-01", "gesplitst", ("STD-G-20", "STD-G-21")),
        ("STD-G-20", "nieuw", ("STD-G-01",)),
        ("STD-G-21", "nieuw", ("STD-G-01",)),
    ]


def test_criteria_merged_into_a_new_one():
    changes = (*lapsed("STD-G-01", "STD-G-20"), *lapsed("STD-G-02", "STD-G-20"), criterion("STD-G-20"))
    made = diff(OLD, edition(*changes))

    assert [(c.id, c.kind, c.others) for c in made] == [
        ("STD-G-01", "vervallen", ("STD-G-20",)),
        ("STD-G-02", "vervallen", ("STD-G-20",)),
        ("STD-G-20", "samengevoegd", ("STD-G-01", "STD-G-02")),
    ]
    assert made[2].fields == (FieldChange("state", None, "actief"),)


def test_a_criterion_merged_into_one_that_was_there():
    changes = (*lapsed("STD-G-01", "STD-G-02"), ("criteria.STD-G-02.requirement", both("Samen.")))
    made = diff(OLD, edition(*changes))

    assert [(c.id, c.kind, c.others) for c in made] == [
        ("STD-G-01", "vervallen", ("STD-G-02",)),
        ("STD-G-02", "samengevoegd", ("STD-G-01",)),
        ("STD-G-02", "tekst", ()),
    ]
    assert made[1].fields == ()


def test_what_had_lapsed_before_is_no_news():
    changes = (("criteria.STD-G-09.replaced_by", ["STD-G-02"]), ("criteria.STD-G-09.level", 2))

    assert found(*changes) == [("STD-G-09", "niveau-omhoog", "gelijk"), ("STD-G-09", "overig", "gelijk")]


@pytest.mark.parametrize(
    ("path", "value", "kind", "direction"),
    [
        ("STD-G-03.level", 1, "niveau-omlaag", "strenger"),
        ("STD-G-01.level", 2, "niveau-omhoog", "soepeler"),
        ("STD-G-05.level", 1, "niveau-omlaag", "gelijk"),
        ("STD-G-01.obligation", "should", "verplichting", "soepeler"),
        ("STD-G-05.obligation", "must", "verplichting", "strenger"),
        ("STD-G-01.binding", "organisatie", "soepeler", "soepeler"),
        ("STD-G-01.answer.nvt", "nooit", "strenger", "strenger"),
        ("STD-G-01.answer.explain", False, "strenger", "strenger"),
        ("STD-G-01.subsectors", ["woningbouw"], "doelgroep", "soepeler"),
        ("STD-G-01.applies.roles", ["aannemer"], "doelgroep", "soepeler"),
        ("STD-G-01.applies.facts", ["graaft"], "doelgroep", "soepeler"),
        ("STD-G-01.applies.phases", ["beheer"], "doelgroep", "soepeler"),
        ("STD-G-01.applies.works", ["nieuwbouw", "sloop"], "doelgroep", "strenger"),
        ("STD-G-01.applies.sizes", {"zzp": "lichter"}, "doelgroep", "soepeler"),
        ("STD-G-01.evidence.light", ["document", "foto"], "bewijs", "soepeler"),
        ("STD-G-01.evidence.strong", [], "bewijs", "strenger"),
        ("STD-G-01.evidence.max_age_months", 6, "bewijs", "strenger"),
        ("STD-G-01.evidence.max_age_months", 24, "bewijs", "soepeler"),
        ("STD-G-01.effort", 3, "overig", "gelijk"),
        ("STD-G-01.sources", ["ongezien"], "overig", "gelijk"),
        ("STD-G-01.principles", ["inclusiviteit"], "overig", "gelijk"),
        ("STD-G-01.verification.method", "Auditen", "overig", "gelijk"),
        ("STD-G-01.tender.zzp", "zelf", "overig", "gelijk"),
        ("STD-G-01.since", "2020.1", "overig", "gelijk"),
    ],
)
def test_a_field_of_fixed_values(path, value, kind, direction):
    made = one((f"criteria.{path}", value))

    assert (made.id, made.kind, made.direction) == (path[:8], kind, direction)
    assert made.fields[0].path == path[9:] or made.fields[0].path.startswith("applies.sizes")


def test_both_ways_is_two_changes():
    changes = [
        ("criteria.STD-G-01.applies.roles", ["aannemer"]),
        ("criteria.STD-G-01.applies.sizes", {"zzp": "lichter"}),
    ]
    before = edition(*changes)
    after = edition(("criteria.STD-G-01.applies.roles", ["beheerder"]), ("criteria.STD-G-01.evidence.strong", ["foto"]))
    made = diff(before, after)

    assert [(c.kind, c.direction, c.fields) for c in made] == [
        ("doelgroep", "soepeler", (FieldChange("applies.roles", "aannemer", None),)),
        (
            "doelgroep",
            "strenger",
            (FieldChange("applies.roles", None, "beheerder"), FieldChange("applies.sizes.zzp", "lichter", "volledig")),
        ),
        ("bewijs", "soepeler", (FieldChange("evidence.strong", None, "foto"),)),
        ("bewijs", "strenger", (FieldChange("evidence.strong", "certificaat", None),)),
    ]


def test_from_light_to_strong_the_same_proof_counts():
    changes = [
        ("criteria.STD-G-01.evidence.light", []),
        ("criteria.STD-G-01.evidence.strong", ["certificaat", "document"]),
    ]
    made = one(*changes)

    assert (made.kind, made.direction) == ("bewijs", "gelijk")
    assert made.fields == (
        FieldChange("evidence.light", "document", None),
        FieldChange("evidence.strong", None, "document"),
    )


def test_order_and_what_holds_by_default_change_nothing():
    same = [("criteria.STD-G-01.applies.roles", ["beheerder", "aannemer"])]

    assert found(*same, ("criteria.STD-G-01.applies.sizes", {"zzp": "volledig"})) == []


@pytest.mark.parametrize("said", ["redactie", "strenger", "soepeler", None])
def test_a_text_has_the_class_that_is_declared(said):
    log = {"STD-G-01": {"text": said, "why": both("Daarom.")}}
    made = one(("criteria.STD-G-01.requirement", both("Nieuwe eis.")), log=log)

    assert (made.kind, made.text_class) == ("tekst", said)
    assert made.direction == {"redactie": "gelijk"}.get(said, said)
    assert [f.path for f in made.fields] == ["requirement.nl", "requirement.en"]


def test_a_class_about_another_edition_says_nothing():
    log = {"STD-G-01": {"text": "redactie", "why": both("Daarom.")}}
    change = ("criteria.STD-G-01.why", both("Andere reden."))

    assert one(change, ("changes.previous", "2018.1"), log=log).text_class is None


def test_dutch_without_english():
    made = diff(OLD, edition(("criteria.STD-G-01.title.nl", "Titel")))

    assert [(c.kind, c.fields) for c in made] == [
        ("tekst", (FieldChange("title.nl", "Titel van STD-G-01", "Titel"),)),
        ("engels-achter", (FieldChange("title.nl", "Titel van STD-G-01", "Titel"),)),
    ]


def test_an_edition_in_dutch_alone_has_no_translation_to_keep_up():
    changes = (("criteria.STD-G-01.title.nl", "Titel"), ("edition.languages", ["nl"]))

    assert [c[1] for c in found(*changes)] == ["tekst", "lijst-anders"]


def test_english_alone():
    assert found(("criteria.STD-G-01.title.en", "Name")) == [("STD-G-01", "vertaling", "gelijk")]


@pytest.mark.parametrize("field", ["lighter", "advice.aannemer", "reason", "verification.moment"])
def test_a_text_that_came(field):
    assert one((f"criteria.STD-G-01.{field}", both("Zo."))).fields[0].path == f"{field}.nl"


@pytest.mark.parametrize(
    ("path", "value", "name", "kind"),
    [
        ("edition.roles.adviseur", {"label": both("Adviseur")}, "roles/adviseur", "lijst-erbij"),
        ("edition.sizes.zzp", GONE, "sizes/zzp", "lijst-weg"),
        ("edition.facts.graaft.question.nl", "Graaft u diep?", "facts/graaft", "lijst-anders"),
        ("edition.evidence_kinds.document.independent", True, "evidence_kinds/document", "lijst-anders"),
        ("edition.evidence_kinds.document.own_expiry", True, "evidence_kinds/document", "lijst-anders"),
        ("edition.tender.recommended", {"nieuwbouw": 2}, "works/nieuwbouw", "lijst-anders"),
        ("sources.bron.withdrawn", "ja", "sources/bron", "lijst-anders"),
        ("sources.bron.owner", "Iemand anders", "sources/bron", "lijst-anders"),
        ("edition.tender.zzp", "zelf", "edition/tender", "lijst-anders"),
        ("edition.verification.phases", ["Ontwikkelfase", "Gebruiksfase"], "edition/verification", "lijst-anders"),
        ("edition.languages", ["nl"], "edition/languages", "lijst-anders"),
        ("edition.glossary.ifc", GONE, "glossary/ifc", "lijst-weg"),
        ("edition.facts.graaft.question.en", "Do you dig deep?", "facts/graaft", "lijst-tekst"),
        ("edition.facts.graaft.when_false.nl", "u graaft nooit", "facts/graaft", "lijst-tekst"),
        ("edition.levels.2.name", both("Anders"), "levels/2", "lijst-tekst"),
        ("edition.roles.aannemer.label", both("Anders"), "roles/aannemer", "lijst-tekst"),
        ("edition.themes.dsgo.levels", {"1": both("Begin")}, "themes/dsgo", "lijst-tekst"),
        ("edition.title.en", "Other", "edition/title", "lijst-tekst"),
    ],
)
def test_a_list_of_the_edition(path, value, name, kind):
    assert found((path, value)) == [(name, kind, None)]


def test_a_question_that_changed_in_both_languages_is_one_change():
    made = one(("edition.facts.graaft.question", both("Graaft u diep?")))

    assert (made.kind, [f.path for f in made.fields]) == ("lijst-anders", ["question.nl", "question.en"])


def test_an_exception_comes_goes_or_gets_another_reason():
    entry = {"sizes": ["zzp"], "theme": "dsgo", "level": 2, "roles": ["beheerder"], "reason": both("Zo.")}
    before = edition(("edition.ladder_exceptions", [entry]))
    wider = edition(("edition.ladder_exceptions", [{**entry, "roles": ["aannemer"]}]))
    told = edition(("edition.ladder_exceptions", [{**entry, "reason": both("Anders.")}]))

    assert [(c.id, c.kind) for c in diff(before, wider)][:1] == [("edition/ladder_exceptions", "lijst-anders")]
    assert [(c.id, c.kind, len(c.fields)) for c in diff(before, told)] == [
        ("edition/ladder_exceptions", "lijst-tekst", 2)
    ]


def test_the_number_in_a_title_and_an_address_is_no_change():
    before = edition(("edition.title.nl", "Set 2021.1"), ("edition.uri_base", "https://example.org/2021.1/"))
    later = [("edition.edition", "2022.1"), ("edition.title.nl", "Set 2022.1")]

    assert diff(before, edition(*later, ("edition.uri_base", "https://example.org/2022.1/"))) == ()
    assert len(diff(before, edition(*later, ("edition.uri_base", "https://example.org/2023.1/")))) == 1


def test_the_order_is_theme_id_kind():
    changes = [criterion("STD-G-20"), ("criteria.DSG-G-01.level", 2), ("criteria.DSG-G-01.title.nl", "T")]
    made = found(*changes, ("criteria.DSG-G-01.effort", 3), ("sources.bron.withdrawn", "ja"))

    assert [x[:2] for x in made] == [
        ("STD-G-20", "nieuw"),
        ("DSG-G-01", "niveau-omhoog"),
        ("DSG-G-01", "tekst"),
        ("DSG-G-01", "engels-achter"),
        ("DSG-G-01", "overig"),
        ("sources/bron", "lijst-anders"),
    ]


def test_every_field_of_a_criterion_is_looked_at():
    """A field that the model gets and nobody compares would change without a word."""
    looked = {path.partition(".")[0] for path in BY_PATH}
    assert len(BY_PATH) == len(FIELDS)
    assert Criterion.model_fields.keys() - looked == {"id", "state"}
    for name in ("evidence", "answer", "applies", "verification", "tender"):
        inner = {f"{name}.{field}" for field in Criterion.model_fields[name].annotation.model_fields}
        assert inner <= BY_PATH.keys()


def test_every_word_of_a_field_has_its_rank():
    for row in holding("rank", "sizes"):
        field = Criterion
        for name in row.path.split("."):
            field = field.model_fields[name].annotation if hasattr(field, "model_fields") else field
        words = typing.get_args(typing.get_args(field)[1]) if row.holds == "sizes" else typing.get_args(field)
        assert set(row.ranks) == (set(words) or {True, False})


def test_everything_in_an_edition_is_looked_at():
    assert EditionText.model_fields.keys() - {*LISTS, *WHOLE} == {"schema_", "edition"}


def test_every_kind_has_one_place():
    assert set(KINDS) == set(typing.get_args(Kind))
    assert set(KINDS) > set(DECLARED)


@pytest.mark.parametrize("number", sorted(api.editions().value))
def test_an_edition_does_not_differ_from_itself(number):
    norm = api.load_edition(number).value

    assert diff(norm, norm) == ()


def test_from_the_first_edition_to_the_second():
    made = api.diff("2019.1", "2020.1", str(BASE)).value

    assert {(c.kind, c.theme) for c in made.changes} == {("nieuw", "standaarden"), ("nieuw", "dsgo")}
    assert len(made.changes) == 8


SUBSETS = {
    "subsectors": ["woningbouw", "infra"],
    "applies.roles": ["aannemer", "beheerder"],
    "applies.facts": ["graaft"],
    "applies.phases": ["ontwerp", "beheer"],
    "applies.works": ["nieuwbouw", "sloop"],
    "principles": ["inclusiviteit"],
    "sources": ["bron", "oud"],
    "replaced_by": ["STD-G-02"],
    "evidence.light": ["document", "foto"],
    "evidence.strong": ["certificaat", "audit"],
}
RANKS = {field.path: field.ranks for field in holding("rank", "sizes")}
NUMBERS = [field.path for field in holding("number")]

ONE = {"subsectors", "applies.roles", "applies.phases", "applies.works"}
"""Lists that are never empty."""


@st.composite
def field_changes(draw):
    """A path within a criterion, and a value for it."""
    path = draw(st.sampled_from([*SUBSETS, *RANKS, *NUMBERS, *(f"{text}.nl" for text in ("title", "why", "test"))]))
    if path in SUBSETS:
        return path, draw(st.lists(st.sampled_from(SUBSETS[path]), unique=True, min_size=path in ONE))
    if path == "applies.sizes":
        return path, draw(st.dictionaries(st.sampled_from(["zzp", "klein"]), st.sampled_from(RANKS[path])))
    if path in RANKS:
        return path, draw(st.sampled_from(RANKS[path]))
    if path in NUMBERS:
        return path, draw(st.integers(1, 4))
    return path, draw(st.sampled_from(["Een", "Twee"]))


def written(value):
    return {size: rule for size, rule in value.items() if rule != "volledig"} if isinstance(value, dict) else value


@given(name=st.sampled_from(["STD-G-01", "STD-G-05", "DSG-G-03"]), change=field_changes())
def test_one_field_gives_that_change_and_no_other(name, change):
    path, value = change
    before = OLD.criteria[name].model_dump(mode="json")
    for part in path.split("."):
        before = before[part]
    made = diff(OLD, edition((f"criteria.{name}.{path}", value)))
    same = sorted(before) == sorted(value) if isinstance(value, list) else written(before) == written(value)

    assert (made == ()) == same
    assert {c.id for c in made} <= {name}
    assert all(f.path.startswith(path) for c in made for f in c.fields)


@given(name=st.sampled_from(["STD-G-01", "STD-G-05"]), changes=st.lists(field_changes(), max_size=4))
def test_the_way_back_is_the_other_way(name, changes):
    new = edition(*((f"criteria.{name}.{path}", value) for path, value in changes))
    turned = {"strenger": "soepeler", "soepeler": "strenger"}
    there = {(f.path, f.old, f.new, c.direction) for c in diff(OLD, new) for f in c.fields}
    back = {(f.path, f.new, f.old, turned.get(c.direction, c.direction)) for c in diff(new, OLD) for f in c.fields}

    assert there == back


@settings(max_examples=500)
@given(made=planted())
def test_nothing_changes_without_a_word(made):
    """Whatever is changed anywhere in the content, there is a change; and where nothing is changed, there is none."""
    path, new = made
    assume(new is not None)

    assert bool(diff(RICH, new)) == (plain(RICH.content) != plain(new.content)), path
    assert bool(diff(new, RICH)) == (plain(RICH.content) != plain(new.content)), path


@settings(max_examples=150)
@given(made=planted())
def test_every_change_can_be_told(made):
    _, new = made
    assume(new is not None)
    for language in ("nl", "en"):
        sheet = diff_sheet(Compared(RICH, new, diff(RICH, new)), texts(language))
        assert sheet_markdown(sheet)
