"""Looks at a Word file as printed: what breaks over lines and pages, which no rule on the file can see.

The pages are LibreOffice's. Word may break a page elsewhere, so what hangs on page breaks is a warning;
widths of lines are the same when the fonts are.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from nq57gen.checks.layout.parts import recognise
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.printing.convert import to_pdf
from nq57gen.printing.pages import Page, font_names, read_pages
from nq57gen.printing.paper import Paper
from nq57gen.printing.printed_body import (
    appendix_not_on_top,
    heading_ends_page,
    number_missing,
    number_on_first_page,
)
from nq57gen.printing.printed_ends import letterhead_wraps, signature_alone, signature_split
from nq57gen.printing.printed_tables import head_not_repeated, table_outside_margins
from nq57gen.reading.types import WordFile

_RULES: tuple[Callable[[Paper], Iterator[Diagnostic]], ...] = (
    letterhead_wraps,
    heading_ends_page,
    signature_alone,
    signature_split,
    appendix_not_on_top,
    table_outside_margins,
    head_not_repeated,
    number_on_first_page,
    number_missing,
)
_WANTED_FONT = "times new roman"
#: Beginnings of the names of fonts whose letters are as wide as those of Times New Roman.
_SAME_WIDTHS = ("TimesNewRoman", "LiberationSerif", "Tinos", "TeXGyreTermes", "NimbusRoman")


def not_looked_at(missing: Sequence[str], shown_as: str) -> Diagnostic:
    """The warning (P006) that the pages were not looked at because tools are missing."""
    return make("P006", path=shown_as, tools=", ".join(missing))


def check_as_printed(data: bytes, file: WordFile, shown_as: str) -> list[Diagnostic]:
    """Draw the .docx ``data``, which was read as ``file``, and check its pages.

    Raises InvalidInput: P001-P005.
    """
    return draw(data, file, shown_as)[1]


def draw(data: bytes, file: WordFile, shown_as: str) -> tuple[bytes, list[Diagnostic]]:
    """The PDF of the .docx ``data``, which was read as ``file``, and the findings about its pages.

    Without a font as wide as Times New Roman nothing but P007 is found. Raises InvalidInput: P001-P005.
    """
    with tempfile.TemporaryDirectory(prefix="nq57gen-", ignore_cleanup_errors=True) as folder:
        pdf = to_pdf(data, Path(folder))
        pages, fonts, drawn = read_pages(pdf), font_names(pdf), pdf.read_bytes()
    if _is_set_in_wanted_font(file) and not any(name.startswith(_SAME_WIDTHS) for name in fonts):
        return drawn, [make("P007", path=shown_as)]
    return drawn, check_printed(file, pages, shown_as)


def check_printed(file: WordFile, pages: tuple[Page, ...], shown_as: str) -> list[Diagnostic]:
    """The findings about ``pages``, the printed ``file``, rule by rule."""
    paper = Paper(recognise(file), pages, shown_as)
    return [found for check in _RULES for found in check(paper)]


def _is_set_in_wanted_font(file: WordFile) -> bool:
    return any(
        font.casefold() == _WANTED_FONT
        for paragraph in file.paragraphs()
        for run in paragraph.runs
        for font in run.fonts_shown
    )
