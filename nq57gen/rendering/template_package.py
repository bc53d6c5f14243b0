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

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.patterns import lazily
from nq57gen.rendering.names import DOCUMENT, R
from nq57gen.rendering.properties import APP_PART, CORE_PART, Properties, app_part, core_part
from nq57gen.rendering.tag_folding import fold_tags
from nq57gen.rendering.template_links import TYPES, links_of, links_parts, target_of, with_sound_links
from nq57gen.rendering.xml import parse, serialise
from nq57gen.writer import pack, unpack

_LINKS = "_rels/.rels"
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
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_STRICT = b"purl.oclc.org/ooxml/wordprocessingml"
#: The parts of a VBA project; what they are named in, goes with them.
_MACRO = lazily(r"word/(?:_rels/)?(?:vbaProject|vbaProjectSignature\w*|vbaData)\.\w+(?:\.rels)?")


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
    problems = list(with_sound_links(parts, shown_as))
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
    if len(found) == 1 and target_of(found[0], _LINKS) == part:
        return
    for link in found:
        parts.pop(target_of(link, _LINKS), None)
        links.remove(link)
    attributes = {"Id": f"nq57gen{posixpath.basename(part)[:-4]}", "Type": kind.relationship, "Target": part}
    etree.SubElement(links, f"{{{_LINKS_XMLNS}}}Relationship", attributes)
    types = parse(parts[TYPES], part=TYPES, shown_as=shown_as)
    if not any(str(entry.get("PartName")).lstrip("/") == part for entry in types):
        attributes = {"PartName": f"/{part}", "ContentType": kind.content_type}
        etree.SubElement(types, f"{{{_TYPES_XMLNS}}}Override", attributes)
    parts |= {_LINKS: serialise(links), TYPES: serialise(types), part: kind.content}


def _check_kind(parts: dict[str, bytes], shown_as: str) -> None:
    """Refuse a package without its list of content types or with broken relationships."""
    for name in (TYPES, _LINKS):
        if name not in parts:
            raise InvalidInput([make("M101", path=shown_as, reason=f"thiếu phần {name}")])
    for name in (TYPES, *links_parts(parts)):
        wanted = f"{{{_TYPES_XMLNS}}}Types" if name == TYPES else f"{{{_LINKS_XMLNS}}}Relationships"
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
    if links_of(main) in parts:
        parts[links_of(DOCUMENT)] = parts.pop(links_of(main))
    links = parse(parts[_LINKS], part=_LINKS, shown_as=shown_as)
    for link in links.iterchildren(etree.Element):
        if target_of(link, _LINKS) == main:
            link.set("Target", DOCUMENT)
    types = parse(parts[TYPES], part=TYPES, shown_as=shown_as)
    for entry in types.iterchildren(etree.Element):
        if str(entry.get("PartName", "")).lstrip("/") == main:
            entry.set("PartName", f"/{DOCUMENT}")
    parts[_LINKS], parts[TYPES] = serialise(links), serialise(types)


def _as_document(parts: dict[str, bytes], shown_as: str) -> None:
    """Call the main part that of a document, and leave out macros."""
    macros = [name for name in parts if _MACRO.fullmatch(name)]
    for name in macros:
        del parts[name]
    types = parse(parts[TYPES], part=TYPES, shown_as=shown_as)
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
        parts[TYPES] = serialise(types)


def _internal(parts: dict[str, bytes], name: str, shown_as: str) -> Iterator[tuple[etree._Element, str]]:
    for link in parse(parts[name], part=name, shown_as=shown_as).iterchildren(etree.Element):
        if link.get("TargetMode") != "External":
            yield link, target_of(link, name)
