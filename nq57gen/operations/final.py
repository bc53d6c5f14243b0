"""What ``render --final`` refuses: a document with places still to fill in, or with conflicts left open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nq57gen.diagnostics import Diagnostic, Severity
from nq57gen.errors import InvalidInput

#: Warnings of a draft that no issued document may have: blanks of the spec and of the pack, open conflicts.
UNFINISHED = frozenset({"N033", "N037", "G301"})


def refuse_unfinished(warnings: Iterable[Diagnostic]) -> None:
    """Raises InvalidInput with each of ``warnings`` that says the document is not finished, as an error."""
    left = [replace(one, severity=Severity.ERROR) for one in warnings if one.code in UNFINISHED]
    if left:
        raise InvalidInput(left)
