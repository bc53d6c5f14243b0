"""The package of a Word template as docxtpl and python-docx can open it.

People keep templates as .dotx, .docm or .dotm, and programs leave relationships to parts that are not there.
Word opens all of that. Here it becomes an ordinary .docx: no macros, no relationships that lead nowhere.
"""

from __future__ import annotations

import codecs
import functools
import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput
from nq57gen.patterns import lazily
from nq57gen.rendering.names import DOCUMENT, R
from nq57gen.rendering.properties import APP_PART, CORE_PART, Properties, app_part, core_part
from nq57gen.rendering.tag_folding import fold_tags
from nq57gen.rendering.template_parts import label_of
from nq57gen.rendering.template_tags import spots_of
from nq57gen.rendering.xml import parse, serialise, w
from nq57gen.writer import pack, unpack

_TYPES, _LINKS = "[Content_Types].xml", "_rels/.rels"
_TYPES_XMLNS = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS_XMLNS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#: What .dotx, .docm and .dotm call their main part, and what nameless parts are called by default.
_OTHER_TYPES = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/xml",
    }
)
_OLD_TEMPLATE = "/attachedTemplate"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_STRICT = b"purl.oclc.org/ooxml/wordprocessingml"
#: The parts of a VBA project; what they are named in, goes with them.
_MACRO = lazily(r"word/(?:_rels/)?(?:vbaProject|vbaProjectSignature\w*|vbaData)\.\w+(?:\.rels)?")
_LINKED = f"{{{R}}}"
#: Where Word looks for a header or footer that is not there: it shows none.
_HEADER_REFERENCES = (w("headerReference"), w("footerReference"))


class _Properties(NamedTuple):
    """A part of properties as a package names it, and an empty one."""

    relationship: str
    content_type: str
    content: bytes


_PROPERTIES = {
    CORE_PART: _Properties(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
        core_part(Properties("", "", "", "")),
    ),
    APP_PART: _Properties(
        f"{R}/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        app_part(),
    ),
}


@functools.lru_cache(maxsize=8)
def cleaned(template: bytes, shown_as: str) -> bytes:
    """Return a template as an ordinary .docx; the very bytes where it is one.

    Raises InvalidInput: no sound package (F12x), no Word document (M101), one in the strict variety of the
    format (M131), one that shows a part that is not there (M129).
    """
    parts = unpack(template, shown_as=shown_as)
    before = dict(parts)
    _check_kind(parts, shown_as)
    main = _main_part(parts, shown_as)
    if main != DOCUMENT:
        _rename_main(parts, main, shown_as)
    _as_document(parts, shown_as)
    problems = [
        problem for name in _links_parts(parts) for problem in _without_dead_links(parts, name, shown_as)
    ]
    if problems:
        raise InvalidInput(problems)
    for part, kind in _PROPERTIES.items():
        _with_properties(parts, part, kind, shown_as)
    return template if parts == before else pack(parts)


@functools.lru_cache(maxsize=8)
def fillable(template: bytes, shown_as: str) -> bytes:
    """Return a checked template with its tags as docxtpl understands them; the very bytes where they are."""
    ready = cleaned(template, shown_as)
    parts = unpack(ready, shown_as=shown_as)
    changed = {}
    for name, content in parts.items():
        wide = content.startswith(_UTF_16)  # docxtpl reads footnotes as UTF-8
        if name.endswith(".xml") and (wide or b"{" in content):
            root = parse(content, part=name, shown_as=shown_as)
            if fold_tags(root) or wide:
                changed[name] = serialise(root)
    return pack({**parts, **changed}) if changed else ready


