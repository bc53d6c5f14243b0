"""A Word template becomes a plan: docxtpl opens and patches it once, and its own output is the measure."""

from __future__ import annotations

import io
import re

from jinja2 import Environment, TemplateSyntaxError

from nq57gen.engine.docxtpl_adapter import Finisher, Ready, part_name, sources
from nq57gen.engine.plan import Part, Plan, Properties
from nq57gen.engine.structure import Structure
from nq57gen.patterns import lazily
from nq57gen.writer import entry, unpack

_DOCUMENT = "word/document.xml"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_BODY = lazily(r"<w:body[^>]*>")
_CORE = "relationships/metadata/core-properties"
_FOOTNOTES = "wordprocessingml.footnotes+xml"
_TAGGED = lazily(r"\{[{%#]")
#: Stands for a value of a core property until the part is cut into pieces.
_MARK = "nq57gen-property-{}-"


class _Probe(Finisher):
    """Saves the template with nothing filled in."""

    def __init__(self, template: bytes, ready: dict[str, str], *, properties: bool) -> None:
        super().__init__(template, ready)
        self.sources: list[str] = []
        self._with_properties = properties

    def render_properties(self, context: object, jinja_env: object = None) -> None:
        """Put a mark in place of every property that has a tag."""
        if self._with_properties:
            super().render_properties(context, self)

    def from_string(self, source: str) -> Ready:
        """Give docxtpl what one property is to come out as."""
        if not _TAGGED.search(source):
            return Ready(Environment().from_string(source).render())  # noqa: S701  # as docxtpl does
        self.sources.append(source)
        return Ready(_MARK.format(len(self.sources) - 1))


def compile_plan(template: bytes, *, properties: bool = True) -> Plan:
    """Compile a template: ``template`` is the content of a .docx that docxtpl can open.

    ``properties`` False leaves the core properties alone. Raises what docxtpl raises for what it cannot open.
    """
    opened = Finisher(template)
    opened.render_init()
    found = sources(opened)
    reasons = list(_reasons(opened, properties=properties))
    reasons += ["a part used twice" for _source, count in found.values() if count > 1]
    shapes: dict[str, Structure] = {}
    for name, (source, _count) in found.items():
        try:
            shapes[name] = Structure(Environment().parse(source).body)  # noqa: S701  # only parsed
        except TemplateSyntaxError as error:
            reasons.append(f"not Jinja's own syntax: {error.message}")
            continue
        reasons += shapes[name].reasons
    parts = tuple(_unmeasured(name, source) for name, (source, _count) in found.items())
    if reasons:
        return Plan(parts, (), None, tuple(dict.fromkeys(reasons)))
    return _measured(template, parts, shapes, properties=properties)


def _reasons(opened: Finisher, *, properties: bool) -> list[str]:
    """Return what speaks against the string path outside the parts docxtpl fills through Jinja."""
    reasons = []
    package = opened.docx._part.package
    if properties and not any(_CORE in relation.reltype for relation in package.rels.values()):
        reasons.append("no core properties: they are made with the time of day in them")
    for part in package.parts:
        if part.content_type.endswith(_FOOTNOTES) and _TAGGED.search(part.blob.decode("utf-8", "replace")):
            reasons.append("tags in footnotes: docxtpl fills them once for every section")
    return reasons


def _unmeasured(name: str, source: str) -> Part:
    """Return the part without what only docxtpl's own output can tell."""
    found = _BODY.match(source.lstrip("\n")) if name == _DOCUMENT else None
    return Part(name, source[len(found[0]) :] if found else source, opening=found[0] if found else "")


def _measured(
    template: bytes, parts: tuple[Part, ...], shapes: dict[str, Structure], *, properties: bool
) -> Plan:
    """Compare what strings give with docxtpl's output where nothing is filled in; keep that of the rest."""
    probe = _Probe(template, {name: shape.plain for name, shape in shapes.items()}, properties=properties)
    target = io.BytesIO()
    try:
        probe.render({})
        probe.save(target)
    except Exception as error:  # whatever docxtpl or python-docx cannot do with it, they will say again
        return Plan(parts, (), None, (f"docxtpl: {error!r}",))
    saved = unpack(target.getvalue())
    reasons, done = [], []
    for part in parts:
        wanted, shape = saved[part.name].decode(), shapes[part.name]
        full = _surrounded(part, wanted, shape)
        plain = shape.plain[len(part.opening) :]
        if full.finished(plain) != wanted:
            reasons.append(f"{part.name} is not written as lxml writes it")
        done.append(full)
    core = _properties(saved, probe.sources)
    dynamic = {part.name for part in done} | ({core.name} if core else set())
    static = tuple(entry(name, content) for name, content in saved.items() if name not in dynamic)
    return Plan(tuple(done), static, core, tuple(reasons))


def _surrounded(part: Part, saved: str, shape: Structure) -> Part:
    """Return ``part`` with what lxml writes around it."""
    before, after = _DECLARATION, ""
    found = _BODY.search(saved)
    if part.opening and found:
        before, after = saved[: found.end()], saved[saved.rindex("</w:body>") + len("</w:body>") :]
    one_line = "\n" not in re.sub(r"\n(?=<w:p[ >])", "", shape.plain)
    return Part(part.name, part.source, part.opening, before, after, shape.hollow, one_line)


def _properties(saved: dict[str, bytes], found: list[str]) -> Properties | None:
    if not found:
        return None
    name = next(name for name, content in saved.items() if _MARK.format(0).encode() in content)
    rest, pieces = saved[name].decode(), []
    # docxtpl's order is not that of the part: cut by the marks as they come.
    order = re.findall(_MARK.format(r"(\d+)"), rest)
    for number in order:
        piece, _mark, rest = rest.partition(_MARK.format(number))
        pieces.append(piece)
    return Properties(name, (*pieces, rest), tuple(found[int(number)] for number in order))


__all__ = ["compile_plan", "part_name"]
