"""What is told at the end of a batch: which documents need somebody, and why the others were made."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nq57gen.operations.outcome import Outcome, State, Wanted

if TYPE_CHECKING:
    from nq57gen.diagnostics import Diagnostic

#: States of documents that somebody has to look at, and how they are called.
_TOLD = {State.EDITED: "sửa tay", State.FAILED: "lỗi"}


def table(outcomes: Sequence[Outcome], wanted: Wanted) -> Iterator[str]:
    """A line for each document that somebody has to look at: its state, its place, the first finding.

    Documents that wait for the same place, a mistake in their pack, have one line with their number.
    """
    counted = collections.Counter(
        (_TOLD[one.state], *_first(one, wanted)) for one in outcomes if one.state in _TOLD
    )
    rows = [
        (state, place, f"{said} ({count} văn bản chờ sửa chỗ này)" if count > 1 else said)
        for (state, place, said), count in counted.items()
    ]
    widths = [max((len(cell) for cell in column), default=0) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def reasons(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Why documents were made, a line each with their number, the most frequent first."""
    counted = collections.Counter(
        reason for outcome in outcomes if outcome.state is State.MADE for reason in outcome.reasons
    )
    for reason, count in counted.most_common():
        yield f"tạo {count} văn bản: {reason}"


def _first(outcome: Outcome, wanted: Wanted) -> tuple[str, str]:
    """Where the first finding of error stands (or the document), and what it says."""
    found = _worst(outcome.diagnostics)
    if outcome.state is State.EDITED or found is None:
        told = f"bản mới: {wanted.shown(outcome.beside)}" if outcome.beside else ""
        return wanted.shown(outcome.job.output), told or (found.message if found else "")
    place = found.path or outcome.job.shown_as
    if found.position:
        place += f":{found.position.line}"
    return place, f"{found.code}: {found.message}"


def _worst(diagnostics: Sequence[Diagnostic]) -> Diagnostic | None:
    errors = [one for one in diagnostics if one.severity.value == "error"]
    return next(iter(errors or diagnostics), None)
