"""The package of a Word template: the parts it must have, and what it must not carry."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput
from nq57gen.patterns import lazily
from nq57gen.rendering.facts import TemplateFacts
from nq57gen.rendering.facts_reader import read_facts
from nq57gen.rendering.names import DOCUMENT, FOOTNOTES, W
from nq57gen.rendering.tag_text import TAG, TORN
from nq57gen.rendering.template_tags import Spot, spots_of, tables_of
from nq57gen.rendering.xml import FALLBACK, attribute, parse, w

#: Styles by their name in Word; our own pieces (tables, rules, footnotes) and measurements need them.
STYLES = (
    "Cơ quan ban hành",
    "Cơ quan ban hành nhỏ",
    "Cơ quan chủ quản",
    "Dòng kèm theo",
    "Địa danh thời gian",
    "Đường kẻ",
    "Ngắt phần",
    "Tiêu ngữ",
    "Tiêu ngữ nhỏ",
    "Trích yếu",
    *(f"{name}{size}" for name in ("Ô bảng", "Ô tiêu đề") for size in ("", " 12", " 11")),
    "footnote text",
    "footnote reference",
)
_LINKS = "word/_rels/document.xml.rels"
_NEEDED = ("[Content_Types].xml", "_rels/.rels", DOCUMENT, _LINKS, "word/styles.xml")
_LABELS = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích",
    "endnotes": "chú thích cuối",
}
#: Parts that docxtpl fills, by the last word of their relationship; the end notes it leaves as they are.
_FILLED = ("header", "footer", "footnotes")
#: Tracked changes of text.
_TRACKED = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_TAG_OR_TORN = lazily(f"{TAG.pattern}|{TORN.pattern}", re.DOTALL)
#: The roots of parts that Word itself writes, by the last word of their relationship.
_ROOTS = {
    "header": "hdr",
    "footer": "ftr",
    "fontTable": "fonts",
    **{
        name: name
        for name in ("comments", "endnotes", "footnotes", "numbering", "settings", "styles", "webSettings")
    },
}
_WIDTH = lazily(r"\d+(?:\.\d+)?")
#: Parts that hold programs or other files.
_ACTIVE_PART = lazily(r"vbaProject|vbaData|activeX|embeddings/|/afchunk", re.IGNORECASE)
#: Fields that read other files or start programs when the document is opened.
_ACTIVE_FIELD = lazily(r"^\s*(DDE|DDEAUTO|IMPORT|INCLUDE\w*|LINK|RD|DATABASE|MACROBUTTON)\b", re.IGNORECASE)


def check_parts(parts: Mapping[str, bytes], shown_as: str) -> tuple[dict[str, etree._Element], TemplateFacts]:
    """Check the package; return its parsed XML parts by name, and the facts of its layout.

    Raises InvalidInput: not a Word document (M101); styles or sections missing (M109, M110);
    macros, embedded files or links to outside (M111); tags outside visible text (M112) or in tracked changes
    (M136); footnotes of its own (M128); tables whose columns cannot be counted (M130).
    """
    for name in _NEEDED:
        if name not in parts:
            raise InvalidInput([make("M101", path=shown_as, reason=f"thiếu phần {name}")])
    roots = {
        name: parse(data, part=name, shown_as=shown_as)
        for name, data in parts.items()
        if name.endswith((".xml", ".rels"))
    }
    for name, kind in _kinds(roots).items():
        if kind in _ROOTS and roots[name].tag != w(_ROOTS[kind]):
            raise InvalidInput([make("M101", path=shown_as, reason=f"phần {name} bị hỏng")])
    if roots[DOCUMENT].find(w("body")) is None:
        raise InvalidInput([make("M101", path=shown_as, reason=f"{DOCUMENT} không có nội dung")])
    for name, root in _filled_parts(roots).items():
        if root.nsmap.get("w") != W:  # docxtpl finds elements by their prefix
            reason = f"phần {name} không do Word ghi (tên phần tử không bắt đầu bằng w:)"
            raise InvalidInput([make("M101", path=shown_as, reason=reason)])
    facts = read_facts(roots)
    problems = [
        *_missing(facts, shown_as),
        *_tracked_tags(roots, shown_as),
        *_active(parts, roots, shown_as),
        *_hidden_tags(roots, shown_as),
        *_own_notes(roots, shown_as),
        *_broken_tables(roots, shown_as),
    ]
    if problems:
        raise InvalidInput(problems)
    return roots, facts


def tagged_parts(roots: Mapping[str, etree._Element]) -> dict[str, etree._Element]:
    """Return the parts docxtpl fills, by how a person calls them (the body has no name)."""
    kinds = _kinds(roots)
    return {label_of(name, kinds): root for name, root in _filled_parts(roots).items()}


def _filled_parts(roots: Mapping[str, etree._Element]) -> dict[str, etree._Element]:
    """Return the parts docxtpl fills by name, the document first."""
    kinds = _kinds(roots)
    others = sorted(name for name in roots if kinds.get(name) in _FILLED)
    return {name: roots[name] for name in (DOCUMENT, *others)}


def label_of(part: str, kinds: Mapping[str, str]) -> str:
    """Return how a person calls a part with text; ``kinds``: the last words of relationships, by part."""
    label = _LABELS.get(kinds.get(part, ""), "")
    return f"{label} ({posixpath.basename(part)}), " if label else ""


def _kinds(roots: Mapping[str, etree._Element]) -> dict[str, str]:
    """Return the last words of the relationships of the main part, by the parts they lead to."""
    found = {}
    for link in roots[_LINKS].iterchildren(etree.Element):
        target = posixpath.normpath(posixpath.join("/word", str(link.get("Target")))).lstrip("/")
        if link.get("TargetMode") != "External" and target in roots:
            found[target] = str(link.get("Type")).rsplit("/", 1)[-1]
    return found


def _missing(facts: TemplateFacts, shown_as: str) -> list[Diagnostic]:
    problems = []
    styles = [name for name in STYLES if name.casefold() not in facts.styles]
    if styles:
        problems.append(make("M109", path=shown_as, names=", ".join(f"“{name}”" for name in styles)))
    if facts.portrait is None:
        problems.append(make("M110", path=shown_as, what="phần trang dọc"))
    if facts.landscape is None:
        problems.append(make("M110", path=shown_as, what="phần trang ngang"))
    return problems


def _active(
    parts: Mapping[str, bytes], roots: Mapping[str, etree._Element], shown_as: str
) -> list[Diagnostic]:
    found = [name for name in parts if _ACTIVE_PART.search(name)]
    for name, root in roots.items():
        if name.endswith(".rels"):
            found += [
                f"{name}: {link.get('Target')}"
                for link in root
                if link.get("TargetMode") == "External" and not str(link.get("Type")).endswith("/hyperlink")
            ]
        fields = [node.text or "" for node in root.iter(w("instrText"))]
        fields += [attribute(node, "instr") or "" for node in root.iter(w("fldSimple"))]
        found += [f"{name}: {text.strip()}" for text in fields if _ACTIVE_FIELD.match(text)]
    return [make("M111", path=shown_as, where=item) for item in found]


def _tracked_tags(roots: Mapping[str, etree._Element], shown_as: str) -> Iterator[Diagnostic]:
    """Find tags that a tracked change inserts, deletes or edits; filled in, each would still be a change."""
    for spot in spots_of(tagged_parts(roots)):
        text, tracked = "", set[int]()
        for node in spot.paragraph.iter(w("t"), w("delText")):
            if next(node.iterancestors(w("p"), FALLBACK)) is not spot.paragraph:
                continue
            start, text = len(text), text + (node.text or "")
            if next(node.iterancestors(*_TRACKED), None) is not None:
                tracked.update(range(start, len(text)))
        found = next(
            (tag for tag in _TAG_OR_TORN.finditer(text) if tracked.intersection(range(*tag.span()))), None
        )
        if found is not None:
            yield make("M136", path=shown_as, where=spot.where, tag=found[0])


def _hidden_tags(roots: Mapping[str, etree._Element], shown_as: str) -> list[Diagnostic]:
    """Find tags that docxtpl fills where nobody sees or checks them, or that it leaves as they are."""
    problems = []
    kinds = _kinds(roots)
    for name, root in roots.items():
        spots = spots_of({label_of(name, kinds): root})
        if kinds.get(name) == "endnotes":
            problems += [
                make("M112", path=shown_as, where=spot.where, text=spot.text)
                for spot in spots
                if TORN.search(spot.text)
            ]
        for node in root.iter(etree.Element):
            texts = [str(value) for value in node.attrib.values()]
            if node.tag not in (w("t"), w("delText")):  # what is deleted is told as a tracked change
                texts.append(node.text or "")
            problems += [
                make("M112", path=shown_as, where=_where(node, name, spots), text=text.strip())
                for text in texts
                if TORN.search(text)
            ]
    return problems


def _where(node: etree._Element, part: str, spots: Sequence[Spot]) -> str:
    """Return the place of an element: its paragraph, its field of the properties, or its part."""
    around = (node, *node.iterancestors())
    inside = next((spot.where for spot in spots if any(spot.paragraph is one for one in around)), None)
    if inside is not None:
        return inside
    if part.startswith("docProps/"):
        return f"thuộc tính của tệp (Tệp > Thông tin), mục {etree.QName(node).localname}"
    return f"phần {part} của tệp"


def _own_notes(roots: Mapping[str, etree._Element], shown_as: str) -> list[Diagnostic]:
    """Find footnotes of the template's own: those of a document are the spec's."""
    if FOOTNOTES not in roots:
        return []
    spots = spots_of({label_of(FOOTNOTES, {FOOTNOTES: "footnotes"}): roots[FOOTNOTES]})
    return [
        make("M128", path=shown_as, where=spot.place, text=spot.text) for spot in spots if spot.text.strip()
    ]


def _broken_tables(roots: Mapping[str, etree._Element], shown_as: str) -> list[Diagnostic]:
    """Find tables whose columns docxtpl cannot count."""
    problems = []
    for spot, table in tables_of({"": roots[DOCUMENT]}):
        grid = table.find(w("tblGrid"))
        widths = [attribute(column, "w") for column in grid] if grid is not None else []
        spans = [attribute(span, "val") for span in table.iter(w("gridSpan"))]
        if grid is None:
            problems.append(make("M130", path=shown_as, where=spot, reason="không có lưới cột (tblGrid)"))
        elif any(width is None or not _WIDTH.fullmatch(width) for width in widths):
            problems.append(make("M130", path=shown_as, where=spot, reason="có cột không có bề rộng"))
        elif any(span is None or not span.isdecimal() for span in spans):
            problems.append(make("M130", path=shown_as, where=spot, reason="có ô gộp không rõ gộp mấy cột"))
    return problems
