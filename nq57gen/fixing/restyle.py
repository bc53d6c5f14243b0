"""Gives a component the look a rule wants, by direct formatting, and says what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.outline import main_size
from nq57gen.checks.layout.pieces import Piece
from nq57gen.fixing.letters import letters_of, set_size, set_switch, set_underline
from nq57gen.fixing.mend import Done
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, put
from nq57gen.reading.content import Paragraph

_ALIGNED = {"center": "canh giữa", "left": "căn trái", "both": "đều hai lề"}


class Wanted(Struct, frozen=True):
    """The look a rule wants, as for :func:`nq57gen.checks.layout.looks.look`; ``upper`` only as capitals."""

    size: tuple[float, float] | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    upper: bool | None = None
    align: str = ""

    def apart(self) -> Iterator[Wanted]:
        """Each wish by itself."""
        nothing = Wanted()
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if value is not None and value != "":
                yield replace(nothing, **{name: value})


def restyle(opened: Opened, pieces: Piece | Iterable[Piece] | None, wanted: Wanted) -> Iterator[Done]:
    """Mend the look of each piece that has not the wanted one, one wish after the other.

    A size that is out of its range becomes the one that other pieces have, else the nearer end of the range.
    """
    listed = [pieces] if isinstance(pieces, Piece) else list(pieces or ())
    for piece in listed:
        before: list[str] = []
        after: list[str] = []
        for wish in wanted.apart():
            wrong = [found.got for found in look(piece, **_options(wish))]
            said = _give(opened, piece, wish, listed) if wrong else ""
            if said:
                before += wrong
                after.append(said)
        if after:
            yield Done(piece.place, ", ".join(before), ", ".join(after))


def nearest(value: float, allowed: tuple[float, float]) -> float:
    """``value`` if it is allowed, else the nearer end of the range."""
    return min(max(value, allowed[0]), allowed[1])


def points(size: float) -> str:
    """A size as "cỡ 13,5"."""
    return f"cỡ {size:g}".replace(".", ",")


def properties(paragraph: Paragraph) -> etree._Element:
    """The ``w:pPr`` that formats a paragraph, made where it is missing."""
    return child(paragraph.elements[-1], "pPr")


def _options(wish: Wanted) -> dict[str, Any]:
    return {name: getattr(wish, name) for name in wish.__struct_fields__}


def _give(opened: Opened, piece: Piece, wish: Wanted, listed: Sequence[Piece]) -> str:
    """Fulfil one wish; returns what is there now, "" when nothing could be changed."""
    if wish.align:
        return _align(opened, piece, wish.align)
    runs = letters_of(opened, piece)
    if not runs:
        return ""
    if wish.size is not None:
        size = _size(piece, wish.size, listed)
        for run in runs:
            set_size(run, size)
        return points(size)
    if wish.underline is not None:
        for run in runs:
            set_underline(run, wish.underline)
        return "gạch chân" if wish.underline else "không gạch chân"
    if wish.upper is not None:
        return _capitals(piece, runs, wish.upper)
    name, on, said = (
        ("b", wish.bold, ("không đậm", "đậm"))
        if wish.bold is not None
        else ("i", wish.italic, ("đứng", "nghiêng"))
    )
    for run in runs:
        set_switch(run, name, bool(on))
    return said[bool(on)]


def _size(piece: Piece, allowed: tuple[float, float], listed: Sequence[Piece]) -> float:
    sizes = [run.size_pt for other in listed for run in other.letters]
    fitting = [size for size in sizes if nearest(size, allowed) == size]
    return max(fitting, key=fitting.count) if fitting else nearest(main_size(piece), allowed)


def _capitals(piece: Piece, runs: list[etree._Element], upper: bool) -> str:
    """Turn capitals by formatting on or off; what was typed in capitals stays."""
    if not upper and not any(run.caps for run in piece.letters):
        return ""
    for run in runs:
        set_switch(run, "caps", upper)
    return "in hoa" if upper else "chữ thường"


def _align(opened: Opened, piece: Piece, align: str) -> str:
    paragraph = opened.behind(piece.paragraph)
    if paragraph is None:
        return ""
    put(properties(paragraph), "jc", val=align)
    return _ALIGNED[align]
