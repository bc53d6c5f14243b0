"""The only module that touches docxtpl: a checked template and a context in, a .docx out.

docxtpl's own defaults lose text (no escaping, blanks for missing names, an XML parser that recovers), so
escaping, strict names and a sandbox are always on here, and what comes out is read back by
:mod:`nq57gen.rendering.readback`.
"""

from __future__ import annotations

import dataclasses
import io
from typing import TYPE_CHECKING

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.rendering.markup import xml_text

if TYPE_CHECKING:
    from nq57gen.rendering.context import Context

#: The filters a template may use; each gives text, a number or an item of what went in.
FILTERS = ("first", "join", "last", "length", "lower", "trim", "upper")


class _Template(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl's template, leaving alone the core properties, which it escapes twice."""

    def render_properties(self, *_arguments: object) -> None:
        """Do nothing; the properties are written afterwards."""


def environment() -> SandboxedEnvironment:
    """Return the Jinja environment of every template: strict, sandboxed, with nothing but our filters."""
    jinja = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printed)
    jinja.globals.clear()
    jinja.filters = {name: jinja.filters[name] for name in FILTERS}
    return jinja


def fill(template: bytes, context: Context, *, template_name: str) -> bytes:
    """Fill ``template`` (the bytes of a checked .docx) and return the bytes of the result.

    Raises InvalidInput (M113) for whatever the engine cannot do with the template.
    """
    names = {field.name: getattr(context, field.name) for field in dataclasses.fields(context)}
    target = io.BytesIO()
    try:
        document = _Template(io.BytesIO(template))
        document.render(names, environment(), autoescape=True)
        document.save(target)
    # Whatever a strange template sets off inside docxtpl, python-docx or Jinja is the template's fault.
    except Exception as error:
        raise InvalidInput([make("M113", path=template_name, reason=str(error) or repr(error))]) from error
    return target.getvalue()


def _printed(value: object) -> object:
    """Escape what a tag prints, braces included; pieces of XML of our own are already escaped."""
    return value if isinstance(value, Markup) else Markup(xml_text(str(value)))  # noqa: S704
