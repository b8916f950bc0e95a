"""Signals while files are being written: they wait until nothing half-written can stay behind."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

STOPPING = tuple(
    number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
)
"""The signals that ask a program to stop; each ends with the code 128 plus its number."""


@contextmanager
def holding_signals() -> Iterator[Callable[[], None]]:
    """Give a function that stops the work where a signal came; at the end the signal does what it did before.

    The handler only notes the signal. One that raised could raise between making a file and knowing its name.
    """
    came: list[int] = []
    before = {}
    for number in STOPPING:
        was = signal.getsignal(number)
        if was not in {signal.SIG_IGN, None}:  # as under nohup: who ignores a signal goes on ignoring it
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
