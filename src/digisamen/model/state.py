"""The states of a level in the profile picture."""

from enum import StrEnum


class State(StrEnum):
    """The surest state in which an organisation reaches one level; the box in the profile picture."""

    GETOETST = "getoetst"
    ONDERBOUWD = "onderbouwd"
    VERKLAARD = "verklaard"
    MOGELIJK = "mogelijk"
    LEEG = "leeg"
    NB = "nb"
