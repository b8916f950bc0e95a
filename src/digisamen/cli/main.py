"""Where the command starts. The version is answered before anything is imported: it costs nothing."""

import sys

from digisamen import __version__


def main() -> int:
    """Run the command line with the arguments of this process. Ends the process, but for the version."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"digisamen {__version__}\n")
        return 0
    try:
        import gc  # noqa: PLC0415  # start-up

        gc.disable()  # a command lives for a part of a second: there is nothing to collect
        from digisamen.cli.app import leave, run  # noqa: PLC0415  # start-up: only now is the rest needed

        return leave(run(sys.argv[1:]))
    except KeyboardInterrupt:  # while importing
        from digisamen.cli import exits  # noqa: PLC0415

        return exits.STOPPED
