"""`--schema` of the commands that make a new file: the file names a schema that stands beside it."""

import json

import pytest
import yaml

from tests.conftest import with_norm

NEW = ("new", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--size", "klein", "--level", "1")
TENDER = ("tender", "new", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--level", "1")
MARK = "# yaml-language-server: $schema="


@pytest.mark.parametrize(("command", "file"), [(NEW, "org.yaml"), (TENDER, "uitvraag.yaml")])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_new_file_names_the_schema_beside_it(command, file, language, cli, tmp_path):
    ran = cli(*with_norm(*command, "--schema", "--lang", language))
    schema = file.replace(".yaml", ".schema.json")

    assert ran.code == 0
    assert schema in ran.err
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([file, schema])
    assert (tmp_path / file).read_text().splitlines()[0] == MARK + schema
    said = json.loads((tmp_path / schema).read_text())
    assert said["properties"]["edition"] == {"const": "2020.1"}


@pytest.mark.parametrize("command", [NEW, TENDER])
def test_the_line_is_the_only_difference(command, cli, tmp_path):
    cli(*with_norm(*command, "--schema", "--date", "2026-11-22", "--output", "with.yaml"))
    cli(*with_norm(*command, "--date", "2026-11-22", "--output", "without.yaml"))

    first, rest = (tmp_path / "with.yaml").read_text().split("\n", 1)
    assert first == f"{MARK}with.schema.json"
    assert rest == (tmp_path / "without.yaml").read_text()
    assert not (tmp_path / "without.schema.json").exists()


def test_a_name_with_spaces_gives_a_schema_without(cli, tmp_path):
    (tmp_path / "a folder").mkdir()
    ran = cli(*with_norm(*NEW, "--schema", "--output", "a folder/mijn #1 org.yaml"))

    assert ran.code == 0
    assert (tmp_path / "a folder" / "mijn #1 org.yaml").read_text().startswith(f"{MARK}mijn-1-org.schema.json\n")
    assert (tmp_path / "a folder" / "mijn-1-org.schema.json").is_file()


@pytest.mark.parametrize("command", [NEW, TENDER])
def test_standard_output_has_no_place_for_a_schema(command, cli, tmp_path):
    ran = cli(*with_norm(*command, "--schema", "--output", "-"))

    assert (ran.code, ran.out) == (2, "")
    assert "U008" in ran.err
    assert "new --help" in ran.err


def test_a_schema_that_is_there_stays_as_it_is(cli, tmp_path):
    (tmp_path / "org.schema.json").write_text("mine")
    ran = cli(*with_norm(*NEW, "--schema"))

    assert ran.code == 4
    assert "F022" in ran.err
    assert not (tmp_path / "org.yaml").exists()
    assert (tmp_path / "org.schema.json").read_text() == "mine"


def test_the_file_with_its_line_is_read_as_ever(cli, tmp_path):
    cli(*with_norm(*NEW, "--schema"))

    assert cli(*with_norm("assess", "org.yaml")).code == 0
    assert yaml.safe_load((tmp_path / "org.yaml").read_text())["schema"] == "digisamen/assessment/v1"
