"""Puts a finished file where it belongs, or beside somebody's own work that stands there."""

from __future__ import annotations

import contextlib
import enum
import os
import stat
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput
from nq57gen.manifest.looks import Stamp, digest_of, look
from nq57gen.manifest.record import Kept, read_record
from nq57gen.manifest.seal import read_seal
from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import COPIES, Job, beside, dated_copy, record_of
from nq57gen.regular import read_regular
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


def see(path: Path, product: Product, *, sure: bool = False) -> Seen:
    """What stands at ``path``, for a file of ``product``.

    ``sure``: by its content, even where size and time are as they were recorded. Raises InvalidInput: not to
    be opened (F130), in a folder that may not be looked into (F133).
    """
    try:
        seen = os.stat(path)
    except PermissionError as error:
        raise InvalidInput([make("F133", path=str(path), reason=error.strerror)]) from error
    except OSError:
        return Seen(Standing.MISSING)
    if not stat.S_ISREG(seen.st_mode):
        return Seen(Standing.MISSING)  # writing will say what is in the way
    known = product.known and product.known.stamp
    if known and known.fits(seen) and not sure:
        return Seen(Standing.NEWEST, known)
    if seen.st_size > _LARGEST:
        return Seen(Standing.THEIRS, Stamp.of(seen, ""))
    try:
        data = read_regular(path, _LARGEST)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidInput([make("F130", path=str(path), reason=reason)]) from error
    stamp = Stamp.of(seen, digest_of(data))
    if known and stamp.digest == known.digest and (not sure or product.is_untouched(data)):
        return Seen(Standing.NEWEST, stamp)  # a record alone is no proof that a file may be replaced
    return Seen(Standing.OURS if product.is_untouched(data) else Standing.THEIRS, stamp)


def place(product: Product, data: bytes, job: Job, wanted: Wanted) -> Placed:
    """Write ``data`` under the name of ``product``, or beside it when that is somebody's own work.

    A file that is ours but not the recorded one (an earlier edition, another document) is replaced only after
    a dated copy was kept, as somebody's own work is by force. Raises InvalidInput as
    :func:`nq57gen.writer.write_whole`.
    """
    seen = see(product.path, product, sure=True)
    theirs = seen.standing is Standing.THEIRS
    if product.aside or (theirs and not wanted.force):
        return _beside(product, data, theirs, wanted, job)
    same = _is(seen, data)
    if seen.stamp and same and not wanted.force:
        return Placed(Kept(seen.stamp))
    unrecorded = seen.standing is Standing.OURS and not same
    copy = _copied(product.path, job, wanted) if theirs or unrecorded else None
    shown = wanted.shown(product.path)
    lock = lock_of(product.path) if seen.stamp else None
    told: tuple[Diagnostic, ...] = (make("K110", path=shown, lock=lock.name),) if lock else ()
    if copy:
        told += (make("K113" if unrecorded else "K114", path=shown, copy=wanted.shown(copy)),)
    written = write_whole(
        product.path, data, shown_as=shown, still_wanted=lambda: _is_as_seen(product.path, seen)
    )
    if written is None:
        return place(product, data, job, wanted)  # somebody saved it just now: look again
    _drop_beside(product, data, job)
    return Placed(Kept(_stamp(written, data)), written=True, other=copy, told=told)


def foresee(product: Product, data: bytes, job: Job, wanted: Wanted) -> tuple[bool, tuple[Diagnostic, ...]]:
    """Whether :func:`place` would leave somebody's own work under the name, and what is to be said of it."""
    seen = see(product.path, product, sure=True)
    theirs = seen.standing is Standing.THEIRS
    if product.aside or (theirs and not wanted.force):
        aside = beside(product.path)
        blocked = _in_the_way(product, see(aside, product, sure=True), data, job, wanted)
        if blocked:
            return True, (blocked,)
        return True, (left_alone(product, job, wanted, dry=True),) if theirs else ()
    if theirs or (seen.standing is Standing.OURS and not _is(seen, data)):
        return False, (_told("K105" if theirs else "K106", product, job, wanted),)
    return False, ()


def still_beside(product: Product) -> bool:
    """Whether the newest version stands beside the work of somebody else, as it was written."""
    aside = beside(product.path)
    return bool(product.known and product.known.beside) and see(aside, product).standing is Standing.NEWEST


def left_alone(product: Product, job: Job, wanted: Wanted, *, dry: bool = False) -> Diagnostic:
    """The finding about somebody's own work at ``product``, and the ways on."""
    return _told("K103" if dry else "K101", product, job, wanted)


def _told(code: str, product: Product, job: Job, wanted: Wanted) -> Diagnostic:
    return make(
        code,
        path=wanted.shown(product.path),
        beside=wanted.shown(beside(product.path)),
        copies=wanted.shown(job.root / COPIES),
    )


