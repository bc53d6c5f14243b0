"""A Word file beside its printed pages: what the rules about pages ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import Piece
from nq57gen.patterns import lazily
from nq57gen.printing.pages import Page, Row, squeezed
from nq57gen.printing.traces import Trace, first_words, trace
from nq57gen.reading.types import Section, paragraphs_of

MM_PER_TWIP = 25.4 / 1440
#: Lengths of pages that differ less are the same (mm).
_SAME = 1.0
#: Words of a line of the signature block that are enough to know it by.
_ENOUGH_WORDS = 8
_LONGEST_SHOWN = 60
_PAGE_NUMBER = lazily(r"\W*(?:trang\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)


class Signing(Struct, frozen=True):
    """The signature block as printed: its first line, and for each other line that was found its page."""

    anchor: Piece
    page: Page
    top: float
    found: tuple[tuple[Piece, Page], ...]


class Paper(Struct, frozen=True):
    """``parts`` of a document and its ``pages``; ``shown_as`` is how messages name the file."""

    parts: Parts
    pages: tuple[Page, ...]
    shown_as: str

    def sections_like(self, page: Page) -> list[Section]:
        """The sections whose paper has the size of ``page``; all when none has."""
        every = self.parts.file.sections
        same = [
            section
            for section in every
            if abs(section.width * MM_PER_TWIP - page.width) < _SAME
            and abs(section.height * MM_PER_TWIP - page.height) < _SAME
        ]
        return same or list(every)

    def margin(self, page: Page, side: Callable[[Section], int]) -> float:
        """The smallest margin that ``page`` can have on a side, in mm."""
        return min(map(side, self.sections_like(page))) * MM_PER_TWIP

    def body_rows(self, page: Page) -> tuple[Row, ...]:
        """The rows between header and footer, footnotes left out."""
        headers = self._texts(section.headers.values() for section in self.parts.file.sections)
        footers = self._texts(section.footers.values() for section in self.parts.file.sections)
        notes = squeezed(
            " ".join(p.shown_text for note in self.parts.file.notes for p in paragraphs_of(note.blocks))
        )
        rows = list(page.rows)
        top = self.margin(page, lambda section: abs(section.top))
        while rows and (
            _middle(rows[0]) < top or is_page_number(rows[0]) or squeezed(rows[0].text) in headers
        ):
            rows.pop(0)
        bottom = page.height - self.margin(page, lambda section: abs(section.bottom))
        while rows and (_middle(rows[-1]) > bottom or _is_under_text(rows[-1], footers, notes)):
            rows.pop()
        return tuple(rows)

    def page_number(self, page: Page) -> Row | None:
        """The row in the upper or lower margin that is the number of the page."""
        top = self.margin(page, lambda section: abs(section.top))
        bottom = page.height - self.margin(page, lambda section: abs(section.bottom))
        for row in page.rows:
            if (_middle(row) < top or _middle(row) > bottom) and is_page_number(row):
                return row
        return None

    def begins_with(self, page: Page, text: str) -> bool:
        """Whether the first rows of the body of ``page``, and nothing else in them, are ``text``."""
        wanted = squeezed(text)
        for row in self.body_rows(page):
            part = squeezed(row.text)
            if part and part == wanted:
                return True
            if not wanted.startswith(part):
                return False
            wanted = wanted.removeprefix(part)
        return False

    def is_appendix_start(self, page: Page) -> bool:
        """Whether an appendix begins at the top of ``page``."""
        return any(self.begins_with(page, appendix.label.text) for appendix in self.parts.appendices)

    def signing(self) -> Signing | None:
        """The signature block; None when its first line is not found on any page."""
        parts = self.parts
        pieces = [*parts.recipients, *parts.authority, *([parts.full_name] if parts.full_name else [])]
        anchor = parts.recipients_label or (pieces.pop(0) if pieces else None)
        if anchor is None:
            return None
        starts = [(page, spot) for page in self._main_pages() if (spot := locate(page, anchor))]
        if not starts:
            return None
        page, first = starts[-1]
        after = self.pages[page.number : page.number + 1]
        before = self.pages[max(page.number - 2, 0) : page.number - 1]
        found = []
        top = first.top
        for piece in pieces:
            # what a label names comes after it; only lines of authority may stand before
            near = (page, *after, *(before if piece in parts.authority else ()))
            on = next(((other, spot) for other in near if (spot := locate(other, piece))), None)
            if on is not None:
                found.append((piece, on[0]))
                top = min(top, on[1].top) if on[0] is page and piece in parts.authority[:1] else top
        return Signing(anchor, page, top, tuple(found))

    def _main_pages(self) -> Iterator[Page]:
        """The pages up to the first appendix."""
        for page in self.pages:
            if self.is_appendix_start(page):
                return
            yield page

    def _texts(self, stories: Iterable[Iterable[Iterable[object]]]) -> set[str]:
        found = {
            squeezed(getattr(paragraph, "shown_text", ""))
            for kinds in stories
            for paragraphs in kinds
            for paragraph in paragraphs
        }
        return found - {""}


def locate(page: Page, piece: Piece) -> Trace | None:
    """Where the first words of ``piece`` stand on ``page``."""
    return trace(page, first_words(piece.text, _ENOUGH_WORDS))


def shortened(text: str) -> str:
    """``text`` short enough for a message."""
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN].rstrip() + "…"


def is_page_number(row: Row) -> bool:
    """Whether ``row`` is nothing but a page number: "2", "- 2 -", "Trang 2/5"."""
    return bool(_PAGE_NUMBER.fullmatch(row.text))


def _middle(row: Row) -> float:
    return (row.top + row.bottom) / 2


def _is_under_text(row: Row, footers: set[str], notes: str) -> bool:
    """Whether ``row`` is a footer, a page number or a line of a footnote."""
    text = squeezed(row.text)
    note = text.lstrip("0123456789")
    return text in footers or is_page_number(row) or bool(note and note in notes)
