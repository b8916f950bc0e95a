"""Every file in tests/bad is refused as its .txt says. Adding a test is adding a file, and running pytest --renew."""

import re
from pathlib import Path

import pytest

from digisamen.text.texts import texts
from tests.conftest import with_norm

BAD = Path(__file__).parent.parent / "bad"
FILES = sorted(BAD.glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
@pytest.mark.usefixtures("both_parsers")
def test_bad_file(file, cli, golden):
    ran = cli(*with_norm("assess", file.name), cwd=BAD)

    golden(file.with_suffix(".txt"), f"afsluitcode {ran.code}\n\n{ran.err}")
    assert "Traceback" not in ran.err
    if ran.code == 3:
        assert not ran.out


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_bad_file_in_english(file, cli):
    dutch = cli(*with_norm("assess", file.name), cwd=BAD)
    english = cli(*with_norm("assess", file.name), cwd=BAD, DIGISAMEN_LANG="en")
    codes = re.compile(r"(?:fout|let op|error|note) ([A-Z]\d{3})$", re.MULTILINE)

    assert english.code == dutch.code
    assert codes.findall(english.err) == codes.findall(dutch.err)


def test_every_code_about_a_file_occurs():
    seen = {
        code for file in BAD.glob("*.txt") for code in re.findall(r"\b[AY]\d{3}\b", file.read_text(encoding="utf-8"))
    }
    known = {key.split(".")[1] for key in texts("nl").catalogue if re.match(r"problem\.[AY]\d{3}\.title", key)}

    # A draft of the coming edition is broken in tests/level/outlook, and a folder without any file that counts is in
    # tests/market; a file of more than 5 MB, or with too much in it, is made in tests/source.
    assert sorted(known - seen) == ["A038", "A040", "Y001", "Y014"]
