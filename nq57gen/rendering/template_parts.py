"""The package of a Word template: the parts it must have, and what it must not carry."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput
from nq57gen.patterns import lazily
from nq57gen.rendering.facts import TemplateFacts
from nq57gen.rendering.facts_reader import read_facts
from nq57gen.rendering.tag_text import TORN
from nq57gen.rendering.xml import attribute, parse, w

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
_NEEDED = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml")
_LABELS = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích",
    "endnotes": "chú thích cuối",
}
_TAGGED = lazily(r"word/(?:document|footnotes|(?:header|footer)\d*)\.xml")
#: Parts that hold programs or other files.
_ACTIVE_PART = lazily(r"vbaProject|vbaData|activeX|embeddings/|/afchunk", re.IGNORECASE)
#: Fields that read other files or start programs when the document is opened.
_ACTIVE_FIELD = lazily(r"^\s*(DDE|DDEAUTO|IMPORT|INCLUDE\w*|LINK|RD|DATABASE|MACROBUTTON)\b", re.IGNORECASE)


def check_parts(parts: Mapping[str, bytes], shown_as: str) -> tuple[dict[str, etree._Element], TemplateFacts]:
    """Check the package; return its parsed XML parts by name, and the facts of its layout.

    Raises InvalidInput: not a Word document (M101); styles or sections missing (M109, M110);
    macros, embedded files or links to outside (M111); tags outside visible text (M112).
    """
    for name in _NEEDED:
        if name not in parts:
            raise InvalidInput([make("M101", path=shown_as, reason=f"thiếu phần {name}")])
    roots = {
        name: parse(data, part=name, shown_as=shown_as)
        for name, data in parts.items()
        if name.endswith((".xml", ".rels"))
    }
    if roots["word/document.xml"].find(w("body")) is None:
        raise InvalidInput([make("M101", path=shown_as, reason="word/document.xml không có nội dung")])
    facts = read_facts(roots)
    problems = [
        *_missing(facts, shown_as),
        *_active(parts, roots, shown_as),
        *_hidden_tags(roots, shown_as),
    ]
    if problems:
        raise InvalidInput(problems)
    return roots, facts


def tagged_parts(roots: Mapping[str, etree._Element]) -> dict[str, etree._Element]:
    """Return the parts docxtpl fills, by how a person calls them (the body has no name)."""
    found = {}
    for name in sorted(roots, key=lambda part: (part != "word/document.xml", part)):
        if _TAGGED.fullmatch(name):
            stem = name.removeprefix("word/").removesuffix(".xml")
            label = _LABELS.get(stem.rstrip("0123456789"), "")
            found[f"{label} ({stem}.xml), " if label else ""] = roots[name]
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


def _hidden_tags(roots: Mapping[str, etree._Element], shown_as: str) -> list[Diagnostic]:
    """Find tags where docxtpl would fill them but nobody sees or checks them."""
    problems = []
    for name, root in roots.items():
        for node in root.iter(etree.Element):
            texts = [str(value) for value in node.attrib.values()]
            if node.tag != w("t"):
                texts.append(node.text or "")
            problems += [
                make("M112", path=shown_as, where=name, text=text.strip())
                for text in texts
                if TORN.search(text)
            ]
    return problems
