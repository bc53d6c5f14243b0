"""The layout of :mod:`nq57gen.rendering.layout` done on the text of the filled body, without an XML library.

It takes bodies of paragraphs and tables only, one beside the other, each written as lxml writes it; which
templates give such bodies is found out when they are compiled (:mod:`nq57gen.rendering.prepare`). The steps
have the names they have there. ``tests/rendering/test_quick.py`` holds both to the same bytes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nq57gen.rendering.facts import Section
from nq57gen.rendering.markup import TABLE_TARGET
from nq57gen.rendering.tables import table_xml

if TYPE_CHECKING:
    from nq57gen.model.document import Table
    from nq57gen.rendering.facts import TemplateFacts

#: Space in dxa between a table and the paragraphs above and below it.
ABOVE_TABLE, BELOW_TABLE = 120, 240
#: The children of ``w:pPr`` in the order of the schema, as far as we add some or must keep clear of them.
ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_RANK = {f"w:{name}": rank for rank, name in enumerate(ORDER)}

#: Runs without text: docxtpl's tags leave them, and values that are empty.
EMPTY_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?"
    r"(?:<w:t(?: [^>]*)?></w:t>|<w:t(?: [^>]*)?/>)*</w:r>|<w:r(?: [^>]*)?/>"
)
_PLACE = f"<?{TABLE_TARGET} "
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*|/)?>")
_PROPERTIES_END = "</w:pPr>"
_TAG = re.compile(r"<(/?)([\w:]+)[^>]*?(/?)>")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)")
_REMEMBERED = 1024


class NotPlain(Exception):
    """A body that is more than paragraphs and tables; lxml must lay it out."""


@dataclass(slots=True)
class _Node:
    """A paragraph ("p"), table ("tbl"), place of a table ("place") or the last section ("sectPr").

    ``head`` is a paragraph's start tag and properties, ``rest`` all else.
    """

    kind: str
    head: str
    rest: str = ""
    index: int = -1

    @property
    def text(self) -> str:
        """The node as lxml writes it."""
        if self.rest == "</w:p>" and _PARAGRAPH.fullmatch(self.head):
            return f"{self.head[:-1]}/>"
        return self.head + self.rest

    @property
    def has_break(self) -> bool:
        return self.kind == "p" and "<w:sectPr" in self.head

    @property
    def is_bare(self) -> bool:
        return self.rest == "</w:p>"

    @property
    def is_table(self) -> bool:
        return self.kind in ("place", "tbl")


def without_empty_runs(body: str) -> str:
    """Return the filled body without the runs whose value was empty."""
    if "></w:t>" not in body:
        return body
    return EMPTY_RUN.sub("", body).replace("<w:p></w:p>", "<w:p/>")


def arrange_text(body: str, tables: Sequence[Table], facts: TemplateFacts) -> str:
    """Return the content of ``w:body`` laid out, with the tables in their places.

    Raises NotPlain for what only lxml can lay out.
    """
    nodes = list(_nodes(body))
    _space_around_tables(nodes)
    nodes = list(_part_neighbouring_tables(nodes, facts))
    _keep_announcements(nodes)
    kept = _keep_signature_with_text(nodes)
    nodes = _move_breaks_into_paragraphs(nodes)
    _fold_last_break(nodes)
    sections = _sections(nodes)
    return "".join(
        table_xml(tables[node.index], sections[node.index], facts, keep_last=node.index == kept)
        if node.kind == "place"
        else node.text
        for node in nodes
    )


def _nodes(body: str) -> Iterator[_Node]:
    position = 0
    while position < len(body):
        if body.startswith("<w:p", position) and (start := _PARAGRAPH.match(body, position)):
            end = start.end() if start[0].endswith("/>") else _after(body, "</w:p>", position)
            yield _paragraph(body[position:end], start[0])
        elif body.startswith(_PLACE, position):
            end = _after(body, "?>", position)
            yield _Node("place", "", index=int(body[position + len(_PLACE) : end - 2]))
        elif body.startswith("<w:tbl>", position):
            end = _after(body, "</w:tbl>", position)
            if _PLACE in body[position:end]:
                raise NotPlain
            yield _Node("tbl", body[position:end])
        elif body.startswith("<w:sectPr", position):
            end = _after(body, "</w:sectPr>", position)
            yield _Node("sectPr", body[position:end])
        else:
            raise NotPlain
        position = end


def _after(body: str, text: str, position: int) -> int:
    return body.index(text, position) + len(text)


def _paragraph(text: str, start: str) -> _Node:
    if start.endswith("/>"):
        return _Node("p", f"{start[:-2]}>", "</w:p>")
    cut = len(start)
    if text.startswith("<w:pPr>", cut):
        cut = _after(text, _PROPERTIES_END, cut)
    elif text.startswith("<w:pPr/>", cut):
        cut += len("<w:pPr/>")
    return _Node("p", text[:cut], text[cut:])


def _space_around_tables(nodes: Sequence[_Node]) -> None:
    """Part a table from the paragraphs around it and keep it on one page with the one above."""
    for position, node in enumerate(nodes):
        if node.kind != "place":
            continue
        above = nodes[position - 1] if position else None
        if above is not None and above.kind == "p" and not above.has_break:
            above.head = _spaced(_kept(above.head), "after", ABOVE_TABLE)
        below = nodes[position + 1] if position + 1 < len(nodes) else None
        if below is not None and below.kind == "p" and not below.is_bare:
            below.head = _spaced(below.head, "before", BELOW_TABLE)


def _part_neighbouring_tables(nodes: Sequence[_Node], facts: TemplateFacts) -> Iterator[_Node]:
    """Put a tiny paragraph between two tables: Word joins tables that touch."""
    before: _Node | None = None
    for node in nodes:
        if before is not None and before.is_table and node.is_table:
            style = facts.style("Ngắt phần").id
            yield _Node("p", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>', "</w:p>")
        yield node
        before = node


def _keep_announcements(nodes: Sequence[_Node]) -> None:
    """Keep a paragraph that ends in ":" on the page of what it announces."""
    for node in nodes:
        if node.kind == "p" and _announces(node.rest) and not node.has_break:
            node.head = _kept(node.head)


def _announces(rest: str) -> bool:
    """Whether the text of a paragraph ends in a colon, spaces left out."""
    end = rest.rfind("</w:t>")
    last = rest[max(0, end - 40) : max(0, end)].rstrip()
    if last and last[-1] not in ":>":
        return False
    return "".join(_TEXT.findall(rest)).rstrip().endswith(":")


def _keep_signature_with_text(nodes: Sequence[_Node]) -> int | None:
    """Tie the last piece of text to the signature block, the last table of the template's main section.

    Returns the index of the table whose last row must stay with the signature, if the text ends so.
    """
    signature = None
    for position, node in enumerate(nodes):
        if node.has_break:
            break
        if node.kind == "tbl":
            signature = position
    if signature is None:
        return None
    for node in reversed(nodes[:signature]):
        if node.kind != "p":
            return node.index if node.kind == "place" else None
        node.head = _kept(node.head)
        if not node.is_bare:
            return None
    return None


def _move_breaks_into_paragraphs(nodes: Sequence[_Node]) -> list[_Node]:
    """Let the last paragraph of a section carry its break; after a table the empty one must stay."""
    kept: list[_Node] = []
    for node in nodes:
        above = kept[-1] if kept else None
        carries = above is not None and above.kind == "p" and not above.has_break
        if above is not None and carries and node.has_break and node.is_bare:
            above.head = _with_child(above.head, _section(node.head))
        else:
            kept.append(node)
    return kept


def _fold_last_break(nodes: list[_Node]) -> None:
    """Make the last section break the document's own: else an empty page follows, or pages turn."""
    final, before = nodes[-1], nodes[-2]
    if final.kind == "sectPr" and before.has_break:
        final.head = _section(before.head)
        before.head = before.head.replace(final.head, "").replace("<w:pPr></w:pPr>", "<w:pPr/>")


