"""Requests as people write them: whole, open, and broken. Renew with pytest --renew and read the difference."""

import json
from pathlib import Path

import pytest

from digisamen import api
from digisamen.tender.request import FILL_INS
from digisamen.text.texts import texts
from tests.conftest import NORM, with_norm

HERE = Path(__file__).parent
REQUESTS = sorted((HERE / "requests").glob("*.yaml"))
BAD = sorted((HERE / "bad").glob("*.yaml"))
GOLDEN = HERE / "golden"


@pytest.mark.parametrize("file", BAD, ids=lambda f: f.stem)
def test_a_broken_request(file, cli, golden):
    ran = cli(*with_norm("tender", "render", file.name), cwd=file.parent)

    assert (ran.code, ran.out) == (3, "")
    assert "fout in digisamen" not in ran.err
    golden(file.with_suffix(".txt"), ran.err)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["markdown", "html", "json"])
@pytest.mark.parametrize("file", REQUESTS, ids=lambda f: f.stem)
def test_the_annex(file, form, language, cli, golden):
    suffix = {"markdown": "md"}.get(form, form)
    ran = cli(*with_norm("tender", "render", file.name, "--format", form, "--lang", language), cwd=file.parent)

    assert ran.code == 0
    if form != "html" or language == "nl":
        golden(GOLDEN / language / f"{file.stem}.{suffix}", ran.out)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("file", REQUESTS, ids=lambda f: f.stem)
def test_the_motivation(file, language, cli, golden):
    ran = cli(
        *with_norm("tender", "render", file.name, "--memo", "--format", "markdown", "--lang", language),
        cwd=HERE / "requests",
    )

    assert ran.code == 0
    golden(GOLDEN / language / f"{file.stem}.motivering.md", ran.out)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("file", REQUESTS, ids=lambda f: f.stem)
def test_the_notice(file, language, cli, golden):
    ran = cli(
        *with_norm("tender", "render", file.name, "--notice", "--format", "markdown", "--lang", language),
        cwd=file.parent,
    )

    assert ran.code == 0
    golden(GOLDEN / language / f"{file.stem}.aankondiging.md", ran.out)


def test_a_text_of_the_notice_fits_its_field(tmp_path, cli):
    text = (HERE / "requests" / "vol.yaml").read_text(encoding="utf-8")
    (tmp_path / "lang.yaml").write_text(text.replace("EUR 20.000", "x" * 200), encoding="utf-8")
    ran = cli(*with_norm("tender", "render", "lang.yaml", "--notice", "--format", "markdown"))

    assert ran.code == 0
    assert "van hoogstens 6000 tekens" in ran.out


def test_strict_refuses_what_is_open_and_lists_it(cli):
    ran = cli(*with_norm("tender", "render", "open.yaml", "--strict"), cwd=HERE / "requests")

    assert (ran.code, ran.out) == (3, "")
    assert "levels.standaarden.reason" in ran.err
    assert "fill.sanction" in ran.err


