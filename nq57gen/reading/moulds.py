"""Paragraphs that differ from one that was read in nothing but their words.

Most paragraphs of a file are written alike: the same properties, runs of the same look, one text in each run.
What such a paragraph is follows from the bytes around its texts, so only the texts are looked at again.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from nq57gen.patterns import lazily
from nq57gen.reading.blocks import RunView
from nq57gen.reading.look_alikes import is_folded
from nq57gen.reading.memory import Memory
from nq57gen.reading.numbering import Level
from nq57gen.reading.paragraphs import Core
from nq57gen.reading.properties import ParagraphProps
from nq57gen.reading.runs import Inline, lettered
from nq57gen.reading.table_styles import TableLayer

#: A text: whether its spaces count, and its letters.
_TEXT = lazily(rb'<w:t( xml:space="preserve")?>([^<]*)</w:t>')
#: Stands for a text; no XML holds it.
_GAP = b"\0"
#: A paragraph of runs with one text each and nothing else, by the bytes around the texts.
_ALIKE = lazily(
    rb"<w:p(?: [^<>]*)?>(?:<w:pPr/>|<w:pPr>(?:[^<]|<(?!/w:pPr>))*</w:pPr>)?"
    rb"(?:<w:r(?: [^<>]*)?>(?:<w:rPr/>|<w:rPr>(?:[^<]|<(?!/w:rPr>))*</w:rPr>)?\0</w:r>)+</w:p>"
)
#: Moulds that are remembered.
_KEPT = 128

#: The bytes around the texts, and what the table around gives.
_Key: TypeAlias = tuple[bytes, TableLayer | None]


class _Mould(Struct, frozen=True):
    """What all paragraphs with the same bytes around their texts have; ``looks`` of their runs."""

    style: str
    props: ParagraphProps
    level: Level | None
    ends_section: bool
    looks: tuple[RunView, ...]


class Moulds:
    """The moulds of files with the same styles, theme, lists and settings."""

    def __init__(self) -> None:
        self._known: Memory[_Key, _Mould] = Memory(_KEPT)

    def cast(self, data: bytes, layer: TableLayer | None) -> Core | None:
        """Return the paragraph with the XML ``data``, outside any field; None if none like it was read."""
        around, marks, texts = apart(data)
        mould = self._known.get((around, layer))
        if mould is None or is_encoded(data):
            return None
        words = list(map(letters, marks, texts))
        if not is_folded("".join(words)):
            return None
        inline = Inline()
        for look, text in zip(mould.looks, words, strict=True):
            if text:
                inline.runs.append(lettered(look, text, ""))
        filled = bool(inline.text.strip())
        return Core(mould.style, mould.props, inline, mould.level, filled, mould.ends_section)

    def learn(self, data: bytes, layer: TableLayer | None, core: Core) -> None:
        """Remember what ``core``, read from the XML ``data`` outside any field, is like."""
        around, _, texts = apart(data)
        looks = tuple(core.inline.runs)
        if len(looks) == len(texts) and _ALIKE.fullmatch(around):
            mould = _Mould(core.style, core.props, core.level, core.ends_section, looks)
            self._known.put((around, layer), mould)


def apart(data: bytes) -> tuple[bytes, list[bytes | None], list[bytes]]:
    """Return the bytes around the texts, for each text whether its spaces count, and the texts."""
    pieces = _TEXT.split(data)
    return _GAP.join(pieces[::3]), pieces[1::3], pieces[2::3]


def is_encoded(data: bytes) -> bool:
    """Whether a text in ``data`` may have to be read as XML, for it is not written letter by letter."""
    return b"&" in data or b"\r" in data


def letters(mark: bytes | None, text: bytes) -> str:
    """Return a text that is not encoded; ``mark`` tells that its spaces count."""
    return text.decode() if mark else text.decode().strip(" \t\r\n")