def _sections(nodes: Sequence[_Node]) -> dict[int, Section]:
    """Return for each table the geometry of the section it lies in: the one the next break closes."""
    found: dict[int, Section] = {}
    waiting: list[int] = []
    for node in nodes:
        if node.kind == "place":
            waiting.append(node.index)
        elif node.has_break or node.kind == "sectPr":
            geometry = _geometry(node.head if node.kind == "sectPr" else _section(node.head))
            found.update(dict.fromkeys(waiting, geometry))
            waiting = []
    return found


def _section(head: str) -> str:
    """Return the section break in a paragraph's properties."""
    return head[head.index("<w:sectPr") : _after(head, "</w:sectPr>", 0)]


@functools.lru_cache(_REMEMBERED)
def _geometry(section: str) -> Section:
    values: dict[str, int] = {}
    for name in ("pgSz", "pgMar"):
        tag = re.search(rf"<w:{name} [^>]*>", section)
        for key, given in re.findall(r'w:(\w+)="([^"]*)"', tag[0]) if tag else ():
            values[f"{name}.{key}"] = _number(given)

    def value(name: str) -> int:
        return values.get(name, 0)

    across = value("pgMar.left") + value("pgMar.right") + value("pgMar.gutter")
    down = abs(value("pgMar.top")) + abs(value("pgMar.bottom"))
    return Section(text_width=value("pgSz.w") - across, text_height=value("pgSz.h") - down)


