"""Whose fault it is when a document is not read back as it should be: the template's, ours, or nobody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nq57gen.diagnostics import make
from nq57gen.errors import InternalError, InvalidInput
from nq57gen.rendering.names import DOCUMENT
from nq57gen.rendering.readback import notes_problems
from nq57gen.rendering.result_text import texts_of
from nq57gen.rendering.template_check import checked_template
from nq57gen.rendering.template_faults import faults_of
from nq57gen.rendering.template_trace import TagFails, Traced, trace

if TYPE_CHECKING:
    from nq57gen.model.document import Document, Table
    from nq57gen.rendering.context import Context


def blame_template(
    parts: Mapping[str, Sequence[bytes]],
    document: Document,
    context: Context,
    tables: Sequence[Table],
    template: bytes,
    path: str,
) -> None:
    """Return where the finished ``parts`` say all of ``document`` once, just as the template prints it.

    To be called while the InternalError of the read-back is handled, which is raised again where the fault
    is ours. Raises InvalidInput where it is the template's (M124 to M127, M132).
    """
    checked = checked_template(template, path)
    traced = traced_or_refused(template, context, tables, path)
    faults = faults_of(checked, traced.prints, document, path)
    if faults:
        raise InvalidInput(faults)
    body = tuple(text for text in texts_of(parts[DOCUMENT], checked.facts.note_base) if text)
    problems = notes_problems(parts, document, checked.facts)
    if problems:
        raise InternalError(problems)
    if body != traced.texts:
        raise  # see above


def traced_or_refused(template: bytes, context: Context, tables: Sequence[Table], path: str) -> Traced:
    """Return what the template prints. Raises InvalidInput (M132) for a tag that has nothing to print."""
    checked = checked_template(template, path)
    try:
        return trace(checked.body, context, tables, checked.facts.note_base)
    except TagFails as error:
        tag = error.tag
        raise InvalidInput([make("M132", path=path, where=tag.spot.where, tag=tag.source)]) from error
