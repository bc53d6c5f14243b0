"""The Jinja environment of every template."""

from __future__ import annotations

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from nq57gen.rendering.markup import printed

#: The filters a template may use; each gives text, a number or an item of what went in.
FILTERS = ("first", "join", "last", "length", "lower", "trim", "upper")


class _Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, which need not think about the names of our own context."""

    def getattr(self, obj: object, attribute: str) -> object:
        """Return an attribute, as the sandbox does."""
        if isinstance(obj, Struct) and attribute in obj.__struct_fields__ and attribute[0] != "_":
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def environment() -> SandboxedEnvironment:
    """Return the Jinja environment of every template: strict, sandboxed, with nothing but our filters."""
    jinja = _Sandbox(undefined=StrictUndefined, autoescape=True, finalize=_finalized)
    jinja.globals.clear()
    jinja.filters = {name: jinja.filters[name] for name in FILTERS}
    return jinja


def _finalized(value: object) -> Markup:
    return Markup(printed(value))  # noqa: S704  # it is escaped
