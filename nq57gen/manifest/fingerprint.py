"""Which program made a document: its version, and a mark that changes when its code does."""

from __future__ import annotations

import functools
import hashlib
import os
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
    found = []
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _NOT_CODE]
        for name in names:
            path = os.path.join(at, name)
            seen = os.stat(path)
            found.append(f"{os.path.relpath(path, folder)}\0{seen.st_size}\0{seen.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest()[:32]
