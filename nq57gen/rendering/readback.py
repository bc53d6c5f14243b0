"""The finished file is read again and compared with the model: nothing lost, nothing doubled, nothing new.

Blocks must come in the order of the model, each once; the parts around them (letterhead, signature,
labels of appendices) each once, wherever the template puts them. Anything else must be text of the
template itself.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from nq57gen.blanks import bracketed
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InternalError
from nq57gen.model.document import Block, Cell, Document, Heading, Runs, Table
from nq57gen.rendering.names import DOCUMENT, FOOTNOTES
from nq57gen.rendering.result_text import note_mark, texts_of
from nq57gen.rendering.tag_text import TORN, static_pieces

if TYPE_CHECKING:
    from nq57gen.rendering.facts import TemplateFacts

_SHOWN = 120
#: How many rows of tables are remembered.
_ROWS = 512


def check_result(
    parts: Mapping[str, Sequence[bytes]], document: Document, facts: TemplateFacts, template: tuple[str, ...]
) -> None:
    """Compare the parts of the finished .docx, each in pieces, with ``document``.

    ``template``: the texts of its paragraphs. Raises InternalError: text missing (R101), text that
    should not be there or stands in the wrong place (R102), broken XML (R103).
    """
    body = texts_of(parts[DOCUMENT], facts.note_base)
    comparison = _Comparison(document, template)
    for text in body:
        comparison.take(text)
    problems = comparison.problems() + notes_problems(parts, document, facts)
    if problems:
        raise InternalError(problems)


def notes_problems(
    parts: Mapping[str, Sequence[bytes]], document: Document, facts: TemplateFacts
) -> list[Diagnostic]:
    """Compare the footnotes of the finished .docx with those of ``document``: R101, R102."""
    notes = texts_of(parts[FOOTNOTES], facts.note_base) if FOOTNOTES in parts else []
    return _differences(list(_note_texts(document)), list(filter(None, notes)))


class _Comparison:
    """What the model still wants, while the paragraphs of the file are taken one by one."""

    def __init__(self, document: Document, template: tuple[str, ...]) -> None:
        self.blocks = [text for block in blocks_of(document) for text in texts_of_block(block) if text]
        self.taken = 0
        self.fields = Counter(bracketed(text) for _name, text in fields_of(document) if text)
        self.static, self.patterns = _allowed(template)
        self.extra: list[str] = []

    def take(self, text: str) -> None:
        """Account for one paragraph of the file."""
        if not text or self._wanted(text) or text in self.static:
            return
        for pattern in self.patterns:
            match = pattern.fullmatch(text)
            if match and all(not value or self._wanted(value) for value in match.groups()):
                return
        self.extra.append(text)

    def _wanted(self, text: str) -> bool:
        if self.taken < len(self.blocks) and self.blocks[self.taken] == text:
            self.taken += 1
            return True
        if self.fields[text]:
            self.fields[text] -= 1
            return True
        return False

    def problems(self) -> list[Diagnostic]:
        """Return what is missing and what is too much."""
        missing = [*self.blocks[self.taken : self.taken + 1], *self.fields.elements()]
        return _report(missing, self.extra)


def _report(missing: Sequence[str], extra: Sequence[str]) -> list[Diagnostic]:
    return [
        *(make("R101", text=text[:_SHOWN].strip()) for text in missing),
        *(make("R102", text=text[:_SHOWN].strip()) for text in extra),
    ]


def _differences(wanted: Sequence[str], found: Sequence[str]) -> list[Diagnostic]:
    """Compare two lists that must be equal."""
    if list(wanted) == list(found):
        return []
    missing, extra = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    return _report(list(missing), list(extra)) or _report(list(wanted)[:1], [])


@functools.lru_cache(maxsize=8)
def _allowed(template: tuple[str, ...]) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return the texts the template itself prints, and what its paragraphs with tags can look like."""
    static = frozenset(text for text in template if not TORN.search(text))
    return static, tuple(_pattern(text) for text in template if _is_framed(text))


def _is_framed(text: str) -> bool:
    """Whether a paragraph of the template has both tags and text of its own."""
    return bool(TORN.search(text)) and any(piece.strip() for piece in static_pieces(text))


def _pattern(text: str) -> re.Pattern[str]:
    """Return what a paragraph with tags can look like when filled; with ``{% %}`` its text may be absent."""
    pieces = [re.escape(piece) for piece in static_pieces(text)]
    if "{%" in text:
        pieces = [f"(?:{piece})?" if piece else "" for piece in pieces]
    return re.compile("(.*)".join(pieces))


def _text(runs: Runs) -> str:
    """Return the text of ``runs`` with footnote marks in it, as :func:`texts_of` gives it."""
    if len(runs) == 1 and runs[0].note is None:
        return runs[0].text
    return "".join(run.text if run.note is None else note_mark(run.note) for run in runs)


def blocks_of(document: Document) -> Iterator[Block]:
    """Yield the blocks of the body, then those of the appendices."""
    yield from document.body
    for appendix in document.appendices:
        yield from appendix.blocks


def texts_of_block(block: Block) -> Iterable[str]:
    """Return the texts of a block as they are printed."""
    if isinstance(block, Table):
        return itertools.chain.from_iterable(_texts_of_row(row.cells) for row in block.rows)
    text = _text(block.runs)
    return (bracketed(f"{block.label} {text}" if isinstance(block, Heading) and block.label else text),)


@functools.lru_cache(maxsize=_ROWS)
def _texts_of_row(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Return the texts of a row; documents of one kind share most of them."""
    return tuple(bracketed(_text(runs)) for cell in cells for runs in cell.paragraphs)


def fields_of(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what is printed around the blocks, each text with the name that a template prints it by."""
    head, end = document.letterhead, document.signature
    yield "co_quan.chu_quan", head.parent_body
    yield from (("co_quan.ban_hanh", line) for line in head.issuing_body)
    yield "so_ky_hieu", head.number_line
    yield "dia_danh_thoi_gian", head.date_line
    yield "du_thao", head.draft_mark
    yield "ten_loai", document.type_name
    yield "trich_yeu", _text(document.subject)
    yield from (("kinh_gui", line) for line in document.addressees)
    yield from (("nguoi_ky.quyen_han", line) for line in end.authority)
    yield "nguoi_ky.chuc_vu", end.position
    yield "nguoi_ky.ho_ten", end.full_name
    yield from (("noi_nhan", line) for line in end.recipients)
    for appendix in document.appendices:
        yield "cac_phu_luc.nhan", appendix.label
        yield "cac_phu_luc.tieu_de", _text(appendix.title)
        yield "cac_phu_luc.dong_kem_theo", appendix.attachment_line
        yield "cac_phu_luc.dau_het", appendix.end_mark


def _note_texts(document: Document) -> Iterator[str]:
    """Yield the paragraphs of the footnotes; a space stands between the mark and the first of each."""
    for note in document.footnotes:
        for position, runs in enumerate(note.paragraphs):
            text = _text(runs) if position else f" {_text(runs)}"
            if text:
                yield bracketed(text)
