"""Every reason not to release an edition: a bad example that gives it, and a good one that comes close and does not."""

import re

import pytest

from digisamen import api
from digisamen.norm.release.obstacles import RULES
from digisamen.text.problems import problem_texts
from digisamen.text.texts import texts
from tests.norm.compare.story import change, tell
from tests.norm.release.make import LOG, REGISTER, STD, TEXT, WHY, day, erratum, follow, freeze, mended

OF_RELEASE = {f"C{n:03}" for n in range(53, 63)}


@pytest.fixture
def norm(tmp_path):
    return freeze(mended(tell(tmp_path / "norm")), "2020.1", "2020-06-01")


@pytest.fixture
def later(norm):
    """Both editions are released, and there is a third that changes nothing."""
    freeze(norm, "2021.1", "2021-06-01")
    edits = [(STD, "  state: aankomend", "  state: actief"), (STD, "id: STD-G-24\n", "id: STD-G-24\n")]
    return follow(norm, "2021.1", "2022.1", "{STD-G-24: {kinds: [nieuw], " + WHY + "}}", edits)


def reasons(folder, number="2021.1", on="2022-06-01"):
    made = api.release(number, day(on), str(folder)).value
    for problem in made.refusals:
        assert problem.place.file
        for language in ("nl", "en"):
            assert all(problem_texts(problem, texts(language)))
    return [p.code for p in made.refusals]


def test_a_good_edition(norm):
    assert reasons(norm) == []


@pytest.mark.parametrize(("status", "code"), [("consultatie", "C053"), ("vervallen", "C053"), ("concept", None)])
def test_c053_the_status(status, code, norm):
    change(norm / REGISTER, '"2021.1": {status: concept', f'"2021.1": {{status: {status}')

    assert reasons(norm) == ([code] if code else [])


def test_c054_the_check_finds_errors(norm):
    change(norm / "2021.1" / STD, "sources: [bron]", "sources: [bron, bronn]")

    assert "C054" in reasons(norm)


def test_a_warning_is_no_reason(norm):
    assert [p.code for p in api.check_criteria("2021.1", str(norm)).problems] == ["C037"]
    assert reasons(norm) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kinds: [verplichting]", "kinds: [bewijs]"),
        ("  STD-G-05:\n    kinds: [verplichting]\n    why: {nl: De bron is er., en: The source is there.}\n", ""),
        ('previous: "2020.1"', "previous: null"),
    ],
)
def test_c055_changes_that_are_untrue_or_missing(old, new, norm):
    change(norm / "2021.1" / "changes.yaml", old, new)

    assert reasons(norm) == ["C055"]


def test_c056_no_light_proof(norm):
    change(norm / "2021.1" / "gedeeld" / "dsgo.yaml", "light: [document]", "light: []")
    made = api.release("2021.1", day("2021-06-01"), str(norm)).value

    assert [p.code for p in made.refusals] == ["C055", "C056"]
    assert made.refusals[1].values["ids"] == "DSG-G-01"


def test_c057_the_edition_before_is_not_frozen(norm):
    change(norm / REGISTER, "frozen: ja", "frozen: nee")

    assert reasons(norm) == ["C057"]


def test_the_edition_before_was_changed(norm):
    change(norm / "2020.1" / "edition.yaml", "Een open formaat.", "Een vrij formaat.")

    assert reasons(norm) == ["C005"]


@pytest.mark.parametrize(
    ("status", "codes"), [("concept", ["C058"]), ("consultatie", ["C058"]), ("vervallen", []), (None, [])]
)
def test_c058_an_older_edition_is_open(status, codes, norm):
    if status:
        erratum(norm)
        change(norm / REGISTER, '"2020.2": {status: concept', f'"2020.2": {{status: {status}')

    assert reasons(norm) == codes


def test_c059_what_was_announced_stays_announced(later):
    change(later / "2022.1" / STD, "- id: STD-G-24\n  state: actief", "- id: STD-G-24\n  state: aankomend")
    change(later / "2022.1" / "changes.yaml", "{STD-G-24: {kinds: [nieuw], " + WHY + "}}", "{}")

    assert reasons(later, "2022.1") == ["C059"]


def test_advice_may_stay_announced(later):
    for edition in ("2021.1", "2022.1"):
        advise(later / edition / STD)
    change(later / "2022.1" / STD, "- id: STD-G-24\n  state: actief", "- id: STD-G-24\n  state: aankomend")
    change(later / "2022.1" / "changes.yaml", "{STD-G-24: {kinds: [nieuw], " + WHY + "}}", "{}")

    assert "C059" not in reasons(later, "2022.1")