def _with_properties(parts: dict[str, bytes], part: str, kind: _Properties, shown_as: str) -> None:
    """Give the package the properties that every document gets, under the one name they are written by."""
    links = parse(parts[_LINKS], part=_LINKS, shown_as=shown_as)
    found = [link for link in links.iterchildren(etree.Element) if link.get("Type") == kind.relationship]
    if len(found) == 1 and _target(found[0], _LINKS) == part:
        return
    for link in found:
        parts.pop(_target(link, _LINKS), None)
        links.remove(link)
    attributes = {"Id": f"nq57gen{posixpath.basename(part)[:-4]}", "Type": kind.relationship, "Target": part}
    etree.SubElement(links, f"{{{_LINKS_XMLNS}}}Relationship", attributes)
    types = parse(parts[_TYPES], part=_TYPES, shown_as=shown_as)
    if not any(str(entry.get("PartName")).lstrip("/") == part for entry in types):
        attributes = {"PartName": f"/{part}", "ContentType": kind.content_type}
        etree.SubElement(types, f"{{{_TYPES_XMLNS}}}Override", attributes)
    parts |= {_LINKS: serialise(links), _TYPES: serialise(types), part: kind.content}


def _check_kind(parts: dict[str, bytes], shown_as: str) -> None:
    """Refuse a package without its list of content types or with broken relationships."""
    for name in (_TYPES, _LINKS):
        if name not in parts:
            raise InvalidInput([make("M101", path=shown_as, reason=f"thiếu phần {name}")])
    for name in (_TYPES, *_links_parts(parts)):
        wanted = f"{{{_TYPES_XMLNS}}}Types" if name == _TYPES else f"{{{_LINKS_XMLNS}}}Relationships"
        if parse(parts[name], part=name, shown_as=shown_as).tag != wanted:
            raise InvalidInput([make("M101", path=shown_as, reason=f"phần {name} bị hỏng")])


def _main_part(parts: dict[str, bytes], shown_as: str) -> str:
    """Return the name of the part with the body."""
    if any(_STRICT in parts.get(target, b"") for _link, target in _internal(parts, _LINKS, shown_as)):
        raise InvalidInput([make("M131", path=shown_as)])
    for link, target in _internal(parts, _LINKS, shown_as):
        if str(link.get("Type")).endswith("/officeDocument") and target in parts:
            return target
    raise InvalidInput([make("M101", path=shown_as, reason=f"thiếu phần {DOCUMENT}")])


def _rename_main(parts: dict[str, bytes], main: str, shown_as: str) -> None:
    """Give the main part, which some programs call otherwise, the name that Word gives it."""
    if posixpath.dirname(main) != posixpath.dirname(DOCUMENT) or DOCUMENT in parts:
        raise InvalidInput([make("M101", path=shown_as, reason=f"thiếu phần {DOCUMENT}")])
    parts[DOCUMENT] = parts.pop(main)
    if _links_of(main) in parts:
        parts[_links_of(DOCUMENT)] = parts.pop(_links_of(main))
    links = parse(parts[_LINKS], part=_LINKS, shown_as=shown_as)
    for link in links.iterchildren(etree.Element):
        if _target(link, _LINKS) == main:
            link.set("Target", DOCUMENT)
    types = parse(parts[_TYPES], part=_TYPES, shown_as=shown_as)
    for entry in types.iterchildren(etree.Element):
        if str(entry.get("PartName", "")).lstrip("/") == main:
            entry.set("PartName", f"/{DOCUMENT}")
    parts[_LINKS], parts[_TYPES] = serialise(links), serialise(types)


def _as_document(parts: dict[str, bytes], shown_as: str) -> None:
    """Call the main part that of a document, and leave out macros."""
    macros = [name for name in parts if _MACRO.fullmatch(name)]
    for name in macros:
        del parts[name]
    types = parse(parts[_TYPES], part=_TYPES, shown_as=shown_as)
    changed, named = False, False
    for entry in list(types.iterchildren(etree.Element)):
        part = str(entry.get("PartName", "")).lstrip("/")
        if part == DOCUMENT:
            named = True
            if entry.get("ContentType") in _OTHER_TYPES:
                entry.set("ContentType", _WORD_TYPE)
                changed = True
        elif part in macros:
            types.remove(entry)
            changed = True
    if not named:
        etree.SubElement(
            types, f"{{{_TYPES_XMLNS}}}Override", PartName=f"/{DOCUMENT}", ContentType=_WORD_TYPE
        )
    if changed or not named:
        parts[_TYPES] = serialise(types)


