"""Where the criteria are: in the installed wheel, in a checkout, or in a folder that the user names.

The wheel holds one JSON bundle per edition, made from the YAML when the wheel is built; the other two are read as YAML.
"""

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from digisamen.model.problem import DigisamenError
from digisamen.source.files import MAX_YAML, read_bytes, reason

BUNDLE = "_bundle"
CRITERIA = "_criteria"

Origin = Literal["wheel", "checkout", "folder"]


@dataclass(frozen=True, slots=True)
class CriteriaStore:
    """One place that holds editions: the root of a `criteria/` folder, and the bundles made of it, if any."""

    origin: Origin
    root: Traversable
    bundles: Traversable | None = None

    def yaml(self, *names: str) -> bytes:
        """Return the bytes of one YAML file below the root.

        Raises:
            DigisamenError: F001 to F004 when it cannot be read.
        """
        place = self.root.joinpath(*names)
        if isinstance(place, Path):
            return read_bytes(str(place), MAX_YAML)
        try:
            with place.open("rb") as stream:
                return stream.read(MAX_YAML + 1)
        except FileNotFoundError:
            raise DigisamenError("F001", file=self.name(*names)) from None

    def name(self, *names: str) -> str:
        """Return how people know a file of this store."""
        return "/".join((str(self.root) if self.origin == "folder" else "criteria", *names))

    def theme_files(self, edition: str) -> list[tuple[str, str]]:
        """Return (folder, file name) of each theme file of an edition, in order of name."""
        place = self.root.joinpath(edition)
        try:
            return sorted(
                (folder.name, file.name)
                for folder in place.iterdir()
                if folder.is_dir()
                for file in folder.iterdir()
                if file.name.endswith(".yaml")
            )
        except OSError as error:
            raise DigisamenError("F004", file=self.name(edition), reason=reason(error)) from None

    def other_files(self, edition: str) -> list[str]:
        """Return the files of an edition that nobody reads, because of their place or their ending."""
        place = self.root.joinpath(edition)
        known = {"edition.yaml", "sources.yaml", "changes.yaml"}
        try:
            top = [entry.name for entry in place.iterdir() if not entry.is_dir() and entry.name not in known]
            inner = [
                f"{folder.name}/{entry.name}"
                for folder in place.iterdir()
                if folder.is_dir()
                for entry in folder.iterdir()
                if entry.is_dir() or not entry.name.endswith(".yaml")
            ]
        except OSError as error:
            raise DigisamenError("F004", file=self.name(edition), reason=reason(error)) from None
        return sorted(name for name in top + inner if not name.split("/")[-1].startswith("."))

    def bundle(self, name: str) -> bytes | None:
        """Return the bundle `name`, such as `2026.1`, or none where this store holds only YAML."""
        return self.bundles.joinpath(f"{name}.json").read_bytes() if self.bundles else None


def criteria_store(folder: str | None = None) -> CriteriaStore:
    """Return where to read editions: `folder` when the user names one, else the wheel, else the checkout.

    Raises:
        DigisamenError: F010 when there are no criteria at that place.
    """
    if folder is not None:
        root = Path(folder)
        if not (root / "editions.yaml").is_file():
            raise DigisamenError("F010", file=folder)
        return CriteriaStore("folder", root)
    package = files("digisamen")
    if package.joinpath(BUNDLE, "editions.json").is_file():
        return CriteriaStore("wheel", package.joinpath(CRITERIA), package.joinpath(BUNDLE))
    checkout = Path(str(package)).parent.parent / "criteria"
    if (checkout / "editions.yaml").is_file():
        return CriteriaStore("checkout", checkout)
    raise DigisamenError("F010", file=str(checkout))


def origin(criteria: str | None = None) -> str:
    """Return where the criteria come from: `wheel`, `checkout` or `folder`."""
    return criteria_store(criteria).origin
