"""The commands wired together: options, exit codes and where the output goes."""

import json

import pytest
import yaml

from digisamen.text.texts import texts
from tests.conftest import NORM, with_norm

GOLDEN = NORM.parent / "golden"
ORG = (GOLDEN / "gewoon" / "org.yaml").read_bytes()


@pytest.fixture
def org(tmp_path):
    (tmp_path / "org.yaml").write_bytes(ORG)
    return tmp_path / "org.yaml"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help(arguments, cli):
    ran = cli(*arguments)

    assert ran.code == 0
    assert ran.out.startswith("Gebruik: digisamen [OPTIES] OPDRACHT")


COMMANDS = [
    "new",
    "assess",
    "next",
    "explain",
    "verify",
    "schema",
    "criteria",
    "criteria list",
    "criteria show",
    "criteria check",
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_command_has_help_in_both_languages(command, language, cli):
    ran = cli(*command.split(), "--help", DIGISAMEN_LANG=language)

    assert ran.code == 0
    assert ran.out.startswith({"nl": "Gebruik:", "en": "Usage:"}[language])
    assert max(map(len, ran.out.splitlines())) <= 80
    if language == "nl":
        assert not any(word in ran.out for word in ("Usage", "Options:", "Show this message"))


def test_version(cli):
    from digisamen import __version__

    assert cli("--version").out == f"digisamen {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["asess"], "U003"),
        (["criteria", "lst"], "U003"),
        (["assess"], "U002"),
        (["assess", "org.yaml", "--wrong"], "U001"),
        (["assess", "org.yaml", "a", "b"], "U015"),
        (["schema", "--output"], "U013"),
        (["assess", "org.yaml", "--format", "pdf"], "U004"),
        (["assess", "org.yaml", "--lang", "de"], "U004"),
        (["assess", "org.yaml", "--date", "22-11-2026"], "U007"),
        (["assess", "org.yaml", "--date", "20261122"], "U007"),
        (["assess", "org.yaml", "--date", "0001-01-01"], "U007"),
        (["assess", "org.yaml", "--date", "2026-W47-7"], "U007"),
        (["assess", "org.yaml", "--require", "hoog"], "U005"),
        (["assess", "org.yaml", "--require", "9"], "U005"),
        (["assess", "org.yaml", "--require", "2@zeker"], "U005"),
        (["assess", "org.yaml", "--require", "digo=2"], "U004"),
        (["assess", "org.yaml", "--format", "json", "--format", "html"], "U006"),
        (["assess", "org.yaml", "--output", "a.json", "--output", "a.json"], "U016"),
        (["explain", "A999"], "U009"),
        (["explain", "XYZ-W-01"], "U011"),
        (["criteria", "show", "STD-W-1"], "U011"),
        (["criteria", "list", "--role", "koning"], "U004"),
        (["criteria", "list", "--fact", "heeft-bezit"], "U010"),
        (["criteria", "list", "--fact", "bezit=nee"], "U004"),
        (["criteria", "list", "--level", "x"], "U014"),
        (["criteria"], "U002"),
        (["new", "--subsector", "infra", "--role", "hoofdaannemer", "--size", "zzp"], "U012"),
        (["new", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--size", "reus"], "U004"),
        (["new", "--subsector", "woningbouw", "--role", "hoofdaannemer"], "U002"),
        (["schema", "niets"], "U004"),
        (["criteria", "diff", "main:"], "U030"),
        (["criteria", "impact", "2020.1", "2020.1", "leden", "--synthetic", "10"], "U050"),
        (["criteria", "impact", "2020.1", "2020.1", "--synthetic", "0"], "U051"),
        (
            ["tender", "new", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--level", "1", "--reason", " "],
            "U018",
        ),
    ],
)
def test_wrong_use(arguments, code, cli, org):
    takes = {"assess", "explain", "new", "tender"} | ({"criteria"} if len(arguments) > 2 else set())
    criteria = ("--criteria", str(NORM)) if arguments[0] in takes else ()
    ran = cli(*arguments, *criteria)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0].endswith(code), ran.err
    assert "Traceback" not in ran.err


def test_every_code_of_use_is_tested():
    known = {k.split(".")[1] for k in texts("nl").catalogue if k.startswith("problem.U") and k.endswith(".title")}
    known.remove("U008")  # what a later typer may say that this one does not
    known.remove("U040")  # the installed program, in tests/norm/release/test_command.py
    known -= {"U017", "U020", "U021", "U022", "U023", "U024"}  # documents, in tests/tender/test_documents.py
    known -= {"U031", "U032", "U033"}  # a move to another edition, in tests/cli/test_migrate.py
    tested = {mark.args[1][n][1] for mark in test_wrong_use.pytestmark for n in range(len(mark.args[1]))}

    assert known == tested


@pytest.mark.parametrize(
    ("require", "code", "said"),
    [
        (["1"], 0, "Gehaald: gevraagd is niveau 1 (onderbouwd)."),
        (["2"], 1, "Niet gehaald: gevraagd is niveau 2 (onderbouwd). Aantoonbaar is niveau 1."),
        (["2@verklaard"], 0, "Gehaald: gevraagd is niveau 2 (verklaard)."),
        (
            ["digital-twins=4@verklaard"],
            1,
            "Niet gehaald: gevraagd is niveau 4 (verklaard) voor Digital twins. Het niveau is 2 (verklaard).",
        ),
        (
            ["standaarden=4@verklaard"],
            0,
            "Gehaald, voor zover van toepassing: gevraagd is niveau 4 (verklaard) voor Standaarden.",
        ),
        (["1", "dsgo=1@getoetst"], 0, "Gehaald: gevraagd is niveau 1 (onderbouwd)."),
        (["1", "2"], 1, "Gehaald: gevraagd is niveau 1 (onderbouwd)."),
    ],
)
def test_require(require, code, said, cli):
    options = [x for r in require for x in ("--require", r)]
    ran = cli(*with_norm("assess", "org.yaml", *options), cwd=GOLDEN / "gewoon")

    assert ran.code == code
    assert ran.err.splitlines()[0] == said


def test_what_holds_a_required_level_back_is_named(cli):
    ran = cli(*with_norm("assess", "org.yaml", "--require", "2"), cwd=GOLDEN / "gewoon")

    assert ran.err.splitlines()[1] == "Dit houdt het tegen: VEI-G-02, DSG-W-01. U hoeft dit alleen nog te bewijzen."


def test_no_theme_left_is_not_met(cli):
    ran = cli(*with_norm("assess", "org.yaml", "--require", "digital-twins=1"), cwd=GOLDEN / "top")

    assert ran.code == 1
    assert "geen verplichte eis" in ran.err


def test_a_ladder_that_starts_higher_names_what_it_takes(cli):
    ran = cli(*with_norm("assess", "org.yaml", "--require", "digital-twins=1"), cwd=GOLDEN / "leeg")

    assert "Dit houdt het tegen: DTW-W-01." in ran.err


def test_quiet_shows_no_report_and_the_code_stays(cli):
    file = GOLDEN / "gewoon" / "org.yaml"
    met, not_met = (cli(*with_norm("assess", file, "--quiet", "--require", n)) for n in "12")

    assert (met.code, met.out, met.err) == (0, "", "")
    assert (not_met.code, not_met.out) == (1, "")
    assert not_met.err.startswith(f"{file}: Niet gehaald: gevraagd is niveau 2")


def test_quiet_writes_what_is_asked(cli, org):
    ran = cli(*with_norm("assess", org, "--quiet", "--output", "report.json"))

    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert json.loads((org.parent / "report.json").read_text())["schema"] == "digisamen/report/v1"


@pytest.mark.parametrize(
    "more", [["--output", "r.md"], ["--format", "json"], ["--against", "u.yaml"], ["--answer", "a"]]
)
def test_several_files_make_no_report(more, cli, org):
    ran = cli(*with_norm("assess", org, org, "--quiet", *more))

    assert (ran.code, ran.out) == (2, "")
    assert "U008" in ran.err


def test_date_moves_the_day(cli, org):
    def level(*more):
        return json.loads(cli(*with_norm("assess", "org.yaml", "--format", "json", *more)).out)

    assert level()["assessment"]["date"] == "2026-11-22"
    assert level("--date", "2020-01-01")["subsectors"][0]["levels"]["onderbouwd"] == 0


def test_standard_input_and_output(cli, org):
    ran = cli(*with_norm("assess", "-", "--format", "json", "--output", "-"), stdin=ORG)

    assert ran.code == 0
    assert json.loads(ran.out)["organisation"]["name"] == "Bouwbedrijf De Proef B.V."


def test_the_ending_of_the_output_chooses_the_format(cli, org):
    ran = cli(
        *with_norm(
            "assess", "org.yaml", "--output", "a.json", "--output", "b.md", "--output", "c.txt", "--output", "d.html"
        )
    )

    assert (ran.code, ran.out) == (0, "")
    starts = {p.name: p.read_text(encoding="utf-8")[:9] for p in org.parent.iterdir()}
    assert starts["a.json"].startswith("{")
    assert starts["b.md"].startswith("# Bouw")
    assert starts["c.txt"].startswith("Bouw")
    assert starts["d.html"].lower().startswith("<!doctype")


@pytest.mark.parametrize("name", ["org.yaml", "mijn map/zelf evaluatie é.yaml"])
def test_windows_files(name, cli, tmp_path):
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"\xef\xbb\xbf" + ORG.replace(b"\n", b"\r\n"))
    plain = tmp_path / "plain.yaml"
    plain.write_bytes(ORG)

    def digest(path):
        return json.loads(cli(*with_norm("assess", path, "--format", "json")).out)["assessment"]["digest"]

    assert digest(file) == digest(plain)


