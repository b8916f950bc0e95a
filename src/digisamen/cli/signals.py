"""Signals while files are being written: they wait until nothing half-written can stay behind."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
STOPPING = tuple(getattr(signal, name) for name in NAMES if hasattr(signal, name))
"""The signals that ask a program to stop; each ends with the code 128 plus its number."""


@contextmanager
def holding_signals() -> Iterator[Callable[[], None]]:
    """Give a function that stops the work if a signal came; at the end that does what it always did.

    The handler only notes the signal: one that raised could do so between making a file and
    knowing its name.
    """
    came: list[int] = []
    before = {}
    for number in STOPPING:
        was = signal.getsignal(number)
        if was not in {signal.SIG_IGN, None}:  # who ignores a signal, as under nohup, goes on so
            before[number] = was
            signal.signal(number, lambda number, _: came.append(number))

    def stop() -> None:
        if came:
            raise KeyboardInterrupt

    try:
        yield stop
    finally:
        for number, was in before.items():
            signal.signal(number, was)
        if came:
            signal.raise_signal(came[0])
