"""A bounded folder of results by key, safe with several processes at once.

A file is written beside its place and renamed, so that nobody reads half of one. What is read is believed
only when it begins with our mark, belongs to this user, and has the checksum it names: anything else (cut
short, of another program, of another user) is as good as missing. No error of the disk reaches the caller.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from nq57gen.patterns import lazily

_MARK = b"nq57gen-1\n"
_SUFFIX, _TEMPORARY = ".nq57", ".tmp"
#: The names we write; a folder that the user named may hold anything else.
_OWN_NAME = lazily(r"[0-9a-f]{64}(?:\.nq57|-[0-9]+-[0-9]+\.tmp)")
_CHECKSUM = hashlib.sha256().digest_size
#: How many bytes and files a folder keeps; the ones used longest ago go first.
MAX_BYTES, MAX_FILES = 50_000_000, 500
_numbers = itertools.count()


class Store:
    """Results of one folder. ``max_bytes`` and ``max_files`` bound it after every :meth:`put`."""

    def __init__(self, folder: Path, *, max_bytes: int = MAX_BYTES, max_files: int = MAX_FILES) -> None:
        self.folder = folder
        self._max_bytes = max_bytes
        self._max_files = max_files

    def get(self, key: str) -> bytes | None:
        """Return what was kept under ``key``, None when there is nothing to be trusted."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                if not _is_own(os.fstat(file.fileno())):
                    return None
                content = file.read()
        except OSError:
            return None
        start = len(_MARK) + _CHECKSUM
        value = content[start:]
        if content[:start] != _MARK + _checksum(key, value):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used just now
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``; a disk that does not want it is left in peace."""
        path = self._path(key)
        temporary = self.folder / f"{path.stem}-{os.getpid()}-{next(_numbers)}{_TEMPORARY}"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                temporary.write_bytes(_MARK + _checksum(key, value) + value)
                temporary.chmod(0o600)
                os.replace(temporary, path)
            finally:
                temporary.unlink(missing_ok=True)
            self._shrink(path)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self.folder / f"{hashlib.sha256(key.encode()).hexdigest()}{_SUFFIX}"

    def _shrink(self, newest: Path) -> None:
        """Delete what was used longest ago until the folder is within its bounds; never ``newest``."""
        files = sorted(self._files(), key=lambda found: (found[0] == newest, found[1], found[0]))
        count, size = len(files), sum(length for _path, _time, length in files)
        for path, _time, length in files[:-1]:
            if count <= self._max_files and size <= self._max_bytes:
                return
            path.unlink(missing_ok=True)
            count, size = count - 1, size - length

    def _files(self) -> Iterator[tuple[Path, int, int]]:
        """Yield our files with the time of their last use and their length."""
        for path in self.folder.iterdir():
            if _OWN_NAME.fullmatch(path.name):
                with contextlib.suppress(OSError):  # another process may have deleted it
                    found = path.stat()
                    yield path, found.st_mtime_ns, found.st_size


def _checksum(key: str, value: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + value).digest()


def _is_own(found: os.stat_result) -> bool:
    """Whether only this user can have written the file (on systems that know owners)."""
    if not stat.S_ISREG(found.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
