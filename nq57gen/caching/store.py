"""A bounded folder of results by key, safe with several processes at once.

A file is written beside its place and renamed, so that nobody reads half of one. What is read is believed
only when it begins with our mark, belongs to this user, and has the checksum it names: anything else (cut
short, of another program, of another user) is as good as missing. The folder is opened once an access, its
owner and mode are those of what was opened, and no link in it is followed: whoever can put one in its place
or there gains nothing. No error of the disk reaches the caller.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from nq57gen.caching.private import is_private
from nq57gen.patterns import lazily

_MARK = b"nq57gen-1\n"
_SUFFIX, _TEMPORARY = ".nq57", ".tmp"
#: The names we write; a folder that the user named may hold anything else.
_OWN_NAME = lazily(r"[0-9a-f]{64}(?:\.nq57|-[0-9a-f]{16}\.tmp)")
_CHECKSUM = hashlib.sha256().digest_size
#: How many bytes and files a folder keeps; the ones used longest ago go first.
MAX_BYTES, MAX_FILES = 50_000_000, 500
#: No link is followed, nothing is waited for (a pipe, a device), as far as the system can say so.
_CAREFULLY = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
_READ = os.O_RDONLY | _CAREFULLY
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFULLY
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _CAREFULLY
#: Whether files can be named within a folder that is open.
_WITHIN = os.listdir in os.supports_fd and os.supports_dir_fd.issuperset(
    (os.open, os.stat, os.unlink, os.rename, os.utime)
)


class Store:
    """Results of one folder. ``max_bytes`` and ``max_files`` bound it after every :meth:`put`."""

    def __init__(self, folder: Path, *, max_bytes: int = MAX_BYTES, max_files: int = MAX_FILES) -> None:
        self.folder = folder
        self._max_bytes = max_bytes
        self._max_files = max_files

    def get(self, key: str) -> bytes | None:
        """Return what was kept under ``key``, None when there is nothing to be trusted."""
        name = _name(key)
        try:
            with self._opened() as at, os.fdopen(at.open(name, _READ), "rb") as file:
                seen = os.fstat(file.fileno())
                if not stat.S_ISREG(seen.st_mode) or not is_private(seen) or seen.st_size > self._max_bytes:
                    return None
                content = file.read()
                start = len(_MARK) + _CHECKSUM
                value = content[start:]
                if content[:start] != _MARK + _checksum(key, value):
                    return None
                with contextlib.suppress(OSError):
                    at.touch(name)  # used just now
                return value
        except OSError:
            return None

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``; a disk that does not want it is left in peace."""
        name = _name(key)
        temporary = f"{name.removesuffix(_SUFFIX)}-{os.urandom(8).hex()}{_TEMPORARY}"
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._opened() as at:
                handle = at.open(temporary, _NEW)
                try:
                    with os.fdopen(handle, "wb") as file:
                        file.write(_MARK + _checksum(key, value) + value)
                    at.rename(temporary, name)
                except BaseException:
                    at.unlink(temporary)
                    raise
                self._shrink(at, name)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[_Folder]:
        """The folder. Raises OSError when it is not there, or not private."""
        if not _WITHIN:
            yield _Folder(self.folder, None)
            return
        handle = os.open(self.folder, _FOLDER)
        try:
            if not is_private(os.fstat(handle)):
                raise PermissionError
            yield _Folder(Path(), handle)
        finally:
            os.close(handle)

    def _shrink(self, at: _Folder, newest: str) -> None:
        """Delete what was used longest ago until the folder is within its bounds; never ``newest``."""
        files = sorted(at.files(), key=lambda found: (found[0] == newest, found[1], found[0]))
        count, size = len(files), sum(length for _name, _time, length in files)
        for name, _time, length in files[:-1]:
            if count <= self._max_files and size <= self._max_bytes:
                return
            at.unlink(name)
            count, size = count - 1, size - length


class _Folder:
    """An open folder: files are named within it, or by their path below ``top`` where the system cannot."""

    def __init__(self, top: Path, handle: int | None) -> None:
        self._top = top
        self._handle = handle

    def open(self, name: str, flags: int) -> int:
        return os.open(self._top / name, flags, 0o600, dir_fd=self._handle)

    def touch(self, name: str) -> None:
        os.utime(self._top / name, dir_fd=self._handle, follow_symlinks=self._handle is None)

    def rename(self, old: str, new: str) -> None:
        os.replace(self._top / old, self._top / new, src_dir_fd=self._handle, dst_dir_fd=self._handle)

    def unlink(self, name: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self._top / name, dir_fd=self._handle)

    def files(self) -> Iterator[tuple[str, int, int]]:
        """Yield our files with the time of their last use and their length."""
        for name in os.listdir(self._top if self._handle is None else self._handle):
            if _OWN_NAME.fullmatch(name):
                with contextlib.suppress(OSError):  # another process may have deleted it
                    seen = os.stat(self._top / name, dir_fd=self._handle, follow_symlinks=False)
                    yield name, seen.st_mtime_ns, seen.st_size


def _name(key: str) -> str:
    return f"{hashlib.sha256(key.encode()).hexdigest()}{_SUFFIX}"


def _checksum(key: str, value: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + value).digest()
