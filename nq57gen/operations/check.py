"""``nq57gen check``: every problem of a spec or a Word file, without writing anything."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nq57gen.diagnostics import Diagnostic, in_file_order
from nq57gen.errors import InternalError, InvalidInput
from nq57gen.operations.check_word import check_word
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.compare import compare_with_plan
from nq57gen.operations.content import content_of_spec
from nq57gen.operations.document import understand
from nq57gen.operations.paths import Given
from nq57gen.operations.render import gate_document, render_bytes


def check(given: Given, project: Path, chosen: Chosen) -> tuple[Diagnostic, ...]:
    """The problems of one file that are wanted, in the order of the file or of the decree's rules."""
    return check_word(given, chosen) if given.is_word else check_spec(given, project, chosen)


def check_spec(given: Given, project: Path, chosen: Chosen) -> tuple[Diagnostic, ...]:
    """What ``render``, the content rules and the plan that it reports on say of one spec, in file order."""
    try:
        understood = understand(given.path, given.shown_as, project)
        data = render_bytes(understood.spec, understood.document)
        gated = gate_document(understood, data, given.shown_as)
        content = content_of_spec(gated.file, understood, given.shown_as, chosen.select)
        compared = compare_with_plan(understood.spec, given.path, given.shown_as, project)
        found: Iterable[Diagnostic] = in_file_order(
            [*understood.warnings, *gated.errors, *content, *compared]
        )
    except (InvalidInput, InternalError) as error:
        found = error.diagnostics
    return tuple(one for one in found if chosen.shows(one.code))
