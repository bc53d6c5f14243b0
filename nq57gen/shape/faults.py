"""Validates data against a shape with cerberus and turns its errors into diagnostics.

Apart from :mod:`nq57gen.shape.checker` because cerberus is slow to import: only data that do not fit
come here.

Cerberus rules are compiled for the value at hand: each list item and each key gets the rules of
its own kind, so that no error is ever "none of several alternatives matched".
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cerberus import Validator, errors
from cerberus.errors import BaseErrorHandler, ValidationError
from cerberus.schema import UnvalidatedSchema

from nq57gen.blanks import is_blank
from nq57gen.diagnostics import KeyPath
from nq57gen.shape.checker import Checked
from nq57gen.shape.checks import CHECKS, Problem, problem_of
from nq57gen.shape.navigate import child_of, guess_key, shape_at, value_at
from nq57gen.shape.problems import CUSTOM, diagnostic_of
from nq57gen.shape.types import Either, ListOf, Record, Shape, Table, Text, kinds_of, settle
from nq57gen.spec.reader import SpecData


def find_faults(data: SpecData, shape: Record) -> Checked:
    """All problems of ``data`` against ``shape``, in no particular order, and a mended copy of the data."""
    # Rules that we compiled need no check of their own; it takes twenty times as long as that of the data.
    rules = UnvalidatedSchema(_rules(shape, data.data)["schema"])
    validator = Validator(rules, error_handler=_KeepErrors)
    validator.validate(data.data, normalize=False)
    # A required key that was only misspelt is one mistake, not two.
    meant = {path for error in validator.errors if (path := _meant(data, shape, error))}
    found: list[ValidationError] = [
        error
        for error in validator.errors
        if error.code != errors.REQUIRED_FIELD.code or tuple(error.document_path) not in meant
    ]
    mended = copy.deepcopy(data.data)
    for error in found:
        _mend(mended, shape, error)
    for path in meant:
        _put(mended, path, _empty(shape_at(shape, data.data, path)))
    paths = [tuple(error.document_path) for error in found]
    return Checked([diagnostic_of(data, shape, error) for error in found], mended, [*paths, *meant])


def _meant(data: SpecData, shape: Record, error: ValidationError) -> KeyPath | None:
    """The path of the key that an unknown key stands for, when that key is not there itself."""
    if error.code != errors.UNKNOWN_FIELD.code:
        return None
    *parent, key = error.document_path
    guess = guess_key(shape_at(shape, data.data, tuple(parent)), str(key))
    path = (*parent, guess)
    return path if guess and child_of(value_at(data.data, parent), guess) is None else None


def _rules(shape: Shape, value: object) -> dict[str, Any]:
    """Cerberus rules for ``value``."""
    settled = settle(shape, value)
    if isinstance(settled, Either):
        return {"type": list(kinds_of(settled))}
    match settled:
        case Text():
            rules: dict[str, Any] = {"type": "string", "nullable": settled.blank, "empty": settled.blank}
            if settled.later and isinstance(value, str) and is_blank(value):
                return rules
            if settled.allowed:
                rules["allowed"] = list(settled.allowed)
            else:
                rules["check_with"] = _runner(functools.partial(problem_of, settled))
            return rules
        case ListOf():
            rules = {"type": "list", "minlength": settled.minimum}
            if isinstance(value, list):
                rules["items"] = [_rules(settled.item, item) for item in value]
            return rules
        case Record():
            present = value if isinstance(value, dict) else {}
            fields = {
                key: {**_rules(field.shape, present.get(key)), "required": field.required}
                for key, field in settled.fields.items()
            }
            return {"type": "dict", "schema": fields}
        case Table():
            present = value if isinstance(value, dict) else {}
            fields = {key: _rules(settled.value, item) for key, item in present.items()}
            return {
                "type": "dict",
                "schema": fields,
                "keysrules": {"check_with": _runner(CHECKS[settled.key_check])},
            }


class _KeepErrors(BaseErrorHandler):  # type: ignore[misc]  # cerberus ships no types
    """Keeps the leaf errors as cerberus made them."""

    def __init__(self, *_args: object, **_options: object) -> None:
        self.kept: list[ValidationError] = []

    def __call__(self, found: Iterable[ValidationError]) -> list[ValidationError]:
        return [leaf for error in found for leaf in _leaves(error)]

    def __iter__(self) -> Iterator[ValidationError]:
        return iter(self.kept)

    def add(self, error: ValidationError) -> None:
        self.kept.append(error)


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    if error.is_group_error:
        for child in error.child_errors:
            yield from _leaves(child)
    else:
        yield error


def _runner(run: Callable[[str], Problem | None]) -> Callable[..., None]:
    """A check of a text in the form cerberus calls."""

    def check_with(field: object, value: object, error: Callable[..., None]) -> None:
        problem = run(value) if isinstance(value, str) and value else None
        if problem:
            error(field, CUSTOM, *problem)

    return check_with


def _mend(data: dict[str, Any], shape: Record, error: ValidationError) -> None:
    """Replace the value that ``error`` is about by an empty one; drop an unknown key."""
    path: KeyPath = tuple(error.document_path)
    if "keysrules" in error.schema_path:
        return
    if error.code == errors.UNKNOWN_FIELD.code:
        del value_at(data, path[:-1])[path[-1]]
    else:
        _put(data, path, _empty(shape_at(shape, data, path)))


def _put(data: dict[str, Any], path: KeyPath, value: object) -> None:
    value_at(data, path[:-1])[path[-1]] = value


def _empty(shape: Shape) -> Any:
    match shape:
        case Text():
            return ""
        case ListOf():
            return []
        case Either(text=None, list=ListOf()):
            return []
        case Either(text=Text()):
            return ""
        case Record():
            return {
                key: _empty(settle(field.shape, None))
                for key, field in shape.fields.items()
                if field.required
            }
        case _:
            return {}
