"""Finding one's way: the value and the shape at a key path, and the key that was meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nq57gen.diagnostics import KeyPath
from nq57gen.shape.types import ListOf, Record, Shape, Table, settle
from nq57gen.vietnamese.syllables import suggest


def shape_at(shape: Shape, value: object, path: KeyPath) -> Shape:
    """The shape that rules the value at ``path`` inside ``value``."""
    settled = settle(shape, value)
    for step in path:
        value = child_of(value, step)
        match settled:
            case ListOf():
                settled = settle(settled.item, value)
            case Record():
                settled = settle(settled.fields[str(step)].shape, value)
            case Table():
                settled = settle(settled.value, value)
            case _:
                raise AssertionError(f"no shape at {path}")
    return settled


def child_of(value: object, step: str | int) -> object:
    """The value one step inside ``value``, None when there is none."""
    if isinstance(value, list) and isinstance(step, int):
        return value[step]
    return value.get(step) if isinstance(value, dict) else None


def value_at(data: dict[str, Any], path: Iterable[str | int]) -> Any:
    """The value at ``path``, which is there."""
    value: Any = data
    for step in path:
        value = value[step]
    return value


def guess_key(record: Shape, key: str) -> str | None:
    """The key that was probably meant by an unknown one."""
    if not isinstance(record, Record) or key in record.refused:
        return None
    return suggest(key, record.fields)
