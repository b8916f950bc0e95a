"""The exit codes. Documented in docs/exit-codes.md, and never reused."""

DONE = 0
"""Done, and what was asked is met."""
NOT_MET = 1
"""Done, but what was asked is not met."""
WRONG_USE = 2
"""The command was used in a wrong way."""
BAD_INPUT = 3
"""The input has problems; nothing was produced."""
NO_FILE = 4
"""A file or folder is missing, or could not be read or written."""
BUG = 70
"""A bug in digisamen."""
HUNG_UP = 129
"""The terminal went away (SIGHUP)."""
STOPPED = 130
"""Stopped by the user (Ctrl-C, SIGINT)."""
CLOSED_PIPE = 141
"""Whoever read the output stopped reading. Silent."""
ENDED = 143
"""Ended from outside (SIGTERM)."""


_REFUSED = ("U020", "U021", "U022", "U024")
"""A document from somebody else that is not read: the command is right, its input is not."""


_CHANGED = ("F024",)
"""The input is not what it was: somebody saved it meanwhile, and nothing was written."""


_OURS = ("M005",)
"""What only a bug in digisamen can cause, found before anything was written."""


def of_code(code: str) -> int:
    """Return the exit code that belongs to a problem raised outside the content, by the letter of its code."""
    if code in _OURS:
        return BUG
    if code in (*_REFUSED, *_CHANGED):
        return BAD_INPUT
    return {"U": WRONG_USE, "F": NO_FILE}.get(code[0], BAD_INPUT)


def of_signal(number: int) -> int:
    """Return the exit code of a program that a signal stopped: `STOPPED`, `ENDED` or `HUNG_UP`."""
    return 128 + number