def test_comments_order_and_quotes_do_not_change_the_digest(cli, tmp_path):
    (tmp_path / "a.yaml").write_text(
        "schema: digisamen/assessment/v1\nedition: '2020.1'\ndate: 2026-11-22\norganisation: {name: A, size: zzp, roles: [hoofdaannemer], subsectors: [woningbouw]}\n"
    )
    (tmp_path / "b.yaml").write_text(
        "# hoi\norganisation:\n  subsectors: [woningbouw]\n  name: 'A'\n  roles:\n  - hoofdaannemer\n  size: zzp\nedition: \"2020.1\"\ndate: '2026-11-22'\nschema: digisamen/assessment/v1\n"
    )

    def digest(name):
        return json.loads(cli(*with_norm("assess", name, "--format", "json")).out)["assessment"]["digest"]

    assert digest("a.yaml") == digest("b.yaml")


def test_colour_only_on_a_terminal(cli, org):
    assert "\x1b" not in cli(*with_norm("assess", "org.yaml")).out


class TestVerify:
    def report(self, cli, *more):
        cli(*with_norm("assess", "org.yaml", "--format", "json", "--output", "rapport.json", *more))

    def test_yes(self, cli, org):
        self.report(cli)
        ran = cli(*with_norm("verify", "rapport.json", "org.yaml"))

        assert ran.code == 0
        assert "Ja. rapport.json hoort bij org.yaml" in ran.out

    def test_yes_for_a_report_of_another_day_with_asked_levels_in_another_language(self, cli, org):
        self.report(cli, "--date", "2026-12-01", "--require", "2", "--require", "dsgo=1@getoetst", "--lang", "en")

        assert cli(*with_norm("verify", "rapport.json", "org.yaml")).code == 0

    def test_the_evidence_itself_is_not_needed(self, cli, org):
        (org.parent / "bewijs").mkdir()
        (org.parent / "bewijs" / "model.txt").write_text("x")
        self.report(cli)
        (org.parent / "bewijs" / "model.txt").unlink()

        assert cli(*with_norm("verify", "rapport.json", "org.yaml")).code == 0
        assert cli(*with_norm("verify", "rapport.json", "org.yaml", "--files")).code == 1

    def test_no_when_an_answer_changed(self, cli, org):
        self.report(cli)
        org.write_bytes(ORG.replace(b"STD-W-03: ja", b"STD-W-03: nee"))
        ran = cli(*with_norm("verify", "rapport.json", "org.yaml"))

        assert ran.code == 1
        assert "andere inhoud" in ran.out

    def test_no_when_the_report_was_touched(self, cli, org):
        self.report(cli)
        file = org.parent / "rapport.json"
        file.write_text(file.read_text().replace('"onderbouwd": 0', '"onderbouwd": 4', 1))
        ran = cli(*with_norm("verify", "rapport.json", "org.yaml", "--format", "json"))

        assert ran.code == 1
        assert json.loads(ran.out)["differences"] == ["subsectors.0.levels.onderbouwd"]

    def test_no_for_another_edition(self, cli, org):
        self.report(cli)
        file = org.parent / "rapport.json"
        file.write_text(file.read_text().replace('"number": "2020.1"', '"number": "2021.1"'))

        assert cli(*with_norm("verify", "rapport.json", "org.yaml")).code == 1

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{}",
            "[]",
            "null",
            "1",
            "{",
            "\xff",
            "[" * 100_000,
            '{"schema": "digisamen/report/v1"}',
            '{"schema": []}',
        ],
    )
    def test_what_is_no_report(self, text, cli, org):
        (org.parent / "rapport.json").write_bytes(text.encode("latin-1"))
        ran = cli(*with_norm("verify", "rapport.json", "org.yaml"))

        assert (ran.code, ran.err.splitlines()[0][-4:]) == (3, "V001")


