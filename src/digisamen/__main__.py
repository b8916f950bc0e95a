"""Where the command starts. The version is answered before anything is imported: it costs nothing."""

import os
import sys

from digisamen import __version__

TYPE_CHECKING = False  # start-up: `typing` itself would be half of what `--version` costs
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    """Run the command line with the arguments of this process, and end the process."""
    if sys.argv[1:] == ["--version"]:
        _version()
    import gc  # noqa: PLC0415  # start-up
    import signal  # noqa: PLC0415

    from digisamen.cli import exits  # noqa: PLC0415

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number and signal.getsignal(number) in {signal.default_int_handler, signal.SIG_DFL}:
            # At once and in silence, wherever the work is. Only `cli/write.py` has something to
            # tidy, and holds the signal for a moment.
            signal.signal(number, lambda number, _: os._exit(exits.of_signal(number)))
    gc.disable()  # a command lives for a part of a second: there is nothing to collect
    from digisamen.cli.app import leave, run  # noqa: PLC0415  # start-up: only now is the rest needed

    leave(run(sys.argv[1:]))


def _version() -> "NoReturn":
    try:
        sys.stdout.write(f"digisamen {__version__}\n")
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError) as error:  # a closed pipe, a full disk, or no standard output at all
        from digisamen.cli import exits  # noqa: PLC0415  # start-up

        os._exit(exits.CLOSED_PIPE if isinstance(error, BrokenPipeError) else exits.NO_FILE)
    os._exit(0)


if __name__ == "__main__":
    main()