def advise(path):
    """Makes STD-G-24 advice."""
    head, tail = path.read_text(encoding="utf-8").split("- id: STD-G-24\n")
    path.write_text(
        f"{head}- id: STD-G-24\n{tail.replace('obligation: must', 'obligation: should', 1)}", encoding="utf-8"
    )


def test_what_was_announced_counts_now(later):
    assert reasons(later, "2022.1") == []


def test_in_an_erratum_what_was_announced_stays(later):
    follow(later, "2021.1", "2021.2")

    assert reasons(later, "2021.2") == []


@pytest.mark.parametrize(("on", "codes"), [("2022-05-31", ["C060"]), ("2022-06-01", [])])
def test_c060_the_transition_is_not_over(on, codes, later):
    assert reasons(later, "2022.1", on) == codes


def test_the_transition_takes_what_the_edition_says(norm):
    change(norm / "2021.1" / "edition.yaml", "zzp: via-hoofdaannemer}", "zzp: via-hoofdaannemer, overlap_months: 3}")
    freeze(norm, "2021.1", "2021-06-01")
    follow(
        norm,
        "2021.1",
        "2022.1",
        "{STD-G-24: {kinds: [nieuw], " + WHY + "}}",
        [(STD, "state: aankomend", "state: actief")],
    )

    assert reasons(norm, "2022.1", "2021-08-31") == ["C060"]
    assert reasons(norm, "2022.1", "2021-09-01") == []


def test_an_erratum_waits_for_no_transition_and_begins_none(later):
    """The year after counts from the first edition of a year, not from the erratum on it."""
    follow(later, "2021.1", "2021.2")
    assert reasons(later, "2021.2", "2021-07-01") == []
    freeze(later, "2021.2", "2022-05-01")
    change(later / "2022.1" / "changes.yaml", 'previous: "2021.1"', 'previous: "2021.2"')

    assert reasons(later, "2022.1", "2022-05-31") == ["C060"]
    assert reasons(later, "2022.1", "2022-06-01") == []


def test_an_erratum(norm):
    erratum(norm)

    assert reasons(norm, "2020.2") == []


@pytest.mark.parametrize(
    ("edit", "log"),
    [
        ((STD, "max_age_months: 12", "max_age_months: 24"), "{STD-G-01: {text: redactie, kinds: [bewijs], " + WHY + "}}"),
        (("edition.yaml", "independent: true", "independent: false"), LOG),
        (("edition.yaml", "zzp: via-hoofdaannemer}", "zzp: via-hoofdaannemer, valid_months: 12}"), LOG),
        ((STD, "- id: STD-G-01\n  state: actief", "- id: STD-G-01\n  state: aankomend"), "{STD-G-01: {text: redactie, kinds: [aangekondigd], " + WHY + "}}"),
    ],
)  # fmt: skip
def test_c061_an_erratum_that_changes_more_than_texts(edit, log, norm):
    erratum(norm, edit, log=log)

    assert "C061" in reasons(norm, "2020.2")


@pytest.mark.parametrize("said", ["strenger", "soepeler"])
def test_c062_an_erratum_that_changes_the_meaning(said, norm):
    erratum(norm, log=LOG.replace("redactie", said))

    assert reasons(norm, "2020.2") == ["C062"]


def test_in_a_new_year_a_text_may_mean_something_else(norm):
    change(norm / "2021.1" / "changes.yaml", "text: redactie", "text: strenger")

    assert reasons(norm) == []


def test_an_erratum_without_a_class(norm):
    erratum(norm, log="{STD-G-01: {" + WHY + "}}")

    assert reasons(norm, "2020.2") == ["C055"]


def test_an_erratum_names_every_text(norm):
    erratum(norm)
    made = api.release("2020.2", day("2021-06-01"), str(norm)).value

    assert made.erratum
    assert {c.id for changes in made.sections.values() for c in changes} == {"STD-G-01", "glossary/ifc", "sources/bron"}
    assert TEXT[0] == STD


def test_every_reason_has_its_example():
    known = {k.split(".")[1] for k in texts("nl").catalogue if re.fullmatch(r"problem\.C0(5[3-9]|6\d)\.title", k)}
    tests = " ".join(globals())

    assert known == OF_RELEASE
    assert [code for code in known if f"test_{code.lower()}" not in tests] == []
    assert len(RULES) == 9
