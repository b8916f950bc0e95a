"""What became of the requirements in a document that came back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Returned:
    """The requirements of a document against their specification. Texts are as a reader sees them.

    `changed` holds (code, text as specified, text as found); `added` (code, text) that the specification does not have;
    `removed` the codes that are not there any more; `double` the codes that stand there more than once.
    """

    same: int
    changed: tuple[tuple[str, str, str], ...]
    added: tuple[tuple[str, str], ...]
    removed: tuple[str, ...]
    double: tuple[str, ...]

    @property
    def right(self) -> bool:
        """True when every requirement is there once, word for word, and nothing else."""
        return not (self.changed or self.added or self.removed or self.double)
