"""Looks of a piece against what a rule wants: size, weight, slant, case, alignment, spacing."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

from nq57gen.checks.layout.pieces import Piece
from nq57gen.checks.layout.rule import Found
from nq57gen.reading.types import RunView

TWIPS_PER_CM = 567.0
#: The darkest greys look black on paper: no channel above this.
_BLACK_ENOUGH = 0x33
_ALIGN = {"left": "căn trái", "center": "canh giữa", "right": "căn phải", "both": "đều hai lề"}


def look(
    pieces: Piece | Iterable[Piece] | None,
    *,
    size: tuple[float, float] | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    underline: bool | None = None,
    upper: bool | None = None,
    align: str = "",
) -> Iterator[Found]:
    """Each piece that does not look as asked, with everything that is wrong about it in one finding.

    ``size`` is the allowed range in points; alignment is not judged for pieces that tabs place.
    """
    listed = [pieces] if isinstance(pieces, Piece) else list(pieces or ())
    for piece in listed:
        wrong = [*_letters_wrong(piece, size, bold, italic, underline)]
        if upper is not None and piece.text and (piece.text.upper() == piece.text) is not upper:
            wrong.append("chữ thường" if upper else "in hoa")
        if align and not piece.tabbed and piece.paragraph.align != align:
            wrong.append(_ALIGN.get(piece.paragraph.align, piece.paragraph.align))
        if wrong:
            yield Found(piece.place, ", ".join(wrong))


def _letters_wrong(
    piece: Piece,
    size: tuple[float, float] | None,
    bold: bool | None,
    italic: bool | None,
    underline: bool | None,
) -> Iterator[str]:
    runs = piece.letters
    if size:
        sizes = sorted({run.size_pt for run in runs if not size[0] <= run.size_pt <= size[1]})
        if sizes:
            yield "cỡ " + ", ".join(f"{value:g}".replace(".", ",") for value in sizes)
    for wanted, has, no in (
        (bold, "bold", ("không đậm", "đậm")),
        (italic, "italic", ("không nghiêng", "nghiêng")),
        (underline, "underline", ("không gạch chân", "gạch chân")),
    ):
        if wanted is not None and any(getattr(run, has) is not wanted for run in runs):
            yield no[0] if wanted else no[1]


def is_black(color: str) -> bool:
    """Whether a colour ("auto" or RRGGBB) is black to the eye."""
    return color == "auto" or all(int(color[at : at + 2], 16) <= _BLACK_ENOUGH for at in (0, 2, 4))


def centimetres(twips: int) -> str:
    """Twips as "1,27 cm"."""
    return f"{twips / TWIPS_PER_CM:.2f} cm".replace(".", ",")


def millimetres(twips: int) -> str:
    """Twips as "30 mm"."""
    return f"{twips / 56.69:.1f} mm".replace(".", ",").replace(",0 mm", " mm")


def points(value: float) -> str:
    """A number of points as "6 pt"."""
    return f"{value:g} pt".replace(".", ",")


def share(piece: Piece, has: Callable[[RunView], bool]) -> float:
    """How much of the letters and digits of ``piece`` (0..1) stands in runs that ``has`` holds for."""
    having = [has(run) for run in piece.letters]
    if not any(having):
        return 0.0
    if all(having):  # to count takes long
        return 1.0 if any(any(map(str.isalnum, run.text)) for run in piece.letters) else 0.0
    counts = [sum(map(str.isalnum, run.text)) for run in piece.letters]
    total = sum(counts)
    return sum(itertools.compress(counts, having)) / total if total else 0.0
