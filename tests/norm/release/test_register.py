"""Writing down that an edition is frozen: every form that `editions.yaml` may have, and all else byte for byte."""

import pytest

from digisamen.norm.release.register import with_values
from digisamen.source.yaml_text import parse

SHA = "0" * 64
VALUES = {"frozen": "ja", "sha256": f'"{SHA}"', "frozen_on": "2026-12-01"}


def frozen(text):
    document = parse(text.encode(), "editions.yaml").value
    path = ("editions", "2026.1")
    after = next(k for k in ("sha256", "frozen", "status") if (*path, k) in document.keys)
    made = with_values(document, path, VALUES, after)
    read = parse(made.encode(), "editions.yaml")
    assert read.problems == ()
    record = read.value.data["editions"]["2026.1"]
    assert {key: record[key] for key in VALUES} == {"frozen": "ja", "sha256": SHA, "frozen_on": "2026-12-01"}
    return made


@pytest.mark.usefixtures("both_parsers")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'editions:\n  "2026.1":\n    status: concept  # zo\n    frozen: nee      # ja | nee\n    sha256: null     # later\n',
            f'editions:\n  "2026.1":\n    status: concept  # zo\n    frozen: ja       # ja | nee\n    sha256: "{SHA}"  # later\n    frozen_on: 2026-12-01\n',
        ),
        (
            'editions:\n  "2026.1":\n    status: concept\n',
            f'editions:\n  "2026.1":\n    status: concept\n    frozen: ja\n    sha256: "{SHA}"\n    frozen_on: 2026-12-01\n',
        ),
        (
            'editions:\n  "2026.1":\n    status: concept',
            f'editions:\n  "2026.1":\n    status: concept\n    frozen: ja\n    sha256: "{SHA}"\n    frozen_on: 2026-12-01',
        ),
        (
            "editions:\n  '2026.1': {status: concept, frozen: nee}  # een\n  '2027.1': {status: concept, frozen: nee}\n",
            f"editions:\n  '2026.1': {{status: concept, frozen: ja, sha256: \"{SHA}\", frozen_on: 2026-12-01}}  # een\n  '2027.1': {{status: concept, frozen: nee}}\n",
        ),
        (
            'editions: {"2026.1": {status: concept, sha256: null, frozen_on: null}}\n',
            f'editions: {{"2026.1": {{status: concept, sha256: "{SHA}", frozen: ja, frozen_on: 2026-12-01}}}}\n',
        ),
        (
            "editions:\n  '2026.1':\n    frozen: 'nee'\n    sha256:\n    status: \"concept\"\n    decided_by:\n",
            f"editions:\n  '2026.1':\n    frozen: 'ja'\n    sha256: \"{SHA}\"\n    frozen_on: 2026-12-01\n    status: \"concept\"\n    decided_by:\n",
        ),
        (
            "editions:\n  '2026.1':\n    sha256: ''   # leeg\n    frozen: \"nee\"\n",
            f"editions:\n  '2026.1':\n    sha256: '{SHA}'  # leeg\n    frozen_on: 2026-12-01\n    frozen: \"ja\"\n",
        ),
        (
            'editions:\r\n  "2026.1":\r\n    status: concept\r\n    frozen: nee\r\n  "2027.1":\r\n    status: concept\r\n',
            f'editions:\r\n  "2026.1":\r\n    status: concept\r\n    frozen: ja\r\n    sha256: "{SHA}"\r\n    frozen_on: 2026-12-01\r\n  "2027.1":\r\n    status: concept\r\n',
        ),
    ],
)  # fmt: skip
def test_every_form(before, after):
    assert frozen(before) == after


def test_a_record_over_lines_between_braces():
    made = frozen("editions:\n  '2026.1': {\n    status: concept, # zo\n    frozen: nee # ja\n  }\n")

    assert "status: concept, # zo\n" in made
    assert "# ja\n" in made
