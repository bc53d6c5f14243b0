"""A checked template is compiled: what lxml would do to every document is done to the template once.

Whatever cannot be done so, or would not give the bytes of :mod:`nq57gen.rendering.reference`, is a reason to
leave the documents of the template to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec.structs import replace

from nq57gen.diagnostics import make
from nq57gen.engine.compile import compile_plan
from nq57gen.engine.plan import Part, Plan
from nq57gen.engine.structure import Structure
from nq57gen.errors import InvalidInput
from nq57gen.patterns import lazily
from nq57gen.rendering.environment import environment
from nq57gen.rendering.footnotes import with_part
from nq57gen.rendering.layout import drop_leftovers
from nq57gen.rendering.layout_text import EMPTY_RUN, without_empty_runs
from nq57gen.rendering.names import FOOTNOTES
from nq57gen.rendering.prepared import Notes, Prepared, Quick
from nq57gen.rendering.properties import APP_PART, CORE_PART
from nq57gen.rendering.straight import straight_steps
from nq57gen.rendering.template_check import checked_template
from nq57gen.rendering.template_package import fillable
from nq57gen.rendering.xml import serialise, w
from nq57gen.writer import Entry, entry
from nq57gen.writer.package import content_of

_MARKS = lazily(r"<w:(?:proofErr|bookmarkStart|bookmarkEnd)(?: [^>]*)?/>")
_WITH_IDS = lazily(r"<w:(?:p|tr) [^>]*>")
_IDS = lazily(r' w14:(?:paraId|textId)="[^"]*"')
_BREAK = lazily(r"\n(?=<w:p[ >])")
_END_OF_NOTES = "</w:footnotes>"


def prepare(template: bytes, template_name: str) -> Prepared:
    """Check and compile ``template``. Raises InvalidInput for its problems (M1xx)."""
    try:
        return _prepare(template, template_name)
    except RecursionError as error:  # more beside or inside one another than Python can follow
        reason = f"bộ điền mẫu dừng lại ({type(error).__name__})"
        raise InvalidInput([make("M113", path=template_name, reason=reason)]) from error


def _prepare(template: bytes, template_name: str) -> Prepared:
    checked = checked_template(template, template_name)
    facts, texts = checked.facts, tuple(spot.text for spot in checked.spots)
    try:
        plan = compile_plan(fillable(template, template_name), properties=False)
    except Exception as error:  # docxtpl will say it again, where it can be explained
        return Prepared(facts, texts, None, (repr(error),))
    reasons = list(plan.reasons)
    quick = None
    if not reasons:
        document, *others = plan.parts
        parts = (_without_leftovers(document, reasons), *others)
        if not all(part.one_line for part in parts):
            reasons.append("line breaks in the XML")
        quick = _quick(plan, tuple(map(_in_one_line, parts)), reasons)
    return Prepared(facts, texts, None if reasons else quick, tuple(reasons))


def _without_leftovers(part: Part, reasons: list[str]) -> Part:
    """Return the document's part without what the layout drops, and check that lxml drops the same."""
    source = _cleaned(part.source)
    jinja = environment()
    before, shape = (Structure(jinja.parse(part.opening + text).body) for text in (part.source, source))
    reasons += shape.reasons
    result = replace(part, source=source, hollow=shape.hollow)
    old, new = (found.plain.removeprefix(part.opening) for found in (before, shape))
    root = etree.fromstring(part.finished(old).encode())
    body = root.find(w("body"))
    assert body is not None  # noqa: S101  # a checked template has one
    drop_leftovers(body)
    if serialise(root) != result.finished(without_empty_runs(new)).encode():
        reasons.append("what docxtpl and Word leave over is not written as expected")
    reasons += _unreadable(body)
    return result


def _cleaned(source: str) -> str:
    """Return the source of the body without what the layout drops."""
    source = _WITH_IDS.sub(lambda found: _IDS.sub("", found[0]), _MARKS.sub("", source))
    return EMPTY_RUN.sub("", source)


def _in_one_line(part: Part) -> Part:
    """Return the part without docxtpl's own line breaks, so that any there is was in a value."""
    return replace(part, source=_BREAK.sub("", part.source))


def _unreadable(body: etree._Element) -> Iterator[str]:
    """Yield what the layout of texts cannot read: more than paragraphs and tables beside each other."""
    inside = {w("p"), w("tbl"), w("sectPr")}
    if any(child.tag not in inside for child in body):
        yield "more than paragraphs and tables in the body"
    for name in ("txbxContent", "pPrChange", "sectPrChange"):
        if next(body.iter(w(name)), None) is not None:
            yield f"w:{name} in the body"
    if any(next(table.iterancestors(w("tbl")), None) is not None for table in body.iter(w("tbl"))):
        yield "a table inside a table"
    for section in body.iter(w("sectPr")):
        properties = section.getparent()
        holder = properties.getparent() if properties is not None else None
        if properties is not body and (holder is None or holder.getparent() is not body):
            yield "a section inside something else"
    if body[-1].tag != w("sectPr"):
        yield "no section at the end"


def _quick(plan: Plan, parts: tuple[Part, ...], reasons: list[str]) -> Quick | None:
    static = {item.name: item for item in plan.static if item.name not in (CORE_PART, APP_PART)}
    notes = _notes(static)
    if notes is None:
        reasons.append("the part of footnotes has text of its own or is not written as lxml writes it")
        return None
    jinja = environment()
    straight = tuple(straight_steps(jinja.parse(part.source)) for part in parts)
    return Quick(parts, straight, tuple(static.values()), notes)


def _notes(static: Mapping[str, Entry]) -> Notes | None:
    """Return the part of footnotes ready for more, made where there is none."""
    complete = with_part({name: content_of(item) for name, item in static.items()})
    text = serialise(etree.fromstring(complete.pop(FOOTNOTES))).decode()
    if not text.endswith(_END_OF_NOTES) or "<w:t" in text:
        return None  # one of the template's own is for the read-back to refuse
    entries = tuple(
        static[name] if name in static and content_of(static[name]) == content else entry(name, content)
        for name, content in complete.items()
    )
    return Notes(text.removesuffix(_END_OF_NOTES), _END_OF_NOTES, entries)
