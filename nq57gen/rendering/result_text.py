"""The text of a finished part, read from its bytes, paragraph by paragraph, once the XML is sound.

A part comes in pieces, and documents of one kind share most of theirs. What a whole element says is
remembered by its bytes, so that it is parsed once; what stands around the elements is parsed in every
document, with a mark for each of them. A part that is not so simple is parsed and read as a whole.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.parsers import expat

from nq57gen.diagnostics import make
from nq57gen.errors import InternalError
from nq57gen.patterns import lazily
from nq57gen.rendering.markup import ESCAPES
from nq57gen.rendering.names import DECLARATION

#: What makes the text of a paragraph, and where it begins and ends. A tab with attributes is a tab stop.
_TOKEN = lazily(
    r"<(?:w:t(?: [^>]*)?>([^<]*)|(/?w:p(?: [^>]*|/)?)>|w:(tab|br|cr|noBreakHyphen)(?:( )[^>]*)?/>"
    r'|w:footnoteReference(?: [^>]*)? w:id="(-?\d+)")'
)
#: A fallback with none inside it.
_FALLBACK = lazily(r"<(\w+:Fallback)(?: [^>]*)?(?<!/)>(?:(?!</?\1[ />]).)*+</\1\s*>", re.DOTALL)
#: The start of a part: its root, and one more element.
_START = lazily(re.escape(DECLARATION.encode()) + rb"(<([\w:]+)(?: [^<>]*)?>)<[\w:]+>")
#: What looks like one element from start to end; the parser will say whether it is.
_ELEMENT = lazily(rb"<([\w:]+)(?:[ >].*</\1>|(?: [^<>]*)?/>)", re.DOTALL)
#: What can give the text around it another meaning.
_TURNS = (b"<!", b"<?", b"xmlns")
#: The element that stands for, or around, a piece while the parser looks.
_MARK = b"nq57-piece"
#: How many pieces are remembered, of about a thousand bytes each.
_REMEMBERED = 800


def note_mark(note: int) -> str:
    """Return what stands for the mark of footnote ``note`` in a text."""
    return f"\x00{note}\x00"


def texts_of(pieces: Sequence[bytes], note_base: int) -> list[str]:
    """Return the text of every paragraph of a part, in order, footnote marks in it.

    ``pieces``: the part, cut anywhere. ``note_base``: the highest footnote id the template itself uses.
    Raises InternalError (R103) when the part is not well-formed.
    """
    texts = _by_pieces(pieces, note_base)
    return texts if texts is not None else _as_a_whole(b"".join(pieces), note_base)


class _Frame(NamedTuple):
    """The start and the end tag of a part's root, which say what prefixes mean."""

    start: bytes
    end: bytes


class _Piece:
    """A piece of a part: one element, or tags around some.

    ``texts``: those of its paragraphs; of what looks like an element None until a parser found it sound.
    """

    __slots__ = ("content", "is_element", "texts")

    def __init__(self, content: bytes, is_element: bool) -> None:
        self.content = content
        self.is_element = is_element
        self.texts: tuple[str, ...] | None = None if is_element else ()


def _by_pieces(pieces: Sequence[bytes], note_base: int) -> list[str] | None:
    """Return the texts of a part whose pieces are elements and tags around them; None for any other."""
    frame = _frame(pieces[0])
    if frame is None:
        return None
    found = [_piece(frame, note_base, piece) for piece in pieces[1:]]
    around = [pieces[0]]
    new: list[_Piece] = []
    for piece in found:
        if piece is None:
            return None
        around.append(b"<%b/>" % _MARK if piece.is_element else piece.content)
        if piece.texts is None:
            new.append(piece)
    if not _is_sound(around):
        return None
    if new:
        marked = (b"<%b>%b</%b>" % (_MARK, piece.content, _MARK) for piece in new)
        if not _is_sound(itertools.chain((frame.start,), marked, (frame.end,))):
            return None
        for piece in new:
            piece.texts = tuple(_texts(piece.content.decode(), note_base))
    return [text for piece in found if piece is not None and piece.texts for text in piece.texts]


@functools.lru_cache(maxsize=8)
def _frame(start: bytes) -> _Frame | None:
    """Return the root of the part that begins with ``start``; None when that is more than two tags."""
    found = _START.fullmatch(start)
    if found is None or _TOKEN.search(start.decode("utf-8", "replace")):
        return None
    return _Frame(found[1], b"</%b>" % found[2])


@functools.lru_cache(maxsize=_REMEMBERED)
def _piece(frame: _Frame, note_base: int, content: bytes) -> _Piece | None:
    """Return the one object of a piece; None for what cannot be understood without its neighbours.

    What is understood begins and ends with tags and holds no comments and the like. An element then reads
    the same wherever it stands; what stands around elements has no text and gives prefixes no meanings.
    """
    if not (content.startswith(b"<") and content.endswith(b">")) or _MARK in content:
        return None
    if _ELEMENT.fullmatch(content):
        return None if b"<!" in content or b"<?" in content else _Piece(content, True)
    if any(turn in content for turn in _TURNS) or _TOKEN.search(content.decode("utf-8", "replace")):
        return None
    return _Piece(content, False)


def _is_sound(xml: Iterable[bytes]) -> bool:
    """Whether a part, in pieces, is well-formed."""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        for piece in xml:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        return False
    return True


def _as_a_whole(part: bytes, note_base: int) -> list[str]:
    """Return the texts of any part. Raises InternalError (R103) when it is not well-formed."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(part, True)
    except expat.ExpatError as error:
        raise InternalError([make("R103", reason=str(error))]) from error
    return _texts(part.decode(), note_base)


def _without_fallbacks(xml: str) -> str:
    """Return ``xml`` without what only says once more, for old programs, what stands before it."""
    found = 1 if "Fallback" in xml else 0
    while found:  # the innermost first
        xml, found = _FALLBACK.subn("", xml)
    return xml


def _texts(xml: str, note_base: int) -> list[str]:
    """Return the texts of the paragraphs in ``xml``, which is well-formed."""
    texts: list[str] = []
    outer: list[tuple[int, list[str]]] = []  # paragraphs around a text box
    pieces: list[str] = []
    place = -1
    for text, paragraph, letter, attributes, note in _TOKEN.findall(_without_fallbacks(xml)):
        if text:
            pieces.append(_unescaped(text) if "&" in text else text)
        elif not paragraph:
            if note:
                pieces.append(note_mark(int(note) - note_base))
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
