"""One document brought up to date: made when its inputs changed, never over somebody's own work.

What is up to date is known from its record alone: nothing here imports what reads or makes documents until
one is due.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InternalError, InvalidInput
from nq57gen.manifest.fingerprint import program
from nq57gen.manifest.looks import Looks, looks_of
from nq57gen.manifest.pdf_seal import is_untouched_pdf, seal_pdf
from nq57gen.manifest.record import Input, Kept, Printed, Record, as_bytes, read_record
from nq57gen.manifest.seal import is_untouched
from nq57gen.messages.kept import REASONS
from nq57gen.operations.final import refuse_unfinished, worth_telling
from nq57gen.operations.inputs import Reading, changes
from nq57gen.operations.kept import (
    Placed,
    Product,
    Seen,
    Standing,
    foresee,
    left_alone,
    place,
    see,
    still_beside,
)
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import Job, beside
from nq57gen.writer.files import write_whole

if TYPE_CHECKING:
    from nq57gen.operations.render import Finished


def regenerate(job: Job, wanted: Wanted) -> Outcome:
    """Bring the document of ``job`` up to date. Never raises for bad input."""
    return begin(job, wanted)()


def begin(job: Job, wanted: Wanted) -> Callable[[], Outcome]:
    """Do of :func:`regenerate` what the processor does; return what waits for the disk, for any thread.

    Neither raises for bad input.
    """
    try:
        past = _past(job, wanted)
        if past.reasons and not wanted.dry_run:
            return _made(past, job, wanted)
        outcome = _would_be(past, job, wanted) if past.reasons else _as_it_is(past, job, wanted)
    except (InvalidInput, InternalError) as error:
        outcome = _failed(job, error)
    return lambda: outcome


def _failed(job: Job, error: InvalidInput | InternalError) -> Outcome:
    return Outcome(job, State.FAILED, error.diagnostics, isinstance(error, InternalError))


def settled(job: Job, wanted: Wanted) -> Outcome | None:
    """As :func:`regenerate` where nothing is due; None when there is work to do, or something is wrong."""
    try:
        past = _past(job, wanted)
        return None if past.reasons else _as_it_is(past, job, wanted)
    except (InvalidInput, InternalError):
        return None


class _Past(Struct, frozen=True):
    """What is there of a document: its record, how its inputs look now, its file, its PDF if one is wanted.

    ``reasons``: why it is due; none when all is up to date, or the new version waits beside somebody's work.
    """

    record: Record | None
    inputs: tuple[Input, ...]
    looks: Looks
    document: Product
    seen: Seen
    pdf: Product | None
    pdf_seen: Seen
    reasons: tuple[str, ...]

    @property
    def theirs(self) -> Product | None:
        """The product under whose name stands somebody's own work."""
        if self.seen.standing is Standing.THEIRS:
            return self.document
        return self.pdf if self.pdf_seen.standing is Standing.THEIRS else None


def _past(job: Job, wanted: Wanted) -> _Past:
    record = read_record(str(job.record), job.shown_as)
    document = Product(job.output, is_untouched, record.document if record else None)
    seen = see(document.path, document)
    pdf, pdf_seen = None, Seen(Standing.MISSING)
    if wanted.pdf:
        pdf = _pdf_of(job, record)
        pdf_seen = see(pdf.path, pdf)
    looks = looks_of(wanted.run)
    reasons: list[str] = []
    inputs: tuple[Input, ...] = ()
    if record:
        reasons, inputs = changes(record, job, wanted.project, looks)
    reasons = reasons or _of_files(record, document, seen, pdf, pdf_seen)
    if seen.standing is Standing.MISSING:
        reasons = [REASONS["missing"]]
    elif wanted.force:
        reasons = reasons or [REASONS["force"]]
    return _Past(record, inputs, looks, document, seen, pdf, pdf_seen, tuple(reasons))


def _pdf_of(job: Job, record: Record | None) -> Product:
    known = record.printed.kept if record and record.printed else None
    return Product(job.output.with_suffix(".pdf"), is_untouched_pdf, known)


def _of_files(
    record: Record | None, document: Product, seen: Seen, pdf: Product | None, pdf_seen: Seen
) -> list[str]:
    """Why the files that are there are not what the inputs give, when these did not change."""
    if record is None:
        return [REASONS["edited" if seen.standing is Standing.THEIRS else "unrecorded"]]
    if why := _unsettled(document, seen):
        return [REASONS[why]]
    if pdf is None:
        return []
    if record.printed is None or (pdf_seen.standing is Standing.MISSING and not still_beside(pdf)):
        return [REASONS["no_pdf"]]
    if record.printed.of != record.document.stamp.digest:
        return [REASONS["old_pdf"]]
    if seen.standing is Standing.THEIRS and still_beside(pdf):
        return []  # it stands beside with its document, whatever stands under its name
    why = _unsettled(pdf, pdf_seen)
    return [REASONS[why]] if why else []


def _unsettled(product: Product, seen: Seen) -> str:
    """Why ``product`` is to be written; blank if it is as written, or waits beside somebody's work."""
    if seen.standing is Standing.NEWEST:
        return ""
    if seen.standing is Standing.OURS:
        return "older"
    return "" if still_beside(product) else "edited"


