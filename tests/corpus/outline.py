"""The body of a corpus file as the sections of a spec."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from nq57gen.vietnamese.labels import NumberStyle
from tests.corpus.emit import Body, Inline, InlineList
from tests.corpus.labels import explicit, style_for
from tests.corpus.source import Block, FootnoteRef, escape

#: Words of a level-1 title -> the section key of the packs, tried in this order.
SECTION_KEYS: dict[str, list[tuple[str, str]]] = {
    "ke_hoach": [
        ("tổ chức thực hiện", "to_chuc_thuc_hien"),
        ("kinh phí", "kinh_phi"),
        ("giải pháp", "giai_phap"),
        ("mục tiêu", "muc_tieu"),
    ],
    "bao_cao": [
        ("phương hướng", "phuong_huong"),
        ("kiến nghị", "kien_nghi"),
        ("chỉ đạo", "chi_dao"),
        ("đánh giá", "danh_gia"),
        ("kết quả", "ket_qua"),
    ],
}

#: Titles of sections that stand under a group heading -> their keys in the packs.
GROUPED_KEYS = {"mục đích": "muc_dich", "yêu cầu": "yeu_cau"}

#: Default numbering styles of levels 1 to 4.
LEVEL_STYLES = (NumberStyle.ROMAN, NumberStyle.ARABIC, NumberStyle.DECIMAL, NumberStyle.LETTER)


@dataclass
class Node:
    """A heading or a numbered item; ``title`` is "" for an item. Texts are already escaped."""

    label: str
    title: str
    level: int
    lines: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)


@dataclass
class Outline:
    """The body of a spec: ``styles`` is None when the pack's numbering fits."""

    styles: InlineList | None
    bo_cuc: list[Any]
    sections: dict[str, Any]


def marked(texts: Sequence[str], refs: Sequence[FootnoteRef]) -> list[str]:
    """Return the pieces of a paragraph, escaped, with its footnote marks.

    ``ValueError`` when the words before a mark are in none of the pieces.
    """
    pieces = [escape(text) for text in texts]
    for ref in refs:
        anchor = escape(ref["after"])
        place = next((n for n, piece in enumerate(pieces) if anchor in piece), None)
        if place is None:
            raise ValueError(f"no {ref['after']!r} for footnote {ref['mark']} in {list(texts)!r}")
        pieces[place] = pieces[place].replace(anchor, f"{anchor}[^{ref['mark']}]", 1)
    return pieces


def line_of(block: Block) -> str:
    """Return a paragraph or bullet as a line of body text."""
    (text,) = marked([block["text"]], block.get("footnote_refs", []))
    number = (block["number"] or "").strip()
    return f"{number} {text}" if number else text


def tree(blocks: Sequence[Block]) -> Node:
    """Return the headings and items of ``blocks`` as a tree under an unlabelled root.

    The root's own lines are the paragraphs before the first heading.
    """
    path = [Node("", "", 0)]
    for block in blocks:
        if block["kind"] not in ("heading", "item"):
            path[-1].lines.append(line_of(block))
            continue
        level = block["level"] or 1
        while path[-1].level >= level:
            path.pop()
        run_in = block.get("run_in") or "" if block["kind"] == "heading" else block["text"]
        title, body = marked([block["text"].removesuffix(run_in), run_in], block.get("footnote_refs", []))
        node = Node((block["number"] or "").strip(), title, level, [body] if body else [])
        path[-1].children.append(node)
        path.append(node)
    return path[0]


def outline(root: Node, doc_type: str) -> Outline:
    """Return the outline and the sections of the tree under ``root``."""
    labels = [node.label for node in root.children]
    parts = bool(labels) and labels[0].casefold().startswith("phần")
    top = NumberStyle.PART if parts else NumberStyle.ROMAN
    taken: set[str] = set()
    entries: list[Any] = []
    sections: dict[str, Any] = {}
    for node, typed in zip(root.children, explicit(top, labels, ""), strict=True):
        entry: dict[str, Any] = {"tieu_de": node.title}
        if typed is not None:
            entry["danh_so"] = typed
        keys = _grouped_keys(node, taken)
        if keys:
            entry["muc"] = InlineList()
            for key, child in zip(keys, node.children, strict=True):
                entry["muc"].append(Inline(khoa=key, tieu_de=child.title))
                sections[key] = _section(child, 2, own_title=False)
        else:
            key = _section_key(node.title, doc_type, taken) or f"muc_{len(entries) + 1}"
            entry = {"khoa": key, **entry}
            sections[key] = _section(node, 1, own_title=False)
        taken.update(keys or [key])
        entries.append(Inline(entry))
    styles = InlineList([style.value for style in (top, *LEVEL_STYLES[1:])]) if parts else None
    return Outline(styles, entries, sections)


def _section_key(title: str, doc_type: str, taken: set[str]) -> str | None:
    words = title.casefold()
    return next((key for part, key in SECTION_KEYS[doc_type] if part in words and key not in taken), None)


def _grouped_keys(node: Node, taken: set[str]) -> list[str]:
    """Return the keys of the sections under a group heading, [] when ``node`` is a section itself."""
    keys = [GROUPED_KEYS.get(child.title.casefold(), "") for child in node.children]
    labels = [child.label for child in node.children]
    plain = all(typed is None for typed in explicit(NumberStyle.ARABIC, labels, node.label))
    return keys if plain and not node.lines and all(keys) and not taken & set(keys) else []


def _section(node: Node, depth: int, *, own_title: bool) -> Any:
    """Return the value of a section (``own_title`` False) or of a muc at ``depth``."""
    value: dict[str, Any] = {}
    if own_title and node.title:
        value["tieu_de"] = node.title
    if node.lines:
        value["noi_dung"] = Body("\n".join(node.lines))
    if node.children:
        default = LEVEL_STYLES[min(depth, len(LEVEL_STYLES) - 1)]
        labels = [child.label for child in node.children]
        style = style_for(labels, node.label, default)
        if style != default:
            value["kieu_danh_so"] = style.value
        children = []
        for child, typed in zip(node.children, explicit(style, labels, node.label), strict=True):
            danh_so = {} if typed is None else {"danh_so": typed}
            children.append({**danh_so, **_section(child, depth + 1, own_title=True)})
        value["muc"] = children
    if not own_title and len(value) == 1:
        return next(iter(value.values()))
    return value
