"""``python -m nq57gen`` is the command ``nq57gen``."""

from __future__ import annotations

import gc
import signal

#: How seldom garbage is looked for, from the first import on: a command makes many objects and next to no
#: cycles. One document makes fewer than this.
_SELDOM = (100_000, 5, 3)


def command() -> None:
    """The program ``nq57gen``; while it is imported, a Ctrl-C ends the process without a word."""
    gc.set_threshold(*_SELDOM)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else somebody wants it ignored
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from nq57gen.cli import command as run

    run()


if __name__ == "__main__":
    command()
