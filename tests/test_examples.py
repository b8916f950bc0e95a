"""The examples give the levels that they say, in every format, and their reports can be verified."""

import json
from pathlib import Path

import pytest
import yaml

from tests.score import oracle

EXAMPLES = Path(__file__).parent.parent / "examples"
EXPECTED = yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8"))
NAMES = sorted(p.parent.name for p in EXAMPLES.glob("*/org.yaml"))


def test_each_example_says_what_it_gives_and_has_a_line():
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")

    assert sorted(EXPECTED) == NAMES
    assert [n for n in NAMES if n not in readme] == []
    assert len(NAMES) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_levels(name, cli):
    ran = cli("assess", EXAMPLES / name / "org.yaml", "--format", "json")
    found = oracle.load_report(ran.out)

    assert ran.code == 0, ran.err
    for subsector, numbers in EXPECTED[name].items():
        assert found[subsector, None] == numbers["overall"]
        for theme, row in numbers["themes"].items():
            assert found[subsector, theme] == row, theme


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_format(name, form, cli):
    assert cli("assess", EXAMPLES / name / "org.yaml", "--format", form, "--full").code == 0
    assert cli("next", EXAMPLES / name / "org.yaml", "--format", form).code == 0
    assert cli("explain", EXAMPLES / name / "org.yaml", "--format", form).code == 0


@pytest.mark.parametrize("name", NAMES)
def test_the_first_screen_fits(name, cli):
    lines = cli("assess", "org.yaml", cwd=EXAMPLES / name).out.splitlines()
    more = sum(line.startswith("Aantoonbaar niveau") for line in lines) - 1

    assert len(lines) <= 24 + 17 * more  # one screen, and less than one for each further subsector
    assert max(map(len, lines)) <= 79


@pytest.mark.parametrize("name", NAMES)
def test_verify(name, cli, tmp_path):
    file = EXAMPLES / name / "org.yaml"
    cli("assess", file, "--output", tmp_path / "r.json")

    assert json.loads((tmp_path / "r.json").read_text())["schema"] == "digisamen/report/v1"
    assert cli("verify", tmp_path / "r.json", file, "--files").code == 0
