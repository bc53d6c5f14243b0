"""Several files written all or none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.regular import read_regular
from nq57gen.writer.files import write_whole


class New(Struct, frozen=True):
    """A file to write; ``before``: its content as it was read, None when there must be no such file."""

    path: Path
    shown_as: str
    data: bytes
    before: bytes | None = None


def write_together(files: Sequence[New]) -> None:
    """Write ``files`` in this order; when one cannot be written, those before it are as they were.

    Raises InvalidInput: as :func:`nq57gen.writer.files.write_whole`, or C020 for a file that is not any more
    as it was read.
    """
    made: list[Path] = []
    done: list[New] = []
    try:
        for file in files:
            made += _missing_folders(file.path.parent)
            if (
                write_whole(_target(file), file.data, shown_as=file.shown_as, still_wanted=_unchanged(file))
                is None
            ):
                raise InvalidInput([make("C020", path=file.shown_as)])
            done.append(file)
    except BaseException:
        for file in reversed(done):
            _take_back(file)
        for folder in sorted(made, reverse=True):
            with contextlib.suppress(OSError):
                folder.rmdir()  # only an empty one
        raise


def _target(file: New) -> Path:
    """Where a file goes: one that is there as a link stays a link, and what it leads to is replaced."""
    return file.path if file.before is None else Path(os.path.realpath(file.path))


def _unchanged(file: New) -> Callable[[], bool]:
    def still() -> bool:
        try:
            return read_regular(file.path) == file.before
        except FileNotFoundError:
            return file.before is None

    return still


def _take_back(file: New) -> None:
    with contextlib.suppress(InvalidInput, OSError):
        if file.before is None:
            file.path.unlink()
        else:
            write_whole(_target(file), file.before, shown_as=file.shown_as)


def _missing_folders(folder: Path) -> list[Path]:
    missing = []
    while not os.path.exists(folder):
        missing.append(folder)
        folder = folder.parent
    return missing
