"""A document and a template become the bytes of a finished .docx: the steps, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nq57gen.errors import InternalError
from nq57gen.rendering.blanks import highlighted
from nq57gen.rendering.context import build_context
from nq57gen.rendering.names import DOCUMENT
from nq57gen.rendering.prepared import prepared
from nq57gen.rendering.properties import APP_PART, CORE_PART, Properties, app_part, core_part
from nq57gen.rendering.quick import Filled, quick_parts
from nq57gen.rendering.readback import check_result
from nq57gen.writer import QUICK, entry_of, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nq57gen.model.document import Document
    from nq57gen.writer import Entry

#: Pieces of a part that are joined at a time; the whole of a long part stands in memory once.
_AT_ONCE = 200


def render_document(
    document: Document, template: bytes, *, template_name: str, properties: Properties
) -> bytes:
    """Return the bytes of the finished .docx: the same input always gives the same bytes.

    ``template`` is the content of the Word template, ``template_name`` its name in messages.
    Raises InvalidInput for problems of the template (M1xx), InternalError when what came out is neither
    what the model says nor what the template makes of it (R1xx).
    """
    ready = prepared(template, template_name)
    context, tables = build_context(document, ready.facts)
    filled = None
    if ready.quick is not None:
        filled = quick_parts(ready.quick, context, tables, document.footnotes, ready.facts)
    if filled is None:
        from nq57gen.rendering.reference import reference_parts  # docxtpl and lxml, for few templates

        parts = reference_parts(
            template, context, tables, document.footnotes, ready.facts, template_name=template_name
        )
        filled = Filled({name: (content,) for name, content in parts.items()}, ())
    own = {name: highlighted(pieces) for name, pieces in filled.parts.items()}
    try:
        check_result(own, document, ready.facts, ready.texts)
    except InternalError:
        from nq57gen.rendering.blame import blame_template  # hardly ever needed

        blame_template(own, document, context, tables, template, template_name)
    own |= {CORE_PART: (core_part(properties),), APP_PART: (app_part(),)}
    return join((*filled.static, *(_packed(name, pieces) for name, pieces in own.items())))


def _packed(name: str, pieces: Sequence[bytes]) -> Entry:
    """Return a part as it stands in the package; the largest one is deflated with less effort."""
    some = (b"".join(pieces[at : at + _AT_ONCE]) for at in range(0, len(pieces), _AT_ONCE))
    return entry_of(name, some, QUICK) if name == DOCUMENT else entry_of(name, some)
