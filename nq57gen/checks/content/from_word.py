"""A Word file as a paper: its components as recognised by position and text, its tables as grids."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nq57gen.checks.content.grids import read_grid
from nq57gen.checks.content.labels import PART, PROSE, read_label
from nq57gen.checks.content.paper import Grid, Kind, Paper, Passage
from nq57gen.checks.layout.outline import Kind as Level
from nq57gen.checks.layout.outline import stories
from nq57gen.checks.layout.parts import AppendixParts, Parts
from nq57gen.checks.layout.pieces import Piece, folded
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.patterns import lazily
from nq57gen.reading.types import ParagraphView, TableView, paragraphs_of

_SPACES = lazily(r"[^\S\n]")
_DATE = lazily(r"ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})")
_YEAR = lazily(r"(?<!tháng \d )(?<!tháng \d\d )năm (20\d\d)")
_UNIT = lazily(r"\b(xã(?! hội\b)|phường|đặc khu)\s+(.+)$", re.IGNORECASE)
_PROVINCE = lazily(
    rf"(?:tỉnh|[Tt]hành phố) ([{UPPER}][{LOWER}]*(?: (?!Quy|Ban|Kế)[{UPPER}][{LOWER}]*){{0,3}})(?!\w)"
)


def read_paper(parts: Parts) -> Paper:
    """The paper of a recognised Word file."""
    passages: list[Passage] = []
    grids: list[Grid] = []
    _opening(parts, passages)
    entries = [entry for story in stories(parts) for entry in story]
    bold = {id(entry.paragraph) for entry in entries if entry.titled or entry.kind is Level.TITLE}
    _blocks(parts.body, 0, "", bold, passages, grids)
    _ending(parts, passages)
    for number, appendix in enumerate(parts.appendices, 1):
        _appendix(appendix, number, bold, passages, grids)
    for note in parts.file.notes:
        for paragraph in paragraphs_of(note.blocks):
            _put(passages, paragraph.shown_text, Kind.NOTE, paragraph.place)
    numbered = tuple(replace(passage, at=at) for at, passage in enumerate(passages))
    kind, name = _unit(parts, numbered)
    subject = " ".join(piece.text for piece in parts.subject)
    date = _date(parts.date)
    years = _YEAR.findall(subject)
    return Paper(
        document_type=parts.document_type,
        unit_kind=kind,
        unit=name,
        province=_province(numbered),
        date=date,
        year=int(years[-1]) if years else date.year if date else 0,
        passages=numbered,
        grids=tuple(grids),
    )


def printed(text: str) -> str:
    """Text as rules see it: composed letters, every kind of space as " "."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _put(passages: list[Passage], text: str, kind: Kind, place: str, part: int = 0, rank: int = 0) -> None:
    if printed(text):
        passages.append(Passage(printed(text), kind, place, rank=rank, part=part))


def _pieces(passages: list[Passage], pieces: Iterable[Piece | None], kind: Kind, part: int = 0) -> None:
    for piece in pieces:
        if piece is not None:
            _put(passages, piece.text, kind, piece.paragraph.place, part)


def _opening(parts: Parts, passages: list[Passage]) -> None:
    _pieces(passages, [parts.number], Kind.NUMBER)
    _pieces(passages, [parts.date], Kind.DATE)
    _pieces(passages, [parts.type_name], Kind.TYPE)
    if parts.subject:
        text = " ".join(piece.text for piece in parts.subject)
        _put(passages, text, Kind.SUBJECT, parts.subject[0].paragraph.place)
    _pieces(passages, parts.addressees, Kind.ADDRESSEE)
    for piece in parts.bases:
        text = printed(piece.paragraph.shown_text)
        label = read_label(text)
        shown = label.rest if label else text
        _put(passages, shown, Kind.BASIS, piece.paragraph.place)


def _ending(parts: Parts, passages: list[Passage]) -> None:
    for piece in parts.recipients:
        text = printed(piece.text)
        label = read_label(text)
        place = piece.paragraph.place
        if label and not label.number:
            passages.append(Passage(label.rest, Kind.RECIPIENT, place, label.label, glued=label.glued))
        else:
            _put(passages, text, Kind.RECIPIENT, place)
    _pieces(passages, [*parts.authority, parts.full_name], Kind.SIGNATURE)


def _appendix(
    appendix: AppendixParts, part: int, bold: set[int], passages: list[Passage], grids: list[Grid]
) -> None:
    _put(passages, appendix.label.text, Kind.APPENDIX, appendix.label.paragraph.place, part)
    _pieces(passages, [*appendix.title, appendix.attachment], Kind.TITLE, part)
    title = " ".join(piece.text for piece in appendix.title)
    _blocks(appendix.blocks, part, title, bold, passages, grids)


def _blocks(
    blocks: Sequence[ParagraphView | TableView],
    part: int,
    title: str,
    bold: set[int],
    passages: list[Passage],
    grids: list[Grid],
) -> None:
    for block in blocks:
        if isinstance(block, ParagraphView):
            _paragraph(block, part, id(block) in bold, passages)
            continue
        above = passages[-1].text if passages and passages[-1].part == part else ""
        grid = read_grid(block, part, title or above, len(passages) - 1)
        grids.append(grid)
        for row in grid.rows:
            for cell in row.cells:
                for line in cell.text.split("\n"):
                    _put(passages, line, Kind.CELL, cell.place, part)


def _paragraph(paragraph: ParagraphView, part: int, bold: bool, passages: list[Passage]) -> None:
    text = printed(paragraph.labelled_text)
    if not text:
        return
    label = read_label(text)
    if label is None or not label.rest:
        kind = Kind.HEADING if bold else Kind.PROSE
        outlined = label is not None and label.rank == PART  # "Phần I" on a line of its own
        number = label.number if label and outlined else ()
        rank = PART if outlined else PROSE
        passages.append(Passage(text, kind, paragraph.place, number=number, rank=rank, part=part))
        return
    kind = Kind.HEADING if bold else Kind.ITEM if label.number else Kind.BULLET
    passages.append(
        Passage(
            label.rest, kind, paragraph.place, label.label, label.number, label.rank, part, glued=label.glued
        )
    )


def _date(piece: Piece | None) -> datetime.date | None:
    match = _DATE.search(folded(piece.text)) if piece else None
    if match is None:
        return None
    try:
        return datetime.date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def _unit(parts: Parts, passages: Sequence[Passage]) -> tuple[str, str]:
    """Kind and name of the issuing unit, the name as the text writes it."""
    match = _UNIT.search(" ".join(piece.text for piece in parts.issuing_body))
    if match is None:
        return "", ""
    kind, upper = match[1].lower(), match[2].strip()
    named = re.compile(rf"(?<!\w){re.escape(upper)}(?!\w)", re.IGNORECASE)
    spellings = Counter(
        found
        for passage in passages
        for found in named.findall(passage.text)
        if not found.isupper() and found[:1].isupper()
    )
    name = spellings.most_common(1)[0][0] if spellings else upper.title()
    return kind, name


def _province(passages: Sequence[Passage]) -> str:
    found = Counter(name for passage in passages for name in _PROVINCE.findall(passage.text))
    return found.most_common(1)[0][0] if found else ""
