"""Whether data fits a shape; if not, every problem, and the data mended so that later stages can go on."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.blanks import is_blank
from nq57gen.diagnostics import Diagnostic, KeyPath
from nq57gen.shape.checks import CHECKS, as_meant, problem_of
from nq57gen.shape.types import ListOf, Record, Shape, Table, Text, settle
from nq57gen.spec.reader import SpecData


class Checked(Struct, frozen=True):
    """What a check found, and the data with every wrong part replaced by an empty one.

    The mended data lets later stages run too, so that one run reports all problems;
    ``mended`` are the paths that were replaced, whose later problems mean nothing.
    ``data`` is the very data that was checked when nothing is wrong with it, and every word in it is
    written as the shape has it ("Có" becomes "có").
    """

    problems: list[Diagnostic]
    data: Mapping[str, Any]
    mended: list[KeyPath]


def check(data: SpecData, shape: Record) -> Checked:
    """All problems of ``data`` against ``shape``, in no particular order.

    Nearly every spec is right: that is seen at once. Only one that is not goes through cerberus, which
    is slow to import and to run, to learn what is wrong and where.
    """
    if _all_fit(shape, data):
        return Checked([], data.data, [])
    meant = with_words_meant(shape, data.data)
    if meant is not data.data:
        data = replace(data, data=meant, memos={})
        if _all_fit(shape, data):
            return Checked([], meant, [])
    from nq57gen.shape.faults import find_faults

    return find_faults(data, shape)


def with_words_meant(shape: Shape, value: Any) -> Any:
    """``value`` with every word of a few as ``shape`` writes it ("Có": "có"); ``value`` itself if all are."""
    settled = settle(shape, value)
    if isinstance(settled, Text):
        return as_meant(settled, value) if isinstance(value, str) else value
    if isinstance(value, list) and isinstance(settled, ListOf):
        items = [with_words_meant(settled.item, item) for item in value]
        return value if all(map(operator.is_, items, value)) else items
    if isinstance(value, dict) and isinstance(settled, Record | Table):
        shapes = (
            {key: field.shape for key, field in settled.fields.items()}
            if isinstance(settled, Record)
            else dict.fromkeys(value, settled.value)
        )
        inner = {
            key: with_words_meant(shapes[key], item) if key in shapes else item for key, item in value.items()
        }
        return value if all(map(operator.is_, inner.values(), value.values())) else inner
    return value


def _all_fit(shape: Record, data: SpecData) -> bool:
    """As :func:`fits`; what is known of a value that another spec had too is not asked again."""
    for key, value in data.data.items():
        field = shape.fields.get(key)
        if field is None:
            return False
        if not data.recall(key, "fits", field.shape):
            if not fits(field.shape, value):
                return False
            data.remember(key, "fits", field.shape, found=True)
    return all(key in data.data for key in shape.required)


def fits(shape: Shape, value: object) -> bool:
    """Whether ``value`` is as ``shape`` says; then, and only then, cerberus finds no fault in it."""
    settled = settle(shape, value)
    if isinstance(settled, Text):
        if not isinstance(value, str) or not value:
            return settled.blank and (value is None or value == "")
        if settled.later and is_blank(value):
            return True
        if settled.allowed and value not in settled.allowed:
            return False
        return problem_of(settled, value) is None
    if isinstance(settled, Record):
        if not isinstance(value, dict):
            return False
        fields = settled.fields
        if not all(key in fields and fits(fields[key].shape, item) for key, item in value.items()):
            return False
        return all(key in value for key in settled.required)
    if isinstance(settled, ListOf):
        if not isinstance(value, list) or len(value) < settled.minimum:
            return False
        return all(fits(settled.item, item) for item in value)
    if isinstance(settled, Table):
        is_key = CHECKS[settled.key_check]
        return isinstance(value, dict) and all(
            (not key or is_key(key) is None) and fits(settled.value, item) for key, item in value.items()
        )
    return False  # none of several kinds
