"""`digisamen migrate` on the command line: what is written, what is refused, and what stays untouched."""

import json
import os
import stat

import pytest

from digisamen import api
from digisamen.cli import write
from digisamen.migrate import migrate as migrating
from digisamen.source.yaml_text import parse
from tests.conftest import TESTS
from tests.migrate.editions import NEXT, tell

CASE = TESTS / "migrate" / "2020.1-2021.1" / "alles-door-elkaar" / "before.yaml"
GOLDEN = TESTS / "migrate" / "golden"
FORMS = {"plan.txt": "terminal", "plan.md": "markdown", "plan.html": "html", "plan.json": "json"}


@pytest.fixture(scope="module")
def criteria(tmp_path_factory):
    return tell(tmp_path_factory.mktemp("criteria"), "2020.1", "2021.1", NEXT)


@pytest.fixture
def org(tmp_path):
    path = tmp_path / "org.yaml"
    path.write_bytes(CASE.read_bytes())
    return path


@pytest.fixture
def migrate(cli, criteria):
    def run(*arguments, **more):
        return cli("migrate", *arguments, "--criteria", criteria, **more)

    return run


def code(ran):
    return ran.err.splitlines()[0].rsplit(" ", 1)[-1]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", FORMS)
def test_every_format(name, language, org, migrate, golden, criteria):
    ran = migrate("org.yaml", "--to", "2021.1", "--format", FORMS[name], "--lang", language)

    assert ran.code == 0
    digests = [api.load_edition(number, str(criteria)).value.digest for number in ("2020.1", "2021.1")]
    out = ran.out.replace(digests[0], "0" * 64).replace(digests[1], "1" * 64)
    golden(GOLDEN / language / name, out)
    assert org.read_bytes() == CASE.read_bytes()


def test_the_comments_in_the_file_are_in_the_language_that_is_asked(org, migrate):
    out = migrate("org.yaml", "--to", "2021.1", "--output", "-", "--lang", "en").out

    assert "# To answer again for edition 2021.1. The requirement asks more." in out
    assert "# Vraag" not in out


def test_write_keeps_a_copy_the_mode_and_the_link(org, migrate, tmp_path):
    org.chmod(0o600)
    (tmp_path / "link.yaml").symlink_to(org)
    ran = migrate("link.yaml", "--to", "2021.1", "--write")

    copy = tmp_path / "link.yaml.2020.1.bak"
    assert (ran.code, ran.err) == (
        0,
        "link.yaml staat nu op editie 2021.1. Het oude bestand staat in link.yaml.2020.1.bak.\n",
    )
    assert copy.read_bytes() == CASE.read_bytes()
    assert (tmp_path / "link.yaml").is_symlink()
    assert [stat.S_IMODE(f.stat().st_mode) for f in (org, copy)] == [0o600, 0o600]
    assert 'edition: "2021.1"' in org.read_text(encoding="utf-8")


def test_a_copy_that_is_there_is_never_written_over(org, migrate, tmp_path):
    (tmp_path / "org.yaml.2020.1.bak").write_text("van mij", encoding="utf-8")
    migrate("org.yaml", "--to", "2021.1", "--write")

    assert (tmp_path / "org.yaml.2020.1.bak").read_text(encoding="utf-8") == "van mij"
    assert (tmp_path / "org.yaml.2020.1.2.bak").read_bytes() == CASE.read_bytes()


