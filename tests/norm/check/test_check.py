"""The check of an edition as a whole, and the command around it. The rules one by one are in `test_rules.py`."""

import json
import re
import shutil

import pytest

from digisamen import api
from digisamen.model.criteria import EditionRecord
from digisamen.read.criteria import predecessor
from tests.conftest import NORM
from tests.norm.check.test_rules import BASE

FILE = "2020.1/gedeeld/standaarden.yaml"
LOG = "2020.1/changes.yaml"
THEME = "2020.1/woningbouw/digiveiligheid.yaml"


@pytest.fixture
def base(tmp_path):
    shutil.copytree(BASE, tmp_path / "norm")
    return tmp_path / "norm"


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(NORM, tmp_path / "norm")
    return tmp_path / "norm"


def change(folder, file, old, new):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(folder, **more):
    return [p.code for p in api.check_criteria("2020.1", str(folder), **more).problems]


def test_a_fault_does_not_hide_another(base):
    change(base, FILE, "  level: 1\n", "  level: 5\n")
    change(base, FILE, "sources: [ongezien]", "sources: [ongezien, bronn]")

    assert codes(base) == ["C023", "C007"]


def test_in_a_draft_a_missing_translation_is_a_warning(base):
    change(base, FILE, ', en: "Title of STD-G-02"}', "}")

    assert not api.check_criteria("2020.1", str(base)).clean
    assert api.check_criteria("2020.1", str(base), draft=True).clean
    assert codes(base, draft=True) == ["C008"]


def test_a_frozen_edition_that_was_changed_is_not_used(copy):
    digest = api.load_edition("2020.1", str(copy)).value.digest
    register = copy / "editions.yaml"
    register.write_text(f'editions:\n  "2020.1": {{status: concept, frozen: ja, sha256: {digest}}}\n', encoding="utf-8")
    assert not api.load_edition("2020.1", str(copy)).failed
    change(copy, THEME, "level: 3", "level: 2")

    assert api.load_edition("2020.1", str(copy)).failed


def test_the_findings_as_a_table_per_file(base, cli):
    change(base, FILE, "sources: [bron]", "sources: [bronn]")
    change(base, LOG, "changes:\n", "changes:\n  STD-G-01: {kinds: [overig], why: {nl: Daarom., en: Why.}}\n")
    change(base, FILE, '"Eis van STD-G-02."', '"Men dient te leveren."')
    ran = cli("criteria", "check", "--criteria", str(base))

    assert (ran.code, ran.err) == (1, "")
    assert re.search(r"standaarden\.yaml\nPlaats +Code +Soort +Wat er is\n20:", ran.out)
    assert re.search(r"20:13 +C007 +fout +", ran.out)
    assert re.search(r"30:21 +C034 +let op +", ran.out)
    assert 'Bedoelt u "bron"?' in ran.out
    assert "nog niet in orde: 2 fouten en 1 om op te letten." in ran.out.replace("\n", " ")


def test_the_findings_as_json(base, cli):
    change(base, FILE, "sources: [bron]", "sources: [bronn]")
    change(base, LOG, "changes:\n", "changes:\n  STD-G-01: {kinds: [overig], why: {nl: Daarom., en: Why.}}\n")
    ran = cli("criteria", "check", "--criteria", str(base), "--format", "json")
    data = json.loads(ran.out)

    assert ran.code == 1
    assert (data["clean"], data["errors"], data["warnings"]) == (False, 2, 0)
    assert {"code", "severity", "file", "line", "column", "message", "tip"} == data["problems"][0].keys()


def test_the_findings_as_annotations(base, cli):
    change(base, FILE, "sources: [bron]", "sources: [bronn]")
    change(base, LOG, "changes:\n", "changes:\n  STD-G-01: {kinds: [overig], why: {nl: Daarom., en: Why.}}\n")
    change(base, FILE, '"Eis van STD-G-02."', '"Men dient te leveren."')
    ran = cli("criteria", "check", "--criteria", str(base), "--format", "github", "--lang", "en")
    lines = ran.out.splitlines()

    assert ran.code == 1
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning", "::notice"]
    assert all(f" file={base}/{FILE},line=20,col=1" in line for line in lines[:2])
    assert '::STD-G-01 refers in sources to "bronn"' in "".join(lines)


