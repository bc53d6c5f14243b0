"""What ``render --final`` refuses: drafts, places still to fill in, conflicts left open.

The warnings of a document are kept in its record, so that one that is up to date is refused too.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from nq57gen.diagnostics import Diagnostic, Severity, in_file_order
from nq57gen.errors import InvalidInput

#: Warnings of a document that is not finished: blanks of the spec and of the pack, open conflicts.
UNFINISHED = frozenset({"N033", "N037", "G301"})
#: The mark DỰ THẢO: nothing to be told of, before the document is to be final.
DRAFT = "N038"


def refuse_unfinished(warnings: Iterable[Diagnostic]) -> None:
    """Raises InvalidInput with each of ``warnings`` that says the document is not finished, as an error."""
    left = [
        replace(one, severity=Severity.ERROR)
        for one in warnings
        if one.code in UNFINISHED or one.code == DRAFT
    ]
    if left:
        raise InvalidInput(in_file_order(left))


def worth_telling(warnings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those of the ``warnings`` of a record that are told of a document that need not be final."""
    return tuple(one for one in warnings if one.code != DRAFT)
