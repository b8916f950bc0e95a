"""A specification as plain data: the content of `specificatie.json`, over which the fingerprint is taken.

Both languages are in it, so that the fingerprint does not depend on the language of a document. The human text leads.
"""

from typing import Any

from digisamen.model.wording import Localised
from digisamen.tender.specification import Requirement, Specification

SCHEMA = "digisamen/specification/v1"


def specification_data(spec: Specification) -> dict[str, Any]:
    """Return the specification as mappings, lists, text and whole numbers; the fingerprint itself is not in it."""
    edition, wanted = spec.edition, spec.wanted
    return {
        "schema": SCHEMA,
        "edition": {
            "number": edition.number,
            "status": edition.record.status,
            "frozen": edition.record.frozen == "ja",
            "sha256": edition.digest,
            "decided_by": edition.record.decided_by,
            "decided_on": edition.record.decided_on.isoformat() if edition.record.decided_on else None,
            "consultation": edition.record.consultation,
            "uri_base": edition.text.uri_base,
        },
        "licence": edition.text.licence.id,
        "subsector": wanted.subsector,
        "roles": list(wanted.roles),
        "work": wanted.work,
        "phases": list(wanted.phases),
        "levels": dict(wanted.levels),
        "tender": spec.tender.model_dump(mode="json", by_alias=True) if spec.tender else None,
        "requirements": [_requirement(spec, r) for r in spec.requirements],
    }


def with_digest(spec: Specification) -> dict[str, Any]:
    """Return the specification as plain data together with its fingerprint, for people and programs that read it."""
    return {**specification_data(spec), "sha256": spec.digest}


def _requirement(spec: Specification, r: Requirement) -> dict[str, Any]:
    c = r.criterion
    return {
        "id": c.id,
        "uri": project_uri(spec, c.id),
        "source_uri": library_uri(spec, c.id),
        "theme": c.theme,
        "level": c.level,
        "award": r.award,
        "title": _both(c.title),
        "requirement": _both(c.requirement),
        "why": _both(c.why),
        "test": _both(c.test),
        "lighter": _both(c.lighter) if c.lighter else None,
        "sizes": dict(c.applies.sizes),
        "facts": list(c.applies.facts),
        "evidence": {
            "light": list(c.evidence.light),
            "strong": list(c.evidence.strong),
            "max_age_months": c.evidence.max_age_months,
        },
        "verification": {
            "method": c.verification.method,
            "phase": c.verification.phase,
            "moment": _both(c.verification.moment),
        },
        "subject": r.subject,
        "combine": r.combine,
        "flow_down": r.flow_down,
        "zzp": r.zzp,
        "may_deviate": r.deviate,
        "effort": c.effort,
        "sources": list(c.sources),
    }


def _both(text: Localised) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en or ""}


def library_uri(spec: Specification, name: str) -> str:
    """Return the address of a criterion in its edition, the `eisBron` of the Contractspecificaties."""
    return f"{spec.edition.text.uri_base.rstrip('/')}/{name}"


def project_uri(spec: Specification, name: str) -> str | None:
    """Return the address of a requirement in this project, under the base that the client gives; none without one."""
    tender = spec.tender
    if tender is None or tender.uri_base is None or tender.id is None:
        return None
    return f"{tender.uri_base.rstrip('/')}/{tender.id}/{name}"
