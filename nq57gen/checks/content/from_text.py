"""A paper from a few lines of text: the notation of the rules' examples.

A line is a passage. Labels are read as they are printed: ``Phần I``, ``I.``, ``1.``, ``1.1.``, ``a)``, ``-``,
``+``; a numbered line without a full stop at its end is a heading, with one an item. Lines of ``|`` make a
table, the first its head (``| TT | Tên |``); a row with text only in its first filled cell is a group; an
empty cell stays empty; ``^`` belongs to the cell above it, ``<`` to the one on its left (merged). A line
``Phụ lục I`` begins an appendix, the next line (in capitals) is its title; ``Căn cứ …`` is a basis,
``[^1] …`` a paragraph of footnote 1. Directives in a first line set the rest::

    @ phường Minh Hưng, tỉnh Đồng Nai; ngày 12/02/2026; năm 2026; kế hoạch; trích yếu: Triển khai …
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from nq57gen.checks.content.labels import read_label
from nq57gen.checks.content.merges import merged
from nq57gen.checks.content.paper import Covered, Grid, GridCell, GridRow, Kind, Paper, Passage, RowKind
from nq57gen.patterns import lazily

_DIRECTIVE = lazily(
    r"@\s*(?P<kind>xã|phường|đặc khu) (?P<unit>[^,;]+)"
    r"(?:, (?:tỉnh|thành phố) (?P<province>[^;]+))?(?P<rest>.*)"
)
_DATE = lazily(r"ngày (\d{1,2})/(\d{1,2})/(\d{4})")
#: Cells that only continue another.
_COVERED = {"^": Covered.ABOVE, "<": Covered.LEFT}
_TYPES = {"kế hoạch": "ke_hoach", "báo cáo": "bao_cao"}


def paper_of(text: str) -> Paper:
    """The paper of an example."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    paper = Paper("ke_hoach", "phường", "Minh Hưng", "Đồng Nai", datetime.date(2026, 3, 5), 2026, (), ())
    passages: list[Passage] = []
    if lines and lines[0].startswith("@"):
        paper, passages = _directed(paper, lines.pop(0))
    grids: list[Grid] = []
    rows: list[str] = []
    part = 0
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            grids.append(_grid(rows, part, passages, len(grids) + 1))
            passages += [
                Passage(cell.text, Kind.CELL, cell.place, part=part)
                for row in grids[-1].rows
                for cell in row.cells
                if cell.text
            ]
            rows = []
        if line:
            part += line.startswith("Phụ lục") and len(line) < 15
            passages.append(_passage(line, part, passages))
    numbered = tuple(replace(passage, at=at) for at, passage in enumerate(passages))
    return replace(paper, passages=numbered, grids=tuple(grids), memo={})


def _directed(paper: Paper, line: str) -> tuple[Paper, list[Passage]]:
    match = _DIRECTIVE.match(line)
    if match is None:
        raise ValueError(f"not a directive: {line}")
    rest = match["rest"]
    date = _DATE.search(rest)
    year = re.search(r"năm (\d{4})", rest.split("trích yếu")[0])
    types = [key for words, key in _TYPES.items() if f"; {words}" in rest]
    subject = rest.partition("trích yếu: ")[2]
    paper = replace(
        paper,
        document_type=types[0] if types else paper.document_type,
        unit_kind=match["kind"],
        unit=match["unit"].strip(),
        province=(match["province"] or "").strip(),
        date=datetime.date(int(date[3]), int(date[2]), int(date[1])) if date else None,
        year=int(year[1]) if year else paper.year,
    )
    return paper, [Passage(subject, Kind.SUBJECT, "trích yếu")] if subject else []


def _passage(line: str, part: int, before: list[Passage]) -> Passage:
    place = f"đoạn {len(before) + 1}"
    last = before[-1] if before else None
    if line.startswith("Phụ lục") and len(line) < 15:
        return Passage(line, Kind.APPENDIX, place, part=part)
    if last and last.kind is Kind.APPENDIX and line.upper() == line:
        return Passage(line, Kind.TITLE, place, part=part)
    if line.startswith("Căn cứ"):
        return Passage(line, Kind.BASIS, place, part=part)
    if note := re.match(r"\[\^(\w+)\]\s*(.*)", line):
        return Passage(note[2], Kind.NOTE, f"chú thích {note[1]}, {place}", part=part)
    label = read_label(line)
    if label is None:
        return Passage(line, Kind.PROSE, place, rank=9, part=part)
    kind = Kind.BULLET if not label.number else Kind.ITEM if line.endswith((".", ";", ":")) else Kind.HEADING
    return Passage(label.rest, kind, place, label.label, label.number, label.rank, part, glued=label.glued)


def _grid(lines: list[str], part: int, before: list[Passage], number: int) -> Grid:
    place = f"bảng {number}"
    table = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    width = max(map(len, table))
    cells = merged(
        [
            [
                GridCell(text, f"{place}, hàng {number}, ô {column}", _COVERED.get(text))
                for column, text in enumerate(_padded(texts, width), 1)
            ]
            for number, texts in enumerate(table, 1)
        ]
    )
    rows = []
    for index, texts in enumerate(table):
        filled = [text for text in texts if text and text not in _COVERED]
        kind = RowKind.DATA
        if index == 0:
            kind = RowKind.HEADER
        elif filled and re.match(r"(?:Tổng|Cộng)", filled[0]):
            kind = RowKind.TOTAL
        elif width > 2 and (re.fullmatch(r"[IVX]+", texts[0]) or (len(filled) <= 2 and len(texts) < width)):
            kind = RowKind.GROUP
        rows.append(GridRow(kind, cells[index], f"{place}, hàng {index + 1}"))
    titles = [passage.text for passage in before if passage.kind is Kind.TITLE and passage.part == part]
    return Grid(
        tuple(cell.shown for cell in cells[0]), tuple(rows), " ".join(titles), place, part, len(before) - 1
    )


def _padded(texts: list[str], width: int) -> tuple[str, ...]:
    """A text for each column, as a grid has it."""
    return (*texts, *[""] * (width - len(texts)))
