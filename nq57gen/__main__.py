"""``python -m nq57gen`` is the command ``nq57gen``."""

from __future__ import annotations

import signal


def command() -> None:
    """The program ``nq57gen``; while it is imported, a Ctrl-C ends the process without a word."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else somebody wants it ignored
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from nq57gen.cli import command as run

    run()


if __name__ == "__main__":
    command()