class TestNew:
    BASE = ("new", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--size", "zzp", "--date", "2026-11-22")

    def test_it_makes_a_file_that_assess_reads(self, cli, tmp_path):
        ran = cli(*with_norm(*self.BASE))

        assert (ran.code, ran.out) == (0, "")
        assert "met 14 vragen" in ran.err
        assert cli(*with_norm("assess", "org.yaml")).code == 0

    def test_it_never_writes_over_a_file(self, cli, tmp_path):
        (tmp_path / "org.yaml").write_text("van mij")
        ran = cli(*with_norm(*self.BASE))

        assert (ran.code, ran.err.splitlines()[0][-4:]) == (4, "F022")
        assert (tmp_path / "org.yaml").read_text() == "van mij"

    def test_only_the_questions_in_scope_easiest_first(self, cli):
        ran = cli(*with_norm(*self.BASE, "--fact", "heeft-bezit=nee", "--level", "2", "--output", "-"))
        made = yaml.safe_load(ran.out)

        assert list(made["answers"]) == [
            "DSG-G-01",
            "STD-G-01",
            "VEI-G-01",
            "STD-W-01",
            "DTW-W-03",
            "DSG-W-01",
            "STD-G-02",
            "VEI-G-02",
        ]
        assert set(made["answers"].values()) == {None}
        assert made["target"] == 2
        assert made["organisation"]["facts"] == {"maakt-modellen": None, "heeft-bezit": "nee"}

    @pytest.mark.parametrize(
        "name",
        [
            "A: b # c",
            "'",
            '"',
            "\\",
            "- x",
            "ja",
            "null",
            "",
            " ",
            "é 界",
            "{{x}}",
            "*a",
            "!b",
            "@c",
            "x" * 300,
            "\n\t",
            "<b>",
        ],
    )
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_any_name(self, name, language, cli, tmp_path):
        ran = cli(*with_norm(*self.BASE, "--name", name, "--lang", language))

        assert ran.code == 0, ran.err
        assert cli(*with_norm("assess", "org.yaml")).code == 0

    def test_golden(self, cli, golden):
        ran = cli(*with_norm(*self.BASE, "--fact", "maakt-modellen=ja", "--name", "Timmerman Proef", "--output", "-"))

        golden(GOLDEN.parent / "cli" / "new.yaml", ran.out)
        english = cli(*with_norm(*self.BASE, "--level", "1", "--output", "-", "--lang", "en"))
        golden(GOLDEN.parent / "cli" / "new.en.yaml", english.out)


class TestCriteria:
    def test_count(self, cli):
        arguments = (
            "criteria",
            "list",
            "--subsector",
            "woningbouw",
            "--role",
            "hoofdaannemer",
            "--size",
            "zzp",
            "--fact",
            "heeft-bezit=nee",
        )
        ran = cli(*with_norm(*arguments, "--level", "1", "--count", "--format", "json"))

        assert json.loads(ran.out)["count"] == 5

    def test_json_holds_every_field_under_its_yaml_name(self, cli):
        listed = json.loads(cli(*with_norm("criteria", "list", "--format", "json")).out)
        written = yaml.load(
            (NORM / "2020.1" / "woningbouw" / "digiveiligheid.yaml").read_text(), Loader=yaml.BaseLoader
        )["criteria"][1]
        found = next(c for c in listed["criteria"] if c["id"] == written["id"])

        assert set(written) <= set(found)
        assert found["theme"] == "digiveiligheid"
        assert found["subsectors"] == ["woningbouw"]

    @pytest.mark.parametrize("name", ["list", "count", "show"])
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_golden(self, name, language, cli, golden):
        arguments = {"list": ("list", "--verbose"), "count": ("list", "--count"), "show": ("show", "vei-g-02")}[name]
        ran = cli(*with_norm("criteria", *arguments, "--lang", language))

        assert ran.code == 0
        golden(GOLDEN.parent / "cli" / f"criteria-{name}.{language}.txt", ran.out)

    def test_explain_shows_a_criterion_too(self, cli):
        assert cli(*with_norm("explain", "VEI-G-02")).out == cli(*with_norm("criteria", "show", "VEI-G-02")).out

    @pytest.mark.parametrize("form", ["html", "markdown", "json"])
    def test_formats(self, form, cli):
        for arguments in (("list",), ("list", "--count"), ("show", "STD-G-01")):
            assert cli(*with_norm("criteria", *arguments, "--format", form)).code == 0


def test_explain_every_problem_in_both_languages(cli):
    codes = [k.split(".")[1] for k in texts("nl").catalogue if k.startswith("problem.") and k.endswith(".title")]
    for code in codes:
        for language in ("nl", "en"):
            ran = cli("explain", code.lower(), "--lang", language)
            assert ran.code == 0
            assert code in ran.out


@pytest.mark.parametrize(
    "kind", ["assessment", "tender", "report", "edition", "criteria", "sources", "changes", "editions"]
)
def test_schema(kind, cli, tmp_path):
    ran = cli("schema", kind, "--output", "s.json")

    assert ran.code == 0
    assert json.loads((tmp_path / "s.json").read_text())["$schema"].startswith("https://json-schema.org")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell, cli, monkeypatch):
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")  # else typer looks at who started the tests
    ran = cli("--show-completion", shell)

    assert ran.code == 0
    assert "_DIGISAMEN_COMPLETE" in ran.out


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_an_asked_level_is_in_the_report_too(form, cli):
    ran = cli(*with_norm("assess", "org.yaml", "--require", "2", "--format", form), cwd=GOLDEN / "gewoon")

    assert "Niet gehaald: gevraagd is niveau 2" in ran.out
