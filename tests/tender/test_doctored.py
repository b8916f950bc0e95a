"""Documents in which every word of the norm still stands, and a reader does not see them all, or sees others.

None of them is ever called unchanged. Each is made from an untouched document by one change.
"""

import hashlib
import json
import re
from pathlib import Path

import pytest

from digisamen.cli.tender import verify as command
from digisamen.paper.zipped import zipped
from digisamen.source.archive import open_archive
from digisamen.tender.annex.labels import _labels
from digisamen.tender.seen_html import known_styles, style_digest
from digisamen.text.texts import Texts, texts
from tests.conftest import with_norm

V1 = "72de669d0f7247e08321fe8a59f9bde044283da9d98fb1ff535a0036fe975e53"
"""The digest of the labels of the first version of the specification."""

REQUESTS = Path(__file__).parent / "requests"
TEXT = "Eis van VEI-G-02."
RUN = f'<w:r><w:t xml:space="preserve">{TEXT}</w:t></w:r>'
STYLES = "word/styles.xml"
HIDDEN = '<w:style w:type="character" w:styleId="Stil"><w:name w:val="Stil"/><w:rPr><w:vanish/></w:rPr></w:style>'
BASED = '<w:style w:type="character" w:styleId="Stiller"><w:name w:val="Stiller"/><w:basedOn w:val="Stil"/></w:style>'
WHITE = '<w:style w:type="paragraph" w:styleId="Wit"><w:name w:val="Wit"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
SMALL = (
    '<w:style w:type="paragraph" w:styleId="Klein"><w:name w:val="Klein"/><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
)
BOX = (
    '<w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"/>'
    "</w:drawing>"
)


