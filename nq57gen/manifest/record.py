"""The record of one output: a small JSON file of its own, so that two runs never write the same one.

A record that is missing, damaged or of another format costs time only: the document is made again.
"""

from __future__ import annotations

import os
from typing import Any

from msgspec import Struct, json
from msgspec.structs import replace

from nq57gen.diagnostics import Diagnostic, Position, Severity
from nq57gen.manifest.looks import Stamp

#: The folder of the records, inside the output folder.
FOLDER = ".nq57gen"
_FORMAT = 1


class Input(Struct, frozen=True):
    """A file that went into a document; ``path`` is relative to the project, or absolute outside it."""

    kind: str
    path: str
    stamp: Stamp


class Kept(Struct, frozen=True):
    """A file as it was written; ``beside``: not under its own name, which was somebody's work."""

    stamp: Stamp
    beside: bool = False


class Printed(Struct, frozen=True):
    """The PDF of a document; ``of`` is the digest of the .docx whose pages it shows."""

    kept: Kept
    of: str
    warnings: tuple[Diagnostic, ...] = ()


class Record(Struct, frozen=True):
    """How a document was last made.

    ``spec``: as messages called it; ``inputs``: the spec first; ``absent``: files that were not there
    and would have gone first; ``written_ns``: when the record was written.
    """

    version: str
    program: str
    spec: str
    inputs: tuple[Input, ...]
    absent: tuple[str, ...]
    document: Kept
    warnings: tuple[Diagnostic, ...] = ()
    printed: Printed | None = None
    written_ns: int = 0


def as_bytes(record: Record) -> bytes:
    """The file of ``record``."""
    printed = record.printed
    data = {
        "format": _FORMAT,
        "version": record.version,
        "program": record.program,
        "spec": record.spec,
        "inputs": [[one.kind, one.path, *_stamp(one.stamp)] for one in record.inputs],
        "absent": record.absent,
        "document": _kept(record.document),
        "warnings": [_finding(one) for one in record.warnings],
        "printed": printed
        and {
            "file": _kept(printed.kept),
            "of": printed.of,
            "warnings": [_finding(one) for one in printed.warnings],
        },
    }
    return json.encode(data)


def read_record(path: str, spec: str) -> Record | None:
    """The record at ``path``, its findings told of ``spec``; None when there is none that can be used."""
    try:
        with open(path, "rb") as file:
            data = json.decode(file.read())
            written = os.fstat(file.fileno()).st_mtime_ns
        return _read(data, spec, written) if data["format"] == _FORMAT else None
    except (OSError, ValueError, TypeError, LookupError, ArithmeticError):
        return None


def _read(data: Any, spec: str, written_ns: int) -> Record:
    printed = data["printed"]
    if not data["inputs"]:
        raise ValueError("no document is made from nothing")
    return Record(
        version=str(data["version"]),
        program=str(data["program"]),
        spec=str(data["spec"]),
        inputs=tuple(
            Input(str(kind), str(path), _read_stamp(stamp)) for kind, path, *stamp in data["inputs"]
        ),
        absent=tuple(str(path) for path in data["absent"]),
        document=_read_kept(data["document"]),
        warnings=_read_findings(data["warnings"], data["spec"], spec),
        printed=printed
        and Printed(
            _read_kept(printed["file"]),
            str(printed["of"]),
            _read_findings(printed["warnings"], data["spec"], spec),
        ),
        written_ns=written_ns,
    )


def _stamp(stamp: Stamp) -> list[int | str]:
    return [stamp.size, stamp.mtime_ns, stamp.digest]


def _kept(kept: Kept) -> list[int | str | bool]:
    return [*_stamp(kept.stamp), kept.beside]


def _finding(one: Diagnostic) -> list[Any]:
    position = one.position and [one.position.line, one.position.column]
    return [
        one.code,
        one.message,
        one.hint,
        one.severity.value,
        one.path,
        position,
        one.where,
        one.source_line,
    ]


def _read_stamp(data: Any) -> Stamp:
    size, mtime_ns, digest = data
    return Stamp(int(size), int(mtime_ns), str(digest))


def _read_kept(data: Any) -> Kept:
    *stamp, beside = data
    return Kept(_read_stamp(stamp), bool(beside))


def _read_findings(data: Any, then: str, now: str) -> tuple[Diagnostic, ...]:
    """The findings, those of the spec under the name it goes by now."""
    found = []
    for code, message, hint, severity, path, position, where, line in data:
        at = Position(*position) if position else None
        one = Diagnostic(code, message, hint, Severity(severity), path, at, where, line)
        found.append(replace(one, path=now) if path == then else one)
    return tuple(found)
