"""What a document says, for ``check``: the content rules over the finished file.

The findings of a spec point at its lines: a passage of the file is found again in the document model, whose
blocks know where they come from, and the words a finding quotes are looked for there. What the spec accepts
with a reason is counted, not shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from nq57gen.checks.content.engine import check_content
from nq57gen.checks.content.from_word import read_paper
from nq57gen.checks.content.labels import read_label
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.layout.engine import findings_of
from nq57gen.checks.layout.parts import recognise
from nq57gen.checks.layout.rule import RULES as LAYOUT_RULES
from nq57gen.diagnostics import Diagnostic, KeyPath, Position, format_key_path
from nq57gen.model.document import Block, Document, Heading, Paragraph, Place, Table, plain
from nq57gen.operations.accepted import sort_accepted
from nq57gen.operations.chosen import named
from nq57gen.operations.document import Understood
from nq57gen.operations.gate import line_of_value
from nq57gen.patterns import lazily
from nq57gen.reading.notices import is_mostly_old
from nq57gen.reading.types import WordFile
from nq57gen.schema.spec_types import Spec

_QUOTED = lazily(r"“…?(.*?)…?”")
_CELL = lazily(r", ô \d+.*$")
#: The places a message may name; "giai đoạn 2025" is none.
_PLACE = lazily(
    r"(?<!giai )(?<![^\W\d_])(?:bảng \d+(?:, hàng \d+(?:, ô \d+)?)?(?:, đoạn \d+)?|"
    r"đoạn \d+|chú thích \d+(?:, đoạn \d+)?)\b"
)
_NOT_LETTERS = lazily(r"\W+")
#: Layout warnings about numbers, marks and spaces that are typed in the spec: nothing else tells them of one.
_OF_THE_WORDS = ("ND30-BC-08", "ND30-BC-11", "ND30-SN-02", "ND30-SN-03", "ND30-SN-04", "ND30-SN-05")
#: So many letters of a quotation are enough to find its line anywhere in the spec.
_ENOUGH_TO_FIND = 12


def content_of_word(file: WordFile, shown_as: str) -> list[Diagnostic]:
    """The findings over a Word file, family by family; none where its encoding hides the words."""
    if is_mostly_old(file):
        return []
    return check_content(read_paper(recognise(file)), shown_as)


def content_of_spec(
    file: WordFile, understood: Understood, shown_as: str, wanted: Collection[str] = ()
) -> list[Diagnostic]:
    """The findings over the finished ``file`` of a spec, those about typed numbers included, at their lines.

    What the spec sets aside is left out unless its code is ``wanted``; what it accepts is counted (D109), an
    acceptance that meets nothing is told (D110).
    """
    parts = recognise(file)
    paper = read_paper(parts)
    lines = SpecLines(understood.spec, understood.document, paper)
    aside = understood.spec.ignored_rules
    layout = (one for code in _OF_THE_WORDS for one in findings_of(LAYOUT_RULES[code], parts))
    numbers = [replace(one, path=shown_as) for one in layout]
    found = [
        lines.placed(one)
        for one in [*numbers, *check_content(paper, shown_as)]
        if one.code in wanted or not named(one.code, aside)
    ]
    return list(_without_accepted(found, understood.spec))


def _without_accepted(found: Sequence[Diagnostic], spec: Spec) -> Iterator[Diagnostic]:
    told = sort_accepted(found, spec.accepted)
    for number, acceptance in enumerate(spec.accepted):
        if not told.met[number]:
            path: KeyPath = ("kiem_tra", "chap_nhan", number)
            yield spec.data.diagnostic("D110", path, rule=acceptance.code, words=acceptance.words)
    yield from told.left
    if told.accepted:
        path = ("kiem_tra", "chap_nhan")
        yield spec.data.diagnostic("D109", path, at_key=True, count=len(told.accepted), codes=told.codes)


class SpecLines:
    """Knows which lines of a spec the places of its finished document come from."""

    def __init__(self, spec: Spec, document: Document, paper: Paper) -> None:
        """``paper``: the finished document as read back."""
        self._lines = spec.data.source.lines
        blocks = _blocks(document)
        self._places = _of_tables(blocks, paper) | _of_passages(blocks, document, spec, paper)
        self._words = {passage.place: passage.text[:_ENOUGH_TO_FIND] for passage in paper.passages}
        known = (place.position.line for place in self._places.values() if place.position)
        self._starts = sorted(set(known))

    def placed(self, found: Diagnostic) -> Diagnostic:
        """``found`` with line and column, and the key in place of the paragraph; as it was if unknown."""
        name, _, said = found.where.partition(": “")
        place = self._places.get(name) or self._places.get(_CELL.sub("", name)) or Place()
        quoted = _QUOTED.search(found.where)
        words = quoted[1].strip() if quoted else ""
        if place.position is None:
            position = self._line_with(words, 1, len(self._lines)) if _is_enough(words) else None
            where = found.where
        else:
            position = self._within(place.position, words)
            where = _key(place) + (f": “{said}" if said else "")
        told = replace(found, message=_PLACE.sub(self._line_of, found.message))
        if position is None:
            return told
        return replace(told, position=position, where=where, source_line=self._lines[position.line - 1])

    def _line_of(self, name: re.Match[str]) -> str:
        """A further place that a message names, as a line of the spec where it is known."""
        place = self._places.get(name[0]) or self._places.get(_CELL.sub("", name[0])) or Place()
        if place.position is None:
            return name[0]
        return f"dòng {self._within(place.position, self._words.get(name[0], '')).line}"

    def _within(self, start: Position, words: str) -> Position:
        """Where the words stand in the block that begins at ``start``; else its beginning."""
        later = bisect_right(self._starts, start.line)
        last = self._starts[later] - 1 if later < len(self._starts) else len(self._lines)
        value = line_of_value(words, range(start.line, last + 1), self._lines) if words else None
        return value or self._line_with(words, start.line, last) or start

    def _line_with(self, words: str, first: int, last: int) -> Position | None:
        """The first of the lines that holds the words, or else their first or last half."""
        half = len(words) // 2
        for part in (words, words[:half].strip(), words[half:].strip()):
            if part and (part == words or _is_enough(part)):
                for number in range(first, last + 1):
                    if part in self._lines[number - 1]:
                        return Position(number, self._lines[number - 1].index(part) + 1)
        return None


def _key(place: Place) -> str:
    """The key path of a place as findings show it; the keys of footnotes are digits, and no count."""
    first, *steps = place.where.split(".")
    counted = first != "chu_thich"
    return format_key_path((first, *(int(step) if counted and step.isdecimal() else step for step in steps)))


def _is_enough(words: str) -> bool:
    return len(words) >= _ENOUGH_TO_FIND


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)


def _blocks(document: Document) -> list[Block]:
    """All blocks as they are printed one after another."""
    return [*document.body, *(block for appendix in document.appendices for block in appendix.blocks)]


def _of_tables(blocks: Sequence[Block], paper: Paper) -> dict[str, Place]:
    """Tables and rows of the paper, by their places: the n-th is the n-th of the model."""
    tables = [block for block in blocks if isinstance(block, Table)]
    if len(tables) != len(paper.grids):
        return {}
    found = {}
    for table, grid in zip(tables, paper.grids, strict=True):
        found[grid.place] = table.place
        if len(table.rows) == len(grid.rows):
            rows = zip(table.rows, grid.rows, strict=True)
            found |= {read.place: row.place if row.place.position else table.place for row, read in rows}
    return found


def _of_passages(blocks: Sequence[Block], document: Document, spec: Spec, paper: Paper) -> dict[str, Place]:
    """Paragraphs of the paper: the n-th one of the same letters is the n-th of the model."""
    waiting: dict[str, list[Place]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            waiting[_text(plain(block.runs))].append(block.place)
    for note in document.footnotes:
        for number, runs in enumerate(note.paragraphs):
            waiting[_text(plain(runs))].append(_paragraph(note.place, number, spec.data.source.lines))
    found = {}
    for passage in paper.passages:
        if passage.kind is Kind.SUBJECT:
            found[passage.place] = Place("trich_yeu", spec.data.position(("trich_yeu",)))
        elif passage.kind in (Kind.APPENDIX, Kind.TITLE) and passage.part <= len(document.appendices):
            found[passage.place] = document.appendices[passage.part - 1].place
        elif passage.kind is not Kind.CELL and (places := waiting.get(_letters(passage.text))):
            found[passage.place] = places.pop(0)
    return found


def _paragraph(block: Place, number: int, lines: Sequence[str]) -> Place:
    """The place of one paragraph (from 0) of a block of text, each of which is a line of it."""
    if block.position is None or not lines[block.position.line - 1].rstrip().endswith("|"):
        return block
    below = [line for line in range(block.position.line, len(lines)) if lines[line].strip()]
    if number >= len(below):
        return block
    text = lines[below[number]]
    return Place(block.where, Position(below[number] + 1, len(text) - len(text.lstrip()) + 1))


def _text(printed: str) -> str:
    """The letters of a text without its label."""
    label = read_label(printed)
    return _letters(label.rest if label and label.rest else printed)
