"""A piece: one component's text with its formatting, be it a whole paragraph or what a tab sets apart."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from msgspec import Struct, field

from nq57gen.patterns import lazily
from nq57gen.reading.memo import FORGETFUL, Memo
from nq57gen.reading.types import ParagraphView, RowView, RunView, TableView

_MARKS_OF_LETTERS = lazily("[\u0300-\u036f]+")
_BLANK_AT_END = lazily(r"(?:\.\s?){3,}$|[…_]\s*\.*$|(?:\.{3}|…|_)\s*\(\d{1,2}\)[\s.…_]*$")
#: Texts whose folded form is remembered.
_TEXTS_KEPT = 500


_TAB_OR_BREAK = lazily(r"([\t\n])")
#: What stands before and behind a tab that is typed in place of a space inside one component (folded).
_ONE_LINE = lazily(
    r"so\s*:?[\s\d.…_]*\t[\s\d.…_:]*/\s*[^\W\d_]"
    r"|so\s*:?\t\s*:?\s*[\d.…_]+$"
    r"|so\s*:?[\s\d.…_]*/\s*\t\s*[^\W\d_]+-"
    r"|so\t:"
    r"|[^\t]*,\tngay\b"
    r"|[^\t]*\bngay[\s\d.…_]*\t[\s\d.…_]*(?:\d|thang\b)"
    r"|[^\t]*\bthang[\s\d.…_]*\t[\s\d.…_]*(?:\d|nam\b)"
    r"|[^\t]*\bnam\t[\s\d.…_]*$"
    r"|(?:v/v|kinh gui\s*:?|tm\.?|kt\.?|tl\.?|tuq\.?)\t"
    r"|[^\t]*\bdoc lap\W*\t\W*(?:tu do\b|$)|[^\t]*\btu do\t\W+$|"
    r"[^\t]*\btu do\W*\t\W*hanh phuc\b"
    r"|[^\t]*\bxa hoi\tchu nghia viet nam"
)


class Remembering(Protocol):
    """What keeps what was found out about it alone: a paragraph, a row, a piece, a line."""

    @property
    def memo(self) -> dict[str, Any]:
        """The results by name."""
        ...


_One = TypeVar("_One", bound=Remembering)
_Found = TypeVar("_Found")


def once_each(find: Callable[[_One], _Found]) -> Callable[[_One], _Found]:
    """Let ``find`` work once for each thing; it must look at nothing else and give nothing that changes.

    Equal paragraphs of different files are one object, so the result serves all of them.
    """
    name = f"{find.__module__}.{find.__qualname__}"

    @functools.wraps(find)
    def shared(one: _One) -> _Found:
        try:
            known: _Found = one.memo[name]
        except KeyError:
            known = one.memo[name] = find(one)
        return known

    return shared


_SIGNS = "[-–—―─━_=~*‗¯ ]+"
#: Signs typed in a row in place of a line, with the "o0o" some put in the middle.
_TYPED_LINE = lazily(rf"(?=.{{3,}}){_SIGNS}(?:[oO0]{{3}}{_SIGNS})?")


class Piece(Struct, frozen=True):
    """``text`` is as shown (capitals by formatting applied), stripped; ``tabbed``: placed by tabs."""

    paragraph: ParagraphView
    runs: tuple[RunView, ...]
    text: str
    tabbed: bool = False
    memo: Memo = field(default_factory=Memo)

    @property
    def place(self) -> str:
        """Where it stands, as a person would say it, with the words themselves."""
        shown = self.text if len(self.text) <= 40 else self.text[:40].rstrip() + "…"
        return f"{self.paragraph.place}: “{shown}”"

    @property
    def letters(self) -> tuple[RunView, ...]:
        """The runs that print letters or digits; all that print something in a piece without any.

        How a hyphen or a colon alone looks is seen by nobody.
        """
        return _letters(self)


@once_each
def _letters(piece: Piece) -> tuple[RunView, ...]:
    shown = tuple(run for run in piece.runs if run.text.strip() and not run.hidden)
    return tuple(run for run in shown if any(map(str.isalnum, run.text))) or shown


@once_each
def whole(paragraph: ParagraphView) -> Piece:
    """A paragraph as one piece."""
    memo = FORGETFUL if paragraph.memo is FORGETFUL else Memo()
    return Piece(paragraph, paragraph.runs, " ".join(paragraph.labelled_text.split()), memo=memo)


def split_at_tabs(paragraph: ParagraphView) -> list[Piece]:
    """The pieces that tabs (or line breaks) set apart; one piece when there are none."""
    return list(_split(paragraph))


@once_each
def _split(paragraph: ParagraphView) -> tuple[Piece, ...]:
    groups: list[list[tuple[RunView, str]]] = [[]]
    ends: list[str] = []  # the sign after each group
    for run in paragraph.runs:
        if run.hidden:
            continue
        for index, part in enumerate(_TAB_OR_BREAK.split(run.shown_text)):
            if index % 2:
                ends.append(part)
                groups.append([])
            else:
                groups[-1].append((run, part))
    groups = _joined(groups, ends) if "\t" in ends else groups
    pieces = []
    for group in groups:
        text = _text_of(group)
        if text:
            runs = tuple(run for run, part in group if part.strip())
            pieces.append(Piece(paragraph, runs, text, tabbed=len(groups) > 1))
    return tuple(pieces)


def _text_of(group: Iterable[tuple[RunView, str]]) -> str:
    return " ".join("".join(part for _, part in group).split())


def _joined(groups: list[list[tuple[RunView, str]]], ends: list[str]) -> list[list[tuple[RunView, str]]]:
    """``groups`` with those joined that a tab parts in place of a space: "Số:<tab>45/KH-UBND"."""
    joined = [groups[0]]
    tabs_only = True  # between the last group with words and the next one
    for sign, group in zip(ends, groups[1:], strict=True):
        tabs_only = tabs_only and sign == "\t"
        text = _text_of(group)
        if tabs_only and text and _ONE_LINE.match(folded(f"{_text_of(joined[-1])}\t{text}")):
            joined[-1] = [*joined[-1], (group[0][0], " "), *group]
        elif text or not tabs_only:
            joined.append(group)
            tabs_only = True
    return joined


def is_typed_line(text: str) -> bool:
    """Whether ``text`` is signs in a row, typed in place of a drawn line: "______", "---o0o---"."""
    return bool(_TYPED_LINE.fullmatch(text.strip()))


def ends_in_blank(text: str) -> bool:
    """Whether ``text`` ends in a place to fill in: dots with or without the number of a note, "...(3)..."."""
    return bool(_BLANK_AT_END.search(text))


def paragraphs_of(blocks: Iterable[ParagraphView | TableView]) -> Iterator[ParagraphView]:
    """All paragraphs of ``blocks``, those of tables included, in reading order."""
    for block in blocks:
        if isinstance(block, ParagraphView):
            yield block
        else:
            for row in block.rows:
                yield from _in_row(row)


@once_each
def _in_row(row: RowView) -> tuple[ParagraphView, ...]:
    return tuple(paragraph for cell in row.cells for paragraph in paragraphs_of(cell.blocks))


def filled(paragraphs: Iterable[ParagraphView]) -> list[ParagraphView]:
    """The paragraphs that print text."""
    return [paragraph for paragraph in paragraphs if paragraph.text.strip()]


@functools.lru_cache(maxsize=_TEXTS_KEPT)
def folded(text: str) -> str:
    """``text`` without marks, in small letters, for recognising words however they are typed."""
    bare = _MARKS_OF_LETTERS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare).replace("Đ", "D").replace("đ", "d").lower()
