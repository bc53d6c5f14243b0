"""``nq57gen check FILE.docx``: a Word file against the layout decree and the content rules; a mended copy.

A template is checked by what comes of it. A file that ``render`` made says which rules its spec or pack set
aside, and which findings its spec accepts (:mod:`nq57gen.manifest.seal`); those are only counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.checks.layout.drafts import places_to_fill
from nq57gen.checks.layout.engine import check_layout
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput, UsageError
from nq57gen.fixing.fix import Refused, fix
from nq57gen.fixing.mend import MENDS, Change
from nq57gen.manifest.seal import set_aside
from nq57gen.operations.accepted import sort_accepted
from nq57gen.operations.check_template import check_template, is_template
from nq57gen.operations.chosen import Chosen, named
from nq57gen.operations.content import content_of_word
from nq57gen.operations.paths import Given
from nq57gen.printing.convert import pdf_tools_missing
from nq57gen.printing.printed import check_as_printed, not_looked_at
from nq57gen.reading.types import Gathered, WordFile
from nq57gen.reading.word_file import custom_properties, read_word_file
from nq57gen.regular import read_regular
from nq57gen.writer.files import write_whole

#: What stands between name and ending of a mended copy.
_MENDED = ".sua.docx"
_PLACES = Gathered(places_to_fill)
#: So many of the places to fill in are named.
_SHOWN = 3


class MendJob(Struct, frozen=True):
    """A Word file and the copy that is mended; paths as messages show them beside the real ones."""

    given: Given
    output: Path
    output_shown: str


class Mended(Struct, frozen=True):
    """What became of one file: ``made`` tells whether a copy was written; ``left`` is still to do.

    Without anything to mend no copy is written and ``left`` are the findings of the file itself.
    """

    job: MendJob
    made: bool
    changes: tuple[Change, ...]
    left: tuple[Diagnostic, ...]


def check_word(given: Given, chosen: Chosen) -> tuple[Diagnostic, ...]:
    """The findings of one Word file that are wanted; one that cannot be read says only why."""
    try:
        return _findings(_bytes(given), given.shown_as, chosen)
    except InvalidInput as error:
        return error.diagnostics


def mend_jobs(files: Sequence[Given], project: Path, output: str | None) -> list[MendJob]:
    """Where the mended copies go: beside each file as ``NAME.sua.docx``, or to ``output`` for the only file.

    Raises UsageError: a spec among the files (U009), ``output`` for several (U010), a copy that would be
    the original (U011), and one that is there already and was not named (U008).
    """
    problems = [make("U009", path=file.shown_as, name=file.shown_as) for file in files if not file.is_word]
    if output is not None and len(files) != 1:
        problems.append(make("U010"))
    if problems:
        raise UsageError(problems)
    jobs = []
    for file in files:
        shown = output or str(Path(file.shown_as).with_suffix(_MENDED))
        job = MendJob(file, project / shown, shown)
        if any(job.output.resolve() == other.path.resolve() for other in files):
            problems.append(make("U011", path=file.shown_as, output=shown))
        elif output is None and job.output.exists():
            problems.append(make("U008", path=file.shown_as, output=shown))
        jobs.append(job)
    if problems:
        raise UsageError(problems)
    return jobs


def mend_word(job: MendJob, chosen: Chosen) -> Mended:
    """Write the mended copy and check it. Never raises for bad input."""
    try:
        data = _bytes(job.given)
        if is_template(read_word_file(data, job.given.shown_as)):  # its tags are no words to mend
            return Mended(job, False, (), _findings(data, job.given.shown_as, chosen))
        mended = fix(data, job.given.shown_as, chosen.shows)
        if not mended.changes:
            found = _findings(data, job.given.shown_as, chosen)
            return Mended(job, False, (), _with_reasons(found, mended.refused))
        left = _with_reasons(_findings(mended.data, job.output_shown, chosen), mended.refused)
        write_whole(job.output, mended.data, shown_as=job.output_shown)
    except InvalidInput as error:
        return Mended(job, False, (), error.diagnostics)
    return Mended(job, True, mended.changes, left)


def _with_reasons(found: Sequence[Diagnostic], refused: Sequence[Refused]) -> tuple[Diagnostic, ...]:
    """The findings, those that a mend was not made for with the reason why in their hint."""
    return tuple(_with_reason(one, refused) for one in found)


def _with_reason(one: Diagnostic, refused: Sequence[Refused]) -> Diagnostic:
    if one.code not in MENDS:
        return one
    place = one.where.partition(": “")[0]
    reasons = [other.reason for other in refused if other.code in ("", one.code) and other.place == place]
    reasons = reasons or [other.reason for other in refused if other.code == one.code and not other.place]
    return replace(one, hint=f"{one.hint} ({reasons[0]})") if reasons else one


def _bytes(given: Given) -> bytes:
    try:
        return read_regular(given.path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidInput([make("F130", path=given.shown_as, reason=reason)]) from error


def _findings(data: bytes, shown_as: str, chosen: Chosen) -> tuple[Diagnostic, ...]:
    file = read_word_file(data, shown_as)
    if is_template(file):
        return tuple(one for one in check_template(data, shown_as) if chosen.shows(one.code))
    found = [*_to_fill(file, shown_as), *check_layout(file), *content_of_word(file, shown_as)]
    if chosen.printed:
        missing = pdf_tools_missing()
        found += [not_looked_at(missing, shown_as)] if missing else check_as_printed(data, file, shown_as)
    ignored, accepted = set_aside(custom_properties(data, shown_as))
    told = sort_accepted(found, accepted)
    wanted = [one for one in told.left if chosen.shows(one.code)]
    kept = list(_kept(wanted, ignored, chosen, shown_as))
    if told.accepted and chosen.shows("D111"):
        kept.append(make("D111", path=shown_as, count=len(told.accepted), codes=told.codes))
    return tuple(kept)


def _to_fill(file: WordFile, shown_as: str) -> list[Diagnostic]:
    """What a draft has still to be filled in, in one finding."""
    places = file.gather(_PLACES)
    if not places:
        return []
    different = list(dict.fromkeys(places))
    words = "; ".join(f"“{one}”" for one in different[:_SHOWN]) + "…" * (len(different) > _SHOWN)
    return [make("D112", path=shown_as, count=len(places), words=words)]


def _kept(
    found: Sequence[Diagnostic], ignored: Sequence[str], chosen: Chosen, shown_as: str
) -> Iterator[Diagnostic]:
    """``found`` without the codes that the file's own list sets aside, which are counted.

    What was asked for by its code is told.
    """
    aside = [one for one in found if named(one.code, ignored) and one.code not in chosen.select]
    yield from (one for one in found if one not in aside)
    if aside and chosen.shows("D108"):
        codes = ", ".join(sorted({one.code for one in aside}))
        yield make("D108", path=shown_as, count=len(aside), codes=codes)