def _number(value: str) -> int:
    try:
        return int(float(value))
    except ValueError:
        return 0


@functools.lru_cache(_REMEMBERED)
def _kept(head: str) -> str:
    """Return a paragraph's head with ``w:keepNext``, and that without attributes."""
    found = re.search(r"<w:keepNext(?: [^>]*)?/>", head)
    return head.replace(found[0], "<w:keepNext/>") if found else _with_child(head, "<w:keepNext/>")


@functools.lru_cache(_REMEMBERED)
def _spaced(head: str, side: str, space: int) -> str:
    """Return a paragraph's head with the space before or after it set."""
    found = next((child for name, child in _children(head) if name == "w:spacing"), None)
    if found is None:
        return _with_child(head, f'<w:spacing w:{side}="{space}"/>')
    changed, count = re.subn(rf'(?<= w:{side}=")[^"]*', str(space), found)
    return head.replace(found, changed if count else f'{found[:-2]} w:{side}="{space}"/>', 1)


@functools.lru_cache(_REMEMBERED)
def _with_child(head: str, child: str) -> str:
    """Return a paragraph's head with ``child`` at its place among the properties."""
    if not head.endswith(_PROPERTIES_END):
        return f"{head.removesuffix('<w:pPr/>')}<w:pPr>{child}{_PROPERTIES_END}"
    start = head.index("<w:pPr>") + len("<w:pPr>")
    children = _children(head)
    rank = _RANK[re.split(r"[ />]", child, maxsplit=1)[0][1:]]
    place = sum(1 for name, _child in children if _RANK[name] < rank)
    texts = [text for _name, text in children]
    return f"{head[:start]}{''.join((*texts[:place], child, *texts[place:]))}{_PROPERTIES_END}"


def _children(head: str) -> list[tuple[str, str]]:
    """Return the children of a paragraph's properties, by name and as they are written."""
    if not head.endswith(_PROPERTIES_END):
        return []
    start = head.index("<w:pPr>") + len("<w:pPr>")
    inside = head[start : -len(_PROPERTIES_END)]
    found: list[tuple[str, str]] = []
    depth = begin = 0
    for tag in _TAG.finditer(inside):
        if depth == 0 and not tag[1]:
            begin = tag.start()
        depth += -1 if tag[1] else 0 if tag[3] else 1
        if depth == 0:
            text = inside[begin : tag.end()]
            found.append((_TAG.match(text)[2], text))  # type: ignore[index]  # it begins with a tag
    return found
