"""The usual way to a document: the compiled template filled and laid out as text, no XML library anywhere."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from nq57gen.engine.letters import encoded
from nq57gen.rendering.filling import filled
from nq57gen.rendering.footnote_text import footnotes_xml
from nq57gen.rendering.layout_text import NotPlain, arrange_text, without_empty_cells, without_empty_runs
from nq57gen.rendering.names import DOCUMENT, FOOTNOTES

if TYPE_CHECKING:
    from jinja2 import Template

    from nq57gen.model.document import Footnote, Table
    from nq57gen.rendering.context import Context
    from nq57gen.rendering.facts import TemplateFacts
    from nq57gen.rendering.prepared import Quick
    from nq57gen.writer import Entry

#: docxtpl would make tabs, breaks and pages of these; no text of the model holds any.
_AWKWARD = ("\t", "\n", "\r", "\a", "\f")
_BODY = ("<w:body>", "</w:body>")


class Filled(Struct, frozen=True):
    """The parts that belong to one document, each in pieces, and the entries it shares with others."""

    parts: dict[str, Sequence[bytes]]
    static: Sequence[Entry]


def quick_parts(
    quick: Quick,
    context: Context,
    tables: Sequence[Table],
    footnotes: Sequence[Footnote],
    facts: TemplateFacts,
) -> Filled | None:
    """Return the document but for its properties; None where only the reference way is exact.

    Raises InvalidInput (M114) for a character no Word file can hold.
    """
    names = {name: getattr(context, name) for name in context.__struct_fields__}
    parts: dict[str, Sequence[bytes]] = {}
    for number, part in enumerate(quick.parts):
        try:
            text = _text(quick, number, names)
        except Exception:  # the reference way says which tag fails
            return None
        if not _is_plain(text):
            return None
        if part.name == DOCUMENT:
            text = without_empty_cells(without_empty_runs(text))
        text = _plain_braces(part.finished(text))
        if part.name != DOCUMENT:
            parts[part.name] = (encoded(text),)
            continue
        start, end = text.index(_BODY[0]) + len(_BODY[0]), text.rindex(_BODY[1])
        try:
            body = list(arrange_text(text[start:end], tables, facts))
        except NotPlain:
            return None
        if not _is_plain("".join(piece for piece in body if isinstance(piece, str))):
            return None
        pieces = (text[:start], *body, text[end:])
        parts[part.name] = [encoded(piece) if isinstance(piece, str) else piece for piece in pieces]
    if not footnotes:
        return Filled(parts, quick.static)
    notes = quick.notes
    text = footnotes_xml(footnotes, facts)
    if not _is_plain(text):
        return None
    content = encoded(f"{notes.before}{_plain_braces(text)}{notes.after}")
    return Filled({**parts, FOOTNOTES: (content,)}, notes.static)


def _text(quick: Quick, number: int, names: Mapping[str, object]) -> str:
    steps = quick.straight[number]
    if steps is not None:
        with contextlib.suppress(Exception):  # Jinja knows what to do, or what is wrong
            return filled(steps, names)
    return _template(quick.parts[number].source).render(names)


@functools.lru_cache(maxsize=32)
def _template(source: str) -> Template:
    from nq57gen.rendering.environment import environment  # few documents need Jinja itself

    return environment().from_string(source)


def _plain_braces(text: str) -> str:
    """Write braces as lxml does; they were kept from docxtpl, which is not here."""
    return text.replace("&#123;", "{").replace("&#125;", "}") if "&#12" in text else text


def _is_plain(text: str) -> bool:
    return not any(letter in text for letter in _AWKWARD)