def test_an_annotation_is_one_line_whatever_stands_in_the_file(base, cli):
    change(base, FILE, "sources: [bron]", 'sources: ["a%0A::error::x,y:z"]')
    ran = cli("criteria", "check", "--criteria", str(base), "--format", "github")
    found = next(line for line in ran.out.splitlines() if "C007" in line)

    assert "a%250A::error::x,y:z" in found
    assert found.count("\n") == 0


@pytest.mark.parametrize("form", ["terminal", "html", "markdown", "json"])
def test_a_clean_edition_in_every_format(form, base, cli):
    ran = cli("criteria", "check", "--criteria", str(base), "--format", form)

    assert (ran.code, ran.err) == (0, "")
    assert "10" in ran.out


def test_a_clean_edition_says_so(base, cli):
    ran = cli("criteria", "check", "--criteria", str(base), "--format", "github")

    assert (ran.code, ran.out.count("::notice"), ran.out.count("\n")) == (0, 1, 1)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (THEME, "roles: [opdrachtgever, hoofdaannemer", "roles: [opdrachtgever, hoofdaanemer"),
        (THEME, "sources: [bron]", "sources: [bronn]"),
        ("2020.1/edition.yaml", "  dsgo: {prefix", "  dsgoo: {prefix"),
        ("2020.1/sources.yaml", "sources:", "bronnen:"),
        ("2020.1/edition.yaml", "schema: digisamen/edition/v1", "schema: iets"),
        ("editions.yaml", "status: concept", "status: vastgesteld"),
        ("editions.yaml", "editions:", "edities:"),
    ],
)
@pytest.mark.parametrize("command", [("assess",), ("next",), ("explain",)])
def test_an_edition_with_faults_is_a_problem_and_no_report(command, file, old, new, copy, cli, tmp_path):
    (tmp_path / "org.yaml").write_bytes((NORM.parent / "golden" / "gewoon" / "org.yaml").read_bytes())
    change(copy, file, old, new)
    ran = cli(*command, "org.yaml", "--criteria", str(copy), "--format", "html")

    assert (ran.code, ran.out) == (3, "")


def test_a_file_without_an_end_is_not_read_to_its_end(copy, cli):
    (copy / THEME).unlink()
    (copy / THEME).symlink_to("/dev/zero")
    ran = cli("criteria", "check", "--criteria", str(copy))

    assert ran.code == 1
    assert "Y001" in ran.out


def test_without_a_default_edition_the_newest_is_checked(base):
    register = base / "editions.yaml"
    register.write_text('editions:\n  "2020.1": {status: consultatie, frozen: nee}\n', encoding="utf-8")

    assert api.check_criteria(None, str(base)).number == "2020.1"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "De edities 2019.1, 2020.1 zijn nog niet in orde:"),
        ("en", "The editions 2019.1, 2020.1 are not in order"),
    ],
)
def test_all_editions_at_once(base, cli, language, said):
    ran = cli("criteria", "check", "--all", "--criteria", base, "--lang", language)
    data = json.loads(cli("criteria", "check", "--all", "--criteria", base, "--format", "json").out)
    each = [api.check_criteria(number, str(base)) for number in ("2019.1", "2020.1")]

    assert ran.code == 1
    assert said in ran.out
    assert data["edition"] == "2019.1, 2020.1"
    assert data["criteria"] == sum(c.criteria for c in each)
    assert len(data["problems"]) == sum(len(c.problems) for c in each) > 0


def test_all_of_one_edition_is_that_edition(copy, cli):
    one, every = (cli("criteria", "check", *x, "--criteria", copy) for x in ([], ["--all"]))

    assert one == every
    assert "Editie 2020.1 is" in every.out


def test_all_or_one(copy, cli):
    assert cli("criteria", "check", "--all", "--edition", "2020.1", "--criteria", copy).code == 2


def test_all_of_a_register_that_cannot_be_read(copy, cli):
    change(copy, "editions.yaml", "status: concept", "status: bijna")
    ran = cli("criteria", "check", "--all", "--criteria", copy.name, cwd=copy.parent)

    assert ran.code == 1
    assert "editions.yaml" in ran.out


def test_the_edition_before_it_is_the_newest_frozen_one():
    concept = EditionRecord(status="concept")
    frozen = EditionRecord(status="concept", frozen="ja")
    register = {"2026.2": concept, "2026.1": frozen, "2027.1": concept, "2026.10": concept, "2028.1": frozen}

    assert predecessor(register, "2027.1") == "2026.1"
    assert predecessor({**register, "2026.1": concept}, "2027.1") == "2026.10"
    assert predecessor(register, "2026.1") is None