def run(properties):
    return {RUN: RUN.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")}


def paragraph(properties):
    return {f"<w:p>{RUN}": f"<w:p><w:pPr>{properties}</w:pPr>{RUN}"}


def cell(properties):
    return {f"</w:tcPr><w:p>{RUN}": f"{properties}</w:tcPr><w:p>{RUN}"}


def style(*more):
    return {STYLES: {"</w:styles>": f"{''.join(more)}</w:styles>"}}


WORD = {
    "vanish": run("<w:vanish/>"),
    "webHidden": run("<w:webHidden/>"),
    "specVanish": run("<w:specVanish/>"),
    "struck": run("<w:strike/>"),
    "struck twice": run("<w:dstrike/>"),
    "hidden by a style": {**run('<w:rStyle w:val="Stil"/>'), **style(HIDDEN)},
    "hidden by the style of a style": {**run('<w:rStyle w:val="Stiller"/>'), **style(HIDDEN, BASED)},
    "half a point": run('<w:sz w:val="1"/>'),
    "five points": run('<w:sz w:val="10"/>'),
    "a size that is no number": run('<w:sz w:val="x"/>'),
    "small by a style": {**paragraph('<w:pStyle w:val="Klein"/>'), **style(SMALL)},
    "white": run('<w:color w:val="FFFFFF"/>'),
    "nearly white": run('<w:color w:val="F4F4F4"/>'),
    "white by a style": {**paragraph('<w:pStyle w:val="Wit"/>'), **style(WHITE)},
    "white by the theme": run('<w:color w:val="000000" w:themeColor="background1"/>'),
    "black on black": run('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'),
    "black on a black paragraph": {
        f"<w:p>{RUN}": '<w:p><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>'
        + RUN.replace("<w:r>", '<w:r><w:rPr><w:color w:val="000000"/></w:rPr>')
    },
    "red on red": run('<w:color w:val="FF0000"/><w:highlight w:val="red"/>'),
    "a pattern behind it": run('<w:color w:val="808080"/><w:shd w:val="pct50" w:fill="808080"/>'),
    "squeezed": run('<w:w w:val="1"/>'),
    "condensed": run('<w:spacing w:val="-200"/>'),
    "pushed up": run('<w:position w:val="400"/>'),
    "an effect of a later Word": run(
        '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>'
    ),
    "something unknown": run("<w:onbekend/>"),
    "in a frame": paragraph('<w:framePr w:w="1" w:h="1"/>'),
    "lines of nothing": paragraph('<w:spacing w:line="1" w:lineRule="exact"/>'),
    "off the page": paragraph('<w:ind w:left="-30000"/>'),
    "a hidden row": {"<w:trPr><w:cantSplit/></w:trPr>": "<w:trPr><w:cantSplit/><w:hidden/></w:trPr>"},
    "a row of nothing": {
        "<w:trPr><w:cantSplit/></w:trPr>": '<w:trPr><w:cantSplit/><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>'
    },
    "merged cells": cell("<w:vMerge/>"),
    "turned text": cell('<w:textDirection w:val="btLr"/>'),
    "text that must fit": cell("<w:tcFitText/>"),
    "a tracked deletion of a row": {
        "<w:trPr><w:cantSplit/></w:trPr>": '<w:trPr><w:cantSplit/><w:del w:id="1" w:author="x"/></w:trPr>'
    },
    "a tracked deletion": {RUN: f'<w:del w:id="1" w:author="x">{RUN.replace("w:t", "w:delText")}</w:del>'},
    "a tracked insertion": {RUN: f'<w:ins w:id="1" w:author="x">{RUN}</w:ins>'},
    "moved away": {RUN: f'<w:moveFrom w:id="1" w:author="x">{RUN}</w:moveFrom>'},
    "a field": {RUN: f'<w:fldSimple w:instr=" QUOTE iets ">{RUN}</w:fldSimple>'},
    "a field in pieces": {RUN: f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{RUN}'},
    "a box over the text": {"<w:body>": f"<w:body><w:p><w:r>{BOX}</w:r></w:p>"},
    "a picture over the text": {"<w:body>": "<w:body><w:p><w:r><w:pict/></w:r></w:p>"},
    "a floating table": {"<w:tblPr>": '<w:tblPr><w:tblpPr w:tblpY="30000"/>'},
    "another document in it": {"<w:body>": '<w:body><w:altChunk r:id="x" xmlns:r="urn:x"/>'},
    "tiny by the usual style": {
        STYLES: {'<w:name w:val="Normal"/>': '<w:name w:val="Normal"/><w:rPr><w:sz w:val="2"/></w:rPr>'}
    },
    "white by the usual style": {
        STYLES: {'<w:name w:val="Normal"/>': '<w:name w:val="Normal"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'}
    },
    "a page as dark as the text": {
        **run('<w:color w:val="112233"/>'),
        "<w:body>": '<w:background w:color="112233"/><w:body>',
    },
}
"""Changes in a Word document, by name: what stands there, and what comes in its place; in another part by its name."""

OPEN = '<span class="id">VEI-G-02</span>'
SAID = f"Eis van {OPEN}."


def page(old, new):
    return {old: new}


HTML = {
    "display none": page(SAID, f'<span style="display:none">{SAID}</span>'),
    "hidden": page(SAID, f"<span hidden>{SAID}</span>"),
    "a hidden table": page('<table class="cards words"', '<table hidden class="cards words"'),
    "a hidden body": page("<body>", "<body hidden>"),
    "white on white": page(SAID, f'<span style="color:#fff;background:#fff">{SAID}</span>'),
    "font of nothing": page(SAID, f'<font size="0">{SAID}</font>'),
    "a class of ours elsewhere": page(SAID, f'<span class="hidden">{SAID}</span>'),
    "another class": page('<table class="cards words"', '<table class="weg cards words"'),
    "a style sheet more": page("</head>", "<style>td{display:none}</style></head>"),
    "in our own style sheet": page("</style>", "td{display:none}</style>"),
    "a style sheet elsewhere": page("</head>", '<link rel="stylesheet" href="https://example.org/x.css"></head>'),
    "a script": page("</body>", "<script>document.querySelector('td').remove()</script></body>"),
    "details": page(SAID, f"<details>{SAID}</details>"),
    "a dialog": page(SAID, f"<dialog>{SAID}</dialog>"),
    "a template": page(SAID, f"<template>x</template>{SAID}"),
    "no script": page(SAID, f"<noscript>{SAID}</noscript>"),
    "a frame": page("</body>", '<iframe src="https://example.org"></iframe></body>'),
    "a drawing over it": page("</body>", "<svg></svg></body>"),
    "below a link out of sight": page(
        '<table class="cards words"', '<a class="skip" href="#x"><table class="cards words"'
    ),
    "another place for addresses": page("</head>", '<base href="https://example.org/"></head>'),
    "on to another page": page("</head>", '<meta http-equiv="refresh" content="0;url=https://example.org"></head>'),
    "an event": page("<body>", '<body onload="x()">'),
    "inert": page(SAID, f"<span inert>{SAID}</span>"),
    "a form field": page(SAID, f"<textarea>{SAID}</textarea>"),
    "struck": page(SAID, f"<s>{SAID}</s>"),
    "a conditional comment of old": page("</body>", "<![if IE]></body>"),
}
"""Changes in a page, by name."""


@pytest.fixture
def annex(cli, tmp_path):
    def render(form, *more):
        path = tmp_path / f"bijlage.{form}"
        ran = cli(*with_norm("tender", "render", REQUESTS / "vol.yaml", "--output", path, *more))
        assert ran.code == 0, ran.err
        return path

    return render


def verify(cli, path, *more):
    return cli(*with_norm("tender", "verify", path, "--against", REQUESTS / "vol.yaml", *more))


def doctored(path, changes):
    """Makes the changes in a document, each in all places, and fails when there is nothing to change."""
    if path.suffix == ".html":
        text = path.read_text(encoding="utf-8")
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return
    files = open_archive(path.read_bytes(), name="x")
    for name, inner in {"word/document.xml": {}, **changes}.items():
        if not isinstance(inner, dict):
            continue
        part = files[name].decode()
        for old, new in (inner or {k: v for k, v in changes.items() if isinstance(v, str)}).items():
            assert old in part, old
            part = part.replace(old, new)
        files[name] = part.encode()
    path.write_bytes(zipped([*files.items()]))


@pytest.mark.parametrize("name", WORD)
def test_a_word_document_of_which_not_every_word_is_seen(name, annex, cli):
    path = annex("docx")
    doctored(path, WORD[name])
    ran = verify(cli, path)

    assert ran.code == 1, ran.out
    assert "Alle eisen staan er nog" not in ran.out
    assert json.loads(verify(cli, path, "--format", "json").out)["right"] is False


@pytest.mark.parametrize("name", HTML)
def test_a_page_of_which_not_every_word_is_seen(name, annex, cli):
    path = annex("html")
    doctored(path, HTML[name])
    ran = verify(cli, path)

    assert ran.code == 1, ran.out
    assert "Alle eisen staan er nog" not in ran.out


def test_what_is_unclear_is_never_called_unchanged(annex, cli):
    path = annex("html")
    doctored(path, HTML["white on white"])
    nl, en = verify(cli, path).out, verify(cli, path, "--lang", "en").out

    assert "Niet te beoordelen: dit document is anders opgemaakt dan het onze." in nl
    assert "<style" not in nl
    assert "span style" in " ".join(nl.split())
    assert "niet veranderd" not in nl
    assert "Cannot be judged" in en
    assert "not changed" not in en


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["docx", "html"])
def test_another_wording_of_the_tool_accuses_nobody(form, language, annex, cli, monkeypatch):
    """A document is verified years later: every sentence of the catalogue may be another one by then."""
    path = annex(form, "--lang", language)
    real = {name: texts(name) for name in ("nl", "en")}
    later = {
        name: Texts(
            name,
            {
                k: v if k.startswith(("tender.verify", "month", "problem")) else f"Anders {v}"
                for k, v in t.catalogue.items()
            },
        )
        for name, t in real.items()
    }
    monkeypatch.setattr(command, "texts", later.get)
    found = json.loads(verify(cli, path, "--format", "json").out)

    assert found["changed"] == found["removed"] == []
    assert found["right"] is True


def test_the_labels_of_a_version_never_change():
    """Who wants another label makes another version of the specification, beside this one."""
    frozen = json.dumps(_labels()["digisamen/specification/v1"], sort_keys=True, ensure_ascii=False)

    assert hashlib.sha256(frozen.encode()).hexdigest() == V1
    assert _labels()["digisamen/specification/v1"]["nl"].keys() == _labels()["digisamen/specification/v1"]["en"].keys()


def test_the_style_of_our_pages_is_known(annex):
    """A change of the style adds a line to `styles.json`, and takes none away: older pages are ours as well."""
    text = annex("html").read_text(encoding="utf-8")

    assert style_digest(re.search("<style>(.*?)</style>", text, re.DOTALL)[1]) in known_styles()
