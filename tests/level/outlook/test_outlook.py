"""The coming edition in a level report: what it would do to the level, by the name of the criteria."""

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest

from digisamen import api
from digisamen.model.criteria import EditionRecord
from digisamen.read.criteria import coming_edition
from tests.conftest import NORM

HERE = Path(__file__).parent
ORG = HERE / "org.yaml"
STD, VEI, DSG, DTW = (f"gedeeld/{n}.yaml" for n in ("standaarden", "digiveiligheid", "dsgo", "digital-twins"))
VEI_W = "woningbouw/digiveiligheid.yaml"

STRICTER = (STD, 'requirement: {nl: "Eis van STD-G-01."', 'requirement: {nl: "Echte eis van STD-G-01."')
NEW = (VEI_W, "criteria:\n", "")
EARLIER = (
    VEI_W,
    'id: VEI-W-01\n  state: actief\n  since: "2020.1"\n  level: 3',
    'id: VEI-W-01\n  state: actief\n  since: "2020.1"\n  level: 2',
)
OTHER_PROOF = (DSG, "light: [document, foto], strong: [toets, certificaat]", "light: [foto], strong: [toets]")
LIGHTER = (VEI_W, 'id: VEI-W-01\n  state: actief\n  since: "2020.1"\n  level: 3\n  obligation: must', 'id: VEI-W-01\n  state: actief\n  since: "2020.1"\n  level: 3\n  obligation: should')  # fmt: skip


def pair(folder, *edits, log="{}", register='"2021.1": {status: consultatie}'):
    """Returns a folder of criteria with the small edition, and the next one that differs by `edits`."""
    shutil.copytree(NORM, folder)
    shutil.copytree(folder / "2020.1", folder / "2021.1")
    for file, old, new in [("edition.yaml", 'edition: "2020.1"', 'edition: "2021.1"'), *edits]:
        path = folder / "2021.1" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    changes = folder / "2021.1" / "changes.yaml"
    changes.write_text(f'previous: "2020.1"\nchanges: {log}\n', encoding="utf-8")
    (folder / "editions.yaml").write_text(
        f'editions:\n  "2020.1": {{status: concept}}\n  {register}\n', encoding="utf-8"
    )
    return folder


def new_criterion(folder):
    path = folder / "2021.1" / VEI_W
    block = re.search(r"- id: VEI-W-01.*?\n\n", path.read_text(encoding="utf-8"), re.DOTALL)[0]
    block = block.replace("VEI-W-01", "VEI-W-03").replace('since: "2020.1"\n  level: 3', 'since: "2021.1"\n  level: 1')
    path.write_text(path.read_text(encoding="utf-8") + "\n" + block, encoding="utf-8")


@pytest.fixture
def org(tmp_path):
    shutil.copy(ORG, tmp_path / "org.yaml")
    (tmp_path / "bewijs.txt").write_text("bewijs")
    return tmp_path / "org.yaml"


def outlook(org, norm):
    outcome = api.assess(str(org), criteria=str(norm))
    assert outcome.problems == ()
    return outcome.value.outlook


def part(org, norm):
    (only,) = outlook(org, norm).parts
    return only


def unless(found):
    return [(u.id, u.why) for u in found.unless]


def test_the_same_edition_again(org, tmp_path):
    found = outlook(org, pair(tmp_path / "norm"))

    assert (found.edition, found.status, found.again, found.new) == ("2021.1", "consultatie", (), ())
    assert found.parts[0].before == found.parts[0].after
    assert found.parts[0].assurance is None


def test_asked_again(org, tmp_path):
    norm = pair(tmp_path / "norm", STRICTER, log="{STD-G-01: {text: strenger, why: {nl: Zo., en: So.}}}")
    found = part(org, norm)

    assert (found.before.onderbouwd, found.after.onderbouwd, found.after.possible) == (2, 0, 2)
    assert unless(found) == [("STD-G-01", "opnieuw")]
    assert outlook(org, norm).again == ("STD-G-01",)


def test_a_text_that_means_the_same_is_not_asked_again(org, tmp_path):
    found = part(org, pair(tmp_path / "norm", STRICTER, log="{STD-G-01: {text: redactie, why: {nl: Zo., en: So.}}}"))

    assert found.before == found.after


def test_a_new_question(org, tmp_path):
    norm = pair(tmp_path / "norm")
    new_criterion(norm)

    assert unless(part(org, norm)) == [("VEI-W-03", "nieuw")]
    assert outlook(org, norm).new == ("VEI-W-03",)


def test_what_was_nee_comes_earlier(org, tmp_path):
    found = part(org, pair(tmp_path / "norm", EARLIER))

    assert (found.before.onderbouwd, found.after.onderbouwd, found.after.possible) == (2, 1, 1)
    assert unless(found) == [("VEI-W-01", "antwoord")]


def test_evidence_that_no_longer_counts(org, tmp_path):
    found = part(org, pair(tmp_path / "norm", OTHER_PROOF))

    assert found.assurance.word == "onderbouwd"
    assert found.before.verklaard == found.after.verklaard
    assert unless(found) == [("DSG-G-01", "bewijs")]