@pytest.mark.parametrize("gap", FILL_INS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_note_that_quotes_a_gap_is_no_gap(cli, tmp_path, gap, language):
    """What a client writes may look like anything: only our own sentences ask to fill something in."""
    words = texts(language)(f"annex.fill.{gap}")
    text = (HERE / "requests" / "vol.yaml").read_text(encoding="utf-8")
    note = next(line for line in text.splitlines() if line.startswith("notes:"))
    (tmp_path / "vol.yaml").write_text(text.replace(note, f'notes: "Zie [{words}] hierboven."'), encoding="utf-8")
    ran = cli(*with_norm("tender", "render", "vol.yaml", "--strict", "--format", "markdown", "--lang", language))

    assert ran.code == 0, ran.err


def test_strict_passes_what_is_whole(cli):
    ran = cli(*with_norm("tender", "render", "vol.yaml", "--strict", "--format", "markdown"), cwd=HERE / "requests")

    assert ran.code == 0
    assert "Nog in te vullen" not in ran.out


def test_only_takes_blocks(cli):
    ran = cli(
        *with_norm("tender", "render", "vol.yaml", "--only", "eisen", "--format", "markdown"), cwd=HERE / "requests"
    )

    assert [x for x in ran.out.splitlines() if x.startswith("## ")] == ['## <a id="eisen"></a>Eisen']
    assert cli(*with_norm("tender", "render", "vol.yaml", "--only", "eis"), cwd=HERE / "requests").code == 2


def test_only_what_a_contract_may_ask_enters(edition):
    for role in edition.text.roles:
        wanted = api.Wanted("woningbouw", (role,), dict.fromkeys(edition.text.themes, 4))
        made = api.specify(edition, wanted)
        assert made.requirements
        assert all(r.criterion.binding == "opdracht" and r.criterion.obligation == "must" for r in made.requirements)


def test_the_fingerprint_is_of_the_content():
    one = api.load_tender(str(HERE / "requests" / "vol.yaml"), str(NORM)).value
    text = (HERE / "requests" / "vol.yaml").read_text(encoding="utf-8")

    assert one.spec.digest == api.load_tender(str(HERE / "requests" / "vol.yaml"), str(NORM)).value.spec.digest
    assert len(one.spec.digest) == 64
    assert "award" in text
    assert {r.criterion.level for r in one.spec.award} == {2}


def test_the_fingerprint_changes_with_the_request(tmp_path):
    file = tmp_path / "uitvraag.yaml"
    digests = set()
    text = (HERE / "requests" / "vol.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("", ""),
        ("EUR 20.000", "EUR 20.001"),
        ("level: 2", "level: 1"),
        ("# A whole", "# Another"),
        ("S2", "S1"),
    ):
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        digests.add(api.load_tender(str(file), str(NORM)).value.spec.digest)

    assert len(digests) == 4  # the comment changes nothing


def test_new_writes_a_request_that_renders(cli, tmp_path, golden):
    ran = cli(
        *with_norm(
            "tender",
            "new",
            "--subsector",
            "woningbouw",
            "--role",
            "hoofdaannemer",
            "--level",
            "2",
            "--level",
            "dsgo=1",
            "--work",
            "nieuwbouw",
            "--reason",
            "dsgo=Omdat: het #moet",
            "--award",
            "standaarden=3",
            "--client",
            'Gemeente "X"',
            "--date",
            "2020-06-01",
            "--id",
            "X-1",
        )
    )

    assert ran.code == 0, ran.err
    golden(GOLDEN / "nieuw.yaml", (tmp_path / "uitvraag.yaml").read_text(encoding="utf-8"))
    loaded = api.load_tender(str(tmp_path / "uitvraag.yaml"), str(NORM))
    assert loaded.problems == ()
    assert loaded.value.tender.levels["dsgo"].reason == "Omdat: het #moet"
    assert loaded.value.tender.client.name == 'Gemeente "X"'
    assert (
        cli(*with_norm("tender", "new", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--level", "1")).code
        == 4
    )


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json", "yaml"])
def test_spec(form, cli, golden):
    suffix = {"terminal": "txt", "markdown": "md"}.get(form, form)
    ran = cli(
        *with_norm(
            "spec",
            "--subsector",
            "woningbouw",
            "--role",
            "hoofdaannemer",
            "--level",
            "2",
            "--level",
            "dsgo=1",
            "--format",
            form,
        )
    )

    assert ran.code == 0
    golden(GOLDEN / f"eisen.{suffix}", ran.out)


def test_spec_in_json_has_the_fingerprint(cli):
    ran = cli(
        *with_norm("spec", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--level", "1", "--format", "json")
    )
    data = json.loads(ran.out)

    assert len(data["sha256"]) == 64
    assert {r["level"] for r in data["requirements"]} == {1}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--level", "9"),
        ("--level", "dsg=1"),
        ("--level", "dsgo=x"),
        ("--level", "1", "--work", "x"),
        ("--level", "1", "--only", "x"),
    ],
)
def test_spec_refuses_what_does_not_exist(arguments, cli):
    assert cli(*with_norm("spec", "--subsector", "woningbouw", "--role", "hoofdaannemer", *arguments)).code == 2


def test_every_problem_of_a_request_has_an_example():
    known = {k.split(".")[1] for k in texts("nl").catalogue if k.startswith("problem.T00") and k.endswith(".title")}
    known |= {k.split(".")[1] for k in texts("nl").catalogue if k.startswith("problem.T01") and k.endswith(".title")}
    said = "".join(file.with_suffix(".txt").read_text(encoding="utf-8") for file in BAD)

    assert {code for code in known if code not in said} == set()
