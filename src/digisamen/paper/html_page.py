"""Makes one self-contained HTML file from a template. The only room that knows jinja2."""

import re
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from digisamen.text.texts import Texts
from digisamen.text.visible import visible

SOFT = Markup("&shy;")
_LINK = Markup('<a href="{}">{}</a>')
_ID = Markup('<span class="id">{}</span>')
_CODE = re.compile(r"\b([A-Z]{3}-[A-Z]-[0-9]{2,3})\b")


def page(template: str, t: Texts, **data: object) -> str:
    """Return the HTML of `template`, with `t` for the sentences. Every text in it is made harmless on the way out."""
    return _environment().get_template(template).render(t=t, **data)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("digisamen.paper", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _harmless(value: object) -> object:
    """Show what steers or hides in a text; jinja2 escapes it after this."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def soft(text: str) -> Markup:
    """Return a word of the catalogue with a place to break it at every `|`."""
    return SOFT.join(escape(piece) for piece in text.split("|"))


def upper_first(text: str) -> str:
    """Return `text` with its first letter as a capital, and the rest as it is."""
    return text[:1].upper() + text[1:]


def coded(text: str, links: Mapping[str, str] | None = None) -> Markup:
    """Return a sentence with its codes set apart as codes, so that none of them breaks at its hyphens.

    A code with an address in `links` becomes a link.
    """
    pieces = _CODE.split(visible(text))
    # Odd places hold a code: the pattern is one group.
    return Markup("").join(_code(p, links or {}) if n % 2 else escape(p) for n, p in enumerate(pieces))


def _code(code: str, links: Mapping[str, str]) -> Markup:
    return _LINK.format(links[code], _ID.format(code)) if code in links else _ID.format(code)


def short(text: str, most: int) -> str:
    """Return `text` in at most `most` characters, for places where a long name would cover something else."""
    text = visible(text)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def page_box(t: Texts, key: str, **values: object) -> Markup:
    """Return a sentence as the content of a margin box; `{page}` and `{pages}` become the counters of the printer."""
    said = t(key, page="\x01", pages="\x02", **values)
    counters = {"\x01": "counter(page)", "\x02": "counter(pages)"}
    pieces = [""]
    for sign in said:
        if sign in counters:
            pieces += [counters[sign], ""]
        else:
            pieces[-1] += sign
    # Even places hold text, odd places a counter.
    return Markup(" ".join(_css_string(p) if n % 2 == 0 else p for n, p in enumerate(pieces) if p))  # noqa: S704


def _css_string(text: str) -> str:
    """Return `text` as a CSS string that can end neither the string nor the style sheet."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in text) + '"'
