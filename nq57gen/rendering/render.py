"""A document and a template become the bytes of a finished .docx: the steps, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nq57gen.rendering.context import build_context
from nq57gen.rendering.docxtpl_adapter import fill
from nq57gen.rendering.footnotes import add_footnotes
from nq57gen.rendering.layout import arrange
from nq57gen.rendering.properties import APP_PART, CORE_PART, Properties, app_part, core_part
from nq57gen.rendering.readback import check_result
from nq57gen.rendering.template_check import checked_template
from nq57gen.rendering.xml import parse
from nq57gen.writer import pack, unpack

if TYPE_CHECKING:
    from nq57gen.model.document import Document

_DOCUMENT = "word/document.xml"


def render_document(
    document: Document, template: bytes, *, template_name: str, properties: Properties
) -> bytes:
    """Return the bytes of the finished .docx: the same input always gives the same bytes.

    ``template`` is the content of the Word template, ``template_name`` its name in messages.
    Raises InvalidInput for problems of the template (M1xx), InternalError when what came out is not
    what the model says (R1xx).
    """
    facts, spots = checked_template(template, template_name)
    context, tables = build_context(document, facts)
    parts = unpack(fill(template, context, template_name=template_name))
    body = parse(parts[_DOCUMENT], part=_DOCUMENT, shown_as=template_name)
    parts[_DOCUMENT] = arrange(body, tables, facts)
    parts = add_footnotes(parts, document.footnotes, facts)
    parts[CORE_PART], parts[APP_PART] = core_part(properties), app_part()
    check_result(parts, document, facts, spots)
    return pack(parts)
