"""Printed pages: headings, appendices, page numbers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from nq57gen.checks.layout.pieces import Piece, filled, whole
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.printing.pages import Page, Row, squeezed
from nq57gen.printing.paper import Paper
from nq57gen.reading.types import Block, ParagraphView

#: A longer text is no heading, nor is one with fewer letters and digits.
_LONGEST_HEADING, _SHORTEST_HEADING = 200, 4
#: Where more of the paragraphs than this are bold, bold does not make a heading.
_MOST_BOLD = 0.6


def heading_ends_page(paper: Paper) -> Iterator[Diagnostic]:
    """A heading is on the page of what it heads."""
    stories = (paper.parts.body, *(appendix.blocks for appendix in paper.parts.appendices))
    headings = [heading for story in stories for heading in _headings(story)]
    for page in paper.pages[:-1]:
        rows = paper.body_rows(page)
        ended = next((heading for heading in headings if _ends_with(rows, heading.text)), None)
        if ended:
            yield make("P107", path=paper.shown_as, where=page.place, text=ended.text)


def _headings(story: Sequence[Block]) -> Iterator[Piece]:
    """The bold paragraphs of ``story`` that something follows and that Word does not keep with it."""
    paragraphs = [
        whole(found) for found in filled(block for block in story if isinstance(block, ParagraphView))
    ]
    breaks = {
        id(block): isinstance(after, ParagraphView) and (after.page_break_before or after.has_page_break)
        for block, after in itertools.pairwise(story)
    }
    bold = [piece for piece in paragraphs if all(run.bold for run in piece.letters)]
    if len(bold) > _MOST_BOLD * len(paragraphs) and len(paragraphs) > len(bold) + 1:
        return
    last = paragraphs[-1] if paragraphs and story[-1] is paragraphs[-1].paragraph else None
    for piece in bold:
        if piece.paragraph.keep_next and not breaks.get(id(piece.paragraph)):
            continue
        is_short = len(piece.text) <= _LONGEST_HEADING and len(squeezed(piece.text)) >= _SHORTEST_HEADING
        if is_short and piece is not last and not piece.text.endswith((".", ";", ",")):
            yield piece


def _ends_with(rows: Sequence[Row], text: str) -> bool:
    """Whether the last rows, and nothing else in them, are ``text``."""
    wanted = squeezed(text)
    for row in reversed(rows):
        part = squeezed(row.text)
        if not wanted.endswith(part):
            return False
        wanted = wanted.removesuffix(part)
        if not wanted:
            return True
    return False


def appendix_not_on_top(paper: Paper) -> Iterator[Diagnostic]:
    """An appendix begins a page (PL III, mẫu 2.1; their pages count anew, PL I, Mục III.1.đ)."""
    for appendix in paper.parts.appendices:
        label = appendix.label.text
        if any(paper.begins_with(page, label) for page in paper.pages):
            continue
        below = next((page for page in paper.pages if _has_row(page, label)), None)
        if below:
            yield make("P109", path=paper.shown_as, where=below.place, text=label)


def _has_row(page: Page, text: str) -> bool:
    return any(squeezed(row.text) == squeezed(text) for row in page.rows)


def number_on_first_page(paper: Paper) -> Iterator[Diagnostic]:
    """The first page shows no number (PL I, Phần I, Mục I.7)."""
    for page in paper.pages[:1]:
        if paper.page_number(page):
            yield make("P112", path=paper.shown_as, where=page.place)


def number_missing(paper: Paper) -> Iterator[Diagnostic]:
    """All other pages do; the first of a section with a first page of its own may leave it out."""
    without = [page for page in paper.pages[1:] if not paper.page_number(page)]
    spare = sum(section.title_page for section in paper.parts.file.sections[1:])
    starts = [page for page in without if paper.is_appendix_start(page)]
    others = [page for page in without if page not in starts]
    if len(others) > max(spare - len(starts), 0):
        yield make("P111", path=paper.shown_as, where=others[0].place)
