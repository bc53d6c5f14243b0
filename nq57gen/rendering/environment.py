"""The Jinja environment of every template."""

from __future__ import annotations

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from nq57gen.rendering.markup import xml_text

#: The filters a template may use; each gives text, a number or an item of what went in.
FILTERS = ("first", "join", "last", "length", "lower", "trim", "upper")


def environment() -> SandboxedEnvironment:
    """Return the Jinja environment of every template: strict, sandboxed, with nothing but our filters."""
    jinja = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printed)
    jinja.globals.clear()
    jinja.filters = {name: jinja.filters[name] for name in FILTERS}
    return jinja


def _printed(value: object) -> object:
    """Escape what a tag prints, braces included; pieces of XML of our own are already escaped."""
    return value if isinstance(value, Markup) else Markup(xml_text(str(value)))  # noqa: S704
