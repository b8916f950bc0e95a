"""The pages of an edition: whole on the small edition, and sound on the real one."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from digisamen import api
from digisamen.norm.pages.book import render_book
from digisamen.paper.screen import Screen
from digisamen.text.texts import texts
from tests.conftest import NORM, with_norm

GOLDEN = Path(__file__).parent / "golden"
SHOWN = ("index", "woningbouw", "woningbouw-hoofdaannemer", "begrippen", "bronnen", "dekking", "principes-en-fasen")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["markdown", "html"])
def test_pages(form, language, cli, golden, tmp_path):
    suffix = {"markdown": "md", "html": "html"}[form]
    ran = cli(*with_norm("criteria", "docs", "uit/boek", "--format", form, "--lang", language))
    made = {path.name for path in (tmp_path / "uit" / "boek").iterdir()}

    assert (ran.code, ran.out) == (0, "")
    assert f" {len(made)} " in f" {ran.err}"
    assert {f"{name}.{suffix}" for name in SHOWN} < made
    for name in SHOWN if form == "markdown" else ("index", "woningbouw-hoofdaannemer"):
        golden(GOLDEN / language / f"{name}.{suffix}", (tmp_path / "uit/boek" / f"{name}.{suffix}").read_text())


@pytest.fixture(scope="module", params=["html", "markdown"])
def book(request):
    edition = api.load_edition().value
    return render_book(edition, api.coverage(edition), request.param, texts("nl"), Screen())


class Anchors(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" and "href" in found else []


def test_every_link_leads_somewhere(book):
    pages = {name: Anchors(text) for name, text in book.items()}
    for name, page in pages.items():
        markdown = re.findall(r"\]\(([^)]+)\)", book[name]) if name.endswith(".md") else []
        assert len(page.ids) == len(set(page.ids)), name
        for link in [*page.links, *markdown]:
            target, _, anchor = link.partition("#")
            assert (target or name) in pages, f"{name}: {link}"
            assert not anchor or anchor in pages[target or name].ids, f"{name}: {link}"


def test_every_criterion_has_its_place_and_every_page_says_concept(book):
    edition = api.load_edition().value
    for subsector in edition.text.subsectors:
        page = next(text for name, text in book.items() if name.startswith(f"{subsector}."))
        assert {c.id for c in edition.of_subsector(subsector)} <= set(Anchors(page).ids)
    assert [name for name, text in book.items() if "Niet vastgesteld door digiGO" not in text] == []


def test_a_folder_that_cannot_be_made(cli, tmp_path):
    (tmp_path / "uit").write_text("hier staat al iets", encoding="utf-8")
    ran = cli(*with_norm("criteria", "docs", "uit"))

    assert (ran.code, "F020" in ran.err) == (4, True)
    assert (tmp_path / "uit").read_text(encoding="utf-8") == "hier staat al iets"


def test_other_formats_are_refused(cli):
    assert cli(*with_norm("criteria", "docs", "uit", "--format", "json")).code == 2


def test_an_edition_with_faults_gives_no_pages(cli, tmp_path):
    import shutil

    shutil.copytree(NORM, tmp_path / "norm")
    file = tmp_path / "norm" / "2020.1" / "gedeeld" / "dsgo.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("sources: [bron]", "sources: [bronn]"), encoding="utf-8")
    ran = cli("criteria", "docs", "uit", "--criteria", tmp_path / "norm")

    assert (ran.code, (tmp_path / "uit").exists()) == (3, False)
