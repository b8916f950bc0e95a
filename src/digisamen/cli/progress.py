"""A bar for long work, on standard error and only on a terminal: it comes and goes, and nothing of it stays."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from digisamen.cli.terminal import error_is_terminal, error_screen, write_error
from digisamen.text.texts import Texts

WIDE = 24
"""Characters of the bar itself."""


@contextmanager
def progress(key: str, t: Texts) -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with what is done and of how much; `key` is the sentence beside the bar."""
    if not error_is_terminal():
        yield lambda _done, _total: None
        return
    full, empty = ("█", "░") if error_screen().unicode else ("#", ".")
    last = -1

    def tell(done: int, total: int) -> None:
        nonlocal last
        percent = 100 * done // total if total else 100
        if percent != last:
            last = percent
            part = percent * WIDE // 100
            said = t(key, done=t.number(done), total=t.number(total))
            write_error(f"\r{full * part}{empty * (WIDE - part)} {said}")

    try:
        yield tell
    finally:
        write_error("\r\x1b[K")
