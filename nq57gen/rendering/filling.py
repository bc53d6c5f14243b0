"""A template as a tree of instructions: plain data that is kept on disk and carried out without Jinja.

:mod:`nq57gen.rendering.straight` makes the tree. Nothing of it is code: it can look up names and declared
attributes, compare, choose, repeat and call one of :data:`FILTERS`, no more.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Reversible, Sized
from typing import Any, TypeVar

from msgspec import Struct

from nq57gen.rendering.markup import printed

_Item = TypeVar("_Item")


def _field(value: object, name: str) -> object:
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
#: Jinja's comparisons by its own names.
COMPARISONS: dict[str, Callable[[Any, Any], object]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda item, items: item in items,
    "notin": lambda item, items: item not in items,
}


class _Node(Struct, frozen=True, array_like=True, tag=True):
    pass


class Constant(_Node, frozen=True, tag="constant"):
    """A value that stands in the template."""

    constant: str | int | bool | None


class Name(_Node, frozen=True, tag="name"):
    """A name of the context or of a loop."""

    name: str


class Attribute(_Node, frozen=True, tag="attribute"):
    """A declared attribute of a value."""

    of: Value
    name: str


class Filtered(_Node, frozen=True, tag="filter"):
    """One of :data:`FILTERS` applied to a value."""

    of: Value
    name: str


class Not(_Node, frozen=True, tag="not"):
    """``not of``."""

    of: Value


class And(_Node, frozen=True, tag="and"):
    """``left and right``: one of the two values, as Python has it."""

    left: Value
    right: Value


class Or(_Node, frozen=True, tag="or"):
    """``left or right``: one of the two values, as Python has it."""

    left: Value
    right: Value


class Compared(_Node, frozen=True, tag="compare"):
    """``first`` compared with the next value, that with the next, and so on; ``others``: (name, value)."""

    first: Value
    others: tuple[tuple[str, Value], ...]


class Text(_Node, frozen=True, tag="text"):
    """The template's own text."""

    text: str


class Print(_Node, frozen=True, tag="print"):
    """What a tag prints."""

    what: Value


class Choose(_Node, frozen=True, tag="if"):
    """The steps of the first of ``cases`` (condition, steps) that holds, else ``otherwise``."""

    cases: tuple[tuple[Value, Steps], ...]
    otherwise: Steps


class Repeat(_Node, frozen=True, tag="for"):
    """The ``steps`` for each of the ``items``, which they call ``name``."""

    name: str
    items: Value
    steps: Steps


Value = Constant | Name | Attribute | Filtered | Not | And | Or | Compared
Step = Text | Print | Choose | Repeat
Steps = tuple[Step, ...]


def filled(steps: Steps, names: Mapping[str, object]) -> str:
    """Return the text of the template for the names of a context.

    Raises whatever comes of names and values that only Jinja knows what to do with.
    """
    parts: list[str] = []
    _fill(steps, names, parts)
    return "".join(parts)


def _fill(steps: Steps, names: Mapping[str, object], parts: list[str]) -> None:
    for step in steps:
        match step:
            case Text(text=text):
                parts.append(text)
            case Print(what=what):
                parts.append(printed(_value(what, names)))
            case Choose(cases=cases, otherwise=otherwise):
                holding = (inner for condition, inner in cases if _value(condition, names))
                _fill(next(holding, otherwise), names, parts)
            case Repeat(name=name, items=items, steps=inner):
                for item in _value(items, names):
                    _fill(inner, {**names, name: item}, parts)


def _value(value: Value, names: Mapping[str, object]) -> Any:
    match value:
        case Name(name=name):
            return names[name]
        case Attribute(of=of, name=name):
            return _field(_value(of, names), name)
        case Constant(constant=constant):
            return constant
        case Filtered(of=of, name=name):
            return FILTERS[name](_value(of, names))
        case Not(of=of):
            return not _value(of, names)
        case And(left=left, right=right):
            return _value(left, names) and _value(right, names)
        case Or(left=left, right=right):
            return _value(left, names) or _value(right, names)
        case Compared(first=first, others=others):
            return _compared(_value(first, names), others, names)


def _compared(left: object, others: tuple[tuple[str, Value], ...], names: Mapping[str, object]) -> object:
    """Return what a chain of comparisons gives: the first result that is false, else the last one."""
    found: object = True
    for name, other in others:
        right = _value(other, names)
        found = COMPARISONS[name](left, right)
        if not found:
            break
        left = right
    return found
