"""Who is given work: in the section “Tổ chức thực hiện” and in the appendices."""

from __future__ import annotations

import re

from nq57gen.checks.content.indicators import roles
from nq57gen.checks.content.offices import office_key, offices_in
from nq57gen.checks.content.paper import Kind, Paper, Passage, RowKind
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily
from nq57gen.vietnamese.labels import parse_roman
from nq57gen.vietnamese.syllables import fold

_SECTION = lazily(r"to chuc thuc hien|phan cong (?:nhiem vu|thuc hien|trach nhiem)")
#: “Phụ lục” with its number.
APPENDIX = lazily(r"[Pp]hụ lục (?:số )?([IVX]+|\d{1,2})(?!\w)")
#: A section that names fewer offices does not go through them.
_LEAST_NAMED = 2


@once_a_document
def assigned(paper: Paper) -> list[Passage]:
    """The titles under “Tổ chức thực hiện”, each an office."""
    for passage in paper.running():
        if passage.kind is Kind.HEADING and passage.rank and _SECTION.search(fold(passage.text).lower()):
            titles = [child for child in paper.children(passage) if child.number]
            if sum(bool(title_key(title)) for title in titles) >= _LEAST_NAMED:
                return titles
    return []


def title_key(title: Passage) -> str:
    """The key of the office that a title names, "" for none (see ``office_key``)."""
    return office_key(re.split(r"[:(]|(?<=\w) (?:có trách nhiệm|chủ trì)", title.text)[0])


@once_a_document
def leading_offices(paper: Paper) -> dict[str, list[tuple[str, int, str]]]:
    """Leading offices by key: as written, the part of the document, the place."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for grid in paper.grids:
        lead = roles(grid).lead
        for row in grid.rows if lead is not None and grid.part else ():
            cell = row.cells[lead] if lead is not None else row.cells[0]
            for office in offices_in(cell.text) if row.kind is RowKind.DATA else ():
                if key := office_key(office):
                    found.setdefault(key, []).append((office, grid.part, cell.place))
    return found


def appendix_number(text: str) -> int | None:
    """The number of the first appendix that a text names, None for none."""
    match = APPENDIX.search(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else parse_roman(match[1])
