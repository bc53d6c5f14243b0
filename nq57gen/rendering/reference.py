"""The plain way to a document: docxtpl fills the template, lxml lays the result out.

It defines what :mod:`nq57gen.rendering.quick` must give, and makes the documents that cannot.
docxtpl's own defaults lose text (no escaping, blanks for missing names, an XML parser that recovers), so
escaping, strict names and a sandbox are always on, and what comes out is read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nq57gen.engine.docxtpl_adapter import fill
from nq57gen.errors import InvalidInput
from nq57gen.rendering.blame import failure
from nq57gen.rendering.environment import environment
from nq57gen.rendering.footnotes import add_footnotes
from nq57gen.rendering.layout import arrange
from nq57gen.rendering.names import DOCUMENT
from nq57gen.rendering.template_check import checked_template
from nq57gen.rendering.template_package import fillable
from nq57gen.rendering.xml import parse
from nq57gen.writer import unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nq57gen.model.document import Footnote, Table
    from nq57gen.rendering.context import Context
    from nq57gen.rendering.facts import TemplateFacts


def reference_parts(
    template: bytes,
    context: Context,
    tables: Sequence[Table],
    footnotes: Sequence[Footnote],
    facts: TemplateFacts,
    *,
    template_name: str,
) -> dict[str, bytes]:
    """Return the parts of the document, properties left as they are.

    Raises InvalidInput (M113, M132, M133) for whatever the engine cannot do with the template.
    """
    names = {name: getattr(context, name) for name in context.__struct_fields__}
    try:
        filled = fill(fillable(template, template_name), names, environment())
    # Whatever a strange template sets off inside docxtpl, python-docx or Jinja is the template's fault.
    except Exception as error:
        checked = checked_template(template, template_name)
        raise InvalidInput([failure(checked, context, template_name, error)]) from error
    parts = unpack(filled)
    body = parse(parts[DOCUMENT], part=DOCUMENT, shown_as=template_name)
    return add_footnotes({**parts, DOCUMENT: arrange(body, tables, facts)}, footnotes, facts)
