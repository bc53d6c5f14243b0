"""Fills in the functions that :mod:`nq57gen.rendering.straight` makes of templates; needs no Jinja."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Reversible, Sized
from typing import Any, TypeVar

from msgspec import Struct

from nq57gen.rendering.markup import printed

_Item = TypeVar("_Item")


def field(value: object, name: str) -> object:
    """Return an attribute that a value of our context declares. Raises LookupError for anything else."""
    if isinstance(value, Struct) and name in value.__struct_fields__:
        return getattr(value, name)
    raise LookupError(name)


def _first(value: list[_Item]) -> _Item:
    return next(iter(value))


def _last(value: Reversible[_Item]) -> _Item:
    return next(iter(reversed(value)))


def _length(value: Sized) -> int:
    return len(value)


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value)


#: Jinja's filters of these names, without their arguments.
FILTERS: dict[str, Callable[[Any], object]] = {
    "first": _first,
    "last": _last,
    "length": _length,
    "lower": lambda value: _text(value).lower(),
    "trim": lambda value: _text(value).strip(),
    "upper": lambda value: _text(value).upper(),
}


def straight(code: bytes) -> Callable[[Mapping[str, object]], str]:
    """Return the function with the byte code ``code``: the names of a context -> the text of the template.

    It raises whatever comes of names and values that only Jinja knows what to do with.
    """
    names: dict[str, Any] = {**FILTERS, "field": field, "show": printed}
    exec(marshal.loads(code), names)  # noqa: S102, S302  # made of a checked template, from our own folder
    fill: Callable[[Mapping[str, object]], str] = names["fill"]
    return fill
