"""Whole files: what is under the final name is the old file or the new one, never a part of it."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput

#: Windows' own numbers for "in use by another program".
_WINDOWS_IN_USE = (32, 33)
_FULL = (errno.ENOSPC, errno.EDQUOT)


def write_whole(path: Path, data: bytes, *, shown_as: str) -> None:
    """Write ``data`` to ``path`` through a temporary file in the same folder, made if it is missing.

    ``shown_as`` is the path as the user named it, for messages. On failure the old file is
    untouched, the temporary file is gone, and InvalidInput says why: a folder in the way (F101), no
    permission (F102), open in Word (F103), a full disk (F104), a name the disk refuses (F105), or
    anything else the system says (F106).
    """
    with _explained(shown_as, denied="F102"):
        if path.is_dir():
            raise InvalidInput([make("F101", path=shown_as)])
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary, handle = _open_new(path.parent)
    try:
        with _explained(shown_as, denied="F102"), os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # On Windows a file that Word has open cannot be replaced.
        with _explained(shown_as, denied="F103" if path.exists() else "F102"):
            os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    _settle(path.parent)


def _open_new(folder: Path) -> tuple[Path, int]:
    """Open a new file in ``folder``; its permissions are the usual ones, unlike those of ``tempfile``."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    for attempt in itertools.count():
        path = folder / f".nq57gen-{os.getpid()}-{attempt}.tmp"
        try:
            return path, os.open(path, flags, 0o666)
        except FileExistsError:
            continue
    raise AssertionError  # itertools.count has no end


@contextlib.contextmanager
def _explained(shown_as: str, *, denied: str) -> Iterator[None]:
    """Turn what the operating system says into a message for the user; ``denied``: for no permission."""
    try:
        yield
    except OSError as error:
        code = _code(error, denied)
        raise InvalidInput([make(code, path=shown_as, reason=error.strerror or str(error))]) from error


def _code(error: OSError, denied: str) -> str:
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        return "F103"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return denied
    if error.errno in _FULL:
        return "F104"
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return "F105"
    return "F106"


def _settle(folder: Path) -> None:
    """Make the rename itself lasting, where the system lets a folder be synchronised."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