def test_a_level_that_rises(org, tmp_path):
    found = part(org, pair(tmp_path / "norm", LIGHTER))

    assert found.assurance is None
    assert found.after.verklaard >= found.before.verklaard
    assert unless(found) == []


def test_the_numbers_are_those_of_an_assessment_of_the_moved_answers(org, tmp_path):
    """What the line says is what somebody gets who moves: the same file, under the other edition."""
    norm = pair(tmp_path / "norm", EARLIER, OTHER_PROOF)
    said = part(org, norm).after
    org.write_text(org.read_text(encoding="utf-8").replace('edition: "2020.1"', 'edition: "2021.1"'), encoding="utf-8")

    assert api.assess(str(org), criteria=str(norm)).value.scorecard.subsectors[0].levels == said


@pytest.mark.parametrize(
    ("register", "wanted"),
    [
        ({"2026.1": "concept"}, None),
        ({"2026.1": "concept", "2026.2": "concept"}, None),
        ({"2026.1": "concept", "2027.1": "consultatie"}, "2027.1"),
        ({"2026.1": "concept", "2027.1": "concept", "2027.10": "concept", "2027.9": "concept"}, "2027.10"),
        ({"2026.1": "concept", "2027.1": "vervallen", "2028.1": "consultatie"}, "2028.1"),
        ({"2025.1": "concept", "2026.1": "concept"}, None),
    ],
)
def test_which_edition_is_coming(register, wanted):
    assert coming_edition({n: EditionRecord(status=s, decided_by="x") for n, s in register.items()}, "2026.1") == wanted


def test_a_draft_that_cannot_be_read_is_a_warning(cli, org, tmp_path):
    norm = pair(tmp_path / "norm", ("edition.yaml", "levels:", "niveaus:"))
    ran = cli("assess", "org.yaml", "--criteria", norm)

    assert ran.code == 0
    assert "A038" in ran.err
    assert "Straks" not in ran.out


def test_an_edition_without_a_folder_is_a_warning(cli, org, tmp_path):
    norm = pair(tmp_path / "norm")
    shutil.rmtree(norm / "2021.1")

    assert "A038" in cli("assess", "org.yaml", "--criteria", norm).err


class TestVerify:
    def test_yes(self, cli, org, tmp_path):
        norm = self.made(cli, tmp_path)

        assert cli("verify", "rapport.json", "org.yaml", "--criteria", norm).code == 0

    def test_yes_when_the_draft_has_changed_since(self, cli, org, tmp_path):
        norm = self.made(cli, tmp_path)
        path = norm / "2021.1" / STD
        path.write_text(path.read_text(encoding="utf-8").replace("Echte", "Nog echtere"), encoding="utf-8")

        assert cli("verify", "rapport.json", "org.yaml", "--criteria", norm).code == 0

    def test_no_when_the_outlook_was_touched(self, cli, org, tmp_path):
        norm = self.made(cli, tmp_path)
        file = tmp_path / "rapport.json"
        data = json.loads(file.read_text(encoding="utf-8"))
        data["outlook"]["subsectors"][0]["unless"] = []
        file.write_text(json.dumps(data), encoding="utf-8")
        ran = cli("verify", "rapport.json", "org.yaml", "--criteria", norm, "--format", "json")

        assert json.loads(ran.out)["differences"] == ["outlook.subsectors.0.unless"]

    def made(self, cli, tmp_path):
        norm = pair(tmp_path / "norm", STRICTER)
        cli("assess", "org.yaml", "--criteria", norm, "--output", "rapport.json")
        return norm


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("verslag.txt", ()),
        ("volledig.txt", ("--full",)),
        ("verslag.md", ("--format", "markdown")),
        ("verslag.html", ("--format", "html")),
        ("verslag.json", ("--format", "json")),
    ],
)
def test_reports(name, arguments, language, cli, org, golden, tmp_path):
    norm = pair(tmp_path / "norm", STRICTER, EARLIER, OTHER_PROOF)
    new_criterion(norm)
    ran = cli("assess", "org.yaml", "--criteria", norm, "--lang", language, *arguments)

    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 79 or "--format" in arguments
    if name == "verslag.json":
        jsonschema.validate(json.loads(ran.out), api.json_schema("report"), jsonschema.Draft202012Validator)
    golden(HERE / language / name, ran.out)


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ((), "Straks: 2021.1 (in consultatie) geeft u hetzelfde niveau."),
        ((EARLIER,), "Straks: 2021.1 (in consultatie) geeft aantoonbaar 1, tenzij VEI-W-01."),
        ((OTHER_PROOF, EARLIER), "tenzij VEI-W-01 en nog 1."),
    ],
)
def test_the_line(edits, said, cli, org, tmp_path):
    ran = cli("assess", "org.yaml", "--criteria", pair(tmp_path / "norm", *edits))

    assert said in ran.out
    assert len(ran.out.splitlines()) <= 24
