"""A plan joined to one Jinja environment: its templates compiled, what they print guarded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, Template
from jinja2.sandbox import SandboxedEnvironment

from nq57gen.engine.plan import Part, Plan
from nq57gen.engine.values import Values

#: Settings of an environment that change how a template reads; any other value is for docxtpl alone.
_USUAL: dict[str, object] = {
    "block_start_string": "{%",
    "block_end_string": "%}",
    "variable_start_string": "{{",
    "variable_end_string": "}}",
    "comment_start_string": "{#",
    "comment_end_string": "#}",
    "line_statement_prefix": None,
    "line_comment_prefix": None,
    "trim_blocks": False,
    "lstrip_blocks": False,
    "newline_sequence": "\n",
    "keep_trailing_newline": False,
    "is_async": False,
    "extensions": {},
}


def is_usual(environment: Environment) -> bool:
    """Whether templates read in ``environment`` as in Jinja's own, whatever filters and names it has."""
    return (
        all(getattr(environment, name) == value for name, value in _USUAL.items())
        and type(environment.autoescape) is bool
        and type(environment) in (Environment, SandboxedEnvironment)
        and (environment.finalize is None or not hasattr(environment.finalize, "jinja_pass_arg"))
    )


def fingerprint(environment: Environment) -> tuple[object, ...]:
    """Return what a compiled template depends on: when it changes, it must be compiled again."""
    shared = (environment.filters, environment.tests, environment.globals)
    names = tuple(frozenset((name, id(value)) for name, value in found.items()) for found in shared)
    kept = (environment.undefined, environment.finalize, environment.loader, type(environment))
    return (environment.autoescape, *map(id, shared), *names, *kept)


class Filling:
    """The templates of ``plan``, compiled in ``environment``."""

    def __init__(self, plan: Plan, environment: Environment) -> None:
        self.values = Values()
        self.escaped = bool(environment.autoescape)
        guarded = environment.overlay(finalize=self._finalize(environment.finalize))
        self._templates: dict[str, Template] = {
            part.name: guarded.from_string(part.source) for part in plan.parts
        }
        sources = plan.properties.sources if plan.properties else ()
        self.properties = tuple(environment.from_string(source) for source in sources)

    def text(self, part: Part, context: Mapping[str, Any]) -> str:
        """Return what Jinja makes of a part."""
        return self._templates[part.name].render(context)

    def _finalize(self, own: Callable[..., Any] | None) -> Callable[[Any], Any]:
        printed = self.values.printed
        return printed if own is None else lambda value: printed(own(value))
