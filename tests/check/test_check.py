"""The check of the criteria finds each of a set of faults, planted in a copy of the small edition."""

import shutil

import pytest

from digisamen import api
from digisamen.text.texts import texts
from tests.conftest import NORM

FILE = "2020.1/woningbouw/digiveiligheid.yaml"
SHARED = "2020.1/gedeeld/standaarden.yaml"

FAULTS = [
    ("C002", FILE, "- id: VEI-W-01\n", "- name: VEI-W-01\n"),
    ("C003", FILE, "id: VEI-W-02", "id: VEI-W-01"),
    ("C004", FILE, "  level: 3\n", "  level: 3\n  subsectors: [woningbouw]\n"),
    ("C006", FILE, "id: VEI-W-01", "id: VEI-U-05"),
    ("C006", FILE, "id: VEI-W-01", "id: STD-W-01"),
    ("C007", FILE, "roles: [opdrachtgever, hoofdaannemer", "roles: [opdrachtgever, hoofdaanemer"),
    ("C007", FILE, "sources: [bron]", "sources: [bron, iso9000]"),
    ("C007", FILE, "strong: [toets, certificaat]", "strong: [toets, keurmerk]"),
    ("C007", FILE, "zzp: vrijgesteld", "mini: vrijgesteld"),
    ("C007", FILE, "facts: []", "facts: [heeft-huizen]"),
    ("C007", FILE, "method: Documentbeoordelen", "method: Raden"),
    ("C008", FILE, ", en: Rehearsed yearly}", "}"),
    ("C009", FILE, '  lighter: {nl: "Licht bij VEI-W-02 is genoeg.", en: "Light at VEI-W-02 is enough."}\n', ""),
    ("C010", SHARED, "subsectors: [woningbouw, utiliteitsbouw]", "subsectors: [woningbouw]"),
    ("C011", FILE, "nl: Elk jaar geoefend", f"nl: {'Lang ' * 12}"),
    ("C012", FILE, "light: [document, foto]", "light: []"),
    ("C013", FILE, "  level: 3\n", "  level: 3\n  replaced_by: [VEI-W-01]\n"),
    ("C014", FILE, ", micro: lichter", ""),
    ("C017", "2020.1/edition.yaml", 'edition: "2020.1"', 'edition: "2021.1"'),
    ("C020", FILE, "  effort: 3\n", ""),
    ("C021", FILE, "  effort: 3\n", "  effort: 3\n  efort: 3\n"),
    ("C022", FILE, "sources: [bron]", "sources: bron"),
    ("C023", FILE, "  level: 3\n", "  level: 5\n"),
    ("C023", FILE, "state: actief", "state: levend"),
    ("C024", FILE, "  effort: 3\n", "  effort:\n"),
    ("C023", "editions.yaml", '"2020.1"', '"../x"'),
    ("C025", "editions.yaml", "status: concept", "status: vastgesteld"),
    ("C007", "2020.1/edition.yaml", '  "5": {label: {nl: enkele maanden, en: some months}}\n', ""),
    ("C016", "2020.1/edition.yaml", "  dsgo: {prefix", "  dsgoo: {prefix"),
    ("Y008", FILE, "  level: 3\n", "  level: 3\n  level: 3\n"),
]


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(NORM, tmp_path / "norm")
    return tmp_path / "norm"


def check(folder, **more):
    return api.check_criteria("2020.1", str(folder), **more)


@pytest.mark.parametrize(("code", "file", "old", "new"), FAULTS)
def test_a_planted_fault(code, file, old, new, copy):
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    checked = check(copy)
    found = [p for p in checked.problems if p.code == code]

    assert not checked.clean
    assert found, [p.code for p in checked.problems]
    if file != "2020.1/edition.yaml" or code == "C017":  # a list that lost a word is found where the word is used
        assert found[0].place.file.endswith(file.split("/")[-1])
    assert found[0].place.line


