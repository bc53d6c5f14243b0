"""The relationships of a Word template: what leads nowhere is left out where Word can do without it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.rendering.names import R
from nq57gen.rendering.template_parts import label_of
from nq57gen.rendering.template_tags import spots_of
from nq57gen.rendering.xml import parse, serialise, w

TYPES = "[Content_Types].xml"
_OLD_TEMPLATE = "/attachedTemplate"
_LINKED = f"{{{R}}}"
#: A header or footer that is not there: Word shows none. The file that the template was made from.
_NEEDLESS = frozenset({w("headerReference"), w("footerReference"), w("attachedTemplate")})


def with_sound_links(parts: dict[str, bytes], shown_as: str) -> Iterator[Diagnostic]:
    """Leave out what leads nowhere in ``parts``, in place; yield what the template needs (M101, M129)."""
    dead: dict[tuple[str, str], str] = {}
    for name in links_parts(parts):
        yield from _without_dead_links(parts, name, dead, shown_as)
    for name in list(parts):
        if name.endswith(".xml") and R.encode() in parts[name]:
            yield from _without_dead_references(parts, name, dead, shown_as)


def links_parts(parts: Mapping[str, bytes]) -> list[str]:
    """Return the names of the parts that hold relationships."""
    return [name for name in parts if name.endswith(".rels")]


def _without_dead_links(
    parts: dict[str, bytes], name: str, dead: dict[tuple[str, str], str], shown_as: str
) -> Iterator[Diagnostic]:
    """Leave out the relationships that lead nowhere; note in ``dead`` where, by part and identifier."""
    links = parse(parts[name], part=name, shown_as=shown_as)
    known = {part.lower(): part for part in parts}
    source = _source_of(name)
    changed = False
    for link in list(links.iterchildren(etree.Element)):
        if str(link.get("Type")).endswith(_OLD_TEMPLATE) and source.endswith("/settings.xml"):
            links.remove(link)
            changed = True
            continue
        if link.get("TargetMode") == "External" and link.get("Target") and link.get("Id"):
            continue
        target = target_of(link, name)
        if target in parts and link.get("Id") and link.get("Type"):
            if not _has_type(parts, target, shown_as):
                yield make("M101", path=shown_as, reason=f"phần {target} không ghi là loại gì")
            continue
        changed = True
        if target.lower() in known and link.get("Id") and link.get("Type"):
            link.set("Target", f"/{known[target.lower()]}")
            continue
        links.remove(link)
        dead[source, str(link.get("Id"))] = target
    if changed:
        parts[name] = serialise(links)


def _without_dead_references(
    parts: dict[str, bytes], source: str, dead: Mapping[tuple[str, str], str], shown_as: str
) -> Iterator[Diagnostic]:
    """Leave out the needless references that have no relationship; yield any other, with its place."""
    name = links_of(source)
    links = parse(parts[name], part=name, shown_as=shown_as) if name in parts else ()
    known = {str(link.get("Id")) for link in links}
    root = parse(parts[source], part=source, shown_as=shown_as)
    changed = False
    for node in list(root.iter(etree.Element)):
        asked = [str(value) for key, value in node.items() if str(key).startswith(_LINKED) and value]
        missing = next((one for one in asked if one not in known), None)
        if missing is None:
            continue
        parent = node.getparent()
        if node.tag in _NEEDLESS and parent is not None:
            parent.remove(node)
            changed = True
        else:
            part = dead.get((source, missing), missing)
            yield make("M129", path=shown_as, where=_place(node, source), part=part)
    if changed:
        parts[source] = serialise(root)


def _has_type(parts: dict[str, bytes], part: str, shown_as: str) -> bool:
    """Whether the list of content types says what a part is, by its name or its ending."""
    ending = posixpath.splitext(part)[1].lstrip(".").lower()
    types = parse(parts[TYPES], part=TYPES, shown_as=shown_as).iterchildren(etree.Element)
    return any(
        str(entry.get("PartName", "")).lstrip("/").lower() == part.lower()
        or (entry.get("PartName") is None and str(entry.get("Extension", "")).lower() == ending)
        for entry in types
    )


def _place(node: etree._Element, source: str) -> str:
    around = set(node.iterancestors(w("p")))
    root = node.getroottree().getroot()
    kind = posixpath.basename(source).rstrip(".xml0123456789")
    for spot in spots_of({label_of(source, {source: kind}): root}):
        if spot.paragraph in around:
            return spot.where
    return source


def target_of(link: etree._Element, name: str) -> str:
    """Return the name of the part a relationship in ``name`` leads to."""
    folder = posixpath.dirname(posixpath.dirname(name))
    return posixpath.normpath(posixpath.join("/", folder, str(link.get("Target") or ""))).lstrip("/")


def links_of(part: str) -> str:
    """Return the part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _source_of(name: str) -> str:
    """Return the part whose relationships are in ``name``."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
