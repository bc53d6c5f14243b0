"""What the appendices of a document say, and where the original says something else."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.corpus.inheritance.skeletons import sections
from tests.corpus.source import Appendix

#: The tables of the letterhead and the signature have fewer columns.
_NARROWEST = 5


@dataclass(frozen=True)
class Printed:
    """An appendix as printed: the texts before its table, the titles of its columns, its rows."""

    before: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class OwnLines:
    """Lines of a ward's spec that the clone has not, and lines of the clone that the ward dropped.

    ``spelling``: own lines with the letters of a dropped one; only case, marks of sentences or spaces differ.
    """

    own: int
    spelling: int
    dropped: int
    total: int


def appendices_of(data: bytes) -> list[Printed]:
    """The appendices with a table in the Word file ``data``, in their order."""
    document = Document(io.BytesIO(data))
    found: list[Printed] = []
    before: list[str] = []
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            before.append(_plain(Paragraph(element, document).text))
        elif element.tag == qn("w:tbl"):
            table = Table(element, document)
            if len(table.columns) >= _NARROWEST:
                head = sum(1 for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None)
                rows = [_cells(row) for row in table.rows]
                titles = tuple(_plain(cell.text) for cell in table.rows[head - 1].cells)
                found.append(Printed(tuple(before), titles, tuple(rows[head:])))
            before = []
    return found


def differences(printed: Printed, original: Appendix) -> Iterator[str]:
    """Say each place where ``printed`` and ``original`` differ, white space aside."""
    for name in ("label", "title"):
        wanted = _plain(original[name])
        if wanted.upper() not in {text.upper() for text in printed.before}:
            yield f"{name}: not printed: {wanted}"
    yield from _unequal("head", printed.columns, [_plain(title) for title in original["columns"]])
    if len(printed.rows) != len(original["rows"]):
        yield f"{len(printed.rows)} rows, {len(original['rows'])} in the original"
    for number, (row, wanted_row) in enumerate(zip(printed.rows, original["rows"], strict=False), start=1):
        cells = [_plain(cell) for cell in wanted_row["cells"]]
        if len(row) == 1 and len(cells) == 2:  # a group in a table without a column of numbers
            cells = [" ".join(cells)]
        yield from _unequal(f"row {number}", row, cells)


def cells_in(original: Appendix) -> int:
    """The number of cells to compare."""
    return len(original["columns"]) + sum(len(row["cells"]) for row in original["rows"])


def own_lines(clone: Sequence[str], ward: Sequence[str]) -> OwnLines:
    """Compare stripped lines; comments and blank lines do not count."""
    old, new = _counted(clone), _counted(ward)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    own: list[str] = []
    dropped: list[str] = []
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            dropped += old[old_start:old_end]
            own += new[new_start:new_end]
    letters = {_letters(line) for line in dropped}
    return OwnLines(len(own), sum(_letters(line) in letters for line in own), len(dropped), len(new))


def lines_by_appendix(text: str) -> dict[str, list[str]]:
    """The lines of each appendix of a spec, and under "" all its other lines."""
    found: dict[str, list[str]] = {"": []}
    for key, lines in sections(text).items():
        name = ""
        for line in lines[1:] if key == "phu_luc" else lines:
            if key == "phu_luc" and line.startswith("  - ma: "):
                name = line.removeprefix("  - ma: ").strip()
            found.setdefault(name, []).append(line)
    return found


def _counted(lines: Sequence[str]) -> list[str]:
    texts = [line.strip() for line in lines]
    return [text for text in texts if text and not text.startswith("#")]


def _letters(line: str) -> str:
    return re.sub(r"[^\w%<>≥]", "", line.casefold().replace("tỉ lệ", "tỷ lệ"))


def _unequal(where: str, printed: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    if len(printed) != len(wanted):
        yield f"{where}: {list(printed)} instead of {list(wanted)}"
        return
    for column, (one, other) in enumerate(zip(printed, wanted, strict=True), start=1):
        if one != other:
            yield f"{where}, column {column}: {one!r} instead of {other!r}"


def _cells(row: object) -> tuple[str, ...]:
    """The texts of a row, a merged cell once."""
    texts: list[str] = []
    last = None
    for cell in row.cells:  # type: ignore[attr-defined]  # python-docx names the class privately
        if cell._tc is not last:
            texts.append(_plain(cell.text))
        last = cell._tc
    return tuple(texts)


def _plain(text: str) -> str:
    return " ".join(text.split())