def _links_parts(parts: dict[str, bytes]) -> list[str]:
    return [name for name in parts if name.endswith(".rels")]


def _without_dead_links(parts: dict[str, bytes], name: str, shown_as: str) -> Iterator[Diagnostic]:
    """Leave out the relationships that lead nowhere; yield those that the part needs."""
    links = parse(parts[name], part=name, shown_as=shown_as)
    known = {part.lower(): part for part in parts}
    source = _source_of(name)
    changed = False
    for link in list(links.iterchildren(etree.Element)):
        if str(link.get("Type")).endswith(_OLD_TEMPLATE) and source.endswith("/settings.xml"):
            links.remove(link)
            _without_old_template(parts, source, shown_as)
            changed = True
            continue
        if link.get("TargetMode") == "External" and link.get("Target") and link.get("Id"):
            continue
        target = _target(link, name)
        if target in parts and link.get("Id") and link.get("Type"):
            if not _has_type(parts, target, shown_as):
                yield make("M101", path=shown_as, reason=f"phần {target} không ghi là loại gì")
            continue
        changed = True
        if target.lower() in known and link.get("Id") and link.get("Type"):
            link.set("Target", f"/{known[target.lower()]}")
            continue
        links.remove(link)
        if source in parts and link.get("Id"):
            yield from _without_references(parts, source, str(link.get("Id")), target, shown_as)
    if changed:
        parts[name] = serialise(links)


def _without_old_template(parts: dict[str, bytes], settings: str, shown_as: str) -> None:
    """Let the settings forget which template of somebody's disk the template was made from."""
    if settings in parts:
        root = parse(parts[settings], part=settings, shown_as=shown_as)
        for node in root.findall(w("attachedTemplate")):
            root.remove(node)
        parts[settings] = serialise(root)


def _without_references(
    parts: dict[str, bytes], source: str, identifier: str, target: str, shown_as: str
) -> Iterator[Diagnostic]:
    """Leave out the references to a header or footer that is not there; yield any other."""
    if not source.endswith(".xml"):
        return
    root = parse(parts[source], part=source, shown_as=shown_as)
    changed = False
    for node in list(root.iter(etree.Element)):
        if not any(str(name).startswith(_LINKED) and value == identifier for name, value in node.items()):
            continue
        parent = node.getparent()
        if node.tag in _HEADER_REFERENCES and parent is not None:
            parent.remove(node)
            changed = True
        else:
            yield make("M129", path=shown_as, where=_place(node, source), part=target)
    if changed:
        parts[source] = serialise(root)


def _has_type(parts: dict[str, bytes], part: str, shown_as: str) -> bool:
    """Whether the list of content types says what a part is, by its name or its ending."""
    ending = posixpath.splitext(part)[1].lstrip(".").lower()
    types = parse(parts[_TYPES], part=_TYPES, shown_as=shown_as).iterchildren(etree.Element)
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


def _internal(parts: dict[str, bytes], name: str, shown_as: str) -> Iterator[tuple[etree._Element, str]]:
    for link in parse(parts[name], part=name, shown_as=shown_as).iterchildren(etree.Element):
        if link.get("TargetMode") != "External":
            yield link, _target(link, name)


def _target(link: etree._Element, name: str) -> str:
    """Return the name of the part a relationship in ``name`` leads to."""
    folder = posixpath.dirname(posixpath.dirname(name))
    return posixpath.normpath(posixpath.join("/", folder, str(link.get("Target") or ""))).lstrip("/")


def _links_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _source_of(name: str) -> str:
    """Return the part whose relationships are in ``name``."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