def _as_it_is(past: _Past, job: Job, wanted: Wanted) -> Outcome:
    """Nothing is due: say again what was said when the document was made."""
    record = past.record
    assert record is not None  # noqa: S101  # without a record there is a reason
    if wanted.final:
        refuse_unfinished(record.warnings)
    told = worth_telling(record.warnings)
    if past.pdf and record.printed:
        told += record.printed.warnings
    told += _stale_pdf(record, past.pdf, job, wanted)
    if past.theirs:
        found = left_alone(past.theirs, job, wanted)
        aside = beside(past.theirs.path)
        return Outcome(job, State.EDITED, (*told, found), reasons=(REASONS["edited"],), beside=aside)
    if not wanted.dry_run:
        told += _refreshed(past, record, job, wanted)
    return Outcome(job, State.CURRENT, told)


def _refreshed(past: _Past, record: Record, job: Job, wanted: Wanted) -> tuple[Diagnostic, ...]:
    """Write the record again when files were touched that are still the same, so that next time is quick."""
    document = Kept(past.seen.stamp) if past.seen.stamp else record.document
    same = past.inputs == record.inputs and document.stamp == record.document.stamp
    if same:
        return ()
    touched = Record(
        record.version,
        record.program,
        job.shown_as,
        past.inputs,
        record.absent,
        document,
        record.warnings,
        record.printed,
    )
    return _write(touched, job, wanted)


def _would_be(past: _Past, job: Job, wanted: Wanted) -> Outcome:
    """What :func:`_made` would come to: the document is made in memory, its pages are not drawn."""
    from nq57gen.operations.render import finish

    finished = finish(job, wanted.project, pdf=False, final=wanted.final)
    edited, told = foresee(past.document, finished.data, job, wanted)
    if past.pdf:
        pdf = Product(past.pdf.path, past.pdf.is_untouched, past.pdf.known, aside=edited)
        theirs, also = foresee(pdf, b"", job, wanted)
        edited, told = edited or theirs, (*told, *also)
    told = (*finished.warnings, *told)
    return Outcome(job, State.EDITED if edited else State.DUE, told, reasons=past.reasons)


def _made(past: _Past, job: Job, wanted: Wanted) -> Callable[[], Outcome]:
    from nq57gen.operations.render import finish

    made_by = program()  # before any of it is loaded for this document
    reading = Reading(job, wanted.project, past.looks)
    finished = finish(job, wanted.project, reading.looked_before, pdf=wanted.pdf, final=wanted.final)
    inputs = reading.inputs_of(finished.spec)
    absent = reading.absent_of(finished.spec)

    def put() -> Outcome:
        try:
            return _put(past, finished, made_by, inputs, absent, job, wanted)
        except (InvalidInput, InternalError) as error:
            return _failed(job, error)

    return put


def _put(
    past: _Past,
    finished: Finished,
    made_by: tuple[str, str],
    inputs: tuple[Input, ...],
    absent: tuple[str, ...],
    job: Job,
    wanted: Wanted,
) -> Outcome:
    """Write the finished document, and what is to be known of it."""
    document = place(past.document, finished.data, job, wanted)
    told = (*finished.warnings, *document.told)
    if document.kept is None:
        return Outcome(job, State.EDITED, told, reasons=past.reasons)
    printed, pdf = past.record.printed if past.record else None, None
    if past.pdf and finished.drawn is not None:
        pdf = _placed_pdf(past.pdf, finished, document, job, wanted)
        told += (*finished.drawn_warnings, *pdf.told)
        of = document.kept.stamp.digest
        printed = Printed(pdf.kept, of, finished.drawn_warnings) if pdf.kept else None
    record = Record(
        *made_by,
        job.shown_as,
        inputs,
        absent,
        document.kept,
        (*finished.warnings, *finished.unfit),
        printed,
    )
    told += _stale_pdf(record, past.pdf, job, wanted) + _write(record, job, wanted)
    placed = [one for one in (document, pdf) if one]
    return Outcome(
        job,
        _state(placed),
        told,
        reasons=past.reasons,
        beside=next((one.other for one in placed if one.other), None),
    )


def _placed_pdf(pdf: Product, finished: Finished, document: Placed, job: Job, wanted: Wanted) -> Placed:
    """Put the PDF where its document went: under its name or beside."""
    product = Product(pdf.path, pdf.is_untouched, pdf.known, aside=document.edited)
    return place(product, seal_pdf(finished.drawn or b""), job, wanted)


def _state(placed: list[Placed]) -> State:
    if any(one.edited for one in placed):
        return State.EDITED
    return State.MADE if any(one.written for one in placed) else State.CURRENT


def _stale_pdf(record: Record, pdf: Product | None, job: Job, wanted: Wanted) -> tuple[Diagnostic, ...]:
    """The warning that a PDF of ours shows an older document, when no new one was wanted."""
    printed = record.printed
    if pdf or not printed or printed.of == record.document.stamp.digest:
        return ()
    path = job.output.with_suffix(".pdf")
    return (make("K111", path=wanted.shown(path)),) if os.path.exists(path) else ()


def _write(record: Record, job: Job, wanted: Wanted) -> tuple[Diagnostic, ...]:
    """Write the record; without it only time is lost, so that a failure is a warning."""
    shown = wanted.shown(Path(job.record))
    try:
        write_whole(job.record, as_bytes(record), shown_as=shown, lasting=False)
    except InvalidInput as error:
        return (make("K112", path=shown, reason=error.diagnostics[0].message),)
    return ()
