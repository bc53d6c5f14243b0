"""Whose fault it is when a document is not read back as it should be: the template's, ours, or nobody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jinja2 import UndefinedError

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InternalError, InvalidInput
from nq57gen.messages.packs import NO_VALUE
from nq57gen.rendering.names import DOCUMENT
from nq57gen.rendering.readback import notes_problems
from nq57gen.rendering.result_text import texts_of
from nq57gen.rendering.template_check import Checked, checked_template
from nq57gen.rendering.template_faults import faults_of
from nq57gen.rendering.template_trace import Traced, failing_tag, trace

if TYPE_CHECKING:
    from nq57gen.model.document import Document, Table
    from nq57gen.rendering.context import Context
    from nq57gen.rendering.template_tags import Spot


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
    is ours. Raises InvalidInput where it is the template's (M113, M124 to M127, M132, M133).
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
    """Return what the template prints. Raises InvalidInput as :func:`failure` tells it."""
    checked = checked_template(template, path)
    try:
        return trace(checked.body, context, tables, checked.facts.note_base)
    # whatever its expressions set off is the template's fault
    except Exception as error:
        raise InvalidInput([failure(checked, context, path, error)]) from error


def failure(checked: Checked, context: Context, path: str, error: Exception) -> Diagnostic:
    """Return the finding of a template that cannot be filled in: the tag that fails, else all of it.

    ``error``: what filling it in raised. M132: a tag asks an empty list for an item; M133: a tag has no
    value; M113: no tag fails by itself.
    """
    failing = failing_tag(checked.spots, context)
    if failing is None:
        where = _place_of(error, checked.spots)
        reason = f"bộ điền mẫu dừng lại ({type(error).__name__})"
        return make("M113", path=path, where=where, reason=reason)
    tag, raised = failing
    if isinstance(raised, UndefinedError):
        return make("M132", path=path, where=tag.spot.where, tag=tag.source)
    kind = next((kind for kind in type(raised).__mro__ if kind.__name__ in NO_VALUE), Exception)
    return make("M133", path=path, where=tag.spot.where, tag=tag.source, reason=NO_VALUE[kind.__name__])


def _place_of(error: Exception, spots: Sequence[Spot]) -> str:
    """Return the paragraph whose tag docxtpl was at, as far as its report holds the text of one."""
    lines = [line.strip() for line in getattr(error, "docx_context", ())]
    return next((spot.where for spot in spots if "{" in spot.text and spot.text.strip() in lines), "")
