"""Printed pages: the letterhead and the signature block."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from nq57gen.checks.layout.pieces import Piece
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.printing.pages import Page
from nq57gen.printing.paper import Paper, Signing
from nq57gen.printing.traces import trace

#: Boxes of words in lines one below the other overlap up to this (mm).
_OVERLAP = 1.5
#: The letterhead is in this much of the first page; below, the same names are in the text.
_LETTERHEAD = 0.25


def letterhead_wraps(paper: Paper) -> Iterator[Diagnostic]:
    """National name, motto, date: one line each (PL I, Mục II.1, II.4); a name of a body as it was typed."""
    parts = paper.parts
    if not paper.pages:
        return
    first = paper.pages[0]
    rows = tuple(row for row in first.rows if row.bottom < first.height * _LETTERHEAD)
    letterhead = replace(first, rows=rows)
    for code, pieces in (
        ("P101", [parts.national_name]),
        ("P102", [parts.motto]),
        ("P103", [*parts.parent_body, *parts.issuing_body]),
        ("P104", [parts.date]),
    ):
        for piece in pieces:
            found = trace(letterhead, piece.text) if piece else None
            if piece and found and found.lines > 1:
                yield make(code, path=paper.shown_as, where=first.place, lines=found.lines, text=piece.text)


def signature_alone(paper: Paper) -> Iterator[Diagnostic]:
    """At least one line of the text above a signature block that begins a page."""
    signing = paper.signing()
    if signing is None or signing.page.number == 1 or _elsewhere(signing):
        return
    if not any(row.bottom <= signing.top + _OVERLAP for row in paper.body_rows(signing.page)):
        yield make("P105", path=paper.shown_as, where=signing.page.place)


def signature_split(paper: Paper) -> Iterator[Diagnostic]:
    """Recipients, authority and full name on one page."""
    signing = paper.signing()
    if signing is None:
        return
    for piece, page in _elsewhere(signing)[:1]:
        pages = len({signing.page.number} | {other.number for _, other in signing.found})
        yield make(
            "P106",
            path=paper.shown_as,
            where=page.place,
            pages=pages,
            text=piece.text,
            anchor=signing.anchor.text,
        )


def _elsewhere(signing: Signing) -> list[tuple[Piece, Page]]:
    """The lines that are not on the page of the first one."""
    return [(piece, page) for piece, page in signing.found if page is not signing.page]
