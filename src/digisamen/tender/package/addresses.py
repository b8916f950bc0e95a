"""The addresses of what stands in the tables: requirements, subjects and documents."""

from collections import Counter

from digisamen.model.canonical import short
from digisamen.tender.data import library_uri, project_uri
from digisamen.tender.specification import Specification


def address(spec: Specification, name: str) -> str:
    """Return the address of `name` in this project.

    A client that gave no base gets a name that holds the fingerprint, so that two requests never share one.
    """
    return project_uri(spec, name) or f"urn:digisamen:{short(spec.digest)}:{name}"


def edition_address(spec: Specification) -> str:
    """Return the address of the edition, to which those of its criteria belong."""
    return spec.edition.text.uri_base.rstrip("/")


def source_addresses(spec: Specification) -> dict[str, str]:
    """Return the address of each source of the edition, by id.

    Its own web address, unless another source has the same one: then, or without one, an address in the edition.
    """
    sources = spec.edition.content.sources
    shared = Counter(source.url for source in sources.values())
    return {
        name: source.url if source.url and shared[source.url] == 1 else library_uri(spec, f"bron/{name}")
        for name, source in sources.items()
    }