def _beside(product: Product, data: bytes, theirs: bool, wanted: Wanted, job: Job) -> Placed:
    aside = beside(product.path)
    seen = see(aside, product, sure=True)
    if blocked := _in_the_way(product, seen, data, job, wanted):
        return Placed(None, edited=True, told=(blocked,))
    told: tuple[Diagnostic, ...] = (left_alone(product, job, wanted),) if theirs else ()
    if seen.stamp and _is(seen, data):
        return Placed(Kept(seen.stamp, beside=True), edited=True, other=aside, told=told)
    shown = wanted.shown(aside)
    if seen.standing is Standing.OURS:
        copy = _copied(aside, job, wanted)
        told += (make("K113", path=shown, copy=wanted.shown(copy)),)
    written = write_whole(
        aside,
        data,
        shown_as=shown,
        like=product.path,
        still_wanted=lambda: _is_as_seen(aside, seen),
    )
    if written is None:
        return _beside(product, data, theirs, wanted, job)
    return Placed(Kept(_stamp(written, data), beside=True), True, edited=True, other=aside, told=told)


def _in_the_way(product: Product, seen: Seen, data: bytes, job: Job, wanted: Wanted) -> Diagnostic | None:
    """Why what was ``seen`` beside ``product`` may not be replaced by ``data``; None when it may.

    It may be a document of its own: made from a spec that has the name for new versions.
    """
    aside = beside(product.path)
    shown = wanted.shown(aside)
    if seen.standing is Standing.THEIRS:
        return make("K102", path=wanted.shown(product.path), beside=shown)
    if seen.stamp is None or _is(seen, data):
        return None
    origin = ""
    if spec := _own_spec(seen, job):
        origin = f"tạo từ {spec}"
    elif seen.standing is Standing.OURS and _spec_of(read_regular(aside, _LARGEST)) != _spec_of(data):
        origin = "tạo từ đặc tả khác, hoặc từ bản trước của đặc tả này"
    return make("K104", path=wanted.shown(product.path), beside=shown, origin=origin) if origin else None


def _own_spec(seen: Seen, job: Job) -> str:
    """The spec of its own that a file ``seen`` beside the document was made from; blank if it has none."""
    own = read_record(str(record_of(beside(job.output), job.root)), "")
    if own is None or seen.stamp is None:
        return ""
    made = (own.document, own.printed.kept) if own.printed else (own.document,)
    return own.inputs[0].path if seen.stamp.digest in (one.stamp.digest for one in made) else ""


def _spec_of(data: bytes) -> str:
    """The digest of the spec that a document was made from; blank for any other file."""
    sealed = read_seal(data)
    return sealed.facts.spec if sealed else ""


def _copied(path: Path, job: Job, wanted: Wanted) -> Path:
    """A copy of somebody's own work among the dated copies, on the disk before anything is replaced."""
    try:
        data = read_regular(path, _LARGEST)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidInput([make("F130", path=wanted.shown(path), reason=reason)]) from error
    # Named only now: whoever replaced the file before it was read had put his copy under its name by then.
    copies = (job.root / COPIES / path.relative_to(job.root)).parent
    copy = dated_copy(path, copies, wanted.run.partition(".")[0])
    write_whole(copy, data, shown_as=wanted.shown(copy), like=path)
    return copy


def _drop_beside(product: Product, data: bytes, job: Job) -> None:
    """Remove the new version that stood beside, now that ``data`` has the name.

    It is known by the record, or by being the same; any other file stays, and one with a spec of its own.
    """
    aside = beside(product.path)
    with contextlib.suppress(InvalidInput, OSError):  # the document is written: it may as well lie there
        seen = see(aside, product, sure=True)
        recorded = bool(product.known and product.known.beside) and seen.standing is Standing.NEWEST
        if (recorded or _is(seen, data)) and not _own_spec(seen, job):
            aside.unlink(missing_ok=True)


def _is(seen: Seen, data: bytes) -> bool:
    return seen.stamp is not None and seen.stamp.digest == digest_of(data)


def _is_as_seen(path: Path, seen: Seen) -> bool:
    """Whether ``path`` still holds what was seen, by its content unless it is too large for that."""
    try:
        now = os.stat(path)
    except OSError:
        return seen.stamp is None
    if seen.stamp is None:
        return not stat.S_ISREG(now.st_mode)
    if not seen.stamp.digest:
        return seen.stamp.fits(now)
    found = look(str(path))
    return found is not None and found.digest == seen.stamp.digest


def _stamp(written: os.stat_result, data: bytes) -> Stamp:
    return Stamp.of(written, digest_of(data))
