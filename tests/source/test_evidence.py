"""Looking at evidence files: only regular files inside the folder of the assessment count as found."""

import hashlib
import os
from pathlib import Path

import pytest

from digisamen.model.answered import Finding
from digisamen.source import evidence
from digisamen.source.evidence import look
from tests.score.make import document, read


def found(edition, folder: Path, **item):
    data = document(
        edition, {"STD-G-01": {"answer": "ja", "evidence": [{"kind": "document", "date": "2026-01-01", **item}]}}
    )
    return look(read(edition, data), folder)[("STD-G-01", 0)]


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "mijn map"
    (home / "bewijs").mkdir(parents=True)
    (home / "bewijs" / "a.txt").write_bytes(b"inhoud")
    (tmp_path / "geheim.txt").write_bytes(b"geheim")
    return home


def test_a_file_in_the_folder(edition, folder):
    assert found(edition, folder, file="bewijs/a.txt") is Finding.FOUND


def test_a_path_as_windows_writes_it(edition, folder):
    assert found(edition, folder, file="bewijs\\a.txt") is Finding.FOUND


def test_its_digest(edition, folder):
    good = hashlib.sha256(b"inhoud").hexdigest()

    assert found(edition, folder, file="bewijs/a.txt", sha256=good.upper()) is Finding.FOUND
    assert found(edition, folder, file="bewijs/a.txt", sha256="0" * 64) is Finding.CHANGED


def test_what_is_not_there(edition, folder):
    assert found(edition, folder, file="bewijs/b.txt") is Finding.MISSING
    assert found(edition, folder, file="bewijs/a.txt/b") in {Finding.MISSING, Finding.UNREADABLE}


def test_a_folder_is_no_file(edition, folder):
    assert found(edition, folder, file="bewijs") is Finding.NOT_A_FILE


def test_a_link_out_of_the_folder(edition, folder):
    (folder / "link.txt").symlink_to(folder.parent / "geheim.txt")
    (folder / "weg").symlink_to(folder.parent)

    assert found(edition, folder, file="link.txt") is Finding.OUTSIDE
    assert found(edition, folder, file="weg/geheim.txt") is Finding.OUTSIDE


def test_a_link_inside_the_folder_is_fine(edition, folder):
    (folder / "link.txt").symlink_to("bewijs/a.txt")

    assert found(edition, folder, file="link.txt") is Finding.FOUND


def test_links_in_a_circle(edition, folder):
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")

    assert found(edition, folder, file="a") in {Finding.UNREADABLE, Finding.MISSING}


def test_a_pipe_is_no_file(edition, folder):
    os.mkfifo(folder / "pijp")

    assert found(edition, folder, file="pijp") is Finding.NOT_A_FILE


def test_a_file_that_is_too_large(edition, folder, monkeypatch):
    monkeypatch.setattr(evidence, "MAX_EVIDENCE", 3)

    assert found(edition, folder, file="bewijs/a.txt") is Finding.TOO_LARGE


def test_a_file_that_is_named_often_is_read_once(edition, folder, monkeypatch):
    """Two hundred pieces of evidence on one large file are one reading of it, whatever their sums say."""
    reads = []
    real = evidence._digest  # noqa: SLF001  # what costs time
    monkeypatch.setattr(evidence, "_digest", lambda path: (reads.append(path), real(path))[1])
    right = hashlib.sha256((folder / "bewijs" / "a.txt").read_bytes()).hexdigest()
    names, sums = ("bewijs/a.txt", "./bewijs/a.txt"), ("0" * 64, right)
    piece = {"kind": "document", "date": "2026-01-01"}
    pieces = [{**piece, "file": name, "sha256": digest} for name in names for digest in sums]
    data = document(edition, {"STD-G-01": {"answer": "ja", "evidence": pieces}})
    told = []
    found = look(read(edition, data), folder, lambda *counts: told.append(counts))

    assert [*found.values()] == [Finding.CHANGED, Finding.FOUND] * 2
    assert (len(reads), told) == (1, [(0, 1)])
