"""``nq57gen check``: every problem of a spec or a Word file, without writing anything."""

from __future__ import annotations

from pathlib import Path

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.operations.check_word import check_word
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.document import understand
from nq57gen.operations.paths import Given


def check(given: Given, project: Path, chosen: Chosen) -> tuple[Diagnostic, ...]:
    """The problems of one file that are wanted, in the order of the file or of the decree's rules."""
    return check_word(given, chosen) if given.is_word else check_spec(given, project, chosen)


def check_spec(given: Given, project: Path, chosen: Chosen) -> tuple[Diagnostic, ...]:
    """The problems of one spec, in file order."""
    try:
        found = understand(given.path, given.shown_as, project).warnings
    except InvalidInput as error:
        found = error.diagnostics
    return tuple(one for one in found if chosen.shows(one.code))
