"""Where the command starts. The version is answered before anything is imported: it costs nothing."""

import os
import sys

from digisamen import __version__

TYPE_CHECKING = False  # start-up: `typing` itself would be half of what `--version` costs
if TYPE_CHECKING:
    from typing import NoReturn

DONE, NO_FILE, STOPPED, CLOSED_PIPE = 0, 4, 130, 141
"""Exit codes as in `cli/exits.py`, which is not imported yet when they are needed."""


def main() -> "NoReturn":
    """Run the command line with the arguments of this process, and end the process."""
    if sys.argv[1:] == ["--version"]:
        _version()
    import gc  # noqa: PLC0415  # start-up
    import signal  # noqa: PLC0415

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    gc.disable()  # a command lives for a part of a second: there is nothing to collect
    from digisamen.cli.app import leave, run  # noqa: PLC0415  # start-up: only now is the rest needed

    leave(run(sys.argv[1:]))


def _version() -> "NoReturn":
    try:
        sys.stdout.write(f"digisamen {__version__}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os._exit(CLOSED_PIPE)
    except (OSError, ValueError, AttributeError):  # a full disk, or no standard output at all
        os._exit(NO_FILE)
    os._exit(DONE)


def _stop(*_: object) -> "NoReturn":
    """End at once and in silence, wherever the work is: nothing is half-written but while `write_files` runs."""
    os._exit(STOPPED)


if __name__ == "__main__":
    main()
