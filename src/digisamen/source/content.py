"""The files of one edition as one plain table: what the digest is taken over, and what the wheel carries as JSON."""

from dataclasses import dataclass, field
from typing import Any

from digisamen.model.problem import Outcome, Path, Place, Problem
from digisamen.source.library import CriteriaStore
from digisamen.source.yaml_text import MAX_NODES, Document, parse

SHARED = "gedeeld"

MAX_CRITERIA = 2000
"""Most criteria in an edition: more than ten times what ours has."""

MOST_PROBLEMS = 1000
"""From how many problems in an edition on we look no further: it is broken in one way."""


@dataclass(slots=True)
class EditionSource:
    """The content of an edition, with the document that each part came from, for the places of problems."""

    data: dict[str, Any]
    documents: dict[str, Document]
    origins: dict[str, tuple[str, Path]] = field(default_factory=dict)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return where `path` of the content stands in the files."""
        head = str(path[0]) if path else "edition"
        if head == "criteria" and len(path) > 1 and str(path[1]) in self.origins:
            file, start = self.origins[str(path[1])]
            return self.documents[file].place((*start, *path[2:]), key=key)
        file = {"sources": "sources.yaml", "changes": "changes.yaml"}.get(head, "edition.yaml")
        inner = path if head == "sources" else path[1:]
        return self.documents[file].place(inner, key=key)


def collect_files(store: CriteriaStore, edition: str) -> Outcome[EditionSource]:
    """Read all YAML files of `edition` and merge them: `edition`, `sources`, `changes` and `criteria` by id.

    Theme and subsector of a criterion follow from the file it stands in, and become part of the content.
    """
    problems: list[Problem] = []
    documents: dict[str, Document] = {}

    def read(*names: str) -> Any:
        outcome = parse(store.yaml(edition, *names), store.name(edition, *names))
        problems.extend(outcome.problems)
        if outcome.value is None:
            return {}
        documents["/".join(names)] = outcome.value
        if sum(len(document.values) for document in documents.values()) > MAX_NODES:
            problems.append(
                Problem(
                    "Y014", outcome.value.place(()), {"limit": str(MAX_NODES), "wanted": "edition", "cause": "edition"}
                )
            )
            return {}
        return outcome.value.data if isinstance(outcome.value.data, dict) else {}

    data: dict[str, Any] = {
        "edition": read("edition.yaml"),
        "sources": _only(read("sources.yaml"), "sources", documents.get("sources.yaml"), problems) or {},
        "changes": read("changes.yaml"),
        "criteria": {},
    }
    collected = EditionSource(data, documents)
    for folder, name in store.theme_files(edition):
        if any(problem.code == "Y014" for problem in problems):
            break
        whole = read(folder, name)
        entries = _only(whole, "criteria", documents.get(f"{folder}/{name}"), problems)
        for position, entry in enumerate(entries if isinstance(entries, list) else []):
            if len(problems) >= MOST_PROBLEMS:
                break
            if len(collected.origins) >= MAX_CRITERIA:
                place = documents[f"{folder}/{name}"].place(("criteria", position))
                problems.append(
                    Problem("Y014", place, {"limit": str(MAX_CRITERIA), "wanted": "criteria", "cause": "edition"})
                )
                break
            _add(collected, f"{folder}/{name}", ("criteria", position), entry, problems)
    data["criteria"] = dict(sorted(data["criteria"].items()))
    return Outcome(collected if {"edition.yaml", "sources.yaml"} <= documents.keys() else None, tuple(problems))


def _only(whole: dict[str, Any], name: str, document: Document | None, problems: list[Problem]) -> Any:
    """Return what stands under `name`, the one key of a file, in the form that belongs there."""
    form = list if name == "criteria" else dict
    if document is not None and (list(whole) != [name] or not isinstance(whole[name], form)):
        problems.append(Problem("C041", document.place(()), {"field": name}))
    found = whole.get(name)
    return found if isinstance(found, form) else None


def _add(collected: EditionSource, file: str, path: Path, entry: Any, problems: list[Problem]) -> None:
    place = collected.documents[file].place(path)
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        problems.append(Problem("C002", place))
        return
    name = entry["id"]
    if name in collected.origins:
        other, start = collected.origins[name]
        first = collected.documents[other].place((*start, "id"))
        here = collected.documents[file].place((*path, "id"))
        problems.append(Problem("C003", here, {"id": name, "first": f"{first.file}:{first.line}"}))
        return
    folder, theme = file.removesuffix(".yaml").split("/")
    own = {} if folder == SHARED else {"subsectors": [folder]}
    if folder != SHARED and "subsectors" in entry:
        problems.append(Problem("C004", collected.documents[file].place((*path, "subsectors"), key=True), {"id": name}))
    collected.origins[name] = (file, path)
    collected.data["criteria"][name] = {**entry, "theme": theme, **own}
