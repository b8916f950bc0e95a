"""The files in a docx, xlsx or zip from somebody else: nothing is unpacked before its list of contents is in order."""

import codecs
import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Never

from digisamen.model.problem import DigisamenError

MAX_FILE, MAX_ENTRIES, MAX_UNPACKED, MAX_RATIO = 20_000_000, 2_000, 200_000_000, 200
"""Largest file in bytes, most files in it, most bytes unpacked, and how many times larger unpacked than packed."""

SMALL = 1_000_000
"""Up to this size unpacked nothing is a bomb, however well it packs."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises on a zip that is damaged; encryption and size are looked at before."""

_START = b"PK\x03\x04"
_ENCRYPTED = 0x1 | 0x40 | 0x2000
"""Flags of an entry that is encrypted, strongly encrypted, or has a masked name."""

_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ODD_NAME = re.compile(r"^$|^[/.]*$|^/|^[A-Za-z]:|\\|[\x00-\x1f\x7f]|(^|/)\.\.(/|$)|//")
_MACRO_NAME = re.compile(r"(^|/)(vbaproject[^/]*\.bin|vbadata\.xml|macrosheets/)", re.IGNORECASE)
_MACRO_TYPE = re.compile(r"macro-?enabled|vbaproject|macrosheet|vbadata", re.IGNORECASE)
_DECLARED = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(r"""^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)["']""")
_XML_ENCODINGS = {"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"}
"""What the zip formats of Office allow; in any other encoding a declaration could hide from a search."""

_TYPES = "[content_types].xml"
_XML_NAMES = (".xml", ".rels", ".vml")
_PICTURE = ".svg"
"""Pictures that programs save with a DOCTYPE; nothing of ours reads them."""


def open_archive(raw: bytes, *, name: str) -> dict[str, bytes]:
    """Return the files in the archive `raw` by name, in its own order; folders and links are left out.

    Raises:
        DigisamenError: U020 not a readable archive, U021 too big, U022 it holds what does not belong in it.
    """
    if len(raw) > MAX_FILE:
        _too_big(name)
    if not raw.startswith(_START):
        raise DigisamenError("U020", file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, len(raw), name)
            _check_names(entries, name)
            files = {entry.filename: _content(archive, entry) for entry in entries if _is_file(entry)}
    except _BROKEN:
        raise DigisamenError("U020", file=name) from None
    for part in _unwanted(files):
        _does_not_belong(part, name)
    return files


def _check_sizes(entries: Sequence[zipfile.ZipInfo], packed: int, name: str) -> None:
    """Look at the sizes as declared; reading an entry stops at what it declared."""
    unpacked = sum(entry.file_size for entry in entries)
    bomb = unpacked > SMALL and unpacked > MAX_RATIO * packed
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or bomb:
        _too_big(name)


def _check_names(entries: Iterable[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        # The name as it stands in the file: the library cuts it at a zero byte, and on Windows turns its slashes.
        part = entry.orig_filename
        # Office finds its parts whatever their capitals, so two names that differ in nothing else are one name.
        same = unicodedata.normalize("NFC", part).casefold()
        if _ODD_NAME.search(part) or same in seen or entry.flag_bits & _ENCRYPTED or _MACRO_NAME.search(part):
            _does_not_belong(part, name)
        seen.add(same)
        if entry.compress_type not in _METHODS:
            raise DigisamenError("U020", file=name)


def _is_file(entry: zipfile.ZipInfo) -> bool:
    return not entry.is_dir() and not stat.S_ISLNK(entry.external_attr >> 16)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as stream:
        return stream.read(entry.file_size + 1)


def _unwanted(files: dict[str, bytes]) -> Iterator[str]:
    """Yield the names of files with a declaration of their own in XML, or that say they hold macros."""
    for part, content in files.items():
        low = part.lower()
        if low.endswith(_PICTURE):
            continue
        start = content[:200].lstrip(codecs.BOM_UTF8 + b" \t\r\n")
        wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        if (low.endswith(_XML_NAMES) or wide or start.startswith(b"<")) and _odd_xml(content, low):
            yield part


def _odd_xml(content: bytes, low: str) -> bool:
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return True
    encoding = _ENCODING.match(text)
    if "\0" in text or (encoding and encoding[1].lower() not in _XML_ENCODINGS):
        return True
    return bool(_DECLARED.search(text) or (low == _TYPES and _MACRO_TYPE.search(text)))


def _too_big(name: str) -> Never:
    raise DigisamenError(
        "U021",
        file=name,
        limit=str(MAX_FILE // 1_000_000),
        entries=str(MAX_ENTRIES),
        unpacked=str(MAX_UNPACKED // 1_000_000),
    )


def _does_not_belong(part: str, name: str) -> Never:
    raise DigisamenError("U022", file=name, part=part)


_RELATION = re.compile(rb"<Relationship\b[^>]*>", re.IGNORECASE)
_KEPT_OUT = ("word/_rels/document.xml.rels", "word/_rels/settings.xml.rels")
"""Relations of the text and the settings of a document, none of which are taken over from a client's."""


def refuse_remote(files: dict[str, bytes], *, name: str) -> None:
    """Refuse a document whose look fetches something from elsewhere as soon as somebody opens it; links are harmless.

    Raises:
        DigisamenError: U022.
    """
    for part, raw in files.items():
        if not part.startswith("word/") or not part.endswith(".rels") or part in _KEPT_OUT:
            continue
        for relation in _RELATION.findall(raw):
            if re.search(rb"TargetMode\s*=\s*[\"']External", relation) and not re.search(rb"/hyperlink[\"']", relation):
                raise DigisamenError("U022", file=name, part=part)