def test_writing_that_fails_leaves_nothing_behind(org, migrate, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(write, "write_spare", full)
    ran = migrate("org.yaml", "--to", "2021.1", "--write")

    assert (ran.code, code(ran)) == (4, "F020")
    assert os.listdir(tmp_path) == ["org.yaml"]
    assert org.read_bytes() == CASE.read_bytes()


def test_a_file_that_changed_meanwhile_is_not_written_over(org, migrate, monkeypatch):
    real = api.migrate

    def slow(*arguments, **more):
        outcome = real(*arguments, **more)
        org.write_text("van een ander\n", encoding="utf-8")
        return outcome

    monkeypatch.setattr(api, "migrate", slow)
    ran = migrate("org.yaml", "--to", "2021.1", "--write")

    assert (ran.code, code(ran)) == (3, "F024")
    assert org.read_text(encoding="utf-8") == "van een ander\n"


def test_output_makes_a_new_file_and_only_a_new_one(org, migrate, tmp_path):
    ran = migrate("org.yaml", "--to", "2021.1", "--output", "nieuw.yaml")
    again = migrate("org.yaml", "--to", "2021.1", "--output", "nieuw.yaml")
    same = migrate("org.yaml", "--to", "2021.1", "--output", "org.yaml")

    assert (ran.code, ran.err) == (0, "nieuw.yaml is gemaakt, voor editie 2021.1. Uw oude bestand is niet veranderd.\n")
    assert (again.code, code(again)) == (4, "F022")
    assert (same.code, code(same)) == (4, "F021")
    assert org.read_bytes() == CASE.read_bytes()
    assert (tmp_path / "nieuw.yaml").is_file()


def test_away_from_the_evidence_is_refused(org, migrate, tmp_path):
    (tmp_path / "elders").mkdir()
    org.write_text(
        org.read_text(encoding="utf-8").replace("url: https://example.org/a ", "file: bewijs/a.pdf "), encoding="utf-8"
    )
    ran = migrate("org.yaml", "--to", "2021.1", "--output", "elders/org.yaml")

    assert (ran.code, code(ran)) == (2, "U032")
    assert os.listdir(tmp_path / "elders") == []


def test_without_evidence_files_it_may_go_anywhere(org, migrate, tmp_path):
    (tmp_path / "elders").mkdir()

    assert migrate("org.yaml", "--to", "2021.1", "--output", "elders/org.yaml").code == 0


def test_the_report_goes_to_a_file_of_its_own(org, migrate, tmp_path):
    ran = migrate("org.yaml", "--to", "2021.1", "--write", "--report", "plan.json", "--report", "plan.html")

    assert (ran.code, ran.out) == (0, "")
    assert json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["steps"][0]["counts"]["opnieuw"] == 3
    assert (tmp_path / "plan.html").is_file()
    assert migrate("org.yaml", "--to", "2022.1", "--report", "org.yaml").code == 4
    assert code(migrate("org.yaml", "--to", "2022.1", "--report", "a.md", "--report", "a.md")) == "U016"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("org.yaml", "--write", "--output", "x.yaml"), (2, "U033")),
        (("-", "--write"), (2, "U033")),
        (("org.yaml", "--to", "2099.1"), (4, "F011")),
        (("org.yaml", "--format", "json", "--format", "html"), (2, "U006")),
        (("weg.yaml",), (4, "F001")),
    ],
)
def test_what_is_refused(arguments, expected, org, migrate):
    ran = migrate(*arguments)

    assert (ran.code, code(ran)) == expected
    assert org.read_bytes() == CASE.read_bytes()


def test_there_is_no_way_back(org, migrate):
    migrate("org.yaml", "--to", "2021.1", "--write")
    before = org.read_bytes()
    ran = migrate("org.yaml", "--to", "2020.1", "--write")

    assert (ran.code, code(ran)) == (2, "U031")
    assert org.read_bytes() == before


def test_a_file_with_problems_is_not_moved(org, migrate):
    org.write_text(org.read_text(encoding="utf-8").replace("ja ", "jaa "), encoding="utf-8")
    ran = migrate("org.yaml", "--write")

    assert (ran.code, code(ran)[:1]) == (3, "A")
    assert "Er is niets veranderd." in ran.err


def test_the_newest_edition_is_meant_when_none_is_named(org, migrate):
    assert "naar editie 2022.1" in migrate("org.yaml").out


def test_an_edition_in_consultation_only_when_it_is_named(org, cli, tmp_path):
    folder = tell(tmp_path / "criteria")
    register = folder / "editions.yaml"
    said = json.loads(register.read_text(encoding="utf-8"))
    said["editions"]["2021.1"]["status"] = "consultatie"
    register.write_text(json.dumps(said), encoding="utf-8")

    assert cli("migrate", "org.yaml", "--criteria", folder).out == "org.yaml staat al op editie 2020.1.\n"
    assert "CONSULTATIE" in cli("migrate", "org.yaml", "--criteria", folder, "--to", "2021.1").out


def test_who_is_there_already_gets_one_line_or_a_report_without_steps(org, migrate):
    assert migrate("org.yaml", "--to", "2020.1").out == "org.yaml staat al op editie 2020.1.\n"
    assert json.loads(migrate("org.yaml", "--to", "2020.1", "--format", "json").out)["steps"] == []
    assert "staat al op editie" in migrate("org.yaml", "--to", "2020.1", "--format", "markdown").out


def test_a_chain_with_a_gap_is_said_and_asks_more(org, cli, tmp_path):
    folder = tell(tmp_path / "criteria", "2020.1", NEXT)
    ran = cli("migrate", "org.yaml", "--criteria", folder)

    assert (ran.code, code(ran)) == (0, "M006")
    assert "Titel van STD-G-02: De eis heeft een andere tekst." in " ".join(ran.out.split())


def test_standard_input_to_standard_output(migrate):
    ran = migrate("-", "--to", "2021.1", "--output", "-", stdin=b"\xef\xbb\xbf" + CASE.read_bytes())

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("\ufeff# Mijn zelfevaluatie")


def test_what_is_not_as_planned_is_not_written(org, migrate, monkeypatch):
    monkeypatch.setattr(migrating, "edited", lambda document, *_: document.text.replace("2020.1", "2021.1"))
    ran = migrate("org.yaml", "--to", "2021.1", "--write")

    assert (ran.code, code(ran)) == (70, "M005")
    assert org.read_bytes() == CASE.read_bytes()


