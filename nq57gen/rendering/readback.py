"""The finished file is read again and compared with the model: nothing lost, nothing doubled, nothing new.

Blocks must come in the order of the model, each once; the parts around them (letterhead, signature,
labels of appendices) each once, wherever the template puts them. Anything else must be text of the
template itself.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.parsers import expat

from nq57gen.blanks import bracketed
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InternalError
from nq57gen.model.document import Block, Document, Heading, Runs, Table
from nq57gen.rendering.markup import ESCAPES
from nq57gen.rendering.names import DOCUMENT, FOOTNOTES
from nq57gen.rendering.tag_text import TORN, static_pieces

if TYPE_CHECKING:
    from nq57gen.rendering.facts import TemplateFacts

_SHOWN = 120
#: What makes the text of a paragraph, and where it begins and ends. A tab with attributes is a tab stop.
_TOKEN = re.compile(
    r"<(?:w:t(?: [^>]*)?>([^<]*)|(/?w:p(?: [^>]*|/)?)>|w:(tab|br|cr|noBreakHyphen)(?:( )[^>]*)?/>"
    r'|w:footnoteReference(?: [^>]*)? w:id="(-?\d+)")'
)


def check_result(
    parts: Mapping[str, bytes], document: Document, facts: TemplateFacts, template: tuple[str, ...]
) -> None:
    """Compare the parts of the finished .docx with ``document``.

    ``template``: the texts of its paragraphs. Raises InternalError: text missing (R101), text that
    should not be there or stands in the wrong place (R102), broken XML (R103).
    """
    body = _texts(parts[DOCUMENT], facts)
    notes = _texts(parts[FOOTNOTES], facts) if FOOTNOTES in parts else []
    comparison = _Comparison(document, template)
    for text in body:
        comparison.take(text)
    problems = comparison.problems() + _differences(list(_note_texts(document)), list(filter(None, notes)))
    if problems:
        raise InternalError(problems)


class _Comparison:
    """What the model still wants, while the paragraphs of the file are taken one by one."""

    def __init__(self, document: Document, template: tuple[str, ...]) -> None:
        self.blocks = [bracketed(text) for text in _block_texts(document) if text]
        self.taken = 0
        self.fields = Counter(bracketed(text) for text in _field_texts(document) if text)
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
    """Return the text of ``runs`` with footnote marks in it, as :func:`_texts` gives it."""
    return "".join(run.text if run.note is None else _mark(run.note) for run in runs)


def _mark(note: int) -> str:
    return f"\x00{note}\x00"


def _block_texts(document: Document) -> Iterator[str]:
    for block in document.body:
        yield from _texts_of_block(block)
    for appendix in document.appendices:
        for block in appendix.blocks:
            yield from _texts_of_block(block)


def _texts_of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                yield from (_text(runs) for runs in cell.paragraphs)
    elif isinstance(block, Heading) and block.label:
        yield f"{block.label} {_text(block.runs)}"
    else:
        yield _text(block.runs)


def _field_texts(document: Document) -> Iterator[str]:
    head, end = document.letterhead, document.signature
    yield from (head.parent_body, *head.issuing_body, head.number_line, head.date_line, head.draft_mark)
    yield from (document.type_name, _text(document.subject), *document.addressees)
    yield from (*end.authority, end.position, end.full_name, *end.recipients)
    for appendix in document.appendices:
        yield from (appendix.label, _text(appendix.title), appendix.attachment_line, appendix.end_mark)


def _note_texts(document: Document) -> Iterator[str]:
    """Yield the paragraphs of the footnotes; a space stands between the mark and the first of each."""
    for note in document.footnotes:
        for position, runs in enumerate(note.paragraphs):
            text = _text(runs) if position else f" {_text(runs)}"
            if text:
                yield bracketed(text)


def _texts(part: bytes, facts: TemplateFacts) -> list[str]:
    """Return the text of every paragraph of a finished part, in order, footnote marks in it.

    Raises InternalError (R103) when the part is not well-formed.
    """
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(part, True)
    except expat.ExpatError as error:
        raise InternalError([make("R103", reason=str(error))]) from error
    texts: list[str] = []
    outer: list[tuple[int, list[str]]] = []  # paragraphs around a text box
    pieces: list[str] = []
    place = -1
    for text, paragraph, letter, attributes, note in _TOKEN.findall(part.decode()):
        if text:
            pieces.append(_unescaped(text) if "&" in text else text)
        elif not paragraph:
            if note:
                pieces.append(_mark(int(note) - facts.note_base))
            elif letter == "noBreakHyphen":
                pieces.append("\u2011")
            elif letter and (letter != "tab" or not attributes):
                pieces.append("\t")
        elif paragraph.startswith("/"):
            texts[place] = "".join(pieces)
            place, pieces = outer.pop()
        elif not paragraph.endswith("/"):
            outer.append((place, pieces))
            place, pieces = len(texts), []
            texts.append("")
    return texts


def _unescaped(text: str) -> str:
    for letter, escape in reversed(ESCAPES):
        text = text.replace(escape, letter)
    return text
