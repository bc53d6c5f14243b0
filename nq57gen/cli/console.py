"""What every command prints the same way."""

from __future__ import annotations

import sys
from pathlib import Path


def say(text: str) -> None:
    """Print prose or progress, for people, to stderr."""
    print(text, file=sys.stderr, flush=True)


def short(path: Path, project: Path) -> str:
    """A path as the user knows it: below the working folder when it is there."""
    return str(path.relative_to(project)) if path.is_relative_to(project) else str(path)