def test_two_edits_on_one_spot_are_a_bug_that_changes_nothing(org, migrate, monkeypatch):
    def clash(*_):
        raise ValueError

    monkeypatch.setattr(migrating, "edited", clash)

    assert code(migrate("org.yaml", "--to", "2021.1", "--write")) == "M005"


def test_text_that_the_new_edition_does_not_accept_is_a_bug(org, migrate, monkeypatch):
    monkeypatch.setattr(migrating, "same", lambda *_: True)
    monkeypatch.setattr(migrating, "edited", lambda document, *_: document.text)
    ran = migrate("org.yaml", "--to", "2021.1")

    assert (ran.code, code(ran)) == (70, "M005")


def test_a_file_that_would_grow_too_big(org, migrate, monkeypatch):
    monkeypatch.setattr(migrating, "edited", lambda *_: "#" * 6_000_000)

    assert code(migrate("org.yaml", "--to", "2021.1")) == "Y001"


def test_words_that_only_the_owner_can_change(org, migrate):
    text = org.read_text(encoding="utf-8").replace("roles: [aannemer]", "roles: [adviseur, aannemer]")
    org.write_text(text.replace("target: 2", "target: {standaarden: 2}"), encoding="utf-8")
    ran = migrate("org.yaml", "--to", "2021.1", "--write")

    assert (ran.code, code(ran)) == (3, "M001")
    assert "1 probleem in org.yaml" in ran.err


def test_a_plan_from_standard_input_names_no_command_that_cannot_be(migrate):
    ran = migrate("-", "--to", "2021.1", stdin=CASE.read_bytes())

    assert (ran.code, ran.err) == (0, "\nEr is niets veranderd.\n")


def test_a_file_of_the_greatest_size_moves_as_well(org, migrate):
    org.write_text("# vol\n" * 700_000 + CASE.read_text(encoding="utf-8"), encoding="utf-8")

    assert migrate("org.yaml", "--to", "2021.1", "--write").code == 0
    assert org.read_text(encoding="utf-8").startswith("# vol\n" * 700_000 + "# Mijn zelfevaluatie")


@pytest.mark.parametrize("space", [" ", "\t", " \t "])
def test_a_comment_within_brackets_stays(org, migrate, space):
    text = f"""schema: digisamen/assessment/v1
edition: "2020.1"
date: 2021-05-01
organisation: {{name: Een, size: klein, roles: [aannemer], subsectors: [woningbouw]}}
answers: {{
  STD-G-02: ja,{space}# over twee
  STD-G-08: nee,{space}# besproken met Jan op 3 mei
  STD-G-01: ja{space}# over een
}}
"""
    org.write_text(text, encoding="utf-8")
    ran = migrate("org.yaml", "--to", "2021.1", "--write")
    said = org.read_text(encoding="utf-8")

    assert ran.code == 0, ran.err
    assert [x for x in ("# over twee", "# besproken met Jan op 3 mei", "# over een") if x not in said] == []


@pytest.mark.parametrize(
    "end", ["|+\n      een\n\n\n", ">+\n      een\n\n", "|\n      een", "|-\n      een\n\n", '"een\\n"\n']
)
def test_a_text_keeps_its_last_line_breaks_or_the_move_is_refused(org, migrate, end):
    text = f"""schema: digisamen/assessment/v1
edition: "2020.1"
date: 2021-05-01
organisation: {{name: Een, size: klein, roles: [aannemer], subsectors: [woningbouw]}}
answers:
  STD-G-01:
    answer: nvt
    reason: {end}"""
    org.write_text(text, encoding="utf-8")
    before = parse(text.encode(), "org.yaml").value.data["answers"]["STD-G-01"]["reason"]
    ran = migrate("org.yaml", "--to", "2021.1", "--write")
    after = parse(org.read_bytes(), "org.yaml").value.data

    if ran.code:
        assert (ran.code, code(ran), org.read_text(encoding="utf-8")) == (3, "M004", text)
    else:
        kept = [
            part.get("STD-G-01")
            for part in (after["answers"], after.get("archive", {}).get("2020.1", {}).get("answers", {}))
        ]
        assert before in [entry["reason"] for entry in kept if isinstance(entry, dict) and "reason" in entry]


@pytest.mark.parametrize(("language", "said"), [("nl", "Deze opmerking zou"), ("en", "This comment would")])
def test_a_comment_that_would_be_lost_is_refused_with_its_place(org, migrate, monkeypatch, language, said):
    """Whatever form of YAML we did not think of: every comment of the old file is counted in the new one."""
    real = migrating.edited
    monkeypatch.setattr(migrating, "edited", lambda *given: real(*given).replace("# weg", ""))
    org.write_bytes(org.read_bytes() + b"\n# weg\n")
    before = org.read_bytes()
    ran = migrate("org.yaml", "--to", "2021.1", "--write", "--lang", language)

    assert (ran.code, code(ran), org.read_bytes()) == (3, "M004", before)
    assert said in ran.err
    assert f"org.yaml:{before.count(b'%c' % 10)}:1" in ran.err
