"""The record of one output: a small JSON file of its own, so that two runs never write the same one.

A record that is missing, damaged or of another format costs time only: the document is made again.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct, convert, json, to_builtins

from nq57gen.diagnostics import Diagnostic, Position, Severity
from nq57gen.manifest.looks import Stamp
from nq57gen.patterns import lazily

#: The folder of the records, inside the output folder.
FOLDER = ".nq57gen"
#: The record of a document with thousands of findings is smaller than this (bytes).
_LARGEST = 10_000_000
#: A pipe or a device in the place of a record is not waited for, where the system can say so.
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

#: A byte of a name that is no UTF-8, as Python has it and as the record has it; and how JSON begins that.
_ODD_BYTE, _HIDDEN_BYTE, _HIDDEN = lazily("[\udc80-\udcff]"), lazily("\0([89a-f][0-9a-f])"), b"\\u0000"


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


# --- the file; what old versions did not write has a value


class _InputRow(Struct, frozen=True, array_like=True):
    kind: str
    path: str
    size: int
    mtime_ns: int
    digest: str
    ctime_ns: int = 0
    inode: int = 0


class _KeptRow(Struct, frozen=True, array_like=True):
    size: int
    mtime_ns: int
    digest: str
    beside: bool
    ctime_ns: int = 0
    inode: int = 0


class _FindingRow(Struct, frozen=True, array_like=True):
    code: str
    message: str
    hint: str
    severity: Severity
    path: str
    position: tuple[int, int] | None
    where: str
    source_line: str


class _PrintedFile(Struct, frozen=True):
    file: _KeptRow
    of: str
    warnings: tuple[_FindingRow, ...]


class _File(Struct, frozen=True):
    format: Literal[1]
    version: str
    program: str
    spec: str
    inputs: tuple[_InputRow, ...]
    absent: tuple[str, ...]
    document: _KeptRow
    warnings: tuple[_FindingRow, ...]
    printed: _PrintedFile | None


def as_bytes(record: Record) -> bytes:
    """The file of ``record``."""
    printed = record.printed
    file = _File(
        1,
        record.version,
        record.program,
        record.spec,
        tuple(_InputRow(one.kind, one.path, *_ordered(one.stamp)) for one in record.inputs),
        record.absent,
        _kept_row(record.document),
        _finding_rows(record.warnings),
        _PrintedFile(_kept_row(printed.kept), printed.of, _finding_rows(printed.warnings))
        if printed
        else None,
    )
    try:
        return json.encode(file)
    except UnicodeEncodeError:
        return json.encode(_in_all_texts(to_builtins(file), _hide_bytes))


def _decoded(data: bytes) -> _File:
    if _HIDDEN in data:
        return convert(_in_all_texts(json.decode(data), _show_bytes), _File)
    return json.decode(data, type=_File)


def _in_all_texts(data: Any, change: Callable[[str], str]) -> Any:
    """Return ``data``, as JSON has it, with ``change`` done to every text that is no key."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, (list, tuple)):
        return [_in_all_texts(one, change) for one in data]
    if isinstance(data, dict):
        return {key: _in_all_texts(one, change) for key, one in data.items()}
    return data


def _hide_bytes(text: str) -> str:
    """Write bytes of a name that are no UTF-8 (PEP 383), which JSON cannot hold, as U+0000 and two digits.

    No name of a file has U+0000.
    """
    return _ODD_BYTE.sub(lambda match: f"\0{ord(match[0]) & 0xFF:02x}", text)


def _show_bytes(text: str) -> str:
    return _HIDDEN_BYTE.sub(lambda match: chr(0xDC00 + int(match[1], 16)), text)


def read_record(path: str, spec: str) -> Record | None:
    """The record at ``path``, its findings told of ``spec``; None when there is none that can be used.

    Anybody who may write the output folder may have written it: what is larger than any of ours, no file,
    another form, or leads out of the project by ``..`` is none.
    """
    try:
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _WITHOUT_WAITING)) as file:
            seen = os.fstat(file.fileno())
            if not stat.S_ISREG(seen.st_mode) or seen.st_size > _LARGEST:
                return None
            return _read(_decoded(file.read(_LARGEST)), spec, seen.st_mtime_ns)
    except (OSError, ValueError, RecursionError):
        return None


def _read(data: _File, spec: str, written_ns: int) -> Record:
    printed = data.printed
    if not data.inputs:
        raise ValueError("no document is made from nothing")
    return Record(
        version=data.version,
        program=data.program,
        spec=data.spec,
        inputs=tuple(
            Input(
                one.kind, _safe(one.path), Stamp(one.size, one.mtime_ns, one.digest, one.ctime_ns, one.inode)
            )
            for one in data.inputs
        ),
        absent=tuple(map(_safe, data.absent)),
        document=_kept(data.document),
        warnings=_findings(data.warnings, data.spec, spec),
        printed=Printed(_kept(printed.file), printed.of, _findings(printed.warnings, data.spec, spec))
        if printed
        else None,
        written_ns=written_ns,
    )


def _safe(path: str) -> str:
    """``path``, as we write it: below the project or absolute, and such that a system can be asked for it."""
    if "\0" in path or ".." in path.split("/"):
        raise ValueError(path)
    return path


def _ordered(stamp: Stamp) -> tuple[int, int, str, int, int]:
    return stamp.size, stamp.mtime_ns, stamp.digest, stamp.ctime_ns, stamp.inode


def _kept_row(kept: Kept) -> _KeptRow:
    size, mtime_ns, digest, *more = _ordered(kept.stamp)
    return _KeptRow(size, mtime_ns, digest, kept.beside, *more)


def _kept(row: _KeptRow) -> Kept:
    return Kept(Stamp(row.size, row.mtime_ns, row.digest, row.ctime_ns, row.inode), row.beside)


def _finding_rows(found: tuple[Diagnostic, ...]) -> tuple[_FindingRow, ...]:
    return tuple(
        _FindingRow(
            one.code,
            one.message,
            one.hint,
            one.severity,
            one.path,
            (one.position.line, one.position.column) if one.position else None,
            one.where,
            one.source_line,
        )
        for one in found
    )


def _findings(rows: tuple[_FindingRow, ...], then: str, now: str) -> tuple[Diagnostic, ...]:
    """The findings, those of the spec under the name it goes by now."""
    return tuple(
        Diagnostic(
            one.code,
            one.message,
            one.hint,
            one.severity,
            now if one.path == then else one.path,
            one.position and Position(*one.position),
            one.where,
            one.source_line,
        )
        for one in rows
    )
