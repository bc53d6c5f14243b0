"""Evaluates what stands between ``<<`` and ``>>``: one Jinja expression, sandboxed and strict.

Only names we give, only attributes they declare, only our filters; no statements, no methods, no
globals. Powers are refused, so that no expression can eat the machine. Every value of a spec is text:
arithmetic reads it as a figure ("75" + "25" is 100), texts are joined by ``~``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing

from nq57gen.model.names import Names
from nq57gen.vietnamese.dates import DateError, long_date, parse_date, short_date
from nq57gen.vietnamese.labels import roman
from nq57gen.vietnamese.numbers import NumberError, as_number, format_number, format_percent, two_digits
from nq57gen.vietnamese.words import capitalise_first, words

_LONGEST_SOURCE = 500
_LONGEST_RESULT = 200_000
_LARGEST_NUMBER = 10**18
_NO_FILTER = re.compile(r"No filter named '(.*)'\.")


class ExpressionProblem(Exception):
    """An expression that cannot be evaluated: message code and the values of its fields."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(code)


class _UnknownName(UndefinedError):
    """Raised by Jinja when an unknown name is used; keeps which one and of what."""

    def __init__(self, name: str, owner: object, message: str | None = None) -> None:
        self.name = name
        self.owner = owner
        super().__init__(message)


class _Unknown(StrictUndefined):
    """An unknown name: any use of it raises :class:`_UnknownName`."""

    __slots__ = ()

    def __init__(
        self, hint: Any = None, obj: Any = missing, name: Any = None, exc: Any = UndefinedError
    ) -> None:
        refuse: Any = functools.partial(_UnknownName, name, obj)
        super().__init__(hint, obj, name, refuse)


FILTERS: dict[str, Callable[[Any], str]] = {
    "so": lambda value: format_number(_text(value)),
    "phan_tram": lambda value: format_percent(_text(value)),
    "hai_chu_so": lambda value: two_digits(_text(value)),
    "bang_chu": lambda value: words(as_number(_text(value))),
    "la_ma": lambda value: roman(int(_text(value))),
    "hoa": lambda value: _text(value).upper(),
    "thuong": lambda value: _text(value).lower(),
    "hoa_dau": lambda value: capitalise_first(_text(value)),
    "ngay_ngan": lambda value: short_date(parse_date(_text(value))),
    "ngay_day_du": lambda value: long_date(parse_date(_text(value))),
}


class _Sandbox(SandboxedEnvironment):
    """Attributes only of :class:`Names`; no methods, items, calls or costly operators."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self) -> None:
        super().__init__(undefined=_Unknown, autoescape=False)
        self.globals.clear()
        self.filters.clear()
        self.filters.update(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Names) and obj.has(attribute):
            return obj.get(attribute)
        if isinstance(obj, StrictUndefined):
            return obj
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self.getattr(obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator in ("**", "%"):
            raise SecurityError(operator)
        left, right = _figure(left), _figure(right)
        if operator == "*" and abs(left * right) > _LARGEST_NUMBER:
            raise SecurityError(operator)
        return _whole(super().call_binop(context, operator, left, right))


_SANDBOX = _Sandbox()


@functools.lru_cache(maxsize=1000)
def _compiled(source: str) -> Any:
    """The expression ready to run, compiled once for all documents: wards share their texts."""
    return _SANDBOX.compile_expression(source, undefined_to_none=False)


class Evaluator:
    """Evaluates expressions over a fixed set of root names."""

    def __init__(self, roots: Mapping[str, Any]) -> None:
        self._roots = dict(roots)

    def evaluate(self, source: str, local: Mapping[str, Any]) -> str:
        """The text of ``source``. Raises :class:`ExpressionProblem` (N001-N006)."""
        names = {**self._roots, **local}
        try:
            if len(source) > _LONGEST_SOURCE:
                raise ExpressionProblem("N004", expression=source[:40] + "…")
            return self._printed(_compiled(source)(names), source)
        except _UnknownName as error:
            raise self._unknown(error, names) from None
        except TemplateSyntaxError as error:
            raise self._unreadable(error, source) from None
        except (SecurityError, RecursionError):
            raise ExpressionProblem("N004", expression=source) from None
        # a literal beyond all floats is compiled by Jinja to the name "inf"
        except (UndefinedError, ArithmeticError, TypeError, ValueError, NameError) as error:
            raise ExpressionProblem("N005", expression=source, reason=_reason(error)) from None

    @staticmethod
    def _printed(value: object, source: str) -> str:
        if isinstance(value, Names) and not value.printable:
            raise ExpressionProblem("N002", expression=source, known=", ".join(value.known))
        if isinstance(value, bool) or not isinstance(
            value, str | int | float | Decimal | Names | StrictUndefined
        ):
            raise ExpressionProblem("N005", expression=source, reason="kết quả không phải là chữ hay số")
        text = _text(value)
        if len(text) > _LONGEST_RESULT:
            raise ExpressionProblem("N004", expression=source)
        return text

    @staticmethod
    def _unreadable(error: TemplateSyntaxError, source: str) -> ExpressionProblem:
        unknown = _NO_FILTER.fullmatch(error.message or "")
        if unknown is None:
            return ExpressionProblem("N003", expression=source, reason="sai cách viết")
        reason = f"không có bộ lọc “{unknown[1]}”"
        return ExpressionProblem(
            "N003", expression=source, reason=reason, name=unknown[1], candidates=list(FILTERS)
        )

    @staticmethod
    def _unknown(error: _UnknownName, names: Mapping[str, Any]) -> ExpressionProblem:
        owner = error.owner
        if isinstance(owner, Names):
            return ExpressionProblem("N006", name=error.name, owner=owner.title, candidates=owner.known)
        if owner is missing:
            return ExpressionProblem("N001", name=error.name, candidates=list(names))
        return ExpressionProblem("N006", name=error.name, owner="giá trị này", candidates=[])


def _figure(value: object) -> Decimal:
    """A value as the figure it is written as. Raises NumberError."""
    return as_number(_text(value))


def _whole(number: Decimal) -> Decimal | int:
    """A whole number prints as it is typed, without dots: years are sums too."""
    return int(number) if number == number.to_integral_value() else number


def _reason(error: Exception) -> str:
    match error:
        case NumberError(text=text):
            return f"“{text}” không phải là số"
        case DateError(text=text):
            return f"“{text}” không phải là ngày"
        case ArithmeticError():
            return "chia cho 0"
    return "giá trị không dùng như vậy được"


def _text(value: object) -> str:
    if isinstance(value, float):
        return format_number(str(value))
    return format_number(value) if isinstance(value, Decimal) else str(value)
