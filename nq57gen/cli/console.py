"""What every command prints the same way."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Print prose or progress, for people, to stderr."""
    print(text, file=sys.stderr, flush=True)
