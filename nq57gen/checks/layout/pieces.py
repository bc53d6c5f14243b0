"""A piece: one component's text with its formatting, be it a whole paragraph or what a tab sets apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nq57gen.reading.types import ParagraphView, RunView, TableView
from nq57gen.vietnamese.syllables import fold

_SIGNS = "[-–—―─━_=~*‗¯ ]+"
#: Signs typed in a row in place of a line, with the "o0o" some put in the middle.
_TYPED_LINE = re.compile(rf"(?=.{{3,}}){_SIGNS}(?:[oO0]{{3}}{_SIGNS})?")


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` is as shown (capitals by formatting applied), stripped; ``tabbed``: placed by tabs."""

    paragraph: ParagraphView
    runs: tuple[RunView, ...]
    text: str
    tabbed: bool = False

    @property
    def place(self) -> str:
        """Where it stands, as a person would say it, with the words themselves."""
        shown = self.text if len(self.text) <= 40 else self.text[:40].rstrip() + "…"
        return f"{self.paragraph.place}: “{shown}”"

    @property
    def letters(self) -> tuple[RunView, ...]:
        """The runs that print something."""
        return tuple(run for run in self.runs if run.text.strip() and not run.hidden)


def whole(paragraph: ParagraphView) -> Piece:
    """A paragraph as one piece."""
    return Piece(paragraph, paragraph.runs, " ".join(paragraph.labelled_text.split()))


def split_at_tabs(paragraph: ParagraphView) -> list[Piece]:
    """The pieces that tabs (or line breaks) set apart; one piece when there are none."""
    groups: list[list[tuple[RunView, str]]] = [[]]
    for run in paragraph.runs:
        if run.hidden:
            continue
        for index, part in enumerate(run.shown_text.replace("\n", "\t").split("\t")):
            if index:
                groups.append([])
            groups[-1].append((run, part))
    pieces = []
    for group in groups:
        text = " ".join("".join(part for _, part in group).split())
        if text:
            runs = tuple(run for run, part in group if part.strip())
            pieces.append(Piece(paragraph, runs, text, tabbed=len(groups) > 1))
    return pieces


def is_typed_line(text: str) -> bool:
    """Whether ``text`` is signs in a row, typed in place of a drawn line: "______", "---o0o---"."""
    return bool(_TYPED_LINE.fullmatch(text.strip()))


def paragraphs_of(blocks: Iterable[ParagraphView | TableView]) -> Iterator[ParagraphView]:
    """All paragraphs of ``blocks``, those of tables included, in reading order."""
    for block in blocks:
        if isinstance(block, ParagraphView):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)


def filled(paragraphs: Iterable[ParagraphView]) -> list[ParagraphView]:
    """The paragraphs that print text."""
    return [paragraph for paragraph in paragraphs if paragraph.shown_text.strip()]


def folded(text: str) -> str:
    """``text`` without marks, in small letters, for recognising words however they are typed."""
    return fold(text).lower()
