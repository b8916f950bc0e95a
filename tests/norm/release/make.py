"""Editions to release: frozen ones, an erratum, and the year after."""

import shutil
from datetime import date

from digisamen import api
from digisamen.norm.release import release as releasing
from digisamen.norm.release.document import release_sheet
from digisamen.paper.markdown import sheet_markdown
from digisamen.text.texts import texts
from tests.norm.compare.story import change

REGISTER = "editions.yaml"


day = date.fromisoformat


def files(folder):
    """Returns every file below a folder, with its bytes."""
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def freeze(folder, number, on):
    """Freezes an edition, as the command does."""
    made = api.release(number, date.fromisoformat(on), str(folder)).value
    path, _, text = releasing.frozen_register(made, str(folder))
    path.write_bytes(text.encode())
    for language in ("nl", "en"):
        notes = releasing.notes_path(path, number, language)
        notes.parent.mkdir(exist_ok=True)
        notes.write_bytes(sheet_markdown(release_sheet(made, texts(language))).encode())
    return folder


def follow(folder, old, number, log="{}", edits=()):
    """Writes the edition after `old`: the same, with edits as (file, old, new)."""
    shutil.copytree(folder / old, folder / number)
    change(folder / number / "edition.yaml", f'edition: "{old}"', f'edition: "{number}"')
    (folder / number / "changes.yaml").write_text(f'previous: "{old}"\nchanges: {log}\n', encoding="utf-8")
    for file, before, after in edits:
        change(folder / number / file, before, after)
    register = folder / REGISTER
    register.write_text(
        register.read_text(encoding="utf-8") + f'  "{number}": {{status: concept, frozen: nee}}\n', encoding="utf-8"
    )
    return folder


STD = "gedeeld/standaarden.yaml"
TEXT = (
    STD,
    'title: {nl: "Titel van STD-G-01", en: "Title of STD-G-01"}',
    'title: {nl: "Betere titel", en: "Better title"}',
)
WHY = "why: {nl: Dit leest beter., en: This reads better.}"
LOG = "{STD-G-01: {text: redactie, " + WHY + "}}"


def erratum(folder, *edits, log=LOG):
    """Writes 2020.2, which corrects a title, a term and an address of 2020.1."""
    more = [
        ("edition.yaml", "Een open formaat.", "Een open formaat voor modellen."),
        ("sources.yaml", "verified: 2018-12-01", "verified: 2020-02-02"),
    ]
    return follow(folder, "2020.1", "2020.2", log, [TEXT, *more, *edits])


EXCEPTIONS = """ladder_exceptions:
  - {sizes: [zzp], theme: standaarden, level: 1, roles: [adviseur], reason: {nl: Komt later., en: Comes later.}}
  - {sizes: [zzp, klein], theme: standaarden, level: 2, roles: [adviseur], reason: {nl: Komt later., en: Comes later.}}
  - {sizes: [zzp, klein], theme: dsgo, level: 1, roles: [adviseur], reason: {nl: Komt later., en: Comes later.}}
  - {sizes: [zzp, klein], theme: dsgo, level: 2, roles: [adviseur], reason: {nl: Komt later., en: Comes later.}}
tender:"""


def mended(folder):
    """Makes the story of 2021.1 an edition without errors."""
    change(folder / "2021.1" / STD, "strong: []", "strong: [certificaat]")
    change(folder / "2021.1" / "edition.yaml", "tender:", EXCEPTIONS)
    change(folder / "2021.1" / "sources.yaml", "verified: nee", "verified: 2020-11-11")
    return folder
