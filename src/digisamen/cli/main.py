"""Where the command starts. The version is answered before anything is imported: it costs nothing."""

import os
import sys

from digisamen import __version__

STOPPED, NO_FILE, CLOSED_PIPE = 130, 4, 141
"""Exit codes as in `exits.py`, which is not imported yet when they are needed."""


def main() -> int:
    """Run the command line with the arguments of this process, and end the process."""
    if sys.argv[1:] == ["--version"]:
        return _version()
    import gc  # noqa: PLC0415  # start-up
    import signal  # noqa: PLC0415

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    gc.disable()  # a command lives for a part of a second: there is nothing to collect
    from digisamen.cli.app import leave, run  # noqa: PLC0415  # start-up: only now is the rest needed

    return leave(run(sys.argv[1:]))


def _version() -> int:
    try:
        sys.stdout.write(f"digisamen {__version__}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os._exit(CLOSED_PIPE)
    except (OSError, ValueError, AttributeError):  # a full disk, or no standard output at all
        os._exit(NO_FILE)
    return 0


def _stop(*_: object) -> None:
    """End at once and in silence, wherever the work is: nothing is half-written but while `write_files` runs."""
    os._exit(STOPPED)
