"""Both languages say the same things, and no sentence for users stands anywhere else."""

import ast
import re
import string
from pathlib import Path

import pytest

from digisamen.model.fields import FIELDS
from digisamen.text.catalogue import catalogue
from digisamen.text.texts import texts

SOURCE = Path(__file__).parent.parent.parent / "src" / "digisamen"
NL, EN = catalogue("nl"), catalogue("en")


def placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_the_same_keys():
    assert NL.keys() == EN.keys()


@pytest.mark.parametrize("key", sorted(NL))
def test_the_same_placeholders(key):
    assert placeholders(NL[key]) == placeholders(EN[key])
    assert NL[key].strip()
    assert EN[key].strip()


def test_plural_forms_come_in_pairs():
    for key in NL:
        if key.endswith(".one"):
            assert f"{key[:-4]}.many" in NL


@pytest.mark.parametrize("word", ["helaas", "dient te", "dienen te", "maturity", "score", "!", "\u2014"])
def test_the_tone(word):
    assert [key for key, said in NL.items() if word in said.lower() and not key.startswith("problem.Y")] == []


ALLOWED = re.compile(
    r"^[a-z]+ [a-z]+$|^[^a-zA-Z]*$|^digisamen |^canonical JSON|^criteria/editions|^edition |^not a |^no such|^out of|^exactly one|^sha256 |^a level, or|^outside the|^# target|^```|^schema: |^What `digisamen migrate` keeps of earlier|^target: |^answers: |^Show this message|^No such command|^Missing command|^unexpected extra|^edition: "
)


@pytest.mark.parametrize("room", ["cli", "form", "level", "market", "migrate", "norm", "paper", "score", "tender"])
def test_no_sentences_outside_the_catalogues(room):
    found = []
    for file in sorted((SOURCE / room).rglob("*.py")):
        if file.name in {"words.py", "seen_html.py", "seen_word.py"}:
            continue  # words that the gate looks for and names of elements, which nobody says
        tree = ast.parse(file.read_text(encoding="utf-8"))
        documented = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Constant) and isinstance(node.value, str)) or id(node) in documented | loose:
                continue
            if re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", node.value) and not ALLOWED.match(node.value.strip()):
                found.append(f"{file.name}:{node.lineno}: {node.value[:60]}")
    assert found == []


def test_templates_hold_no_sentences():
    for file in (SOURCE / "paper" / "templates").rglob("*.j2"):
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style.*?</style>|<[^>]*>",
            " ",
            file.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        if ".css" in file.name or ".svg" in file.name:
            continue
        assert not re.search(r"[A-Za-z]{3,} [a-z]{2,}", text), file.name


def test_words_numbers_and_days():
    nl, en = texts("nl"), texts("en")

    assert (nl.number(1234567), en.number(1234567)) == ("1.234.567", "1,234,567")
    assert nl.list(["a", "b", "c"]) == "a, b en c"
    assert (nl.list(["a"]), nl.list([])) == ("a", "")


def test_a_missing_key_is_a_bug():
    with pytest.raises(KeyError):
        texts("nl")("geen.sleutel")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_of_a_criterion_has_a_name(language):
    t = texts(language)
    assert [field.path for field in FIELDS if not t.has(f"diff.field.{field.path}")] == []
