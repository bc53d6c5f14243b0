"""A spec file as text: decoded, without BOM, one kind of line end."""

from __future__ import annotations

import codecs
import errno
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic, KeyPath, Position, make
from nq57gen.errors import InvalidInput
from nq57gen.long_text import MOST_LETTERS, is_too_long
from nq57gen.regular import read_regular

#: A spec larger than this is not a document of a ward (bytes).
MAX_BYTES = 5_000_000


class SourceFile(Struct, frozen=True, dict=True):
    """One file as the user named it (``path``) and as we read it (``text``, lines ended by LF)."""

    path: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; only LF ends a line, so that numbers agree with editors."""
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """Line ``number``, counted from 1; empty outside the file."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def diagnostic(self, code: str, position: Position, where: KeyPath = (), **values: object) -> Diagnostic:
        """Build the diagnostic ``code`` at ``position`` of this file."""
        return make(
            code,
            path=self.path,
            position=position,
            where=where,
            source_line=self.line(position.line),
            **values,  # type: ignore[arg-type]  # the fields of the wording; `hint` may be among them
        )


def read_source(path: Path, shown_as: str) -> SourceFile:
    """Read ``path``, called ``shown_as`` in messages.

    UTF-8 (with or without BOM) and UTF-16 with BOM are read; CRLF and CR become LF.
    Raises ``InvalidInput`` (Y001 to Y006) when the file cannot be read as text.
    """
    data = _read_bytes(path, shown_as)
    text = _decode(data, shown_as)
    source = SourceFile(shown_as, text.replace("\r\n", "\n").replace("\r", "\n"))
    for number, line in enumerate(source.lines, 1):
        if is_too_long(line):
            letters = f"{MOST_LETTERS:,}".replace(",", ".")
            found = source.diagnostic("Y071", Position(number, 1), letters=letters, word="1.000")
            raise InvalidInput([found])
    return source


def _read_bytes(path: Path, shown_as: str) -> bytes:
    try:
        if path.is_dir():
            raise InvalidInput([make("Y002", path=shown_as, name=shown_as)])
        return read_regular(path, MAX_BYTES)
    except FileNotFoundError:
        raise InvalidInput([make("Y001", path=shown_as, name=shown_as)]) from None
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise InvalidInput(
                [make("Y004", path=shown_as, name=shown_as, limit=MAX_BYTES // 1_000_000)]
            ) from None
        code = "Y070" if error.errno == errno.EINVAL else "Y003"
        raise InvalidInput([make(code, path=shown_as, name=shown_as)]) from None


def _decode(data: bytes, shown_as: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise InvalidInput([make("Y006", path=shown_as)]) from None
    # Plain UTF-16 is full of zero bytes and would pass as UTF-8 full of control characters.
    if data.count(0) > len(data) // 4:
        raise InvalidInput([make("Y006", path=shown_as)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind the BOM, in the bytes it hands back.
        raise InvalidInput([_not_utf8(bytes(error.object), error.start, shown_as)]) from None


def _not_utf8(data: bytes, at: int, shown_as: str) -> Diagnostic:
    """Y005 at byte ``at``, the first that is not UTF-8."""
    line_start = data.rfind(b"\n", 0, at) + 1
    line_end = data.find(b"\n", at)
    source_line = data[line_start : len(data) if line_end < 0 else line_end].rstrip(b"\r")
    line = data.count(b"\n", 0, at) + 1
    return make(
        "Y005",
        path=shown_as,
        position=Position(line, len(data[line_start:at].decode("utf-8")) + 1),
        source_line=source_line.decode("utf-8", errors="replace"),
        line=line,
        byte=f"0x{data[at]:02X}",
    )
