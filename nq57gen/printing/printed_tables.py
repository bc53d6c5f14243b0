"""Printed pages: tables that are too wide or lose their head."""

from __future__ import annotations

from collections.abc import Iterator

from nq57gen.checks.layout.pieces import paragraphs_of
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.printing.pages import Page, Row, Word, squeezed
from nq57gen.printing.paper import Paper, shortened
from nq57gen.printing.traces import Trace, first_words, trace, traces
from nq57gen.reading.types import RowView, TableView

#: How far text may stand outside the margin (mm).
_SLACK = 1.0
#: A row is known by this many words, with at least this many letters and digits.
_PROBE_WORDS, _PROBE_LETTERS = 10, 12
#: A head is there when this much of its words is.
_MOST_OF_HEAD = 0.7
_NUMBER_COLUMN = {"stt", "tt"}


def table_outside_margins(paper: Paper) -> Iterator[Diagnostic]:
    """Text of tables within the margins of the page (PL I, Phần I, Mục I.3); the first page it happens on."""
    words = (
        squeezed(word)
        for table in paper.parts.tables
        for paragraph in paragraphs_of([table])
        for word in paragraph.shown_text.split()
    )
    texts = " ".join(words)
    for page in paper.pages:
        outside = [
            (over, row.text, word)
            for row in _judged(paper, page)
            for word in row.words
            if (over := _over(paper, page, word)) > _SLACK
        ]
        # a word may be cut off by the edge of the paper
        is_table = all(word.key in texts for _, _, word in outside)
        if outside and is_table and not _is_mirrored(paper, page):
            over, text, _ = max(outside, key=lambda found: found[0])
            yield make(
                "P108",
                path=paper.shown_as,
                where=page.place,
                millimetres=f"{over:.0f}",
                text=shortened(text),
            )
            return


def _judged(paper: Paper, page: Page) -> Iterator[Row]:
    """The rows of ``page`` between the letterhead and the signature block."""
    date = trace(page, paper.parts.date.text) if paper.parts.date and page.number == 1 else None
    signing = paper.signing()
    end = signing.top if signing and signing.page is page else page.height
    for row in paper.body_rows(page):
        if (date is None or row.top > date.top) and row.top < end:
            yield row


def _over(paper: Paper, page: Page, word: Word) -> float:
    """How far ``word`` stands out, in mm; negative inside."""
    left = paper.margin(page, lambda section: section.left)
    right = page.width - paper.margin(page, lambda section: section.right)
    return max(left - word.left, word.right - right)


def _is_mirrored(paper: Paper, page: Page) -> bool:
    """Whether ``page`` is the back of a sheet and its text keeps to swapped margins."""
    left = paper.margin(page, lambda section: section.right) - _SLACK
    right = page.width - paper.margin(page, lambda section: section.left) + _SLACK
    return page.number % 2 == 0 and all(
        left <= word.left and word.right <= right for row in _judged(paper, page) for word in row.words
    )


def head_not_repeated(paper: Paper) -> Iterator[Diagnostic]:
    """A table that goes on has its head again on each page."""
    for table in paper.parts.tables:
        if not _has_head(table):
            continue
        texts = [_cell_text(table.rows[0], at) for at in range(len(table.rows[0].cells))]
        head = {squeezed(word) for text in texts for word in text.split()} - {""}
        begun: int | None = None
        for row in table.rows[1:]:
            place = _only_place(paper, row)
            if place is None:
                continue
            page, found = place
            begun = page.number if begun is None else begun
            if page.number > begun and not _has_words_above(page, found.top, head):
                shown = " | ".join(text for text in texts if text)
                yield make(
                    "P110",
                    path=paper.shown_as,
                    where=page.place,
                    text=shortened(shown),
                )
                break


def _has_head(table: TableView) -> bool:
    """Whether the first row names columns: marked to be repeated, a column of numbers, or all bold."""
    first = table.rows[0]
    if len(table.rows) < 3 or len(first.cells) < 2:
        return False
    runs = [
        run for cell in first.cells for p in paragraphs_of(cell.blocks) for run in p.runs if run.text.strip()
    ]
    if not runs:
        return False
    numbered = squeezed(_cell_text(first, 0)) in _NUMBER_COLUMN
    return first.header_repeat or numbered or all(run.bold for run in runs)


def _cell_text(row: RowView, at: int) -> str:
    return " ".join(" ".join(p.shown_text.split()) for p in paragraphs_of(row.cells[at].blocks)).strip()


def _only_place(paper: Paper, row: RowView) -> tuple[Page, Trace] | None:
    """Where the longest text of ``row`` is printed; None when that is not in one place only."""
    longest = max((_cell_text(row, at) for at in range(len(row.cells))), key=len, default="")
    probe = first_words(longest, _PROBE_WORDS)
    if len(squeezed(probe)) < _PROBE_LETTERS:
        return None
    places = [(page, found) for page in paper.pages for found in traces(page, probe)]
    return places[0] if len(places) == 1 else None


def _has_words_above(page: Page, bottom: float, wanted: set[str]) -> bool:
    there = {word.key for row in page.rows for word in row.words if word.top < bottom}
    return len(wanted & there) >= _MOST_OF_HEAD * len(wanted)
