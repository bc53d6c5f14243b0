"""What a problem is, and every wording a user can meet (the floor: standard library and msgspec).

A *diagnostic* is data: code, severity, place, message, hint. Nothing here prints.
All wording lives in :mod:`nq57gen.messages`; a code without an entry there is a bug.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

#: A place in a spec: keys and list indices from the top, e.g. ``("phu_luc", 0, "tieu_de")``.
KeyPath = tuple[str | int, ...]


class Severity(enum.Enum):
    """How bad a finding is; only ``ERROR`` stops a document."""

    ERROR = "error"
    WARNING = "warning"


class Position(Struct, frozen=True, order=True):
    """A place in a text file; line and column count from 1, in characters of the decoded file."""

    line: int
    column: int


class Diagnostic(Struct, frozen=True):
    """One finding about one place.

    ``code`` is stable (scripts depend on it); ``message`` and ``hint`` are Vietnamese.
    ``path`` is the file as the user named it, ``where`` the key path in a spec or the
    paragraph or table cell in a .docx, ``source_line`` the line of the file to show.
    """

    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    path: str = ""
    position: Position | None = None
    where: str = ""
    source_line: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """File order: path, then line and column; findings without a place come first."""
        place = self.position or Position(0, 0)
        return (self.path, place.line, place.column, self.code)


def make(
    code: str,
    *,
    path: str = "",
    position: Position | None = None,
    where: KeyPath | str = (),
    source_line: str = "",
    hint: str | None = None,
    **values: object,
) -> Diagnostic:
    """Build the diagnostic ``code`` from its entry in the table of messages.

    ``values`` fill the ``{}`` fields of message and hint; ``hint`` replaces the table's hint.
    Raises ``KeyError`` for an unknown code or a missing field: both are bugs of ours.
    """
    from nq57gen.messages.find import message  # most runs have nothing to tell

    entry = message(code)
    return Diagnostic(
        code=code,
        message=entry.message.format(**values),
        hint=entry.hint.format(**values) if hint is None else hint,
        severity=Severity(entry.severity),
        path=path,
        position=position,
        where=where if isinstance(where, str) else format_key_path(where),
        source_line=source_line,
    )


def format_key_path(path: KeyPath) -> str:
    """``("phu_luc", 0, "tieu_de")`` as ``phu_luc[1].tieu_de`` (list items count from 1, as people do)."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text


def in_file_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file, line and column, each finding once."""
    return sorted(dict.fromkeys(diagnostics), key=lambda d: d.sort_key)


class Findings(Struct):
    """Collects diagnostics so that one run reports every problem."""

    items: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostic: Diagnostic) -> None:
        """Record one finding."""
        self.items.append(diagnostic)

    def extend(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Record several findings."""
        self.items.extend(diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether anything recorded stops the document."""
        return any(d.severity is Severity.ERROR for d in self.items)
