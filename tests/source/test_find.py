"""The YAML files in folders: in order, each once, and nothing by a link from elsewhere."""

import os

import pytest

from digisamen.model.problem import DigisamenError
from digisamen.source.find import yaml_files


@pytest.fixture
def folder(tmp_path):
    for name in ("b.yaml", "a.yml", "in/c.YAML", "in/d.txt", ".git/e.yaml", "in/.f.yaml", "z/g.yaml"):
        path = tmp_path / "map" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "buiten").mkdir()
    (tmp_path / "buiten" / "h.yaml").write_text("x", encoding="utf-8")
    return tmp_path / "map"


def names(*places):
    return [os.path.basename(found.path) for found in yaml_files([str(place) for place in places])]  # noqa: PTH119  # the end of a name


def test_in_order_and_below(folder):
    assert names(folder) == ["a.yml", "b.yaml", "c.YAML", "g.yaml"]


def test_each_file_once_and_in_the_order_of_naming(folder):
    assert names(folder / "z" / "g.yaml", folder, folder / "b.yaml") == ["g.yaml", "a.yml", "b.yaml", "c.YAML"]


def test_a_file_that_is_named_needs_no_ending(folder):
    found = yaml_files([str(folder / "in" / "d.txt"), str(folder / "in")])

    assert [f.named for f in found] == [True, False]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_lead_nowhere_else(folder):
    (folder / "naar-buiten").symlink_to(folder.parent / "buiten")
    (folder / "los.yaml").symlink_to(folder.parent / "buiten" / "h.yaml")
    (folder / "rond").symlink_to(folder)
    (folder / "in" / "zelfde.yaml").symlink_to(folder / "b.yaml")

    assert names(folder) == ["a.yml", "b.yaml", "c.YAML", "g.yaml"]


@pytest.mark.parametrize("place", ["nergens", "nul\0teken"])
def test_what_is_not_there(place):
    with pytest.raises(DigisamenError) as raised:
        yaml_files([place])

    assert raised.value.problem.code in {"F001", "F004"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(folder):
    (folder / "in").chmod(0)
    with pytest.raises(DigisamenError) as raised:
        yaml_files([str(folder)])
    (folder / "in").chmod(0o700)

    assert raised.value.problem.code == "F003"