def test_a_fault_does_not_hide_another(copy):
    path = copy / FILE
    text = (
        path.read_text(encoding="utf-8")
        .replace("  level: 3\n", "  level: 5\n")
        .replace("zzp: vrijgesteld", "mini: vrijgesteld")
    )
    path.write_text(text, encoding="utf-8")

    assert {"C023", "C007"} <= {p.code for p in check(copy).problems}


def test_a_circle_over_two(copy):
    path = copy / FILE
    text = path.read_text(encoding="utf-8")
    text = text.replace("  level: 3\n", "  level: 3\n  replaced_by: [VEI-W-02]\n").replace(
        "  level: 4\n", "  level: 4\n  replaced_by: [VEI-W-01]\n"
    )
    path.write_text(text, encoding="utf-8")

    assert [p.code for p in check(copy).problems] == ["C013", "C013"]


def test_in_a_draft_a_missing_translation_is_a_warning(copy):
    path = copy / FILE
    path.write_text(path.read_text(encoding="utf-8").replace(", en: Rehearsed yearly}", "}"), encoding="utf-8")

    assert not check(copy).clean
    assert check(copy, draft=True).clean
    assert [p.code for p in check(copy, draft=True).problems] == ["C008"]


def test_a_folder_that_is_no_subsector_and_a_file_that_is_no_theme(copy):
    (copy / "2020.1" / "waterbouw").mkdir()
    (copy / "2020.1" / "waterbouw" / "bruggen.yaml").write_text("criteria: []\n", encoding="utf-8")

    assert [p.code for p in check(copy).problems] == ["C015", "C016"]


def test_a_frozen_edition_that_was_changed(copy):
    digest = api.load_edition("2020.1", str(copy)).value.digest
    register = copy / "editions.yaml"
    register.write_text(f'editions:\n  "2020.1": {{status: concept, frozen: ja, sha256: {digest}}}\n', encoding="utf-8")
    assert check(copy).clean
    path = copy / FILE
    path.write_text("# een opmerking verandert niets\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert check(copy).clean
    path.write_text(path.read_text(encoding="utf-8").replace("level: 3", "level: 2"), encoding="utf-8")

    assert [p.code for p in check(copy).problems] == ["C005"]
    assert api.load_edition("2020.1", str(copy)).failed


def test_every_code_is_planted():
    known = {k.split(".")[1] for k in texts("nl").catalogue if k.startswith("problem.C") and k.endswith(".title")}
    elsewhere = {"C005", "C015"}

    assert known - elsewhere == {code for code, *_ in FAULTS if code.startswith("C")}


def test_the_command_shows_findings_and_exits_with_1(copy, cli):
    path = copy / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("sources: [bron]", "sources: [bronn]"), encoding="utf-8")
    ran = cli("criteria", "check", "--criteria", str(copy))

    assert ran.code == 1
    assert 'Bedoelt u "bron"?' in ran.err
    assert cli("criteria", "check", "--criteria", str(copy), "--format", "json").code == 1


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FILE, "roles: [opdrachtgever, hoofdaannemer", "roles: [opdrachtgever, hoofdaanemer"),
        (FILE, "sources: [bron]", "sources: [bronn]"),
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
    text = (copy / file).read_text(encoding="utf-8")
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    ran = cli(*command, "org.yaml", "--criteria", str(copy), "--format", "html")

    assert (ran.code, ran.out) == (3, "")


def test_a_file_without_an_end_is_not_read_to_its_end(copy, cli):
    (copy / FILE).unlink()
    (copy / FILE).symlink_to("/dev/zero")
    ran = cli("criteria", "check", "--criteria", str(copy))

    assert ran.code == 1
    assert "Y001" in ran.err


def test_without_a_default_edition_the_newest_is_checked(copy):
    register = copy / "editions.yaml"
    register.write_text('editions:\n  "2020.1": {status: consultatie, frozen: nee}\n', encoding="utf-8")

    assert api.check_criteria(None, str(copy)).number == "2020.1"
