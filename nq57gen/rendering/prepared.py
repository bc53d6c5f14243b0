"""A template checked and compiled, ready for any number of documents; kept in memory and on disk."""

from __future__ import annotations

import contextlib
import functools
import hashlib

from msgspec import MsgspecError, Struct, msgpack

from nq57gen import caching
from nq57gen.engine.plan import Part
from nq57gen.engine.versions import versions
from nq57gen.rendering.facts import TemplateFacts
from nq57gen.rendering.filling import Steps
from nq57gen.writer import Entry

#: To be raised whenever what is kept on disk changes its form or its meaning.
_FORM = 4


class Notes(Struct, frozen=True):
    """The part of footnotes, cut where more are added, and the static parts that go with it."""

    before: str
    after: str
    static: tuple[Entry, ...]


class Quick(Struct, frozen=True):
    """What documents are made of without an XML library: parts to fill, ready entries for the rest.

    ``parts``: the document first. ``straight``: the instructions of each, None where only Jinja can fill
    it. ``static``: the other parts of a document without footnotes, but for the properties.
    """

    parts: tuple[Part, ...]
    straight: tuple[Steps | None, ...]
    static: tuple[Entry, ...]
    notes: Notes


class Prepared(Struct, frozen=True):
    """A template that was checked. ``texts``: its paragraphs. ``quick`` None: ``reasons`` say why."""

    facts: TemplateFacts
    texts: tuple[str, ...]
    quick: Quick | None
    reasons: tuple[str, ...] = ()


@functools.lru_cache(maxsize=8)
def prepared(template: bytes, template_name: str) -> Prepared:
    """Return ``template`` (the content of a .docx) checked and compiled.

    Raises InvalidInput for its problems, with ``template_name`` in the messages (M1xx).
    """
    store = caching.current()
    key = f"template {hashlib.sha256(template).hexdigest()} {_FORM} {versions()}"
    content = store.get(key) if store else None
    if content is not None:
        with contextlib.suppress(MsgspecError, RecursionError):
            return msgpack.decode(content, type=Prepared)
    from nq57gen.rendering.prepare import prepare  # docxtpl and lxml, needed for nothing else

    made = prepare(template, template_name)
    if store:
        store.put(key, msgpack.encode(made))
    return made
