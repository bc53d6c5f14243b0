"""A column of figures: the one way in which all of them are written, or two cells that contradict each other.

The norm is a dot between groups of three digits and a comma before decimals ("1.234,5", as in
:mod:`nq57gen.vietnamese.numbers`). Spreadsheets in English write it the other way round ("1,234.5"), and many
people write a decimal point alone ("1.5").
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from nq57gen.patterns import lazily
from nq57gen.vietnamese.numbers import parse_number


class Marks(enum.Enum):
    """The sign before decimals; the other one groups thousands."""

    COMMA = ","
    POINT = "."


class Conflict(Struct, frozen=True):
    """The indices of two figures that no one reading covers: one has ``Marks.POINT``, one ``Marks.COMMA``."""

    point: int
    comma: int

    def in_order(self) -> tuple[tuple[int, Marks], tuple[int, Marks]]:
        """Both, the upper one first, each with the only way to read it."""
        one, other = sorted([(self.point, Marks.POINT), (self.comma, Marks.COMMA)], key=lambda cell: cell[0])
        return one, other


_SIGN = "[-\u2212]?"
_COMMA = lazily(rf"{_SIGN}(?:[0-9]+|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+)(?:,[0-9]+)?")
#: A dot before exactly three digits groups ("1.250"), or can be meant both ways ("1234.567").
_POINT = lazily(
    rf"{_SIGN}(?:[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|0\.[0-9]{{3}}|[0-9]+(?:\.(?![0-9]{{3}}$)[0-9]+)?)"
)
_FIGURE = lazily(
    rf"(?P<figure>{_SIGN}[0-9]+(?:[.,][0-9]+)*)"
    r"(?P<unit>\s?[^\W\d_]+[²³23]?(?:[ /][^\W\d_]+[²³23]?){0,3})?"
)
_SWAPPED = str.maketrans(",.", ".,")


def marks_of(text: str) -> frozenset[Marks]:
    """The ways in which ``text`` can be a figure: both for "2026" and "1,250", none when it is no figure."""
    text = text.strip()
    found = {Marks.COMMA: _COMMA, Marks.POINT: _POINT}
    return frozenset(
        marks
        for marks, form in found.items()
        if form.fullmatch(text) and figure_value(text, marks) is not None
    )


def figure_value(text: str, marks: Marks) -> Decimal | None:
    """The value of a figure of a column with ``marks``; one that cannot be read so is read as it can.

    None when it is no figure.
    """
    return parse_number(by_norm(text, marks))


def by_norm(text: str, marks: Marks) -> str:
    """A figure with ``marks`` as the norm writes it: "1,234.5" gives "1.234,5"."""
    return text.translate(_SWAPPED) if marks is Marks.POINT else text


def common_marks(figures: Sequence[str]) -> Marks | Conflict:
    """The one reading of all ``figures`` (each has one, see :func:`marks_of`), or two that contradict.

    What can be read by the norm is: "1,250" beside "1.5" has decimals, unless another figure shows that
    commas group thousands here ("1,234.5", "1,234,567").
    """
    ways = [marks_of(figure) for figure in figures]
    if all(Marks.COMMA in way for way in ways):
        return Marks.COMMA
    english = any("," in figure and way == {Marks.POINT} for figure, way in zip(figures, ways, strict=True))
    if not english:
        ways = [way - {Marks.POINT} if "," in one else way for one, way in zip(figures, ways, strict=True)]
    point = next(at for at, way in enumerate(ways) if Marks.COMMA not in way)
    comma = next((at for at, way in enumerate(ways) if Marks.POINT not in way), None)
    return Marks.POINT if comma is None else Conflict(point, comma)


def described(figure: str, marks: Marks) -> str:
    """How a figure is read, in Vietnamese: "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân"."""
    names = {",": "dấu phẩy", ".": "dấu chấm"}
    grouping = "," if marks is Marks.POINT else "."
    said = [f"{names[grouping]} ngăn hàng nghìn"] if grouping in figure else []
    said += [f"{names[marks.value]} trước phần thập phân"] if marks.value in figure else []
    return ", ".join(said)


def to_type(point: str, comma: str) -> str:
    """What to type so that both figures of a conflict have one reading, in Vietnamese."""
    said = f"ghi “{by_norm(point, Marks.POINT)}” thay cho “{point}”"
    other = by_norm(comma, Marks.POINT)
    if Marks.POINT in marks_of(comma):
        return f"{said}; nếu dấu phẩy của “{comma}” ngăn hàng nghìn thì ghi “{other}”"
    if "," not in comma and Marks.COMMA in marks_of(other):
        return f"{said}; nếu “{comma}” có phần thập phân thì ghi “{other}”"
    return said


def split_unit(text: str) -> tuple[str, str] | None:
    """Part "1.250 triệu đồng" into its figure and its unit ("" without one); None if it is anything else."""
    match = _FIGURE.fullmatch(" ".join(text.split()))
    if match is None or not marks_of(match["figure"]):
        return None
    return match["figure"], (match["unit"] or "").strip()
