"""What a file looks like: size, time and digest, each file opened only when it may have changed."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import Self

from msgspec import Struct

#: Some disks keep times to two seconds: a file that is younger than that, seen from its record, is hashed.
_COARSEST_TIME = 2_000_000_000


class Stamp(Struct, frozen=True):
    """A regular file: size in bytes, time of change in nanoseconds, SHA-256 as hexadecimal digits.

    ``ctime_ns``, ``inode``: what a program that sets the time back cannot set back with it (POSIX; on Windows
    they are when the file was made, and which one it is); 0 when they are not known.
    """

    size: int
    mtime_ns: int
    digest: str
    ctime_ns: int = 0
    inode: int = 0

    @classmethod
    def of(cls, seen: os.stat_result, digest: str) -> Self:
        """The stamp of a file that was seen, its content having ``digest``."""
        return cls(seen.st_size, seen.st_mtime_ns, digest, seen.st_ctime_ns, seen.st_ino)

    def fits(self, seen: os.stat_result) -> bool:
        """Whether a file that was seen, but not opened, is taken for this one."""
        return self == self.of(seen, self.digest)


def digest_of(data: bytes) -> str:
    """SHA-256 as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def look(path: str, known: Stamp | None = None, known_since: int = 0) -> Stamp | None:
    """The stamp of ``path``; None when it is no file that can be read.

    ``known``: how it looked at ``known_since`` (nanoseconds); what :meth:`Stamp.fits` is not opened.
    """
    try:
        seen = os.stat(path)
        if not stat.S_ISREG(seen.st_mode):
            return None
        if known and known.fits(seen) and seen.st_mtime_ns + _COARSEST_TIME < known_since:
            return known
        with open(path, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    return Stamp.of(seen, digest)


class Looks:
    """Files that many documents share, each looked at once."""

    def __init__(self) -> None:
        self._seen: dict[str, Stamp | None] = {}

    def at(self, path: str, known: Stamp | None = None, known_since: int = 0) -> Stamp | None:
        """As :func:`look`, from memory when ``path`` was asked before."""
        if path not in self._seen:
            self._seen[path] = look(path, known, known_since)
        return self._seen[path]

    def knows(self, path: str) -> bool:
        """Whether ``path`` was looked at before."""
        return path in self._seen


_of_run: tuple[str, Looks] = ("", Looks())


def looks_of(run: str) -> Looks:
    """The looks that all documents of one run (in one process) share; for ``""`` new ones each time."""
    global _of_run
    if not run or _of_run[0] != run:
        _of_run = (run, Looks())
    return _of_run[1]
