"""Evaluates an expression that is more than a name: Jinja, sandboxed and strict.

Apart from :mod:`nq57gen.model.expressions` because Jinja is slow to import and to compile, and few
specs have such expressions.
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing

from nq57gen.model.expressions import FILTERS, UNUSABLE, ExpressionProblem, text_of, too_long
from nq57gen.model.names import Names
from nq57gen.nesting import is_too_deep
from nq57gen.patterns import lazily
from nq57gen.vietnamese.numbers import as_number

_LARGEST_NUMBER = 10**18
#: A sign given by its code could be one that no document may hold.
_CODED = lazily(r"(?<!\\)(?:\\\\)*(\\[0-7abfrvxuUN])")
_NO_FILTER = lazily(r"No filter named '(.*)'\.")


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
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Python thinks of "5[0]" is told in our words
        return _SANDBOX.compile_expression(source, undefined_to_none=False)


def run(source: str, names: Mapping[str, Any]) -> object:
    """The value of ``source``. Raises :class:`ExpressionProblem`, and NumberError for what is no figure."""
    if is_too_deep(source):
        raise too_long(source)
    if coded := _CODED.search(source):
        raise ExpressionProblem("N056", expression=source, sign=coded[1])
    try:
        value = _compiled(source)(names)
        if isinstance(value, StrictUndefined):
            str(value)
    except _UnknownName as error:
        raise _unknown(error, names) from None
    except TemplateSyntaxError as error:
        raise _unreadable(error, source) from None
    except (SyntaxError, MemoryError):  # Python gives up on what Jinja made of it
        raise too_long(source) from None
    except SecurityError:
        raise ExpressionProblem("N004", expression=source) from None
    # a literal beyond all floats is compiled by Jinja to the name "inf"
    except (UndefinedError, NameError):
        raise ExpressionProblem("N005", expression=source, reason=UNUSABLE) from None
    return value


def _unreadable(error: TemplateSyntaxError, source: str) -> ExpressionProblem:
    unknown = _NO_FILTER.fullmatch(error.message or "")
    if unknown is None:
        return ExpressionProblem("N003", expression=source, reason="sai cách viết")
    reason = f"không có bộ lọc “{unknown[1]}”"
    return ExpressionProblem(
        "N003", expression=source, reason=reason, name=unknown[1], candidates=list(FILTERS)
    )


def _unknown(error: _UnknownName, names: Mapping[str, Any]) -> ExpressionProblem:
    owner = error.owner
    if isinstance(owner, Names):
        return ExpressionProblem("N006", name=error.name, owner=owner.title, candidates=owner.known)
    if owner is missing:
        return ExpressionProblem("N001", name=error.name, candidates=list(names))
    return ExpressionProblem("N006", name=error.name, owner="giá trị này", candidates=[])


def _figure(value: object) -> Decimal:
    """A value as the figure it is, or is written as. Raises NumberError."""
    return as_number(value if isinstance(value, Decimal) else text_of(value))


def _whole(number: Decimal) -> Decimal | int:
    """A whole number prints as it is typed, without dots: years are sums too."""
    return int(number) if number == number.to_integral_value() else number
