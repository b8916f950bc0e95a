"""The page that explains the package, `LEESMIJ.md`."""

from collections.abc import Sequence

from digisamen.paper.document import Block, Code, Facts, Heading, Items, Paragraph, Sheet, Table
from digisamen.paper.markdown import sheet_markdown
from digisamen.tender.specification import Specification
from digisamen.text.texts import Texts


def readme(spec: Specification, files: Sequence[tuple[str, str]], t: Texts, version: str) -> bytes:
    """Return the page. `files` are the names in the package, each with its key in the catalogue."""
    tender, edition = spec.tender, spec.edition
    status = edition.record.status
    rows = tuple((name, t(f"package.file.{key}")) for name, key in files)
    blocks: list[Block] = [Facts(_facts(spec, t, version))]
    if spec.open_fields:
        blocks.append(Paragraph(t.count("package.open", len(spec.open_fields))))
    blocks += [
        Heading(t("package.readme.files")),
        Table(t("package.readme.files"), (t("package.readme.file"), t("package.readme.what")), rows, silent=True),
        Heading(t("package.readme.leads")),
        Paragraph(t("package.readme.leads_text")),
        Heading(t("package.readme.answer")),
        Items(tuple(t(f"package.readme.answer_steps.{n}") for n in range(1, 4)), numbered=True),
        Heading(t("package.readme.check")),
        Paragraph(t("package.readme.check_text")),
        Code("sha256sum -c SHA256SUMS"),
        Paragraph(t("package.readme.check_windows")),
        Code("certutil -hashfile specificatie.json SHA256"),
        Paragraph(t("package.readme.check_digest", digest=spec.digest)),
        Heading(t("package.readme.licence")),
        Paragraph(
            t("package.readme.licence_text", licence=t.of(edition.text.licence.name), url=edition.text.licence.url)
        ),
        Paragraph(t("package.readme.tables_text")),
    ]
    page = Sheet(
        kind=t(f"package.document.{'annex' if tender else 'specification'}"),
        title=t("package.readme.title"),
        status=t(f"word.status.{status}"),
        status_text=t(f"package.status.{status}"),
        blocks=tuple(blocks),
    )
    return sheet_markdown(page).encode()


def _facts(spec: Specification, t: Texts, version: str) -> tuple[tuple[str, str], ...]:
    tender = spec.tender
    asked = (
        {
            "contract": tender.contract.name,
            "client": tender.client.name,
            "specification.id": tender.id,
            "specification.version": tender.version,
            "date": tender.date.isoformat() if tender.date else None,
        }
        if tender
        else {}
    )
    made = {
        "specification.sha256": spec.digest,
        "edition": spec.edition.number,
        "edition.sha256": spec.edition.digest,
        "tool": f"digisamen {version}",
    }
    return tuple((t(f"package.version.{key}"), value) for key, value in {**asked, **made}.items() if value)
