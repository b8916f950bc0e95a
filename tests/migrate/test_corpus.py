"""Files before and after, per pair of editions. A new case is a folder with a `before.yaml`; `--renew` writes the rest."""

import shutil
from pathlib import Path

import pytest

from digisamen import api
from digisamen.migrate.plan import carried
from digisamen.read.criteria import sequence
from digisamen.source.yaml_text import parse
from tests.migrate.editions import NEXT, OLD, tell

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CASES = sorted(str(f.parent.relative_to(HERE)) for f in HERE.glob("*-*/*/before.yaml"))
NUMBERS = sorted(api.editions(str(ROOT / "criteria")).value, key=sequence)
PAIRS = [(old, new) for old in NUMBERS for new in NUMBERS if sequence(old) < sequence(new)]
EXAMPLES = sorted((ROOT / "examples").glob("*/org.yaml"))


@pytest.fixture(scope="module")
def criteria(tmp_path_factory):
    return tell(tmp_path_factory.mktemp("criteria"), OLD, "2021.1", NEXT)


@pytest.mark.parametrize("case", CASES)
def test_case(case, criteria, cli, golden, tmp_path):
    shutil.copyfile(HERE / case / "before.yaml", tmp_path / "org.yaml")
    to = case.partition("/")[0].partition("-")[2]
    arguments = ("migrate", "org.yaml", "--to", to, "--criteria", criteria)

    planned = cli(*arguments)
    assert (tmp_path / "org.yaml").read_bytes() == (HERE / case / "before.yaml").read_bytes()
    golden(HERE / case / "plan.txt", planned.out + planned.err.replace(str(criteria), "CRITERIA"))
    if planned.code:
        return
    written = cli(*arguments, "--write")
    assert written.code == 0, written.err
    after = (tmp_path / "org.yaml").read_bytes()
    golden(HERE / case / "after.yaml", after.decode())
    assert cli("assess", "org.yaml", "--criteria", criteria).code == 0
    assert cli(*arguments, "--write").out == f"org.yaml staat al op editie {to}.\n"
    assert (tmp_path / "org.yaml").read_bytes() == after
    backups = [f.read_bytes() for f in tmp_path.glob("org.yaml.*.bak")]
    assert backups in ([], [(HERE / case / "before.yaml").read_bytes()])


def test_there_is_a_case_for_every_pair():
    assert len(CASES) >= 12
    assert {case.partition("/")[0] for case in CASES} >= {"2020.1-2021.1", "2020.1-2022.1"}


def test_every_example_moves_to_every_later_edition():
    """Grows by itself with the editions: today there may be one, and then there is nothing to move to."""
    for old, new in PAIRS:
        for file in EXAMPLES:
            if api.load(str(file)).value.edition.number == old:
                assert_moved(file, new, str(ROOT / "criteria"))


def assert_moved(file, new, criteria):
    outcome = api.migrate(str(file), new, criteria=criteria)
    assert outcome.value is not None, (file.parent.name, outcome.problems)
    made = outcome.value
    assert made.before == file.read_bytes()
    before, after = (parse(raw, "org.yaml").value for raw in (made.before, made.after))
    archive = {name for edition in (after.data.get("archive") or {}).values() for name in edition.get("answers") or {}}
    assert set(before.data["answers"]) <= set(after.data["answers"]) | archive
    comments = [line.strip() for line in before.text.splitlines() if line.strip().startswith("#")]
    assert [c for c in comments if c not in after.text] == []
    assert made.editions[1].number == new
    if len(made.steps) == 1:
        said = api.load(str(file), criteria).value.assessment
        kept = carried(said, made.steps[0].plan).answers
        assert {k: v for k, v in kept.items() if v.answer} == {
            k: v for k, v in said.answers.items() if k in kept and kept[k].answer
        }
