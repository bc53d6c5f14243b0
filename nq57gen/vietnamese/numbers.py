"""Figures as Vietnamese documents write them: dots between thousands, a comma before decimals.

Source: the usual Vietnamese way of writing figures (accounting law); decree 30/2020 itself is silent,
except that an ordinal number below ten takes a leading zero (PL I, II.3).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

from nq57gen.patterns import lazily

#: "3.115" and "1.234.567,8": groups of three after dots, never starting with 0.
_GROUPED = lazily(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
#: "58,09", "75.2", "2026".
_PLAIN = lazily(r"-?([0-9]+)(?:([.,])([0-9]+))?")
_MINUS_SIGN = "\u2212"
#: No figure of a document is longer; keeps a hostile text from costing time.
_LONGEST_TEXT = 64
#: Wide enough for every figure that :func:`parse_number` gives, so that nothing is rounded silently.
_EXACT = Context(prec=1000)
#: What stands for "no figure" in a table cell.
_BLANK_CELLS = frozenset({"", "-", "\u2013", "\u2014"})


class NumberError(ValueError):
    """A text that should be a figure is not one; ``text`` is what was written."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"not a number: {text!r}")


def parse_number(text: str) -> Decimal | None:
    """Read ``text`` as a figure; None when it is not one. Decimals keep the zeros typed.

    A comma is the decimal sign. A dot before exactly three digits separates thousands ("3.115" is
    3115; "0.125" is not, for no group starts with 0); any other single dot is a decimal point
    ("75.2"). "1234.567" can be meant both ways and is refused.
    Spaces and no-break spaces around it and the minus signs U+002D and U+2212 are accepted.
    """
    text = text.strip().replace(_MINUS_SIGN, "-")
    if len(text) > _LONGEST_TEXT:
        return None
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        return None
    whole, sign, decimals = plain.groups()
    if sign == "." and len(decimals) == 3 and whole != "0":
        return None
    return Decimal(text.replace(",", "."))


def as_number(value: Decimal | int | str) -> Decimal:
    """``value`` as a finite Decimal; a text is read by :func:`parse_number`.

    Raises :class:`NumberError`.
    """
    number = parse_number(value) if isinstance(value, str) else Decimal(value)
    if number is None or not number.is_finite():
        raise NumberError(str(value))
    return number


def format_number(value: Decimal | int | str, decimals: int | None = None) -> str:
    """Write a figure: 29061000 gives "29.061.000", Decimal("58.09") gives "58,09".

    ``decimals``: round half up to that many places; None keeps the decimals as they are.
    Raises :class:`NumberError`.
    """
    number = as_number(value)
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    whole, _, fraction = format(number.copy_abs(), "f").partition(".")
    sign = "-" if number < 0 else ""
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def format_percent(value: Decimal | int | str, decimals: int | None = None) -> str:
    """Write a percentage: "58.09", 58.09 and "58,09%" all give "58,09%" (no space before the sign).

    Raises :class:`NumberError`.
    """
    if isinstance(value, str):
        value = value.strip().removesuffix("%")
    return format_number(value, decimals) + "%"


def two_digits(value: int | str) -> str:
    """Write a count with a leading zero below ten: 5 gives "05", 12 gives "12".

    Raises :class:`NumberError` for anything but a whole number from 0 up.
    """
    number = as_number(value)
    if number < 0 or number != number.to_integral_value():
        raise NumberError(str(value))
    return f"{int(number):02d}"


def sum_numbers(values: Iterable[Decimal | int | str]) -> Decimal:
    """Add up table cells exactly; blank cells ("" or a dash) count as nothing.

    Raises :class:`NumberError` at the first cell that holds something else.
    """
    total = Decimal(0)
    for value in values:
        if isinstance(value, str) and value.strip() in _BLANK_CELLS:
            continue
        total = _EXACT.add(total, as_number(value))
    return total
