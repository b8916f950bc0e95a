"""Every report that a person sees, whole, on the small frozen edition. Renew with pytest --renew and read the difference."""

import json
from pathlib import Path

import jsonschema
import pytest

from digisamen import api
from tests.conftest import with_norm

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir() if folder.is_dir())
LANGUAGES = ("nl", "en")

REPORTS = {
    "verslag.txt": ("assess", "org.yaml"),
    "volledig.txt": ("assess", "org.yaml", "--full"),
    "verslag.md": ("assess", "org.yaml", "--format", "markdown"),
    "verslag.html": ("assess", "org.yaml", "--format", "html"),
    "verslag.json": ("assess", "org.yaml", "--format", "json"),
    "smal.txt": ("assess", "org.yaml"),
    "ascii.txt": ("assess", "org.yaml"),
    "stappen.txt": ("next", "org.yaml"),
    "stappen.md": ("next", "org.yaml", "--format", "markdown"),
    "stappen.html": ("next", "org.yaml", "--format", "html"),
    "stappen.json": ("next", "org.yaml", "--format", "json"),
    "uitleg.txt": ("explain", "org.yaml"),
    "uitleg.md": ("explain", "org.yaml", "--format", "markdown"),
    "uitleg.json": ("explain", "org.yaml", "--format", "json"),
}
SCREENS = {"smal.txt": {"COLUMNS": "60"}, "ascii.txt": {"encoding": "ascii"}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("case", CASES)
def test_report(case, name, language, cli, golden):
    ran = cli(*with_norm(*REPORTS[name], "--lang", language), cwd=GOLDEN / case, **SCREENS.get(name, {}))

    assert (ran.code, ran.err) == (0, "")
    golden(GOLDEN / case / language / name, ran.out)


@pytest.mark.parametrize("case", CASES)
def test_the_screen_fits_79_columns_and_24_lines(case, cli):
    ran = cli(*with_norm("assess", "org.yaml"), cwd=GOLDEN / case)
    lines = ran.out.splitlines()

    assert max(map(len, lines)) <= 79
    assert not [x for x in lines if x != x.rstrip()]
    if case != "lastig":  # two subsectors take two screens
        assert len(lines) <= 24


@pytest.mark.parametrize("case", CASES)
def test_json_keeps_its_schema(case, cli):
    report = json.loads(cli(*with_norm("assess", "org.yaml", "--format", "json"), cwd=GOLDEN / case).out)

    jsonschema.validate(report, api.json_schema("report"), jsonschema.Draft202012Validator)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_same_input_same_bytes(case, language, cli):
    arguments = with_norm("assess", "org.yaml", "--format", "html", "--lang", language)

    assert cli(*arguments, cwd=GOLDEN / case).out == cli(*arguments, cwd=GOLDEN / case).out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_criterion_is_in_every_report(form, language, cli, edition):
    ran = cli(*with_norm("assess", "org.yaml", "--format", form, "--full", "--lang", language), cwd=GOLDEN / "gewoon")
    woningbouw = edition.of_subsector("woningbouw")

    assert [c.id for c in woningbouw if c.id not in ran.out] == []
