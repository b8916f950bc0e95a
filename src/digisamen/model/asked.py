"""An asked level, and whether an organisation meets it."""

from dataclasses import dataclass

from digisamen.model.assessment import Assurance


@dataclass(frozen=True, slots=True)
class Asked:
    """One asked level: `[THEME=]LEVEL[@ASSURANCE]`. Without a theme it holds for all four."""

    level: int
    theme: str | None = None
    assurance: Assurance = Assurance.ONDERBOUWD


@dataclass(frozen=True, slots=True)
class AskedTheme:
    """One theme under one asked level: what is needed of this organisation, and what it reaches."""

    theme: str
    needed: int
    reached: int
    blocking: tuple[str, ...]

    @property
    def met(self) -> bool:
        """True when the needed level is reached."""
        return self.reached >= self.needed


@dataclass(frozen=True, slots=True)
class AskedSubsector:
    """One subsector under one asked level. Not met when no theme is left to look at."""

    subsector: str
    themes: tuple[AskedTheme, ...]

    @property
    def met(self) -> bool:
        """True when there is a theme, and every theme is met."""
        return bool(self.themes) and all(t.met for t in self.themes)


@dataclass(frozen=True, slots=True)
class AskedScore:
    """One asked level, and whether it is met in every subsector of the file."""

    asked: Asked
    subsectors: tuple[AskedSubsector, ...]

    @property
    def met(self) -> bool:
        """True when every subsector meets it."""
        return all(s.met for s in self.subsectors)

    @property
    def as_far_as_applicable(self) -> bool:
        """True when the highest level there is for this organisation decided, below the asked level."""
        return any(t.needed < self.asked.level for s in self.subsectors for t in s.themes)
