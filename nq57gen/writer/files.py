"""Whole files: what is under the final name is the old file or the new one, never a part of it."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from _thread import allocate_lock  # the module threading takes a millisecond to import
from collections.abc import Callable, Iterator
from pathlib import Path

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput

#: Windows' own numbers for "in use by another program".
_WINDOWS_IN_USE = (32, 33)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_TEMPORARY = ".nq57gen-"
#: A temporary file lives for less than a second; one that is older than this has no owner (seconds).
_LEFT_AFTER = 600
_cleared: set[str] = set()
#: Held while folders are made, so that nobody writes into one that is not yet lasting.
_making = allocate_lock()


def write_whole(
    path: Path,
    data: bytes,
    *,
    shown_as: str,
    lasting: bool = True,
    like: Path | None = None,
    still_wanted: Callable[[], bool] = lambda: True,
) -> os.stat_result | None:
    """Write ``data`` to ``path`` through a temporary file in the same folder, made if it is missing.

    ``shown_as`` is the path as the user named it, for messages. ``lasting``: on the disk before this
    returns, whatever happens to the power, with the folders that were made for it. The permissions are those
    of the file ``like``, or else of the one that is replaced. ``still_wanted`` is asked last, right before
    the file takes its name; if it is not, nothing is written and None returned, else how the new file looks.
    On failure the old file is untouched, the temporary file is gone, and InvalidInput says why: a folder
    in the way (F101), a file in the place of a
    folder (F108), no permission (F102), open in Word (F103), a full disk (F104), a name the disk
    refuses (F105), a file set read-only (F107), or anything else the system says (F106).
    """
    with _explained(shown_as, denied="F102"):
        _make_folders(
            path.parent, shown_as, lasting=lasting
        )  # a name too long is seen only where there is a folder
        if path.is_dir():
            raise InvalidInput([make("F101", path=shown_as)])
        if path.exists() and not os.access(path, os.W_OK):
            raise InvalidInput([make("F107", path=shown_as)])
        temporary, handle = _open_new(path.parent)
        _permit(handle, like or path)
    try:
        with _explained(shown_as, denied="F102"), os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        # On Windows a file that Word has open cannot be replaced.
        with _explained(shown_as, denied="F103" if os.path.exists(path) else "F102"):
            written = temporary.lstat()
            if not still_wanted():
                return None
            os.replace(temporary, path)
            written = _under_its_name(path, written)
    finally:
        temporary.unlink(missing_ok=True)
    if lasting:
        _settle(path.parent)
    return written


def _under_its_name(path: Path, written: os.stat_result) -> os.stat_result:
    """How the file looks now that it has its name, which changes its ctime; ``written`` if it lost it."""
    with contextlib.suppress(OSError):
        seen = os.lstat(path)
        if (seen.st_size, seen.st_mtime_ns, seen.st_ino) == (
            written.st_size,
            written.st_mtime_ns,
            written.st_ino,
        ):
            return seen
    return written


def lock_of(path: Path) -> Path | None:
    """The lock that Word or LibreOffice keeps beside ``path`` while it is open there (or after a crash).

    Word puts ``~$`` before the name, over its first one or two letters if the name is long.
    """
    name = path.name
    locks = (f"~${name[2:]}", f"~${name[1:]}", f"~${name}", f".~lock.{name}#")
    # A name too long for a file is none: os.path says so, where Path.exists raises.
    return next((path.with_name(lock) for lock in locks if os.path.exists(path.with_name(lock))), None)


def _make_folders(folder: Path, shown_as: str, *, lasting: bool) -> None:
    """Make ``folder`` with those above it; ``lasting``: each is on the disk before this returns.

    Raises InvalidInput (F108) where a file has the name of one.
    """
    with _making:
        missing, at = [], folder
        while not at.exists():
            missing.append(at)
            at = at.parent
        if not at.is_dir():
            raise InvalidInput([make("F108", path=shown_as, name=at.name)])
        if missing:
            folder.mkdir(parents=True, exist_ok=True)
        for made in missing if lasting else ():
            _settle(made.parent)


def _permit(handle: int, like: Path) -> None:
    """Give an open file the permissions of ``like``, if there is such a file and the system can.

    What is ours stays ours to write, also beside a file that somebody set read-only.
    """
    if hasattr(os, "fchmod"):
        with contextlib.suppress(OSError):
            os.fchmod(handle, stat.S_IMODE(os.stat(like).st_mode) & 0o777 | stat.S_IWUSR)


def _open_new(folder: Path) -> tuple[Path, int]:
    """Open a new file in ``folder``; its permissions are the usual ones, unlike those of ``tempfile``.

    Its name cannot be foreseen, and what already has it, be it a link, is left alone (POSIX, open, O_EXCL).
    """
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    while True:
        path = folder / f"{_TEMPORARY}{os.urandom(8).hex()}.tmp"
        try:
            handle = os.open(path, flags, 0o666)
        except FileExistsError:
            continue
        _clear_away_left(folder, handle)
        return path, handle


def _clear_away_left(folder: Path, handle: int) -> None:
    """Remove what a killed run left in ``folder``, once a process: temporary files much older than ours."""
    if str(folder) in _cleared:
        return
    _cleared.add(str(folder))
    with contextlib.suppress(OSError):
        youngest = os.fstat(handle).st_mtime - _LEFT_AFTER
        for path in folder.glob(f"{_TEMPORARY}*.tmp"):
            with contextlib.suppress(OSError):
                if path.lstat().st_mtime < youngest:
                    path.unlink()


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
