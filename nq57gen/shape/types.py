"""The vocabulary of shapes: what a value may be, as data.

A shape is chosen by the kind of the value that is there (text, list or mapping), never by trial
and error, so that a mistake is reported against the one rule it breaks. :mod:`nq57gen.shape.checker`
judges a value by its shape, :mod:`nq57gen.shape.faults` says what is wrong with it; the reference page is
written from the same shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import force_setattr


class Text(Struct, frozen=True):
    """A scalar. ``check`` names a check of :mod:`nq57gen.shape.checks`; ``blank`` allows an empty value.

    ``later``: a place to fill in (``<<?…>>``) may stand for the whole value, whatever ``check`` and
    ``allowed`` say. A text that neither restricts holds such places anyway. ``lines``: it may have several
    lines, each a paragraph of its own; any other text is one line.
    """

    check: str = ""
    allowed: tuple[str, ...] = ()
    blank: bool = False
    #: what the reference calls it: "chữ", "khối chữ", "số", "ngày" ...
    kind: str = "chữ"
    later: bool = False
    lines: bool = False


class ListOf(Struct, frozen=True):
    """A list of values of one shape."""

    item: Shape
    minimum: int = 0


class Field(Struct, frozen=True):
    """One key of a mapping: its shape, whether it must be there, and what the reference says of it."""

    shape: Shape
    help: str
    required: bool = False
    example: str = ""


class Record(Struct, frozen=True):
    """A mapping with known keys. ``name`` titles it in the reference.

    ``refused``: keys that are known elsewhere, each with the code and values of the message that says so.
    """

    name: str
    fields: Mapping[str, Field]
    refused: Mapping[str, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    #: the keys that must be there
    required: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        needed = tuple(key for key, one in self.fields.items() if one.required)
        force_setattr(self, "required", needed)


class Table(Struct, frozen=True):
    """A mapping whose keys the user chooses; ``key_check`` names the check of the keys."""

    value: Shape
    key_check: str = "identifier"


class Either(Struct, frozen=True):
    """A value that may come in more than one kind: at most one shape a kind (text, list, mapping).

    A mapping that has the key ``keyed[0]`` takes the record ``keyed[1]`` instead of ``mapping``.
    """

    text: Text | None = None
    list: ListOf | None = None
    mapping: Record | Table | None = None
    keyed: tuple[str, Record] | None = None


class Later(Struct, frozen=True):
    """A shape that refers to itself: ``get`` returns it when it is needed."""

    get: Callable[[], Shape]


Shape = Text | ListOf | Record | Table | Either | Later


def settle(shape: Shape, value: object) -> Text | ListOf | Record | Table | Either:
    """The shape that fits the kind of ``value``; an ``Either`` stays when none does."""
    while isinstance(shape, Later):
        shape = shape.get()
    if isinstance(shape, Either):
        chosen: Text | ListOf | Record | Table | None = None
        if value is None or isinstance(value, str):
            chosen = shape.text
        elif isinstance(value, list):
            chosen = shape.list
        elif isinstance(value, dict):
            chosen = shape.keyed[1] if shape.keyed and shape.keyed[0] in value else shape.mapping
        return chosen or shape
    return shape


def kinds_of(shape: Shape) -> tuple[str, ...]:
    """Cerberus type names that ``shape`` accepts."""
    while isinstance(shape, Later):
        shape = shape.get()
    match shape:
        case Text():
            return ("string",)
        case ListOf():
            return ("list",)
        case Record() | Table():
            return ("dict",)
        case Either():
            named = (("string", shape.text), ("list", shape.list), ("dict", shape.mapping))
            return tuple(name for name, part in named if part is not None)
