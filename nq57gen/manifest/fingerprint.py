"""Which program made a document: its version, and a mark that changes when its code does."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from nq57gen import __version__

_PACKAGE = str(Path(__file__).resolve().parents[1])
#: Packs that lie in the package are inputs of a document, not the program.
_NOT_CODE = ("__pycache__", "_templates")


@functools.cache
def program() -> tuple[str, str]:
    """The version, and a digest over name, size and time of every file of the package.

    In a checkout the code changes without a new version. Looked at once a process: what is loaded stays.
    """
    return __version__, tree_digest(_PACKAGE)


def tree_digest(folder: str) -> str:
    """A digest over name, size and time of every file below ``folder``."""
    found = sorted(_looks(folder, ""))
    return hashlib.sha256("\n".join(found).encode()).hexdigest()[:32]


def _looks(folder: str, below: str) -> Iterator[str]:
    """Name, size and time of every file of ``folder``, the names with ``below`` before them."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = below + entry.name
            if not entry.is_dir():
                seen = entry.stat()
                yield f"{name}\0{seen.st_size}\0{seen.st_mtime_ns}"
            elif entry.name not in _NOT_CODE and not entry.is_symlink():
                yield from _looks(entry.path, name + os.sep)
