"""Puts a finished file where it belongs, or beside somebody's own work that stands there."""

from __future__ import annotations

import enum
import os
import stat
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput
from nq57gen.manifest.looks import Stamp, digest_of
from nq57gen.manifest.record import Kept
from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import COPIES, Job, beside
from nq57gen.writer.files import lock_of, write_whole

#: A file larger than this is none of ours (bytes), and is not opened to be sure.
_LARGEST = 200_000_000


class Standing(enum.Enum):
    """What stands under the name of an output."""

    MISSING = "missing"
    NEWEST = "newest"  # as it was last written
    OURS = "ours"  # made by us, and nobody changed it, but not as the record has it
    THEIRS = "theirs"  # changed by hand, or never ours


class Product(Struct, frozen=True):
    """A kind of output of a job: its ``path``, and what tells from its bytes that only we wrote them.

    ``known``: how it was last written, if that is recorded; ``aside``: it goes beside, like its document.
    """

    path: Path
    is_untouched: Callable[[bytes], bool]
    known: Kept | None
    aside: bool = False


class Seen(Struct, frozen=True):
    """What stands under a name, and how it looks; its digest is blank when it is too large to be ours."""

    standing: Standing
    stamp: Stamp | None = None


class Placed(Struct, frozen=True):
    """What became of one finished file.

    ``kept``: where and how it is now; None when it could go nowhere. ``other``: the other file that was
    written, or holds the new version.
    """

    kept: Kept | None
    written: bool = False
    edited: bool = False
    other: Path | None = None
    told: tuple[Diagnostic, ...] = ()


def see(path: Path, product: Product) -> Seen:
    """What stands at ``path``, for a file of ``product``. Raises InvalidInput (F130): not to be opened."""
    try:
        seen = os.stat(path)
    except OSError:
        return Seen(Standing.MISSING)
    if not stat.S_ISREG(seen.st_mode):
        return Seen(Standing.MISSING)  # writing will say what is in the way
    known = product.known and product.known.stamp
    if known and known.fits(seen):
        return Seen(Standing.NEWEST, known)
    if seen.st_size > _LARGEST:
        return Seen(Standing.THEIRS, Stamp(seen.st_size, seen.st_mtime_ns, ""))
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidInput([make("F130", path=str(path), reason=reason)]) from error
    stamp = Stamp(seen.st_size, seen.st_mtime_ns, digest_of(data))
    if known and stamp.digest == known.digest:
        return Seen(Standing.NEWEST, stamp)
    return Seen(Standing.OURS if product.is_untouched(data) else Standing.THEIRS, stamp)


def place(product: Product, data: bytes, job: Job, wanted: Wanted) -> Placed:
    """Write ``data`` under the name of ``product``, or beside it when that is somebody's own work.

    Raises InvalidInput as :func:`nq57gen.writer.write_whole`.
    """
    seen = see(product.path, product)
    theirs = seen.standing is Standing.THEIRS
    if product.aside or (theirs and not wanted.force):
        return _beside(product, data, theirs, wanted, job)
    copy = _copied(product.path, job, wanted) if theirs else None
    shown = wanted.shown(product.path)
    if seen.stamp and seen.stamp.digest == digest_of(data) and not wanted.force:
        return Placed(Kept(seen.stamp))
    lock = lock_of(product.path) if seen.stamp else None
    told = (make("K110", path=shown, lock=lock.name),) if lock else ()
    written = write_whole(
        product.path, data, shown_as=shown, still_wanted=lambda: _is_as_seen(product.path, seen)
    )
    if written is None:
        return place(product, data, job, wanted)  # somebody saved it just now: look again
    _drop_beside(product)
    return Placed(Kept(_stamp(written, data)), written=True, other=copy, told=told)


def still_beside(product: Product) -> bool:
    """Whether the newest version stands beside the work of somebody else, as it was written."""
    aside = beside(product.path)
    return bool(product.known and product.known.beside) and see(aside, product).standing is Standing.NEWEST


def left_alone(product: Product, job: Job, wanted: Wanted, *, dry: bool = False) -> Diagnostic:
    """The finding about somebody's own work at ``product``, and the ways on."""
    return make(
        "K103" if dry else "K101",
        path=wanted.shown(product.path),
        beside=wanted.shown(beside(product.path)),
        copies=wanted.shown(job.root / COPIES),
    )


def _beside(product: Product, data: bytes, theirs: bool, wanted: Wanted, job: Job) -> Placed:
    aside = beside(product.path)
    seen = see(aside, product)
    if seen.standing is Standing.THEIRS:
        found = make("K102", path=wanted.shown(product.path), beside=wanted.shown(aside))
        return Placed(None, edited=True, told=(found,))
    told = (left_alone(product, job, wanted),) if theirs else ()
    if seen.stamp and seen.stamp.digest == digest_of(data):
        return Placed(Kept(seen.stamp, beside=True), edited=True, other=aside, told=told)
    written = write_whole(
        aside, data, shown_as=wanted.shown(aside), still_wanted=lambda: _is_as_seen(aside, seen)
    )
    if written is None:
        return _beside(product, data, theirs, wanted, job)
    return Placed(Kept(_stamp(written, data), beside=True), True, edited=True, other=aside, told=told)


def _copied(path: Path, job: Job, wanted: Wanted) -> Path:
    """A copy of somebody's own work among the dated copies, on the disk before anything is replaced."""
    below = path.relative_to(job.root)
    copies = (job.root / COPIES / below).parent
    date = wanted.run.partition(".")[0]
    names = (
        f"{path.stem}.{date}{again}{path.suffix}" for again in ("", *(f"-{n}" for n in range(2, 10_000)))
    )
    copy = next(copies / name for name in names if not (copies / name).exists())
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidInput([make("F130", path=wanted.shown(path), reason=reason)]) from error
    write_whole(copy, data, shown_as=wanted.shown(copy))
    return copy


def _drop_beside(product: Product) -> None:
    """Remove the new version that stood beside, now under its own name; not if somebody changed it."""
    aside = beside(product.path)
    if aside.exists() and see(aside, product).standing in (Standing.NEWEST, Standing.OURS):
        aside.unlink(missing_ok=True)


def _is_as_seen(path: Path, seen: Seen) -> bool:
    try:
        now = os.stat(path)
    except OSError:
        return seen.stamp is None
    return seen.stamp.fits(now) if seen.stamp else not stat.S_ISREG(now.st_mode)


def _stamp(written: os.stat_result, data: bytes) -> Stamp:
    return Stamp(written.st_size, written.st_mtime_ns, digest_of(data))
