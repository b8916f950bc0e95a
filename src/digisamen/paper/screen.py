"""The terminal as an argument: how wide it is, and what it can show."""

from dataclasses import dataclass

from digisamen.model.state import State

WIDEST, NARROWEST = 100, 40


@dataclass(frozen=True, slots=True)
class Screen:
    """What a terminal can show. `width` counts columns; the last one stays empty."""

    width: int = 80
    colour: bool = False
    unicode: bool = True

    @property
    def columns(self) -> int:
        """How many columns text may fill."""
        return max(NARROWEST, min(WIDEST, self.width)) - 1

    def sign(self, state: State) -> str:
        """Return the sign of a state. Its word always stands beside it."""
        return (_SIGNS if self.unicode else _ASCII_SIGNS)[state]

    @property
    def rule(self) -> str:
        """The character of a line between rows."""
        return "─" if self.unicode else "-"


_SIGNS = {
    State.GETOETST: "✓",
    State.ONDERBOUWD: "■",
    State.VERKLAARD: "▒",
    State.MOGELIJK: "?",
    State.LEEG: "·",
    State.NB: "-",
}
_ASCII_SIGNS = {
    State.GETOETST: "+",
    State.ONDERBOUWD: "#",
    State.VERKLAARD: "/",
    State.MOGELIJK: "?",
    State.LEEG: ".",
    State.NB: "-",
}
