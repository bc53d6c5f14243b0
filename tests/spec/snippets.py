"""Reading snippets, for the tests of this folder."""

from __future__ import annotations

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.spec.reader import SpecData, Value, read_spec
from nq57gen.spec.source import SourceFile


def read(text: str) -> SpecData:
    return read_spec(SourceFile("thu.yaml", text))


def data(text: str) -> dict[str, Value]:
    return read(text).data


def diagnostics(text: str) -> tuple[Diagnostic, ...]:
    """The problems of ``text``; empty when it can be read."""
    try:
        read(text)
    except InvalidInput as error:
        return error.diagnostics
    return ()


def problems(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of every problem of ``text``."""
    return [(d.code, d.position.line, d.position.column) for d in diagnostics(text) if d.position]
