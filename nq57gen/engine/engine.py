"""docxtpl's interface over compiled templates: most documents are strings, docxtpl finishes the others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from nq57gen import caching
from nq57gen.engine.compiled import Compiled, compiled
from nq57gen.engine.filling import Filling, is_usual
from nq57gen.engine.letters import encoded
from nq57gen.writer import Entry, entry, entry_of, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from nq57gen.engine.docxtpl_adapter import Finisher

#: What python-docx lets a core property hold.
_LONGEST_PROPERTY = 255


class Engine:
    """A template of docxtpl's, with docxtpl's own ``render`` and ``save``, and the same parts in the result.

    ``template``: a path, the content of a .docx, or an open file of it. Whatever else docxtpl's object has
    (``new_subdoc``, ``replace_pic``, ``docx``...) is there too; using it before rendering leaves the document
    to docxtpl. Not for two threads at once. Raises what docxtpl raises.
    """

    def __init__(self, template: str | os.PathLike[str] | bytes | IO[bytes]) -> None:
        self._template = _content(template)
        self._compiled: Compiled | None = None
        self._docxtpl: Finisher | None = None  # once something needs it
        self._asked = False  # something of docxtpl's was used from outside
        self._entries: tuple[Entry, ...] | None = None  # what the string path made
        self._strings: dict[str, str] = {}
        self._arguments: tuple[Any, ...] = ({}, None, False)
        self._part: str | None = None  # that is being rendered

    def render(
        self, context: Mapping[str, Any], jinja_env: Environment | None = None, autoescape: bool = False
    ) -> None:
        """Fill the template; as docxtpl's ``render``."""
        if self._asked:
            self._inner().render(context, jinja_env, autoescape)
            return
        self._docxtpl, self._entries, self._strings = None, None, {}
        self._arguments = context, jinja_env, autoescape
        if jinja_env is not None and autoescape:
            jinja_env.autoescape = autoescape
        if jinja_env is not None and not is_usual(jinja_env):
            self._inner().render(context, jinja_env, autoescape)
            return
        template = self._load()
        if any(reason.startswith("not Jinja") for reason in template.plan.reasons):
            self._inner().render(context, jinja_env, autoescape)
            return
        filling = template.filling(jinja_env, autoescape=autoescape)
        self._entries = self._filled(filling, context)
        if self._entries is None:
            self._finish()

    def save(self, target: str | os.PathLike[str] | IO[bytes]) -> None:
        """Write the document to a path or an open binary file."""
        if self._entries is None or self._asked:
            self._inner().save(os.fspath(target) if isinstance(target, os.PathLike) else target)
            return
        data = join(self._entries)
        if isinstance(target, (str, os.PathLike)):
            Path(target).write_bytes(data)
        else:
            target.write(data)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why docxtpl finishes every document of this template; none when strings will do."""
        return self._load().plan.reasons

    @property
    def on_strings(self) -> bool:
        """Whether the last document was made without docxtpl."""
        return self._entries is not None and not self._asked

    def _load(self) -> Compiled:
        if self._compiled is None:
            self._compiled = compiled(self._template, caching.current())
        return self._compiled

    def _filled(self, filling: Filling, context: Mapping[str, Any]) -> tuple[Entry, ...] | None:
        """Return the finished document; None when docxtpl must finish it."""
        plan = self._load().plan
        filling.values.start()
        for part in plan.parts:
            self._enter(part.name)
            try:
                self._strings[part.name] = filling.text(part, context)
            except Exception as error:
                self._fail(part.name, part.opening + part.source, error)
                raise
            finally:
                self._part = None
        escapes = filling.values.escapes(escaped=filling.escaped)
        if plan.reasons or escapes is None or self._docxtpl is not None:
            return None
        made = []
        for part in plan.parts:
            pieces = part.pieces(self._strings[part.name], escapes)
            made.append(entry_of(part.name, map(encoded, pieces)))
        if plan.properties is not None:
            content = [template.render(context) for template in filling.properties]
            if any(len(text) > _LONGEST_PROPERTY or not text.isprintable() for text in content):
                return None
            first, *others = plan.properties.pieces
            between = (_escaped(text) + piece for text, piece in zip(content, others, strict=True))
            made.append(entry(plan.properties.name, (first + "".join(between)).encode()))
        return (*plan.static, *made)

    def _finish(self) -> None:
        """Let docxtpl make a document of the strings."""
        for text in self._strings.values():
            encoded(text)
        context, environment, autoescape = self._arguments
        inner = self._inner()
        parts = self._load().plan.parts
        inner.ready = {part.name: part.opening + self._strings[part.name] for part in parts}
        inner.render(context, environment, autoescape)
        inner.ready = {}

    def _fail(self, name: str, source: str, error: Exception) -> None:
        """Have docxtpl add the lines around the mistake to an error of Jinja's."""
        from jinja2 import TemplateError

        from nq57gen.engine.docxtpl_adapter import Finisher, Ready

        if isinstance(error, TemplateError):
            Finisher.render_xml_part(self._inner(), source, _Named(name), {}, Ready(error=error))

    def _enter(self, name: str) -> None:
        """Note which part is being rendered, also for docxtpl if a value already needed it."""
        self._part = name
        if self._docxtpl is not None:
            self._docxtpl.enter(name)

    def _inner(self) -> Finisher:
        """Return docxtpl's object."""
        if self._docxtpl is None:
            from nq57gen.engine.docxtpl_adapter import Finisher  # only for what strings cannot do

            self._docxtpl = Finisher(self._template)
        return self._docxtpl

    def __getattr__(self, name: str) -> Any:
        """Everything else is docxtpl's."""
        if name.startswith("_"):
            raise AttributeError(name)
        if self._part is not None:  # a value being printed: docxtpl finishes what it began
            if self._docxtpl is None:
                self._inner().enter(self._part)
        else:
            if self._entries is not None:
                self._entries = None
                self._finish()
            self._asked = True
        return getattr(self._inner(), name)


class _Named:
    """Stands for a part of python-docx where only its name matters."""

    def __init__(self, name: str) -> None:
        self.partname = name


def _content(template: str | os.PathLike[str] | bytes | IO[bytes]) -> bytes:
    if isinstance(template, bytes):
        return template
    if isinstance(template, (str, os.PathLike)):
        return Path(template).read_bytes()
    return template.read()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
