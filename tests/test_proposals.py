"""How people propose a change: templates per class, and a form for who does not use git."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
TEMPLATES = {p.name: p.read_text(encoding="utf-8") for p in (GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md")}
FORMS = [p for p in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if p.name != "config.yml"]
CLASSES = (ROOT / "criteria" / "README.md").read_text(encoding="utf-8").split("## Change classes")[1].split("\n## ")[0]


def test_there_is_a_template_per_class_and_the_default_leads_to_each():
    assert set(TEMPLATES) == {"text.md", "evidence.md", "level-or-duty.md", "new-or-lapsed.md", "code.md"}
    default = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\(\?expand=1&template=([\w.-]+)\)", default)) == set(TEMPLATES)


def test_the_table_of_classes_names_templates_that_exist():
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in CLASSES.splitlines() if line.startswith("|")
    ]
    named = {re.fullmatch(r"`(.+)`", row[-1])[1] for row in rows[2:]}

    assert named == set(TEMPLATES) - {"code.md"}
    assert "These numbers are our proposal." in CLASSES


def test_the_table_of_classes_names_every_kind_of_change():
    from digisamen.model.change import DECLARED

    assert [kind for kind in DECLARED if f"`{kind}`" not in CLASSES and f"[{kind}]" not in CLASSES] == []


def test_a_template_says_the_numbers_of_its_class():
    for line in CLASSES.splitlines():
        found = re.search(r"\| (\d) \| (\d) weeks.*`([\w-]+\.md)` \|$", line)
        if found:
            reviewers, weeks, name = found.groups()
            assert f"{reviewers} mensen" in TEMPLATES[name], line
            assert f"{weeks} weken" in TEMPLATES[name], line


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_is_in_dutch_and_in_english(name):
    heads = re.findall(r"^## (.+)$", TEMPLATES[name], re.MULTILINE)

    assert len(heads) >= 3
    assert all(" · " in head for head in heads)
    assert all(" · " in line for line in re.findall(r"^- \[ \] (.+)$", TEMPLATES[name], re.MULTILINE))


@pytest.mark.parametrize("path", FORMS, ids=lambda p: p.name)
def test_a_form_has_the_shape_that_github_asks(path):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = [part for part in form["body"] if part["type"] != "markdown"]

    assert form["name"]
    assert form["description"]
    assert {part["type"] for part in fields} <= {"input", "textarea", "dropdown", "checkboxes"}
    assert len({part["id"] for part in fields}) == len({part["attributes"]["label"] for part in fields}) == len(fields)
    for part in fields:
        assert re.fullmatch(r"[a-z]+", part["id"])
        options = part["attributes"].get("options", [])
        assert bool(options) is (part["type"] in {"dropdown", "checkboxes"})
        words = [option["label"] if isinstance(option, dict) else option for option in options]
        assert all(isinstance(word, str) for word in words)
        assert len(set(words)) == len(words)
        assert part["type"] != "checkboxes" or "validations" not in part


def test_the_form_asks_what_a_change_needs():
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "wijziging-voorstellen.yml").read_text(encoding="utf-8"))
    fields = {part["id"]: part for part in form["body"] if "id" in part}
    asked = {name for name, part in fields.items() if part.get("validations", {}).get("required")}
    consent = [option for option in fields["akkoord"]["attributes"]["options"] if option.get("required")]

    assert form["name"] == "Stel een wijziging voor"
    assert asked == {"criterium", "soort", "mis", "voorstel", "waarom"}
    assert set(fields) == asked | {"bron", "wie", "grootte", "akkoord"}
    assert len(consent) == 1
    assert "CC BY 4.0" in consent[0]["label"]


def test_people_are_called_u():
    for path in [*FORMS, *(GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md"), GITHUB / "pull_request_template.md"]:
        assert not re.search(r"\b(je|jij|jouw|dient te)\b", path.read_text(encoding="utf-8"), re.IGNORECASE), path.name
