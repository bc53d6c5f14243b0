"""Evaluates what stands between ``<<`` and ``>>``.

Only names we give, only attributes they declare, only our filters; no statements, no methods, no
globals. Powers are refused, so that no expression can eat the machine. Every value of a spec is text:
arithmetic reads it as a figure ("75" + "25" is 100), texts are joined by ``~``.

A name with attributes and filters, as nearly all are, is looked up here; all else is one Jinja
expression, see :mod:`nq57gen.model.sandbox`. Where both could, both give the same.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from nq57gen.blanks import blank, blanks_in
from nq57gen.messages.names import TOO_LONG
from nq57gen.model.names import Names
from nq57gen.model.signs import OpenQuoteError, has_curly_quote, straightened
from nq57gen.patterns import lazily
from nq57gen.vietnamese.dates import DateError, long_date, parse_date, short_date
from nq57gen.vietnamese.labels import roman
from nq57gen.vietnamese.numbers import NumberError, as_number, format_number, format_percent, two_digits
from nq57gen.vietnamese.words import capitalise_first, words

#: The reason given when a value is used in a way that it cannot be.
UNUSABLE = "giá trị không dùng như vậy được"
_PRINTABLE = (str, int, float, Decimal, Names)
_LONGEST_SOURCE, _LONGEST_SHOWN = 500, 80
_LONGEST_RESULT = 200_000
#: A figure with more decimals is a quotient without an end, and is printed with so many.
_MOST_DECIMALS, _DECIMALS = 10, 2
_NAME_AND_FILTERS = lazily(r"([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*)((?: *\| *[a-z_]+)*)")
#: Names that mean something of their own to Jinja.
_JINJA_WORDS = frozenset(
    (
        *("and", "or", "not", "in", "is", "if", "else", "true", "false", "none"),
        *("self", "super", "loop", "caller", "varargs", "kwargs"),
    )
)


class ExpressionProblem(Exception):
    """An expression that cannot be evaluated: message code and the values of its fields."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(code)


FILTERS: dict[str, Callable[[Any], str]] = {
    "so": lambda value: format_number(text_of(value)),
    "phan_tram": lambda value: format_percent(text_of(value)),
    "hai_chu_so": lambda value: two_digits(text_of(value)),
    "bang_chu": lambda value: words(as_number(text_of(value))),
    "la_ma": lambda value: roman(_whole_number(text_of(value))),
    "hoa": lambda value: text_of(value).upper(),
    "thuong": lambda value: text_of(value).lower(),
    "hoa_dau": lambda value: capitalise_first(text_of(value)),
    "ngay_ngan": lambda value: short_date(parse_date(text_of(value))),
    "ngay_day_du": lambda value: long_date(parse_date(text_of(value))),
}


@functools.lru_cache(maxsize=1000)
def _taken_apart(source: str) -> tuple[list[str], list[Callable[[Any], str]]] | None:
    """A name and its attributes, and the filters, when ``source`` is no more than that."""
    match = _NAME_AND_FILTERS.fullmatch(source)
    if match is None:
        return None
    path = match[1].split(".")
    filters = [FILTERS.get(name.strip()) for name in match[2].split("|")[1:]]
    known = [one for one in filters if one is not None]
    return None if path[0] in _JINJA_WORDS or len(known) < len(filters) else (path, known)


def _look_up(source: str, names: Mapping[str, Any]) -> object | None:
    """The value of ``source`` when it is a known name with known attributes and filters, else None."""
    parts = _taken_apart(source)
    if parts is None:
        return None
    (root, *attributes), filters = parts
    value = names.get(root)
    for attribute in attributes:
        if not isinstance(value, Names) or not value.has(attribute):
            return None
        value = value.get(attribute)
    if value is not None:
        for apply in filters:
            value = apply(value)
    return value


def too_long(source: str) -> ExpressionProblem:
    """The problem with an expression that is too long or too deep, or whose value is."""
    return ExpressionProblem("N004", expression=_shown(source), hint=TOO_LONG)


def _shown(source: str) -> str:
    return source if len(source) <= _LONGEST_SHOWN else source[:_LONGEST_SHOWN] + "…"


class Evaluator:
    """Evaluates expressions over a fixed set of root names."""

    def __init__(self, roots: Mapping[str, Any]) -> None:
        self._roots = dict(roots)

    def evaluate(self, source: str, local: Mapping[str, Any]) -> str:
        """The text of ``source``. Raises :class:`ExpressionProblem` (N001-N006, N053, N054)."""
        if source.isascii():
            return self._evaluate(source, local)
        try:
            return self._evaluate(straightened(source), local)
        except OpenQuoteError as error:
            raise ExpressionProblem("N053", expression=_shown(source), quote=error.quote) from None
        except ExpressionProblem as problem:
            if problem.code == "N003" and "name" not in problem.values and has_curly_quote(source):
                raise ExpressionProblem("N054", expression=_shown(source)) from None
            if "expression" in problem.values:
                problem.values["expression"] = _shown(source)
            raise

    def _evaluate(self, source: str, local: Mapping[str, Any]) -> str:
        names = {**self._roots, **local} if local else self._roots
        try:
            if len(source) > _LONGEST_SOURCE:
                raise too_long(source)
            value = _look_up(source, names)
            if value is None:
                from nq57gen.model.sandbox import run

                value = run(source, names)
            if value.__class__ is str and len(value) <= _LONGEST_RESULT:
                return value
            return self._printed(value, source)
        except RecursionError:
            raise too_long(source) from None
        except (ArithmeticError, TypeError, ValueError) as error:
            if awaited := _awaited(error):
                return awaited
            raise ExpressionProblem("N005", expression=source, reason=_reason(error)) from None

    @staticmethod
    def _printed(value: object, source: str) -> str:
        if isinstance(value, Names) and not value.printable:
            raise ExpressionProblem("N002", expression=source, known=", ".join(value.known))
        if isinstance(value, bool) or not isinstance(value, _PRINTABLE):
            raise ExpressionProblem("N005", expression=source, reason="kết quả không phải là chữ hay số")
        text = text_of(value)
        if len(text) > _LONGEST_RESULT:
            raise too_long(source)
        return text


def _awaited(error: Exception) -> str:
    """What is reckoned from a place to fill in is that place itself; "" where it is not the cause."""
    text = error.text if isinstance(error, NumberError | DateError) else ""
    return "".join(map(blank, blanks_in(text)))


def _whole_number(text: str) -> int:
    if blanks_in(text):
        raise NumberError(text)
    return int(text)


def _reason(error: Exception) -> str:
    match error:
        case NumberError(text=text):
            return f"“{text}” không phải là số"
        case DateError(text=text):
            return f"“{text}” không phải là ngày"
        case ArithmeticError():
            return "chia cho 0"
    return UNUSABLE


def text_of(value: object) -> str:
    """The text that a value prints as."""
    if isinstance(value, float):
        return format_number(str(value))
    return format_number(_rounded(value)) if isinstance(value, Decimal) else str(value)


def _rounded(number: Decimal) -> Decimal:
    """A quotient without an end, to two decimals; a small one to two digits that say something (0,0033)."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -_MOST_DECIMALS:
        return number
    decimals = max(_DECIMALS, _DECIMALS - 1 - number.adjusted())
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP).normalize()
