"""Cerberus errors in our words: each becomes one diagnostic that says what to type."""

from __future__ import annotations

from cerberus import errors
from cerberus.errors import ErrorDefinition, ValidationError

from nq57gen.blanks import is_blank
from nq57gen.diagnostics import Diagnostic, KeyPath, format_key_path
from nq57gen.shape.navigate import guess_key, shape_at
from nq57gen.shape.types import Record, kinds_of
from nq57gen.spec.reader import SpecData
from nq57gen.terms import label_of
from nq57gen.vietnamese.syllables import suggest

#: An error of one of our own checks; its info is the message code and the values of its fields.
CUSTOM = ErrorDefinition(0x1000, "check_with")
_KINDS = {"string": "chữ", "list": "danh sách (các dòng bắt đầu bằng “- ”)", "dict": "các khóa con"}


def diagnostic_of(data: SpecData, shape: Record, error: ValidationError) -> Diagnostic:
    """The diagnostic of one leaf error of ``data`` against ``shape``."""
    path: KeyPath = tuple(error.document_path)
    key = _name(path)
    label = label_of(path)
    if error.code in (errors.UNALLOWED_VALUE.code, CUSTOM.code) and is_blank(str(error.value)):
        return data.diagnostic("S035", path, label=label)
    match error.code:
        case errors.UNKNOWN_FIELD.code:
            record = shape_at(shape, data.data, path[:-1])
            if isinstance(record, Record) and key in record.refused:
                code, values = record.refused[key]
                return data.diagnostic(code, path, at_key=True, key=key, **values)
            known = list(record.fields) if isinstance(record, Record) else []
            guess = guess_key(record, key)
            code = "S001" if guess else "S002"
            return data.diagnostic(code, path, at_key=True, key=key, guess=guess, known=", ".join(known))
        case errors.REQUIRED_FIELD.code:
            example = _example(data, shape, path)
            return data.diagnostic("S003", path, at_key=True, key=key, label=label, example=example)
        case errors.BAD_TYPE.code:
            return _wrong_kind(data, shape, error, path)
        case errors.NOT_NULLABLE.code | errors.EMPTY_NOT_ALLOWED.code:
            return data.diagnostic("S006", path, key=key, label=label)
        case errors.UNALLOWED_VALUE.code:
            guess = suggest(str(error.value), error.constraint)
            allowed = ", ".join(error.constraint)
            return data.diagnostic(
                "S007" if guess else "S008",
                path,
                value=error.value,
                label=label,
                guess=guess,
                allowed=allowed,
            )
        case errors.MIN_LENGTH.code:
            return data.diagnostic("S006", path, key=key, label=label)
        case CUSTOM.code:
            code, values = error.info
            at_key = "keysrules" in error.schema_path
            return data.diagnostic(code, path, at_key=at_key, key=key, label=label, **values)
        case _:
            raise AssertionError(f"cerberus error without a message: {error!r}")


def _wrong_kind(data: SpecData, shape: Record, error: ValidationError, path: KeyPath) -> Diagnostic:
    """A value of another kind than wanted: the usual slips have words of their own."""
    key, label, value = _name(path), label_of(path), error.value
    expected = error.constraint if isinstance(error.constraint, list) else [error.constraint]
    if "list" in expected and isinstance(value, str) and value.lstrip().startswith("-"):
        code = "S010" if value.lstrip().startswith("- ") else "S005"
        return data.diagnostic(code, path, at_key=True, key=key, label=label)
    if isinstance(value, str) and isinstance(path[-1], int) and _may_be_a_block(shape, data, path):
        return data.diagnostic("S009", path[:-1], at_key=True, key=_name(path[:-1]), label=label)
    wanted = " hoặc ".join(_KINDS[name] for name in expected)
    example = _example(data, shape, path)
    return data.diagnostic(
        "S004", path, key=key, label=label, wanted=wanted, got=_kind(value), example=example
    )


def _may_be_a_block(shape: Record, data: SpecData, path: KeyPath) -> bool:
    """Whether the list that ``path`` is an item of could also have been a block of text."""
    parent = shape_at(shape, data.data, path[:-2])
    field = parent.fields.get(str(path[-2])) if isinstance(parent, Record) else None
    return field is not None and "string" in kinds_of(field.shape)


def _example(data: SpecData, shape: Record, path: KeyPath) -> str:
    """How the key at ``path`` is written, as the reference shows it."""
    parent = shape_at(shape, data.data, path[:-1])
    field = parent.fields.get(str(path[-1])) if isinstance(parent, Record) else None
    return f"{path[-1]}: {field.example if field and field.example else '…'}"


def _name(path: KeyPath) -> str:
    """The last key of ``path`` with the number of the list item, as messages show it."""
    keys = [index for index, step in enumerate(path) if isinstance(step, str)]
    return format_key_path(path[keys[-1] :]) if keys else ""


def _kind(value: object) -> str:
    return _KINDS["string" if isinstance(value, str) else "list" if isinstance(value, list) else "dict"]
