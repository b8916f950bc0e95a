"""The package with a tender: everything that a computer needs, in one zip, the same bytes each time."""

import hashlib

from digisamen.model.canonical import canonical_json
from digisamen.paper.zipped import zipped
from digisamen.tender.data import specification_data
from digisamen.tender.package.answer_schema import answer_schema
from digisamen.tender.package.answer_xlsx import answer_workbook
from digisamen.tender.package.csvw import DOCUMENTS_FILE, REQUIREMENTS_FILE, SUBJECTS_FILE, metadata
from digisamen.tender.package.readme import readme
from digisamen.tender.package.tables import csv_table, document_rows, requirement_rows, subject_rows
from digisamen.tender.specification import Specification
from digisamen.tender.tables import DOCUMENTS, REQUIREMENTS, SUBJECTS
from digisamen.text.texts import Texts

README, SUMS = "LEESMIJ.md", "SHA256SUMS"
FILES = (
    (README, "readme"),
    ("specificatie.json", "specification"),
    (REQUIREMENTS_FILE, "requirements"),
    (SUBJECTS_FILE, "subjects"),
    (DOCUMENTS_FILE, "documents"),
    ("metadata.json", "metadata"),
    ("antwoord.xlsx", "answer"),
    ("antwoord.schema.json", "schema"),
    (SUMS, "sums"),
)
"""The files of a package in their order, each with its key in the catalogue."""


def package(spec: Specification, t: Texts, version: str) -> bytes:
    """Return the package as a zip. `version` is that of the tool.

    Raises:
        DigisamenError: U023 when the extra for workbooks is not installed.
    """
    made = {
        README: readme(spec, FILES, t, version),
        # Nothing but the canonical bytes, so that the sum of the file is the fingerprint of the specification.
        "specificatie.json": canonical_json(specification_data(spec)),
        REQUIREMENTS_FILE: csv_table(REQUIREMENTS, requirement_rows(spec, t)),
        SUBJECTS_FILE: csv_table(SUBJECTS, subject_rows(spec, t)),
        DOCUMENTS_FILE: csv_table(DOCUMENTS, document_rows(spec, t)),
        "metadata.json": metadata(spec, t),
        "antwoord.xlsx": answer_workbook(spec, t, version=version),
        "antwoord.schema.json": answer_schema(spec, t),
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in made.items())
    return zipped([*made.items(), (SUMS, sums.encode())])
