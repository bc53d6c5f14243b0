"""The same template and values through docxtpl, the engine's strings, and the engine's slow path."""

from __future__ import annotations

import io
from collections.abc import Callable
from types import FunctionType
from typing import Any

from docxtpl import DocxTemplate

from nq57gen.engine.engine import Engine
from nq57gen.writer import unpack

#: Makes the values, for one template.
Values = Callable[..., dict[str, Any]]


def rendered(template: Any, values: Values, **options: Any) -> dict[str, bytes]:
    """The parts of the document that ``template`` (docxtpl's or ours) gives."""
    template.render(values(template), **_made(options))
    target = io.BytesIO()
    template.save(target)
    return unpack(target.getvalue())


def same(template: bytes, values: Values, **options: Any) -> bool:
    """Assert that all ways give equal parts; return whether the engine made them of strings."""
    plain = rendered(DocxTemplate(io.BytesIO(template)), values, **options)
    engine = Engine(template)
    ours = rendered(engine, values, **options)
    on_strings = engine.on_strings
    assert ours.keys() == plain.keys()
    assert [name for name in plain if plain[name] != ours[name]] == []
    forced = Engine(template)
    forced.render(values(forced), **_made(options))
    assert forced.docx is not None  # looking at docxtpl's document leaves it to docxtpl
    target = io.BytesIO()
    forced.save(target)
    slow = unpack(target.getvalue())
    assert not forced.on_strings
    assert [name for name in plain if plain[name] != slow.get(name)] == []
    return on_strings


def _made(options: dict[str, Any]) -> dict[str, Any]:
    """Options with a Jinja environment of their own, made by what is given: docxtpl changes it."""
    environment = options.get("jinja_env")
    return {**options, "jinja_env": environment()} if isinstance(environment, FunctionType) else options
