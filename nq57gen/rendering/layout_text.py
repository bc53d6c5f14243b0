"""The layout of :mod:`nq57gen.rendering.layout` done on the text of the filled body, without an XML library.

It takes bodies of paragraphs and tables only, one beside the other, each written as lxml writes it; which
templates give such bodies is found out when they are compiled (:mod:`nq57gen.rendering.prepare`). The steps
have the names they have there. ``tests/rendering/test_quick.py`` holds both to the same bytes.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from nq57gen.patterns import lazily
from nq57gen.rendering.facts import Section
from nq57gen.rendering.heads import PROPERTIES_END, kept_with_next, spaced, with_child
from nq57gen.rendering.markup import TABLE_TARGET
from nq57gen.rendering.tables import table_pieces

if TYPE_CHECKING:
    from nq57gen.model.document import Table
    from nq57gen.rendering.facts import TemplateFacts

#: Space in dxa between a table and the paragraphs above and below it.
ABOVE_TABLE, BELOW_TABLE = 120, 240
#: Runs without text: docxtpl's tags leave them, and values that are empty.
EMPTY_RUN = lazily(
    r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?"
    r"(?:<w:t(?: [^>]*)?></w:t>|<w:t(?: [^>]*)?/>)*</w:r>|<w:r(?: [^>]*)?/>"
)
_PLACE = f"<?{TABLE_TARGET} "
_PARAGRAPH = lazily(r"<w:p(?: [^>]*|/)?>")
_TEXT = lazily(r"<w:t(?: [^>]*)?>([^<]*)")
_SIZES = lazily(r"<w:(?P<name>pgSz|pgMar) [^>]*>")
_ATTRIBUTE = lazily(r'w:(\w+)="([^"]*)"')
_REMEMBERED = 1024


class NotPlain(Exception):
    """A body that is more than paragraphs and tables; lxml must lay it out."""


class _Node(Struct):
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


#: A cell in which nothing is left but its properties.
_EMPTY_CELL = lazily(r"(</w:tcPr>|<w:tcPr/>|<w:tc(?: [^>]*)?>)</w:tc>")


def without_empty_runs(body: str) -> str:
    """Return the filled body without the runs whose value was empty."""
    if "></w:t>" not in body:
        return body
    return EMPTY_RUN.sub("", body).replace("<w:p></w:p>", "<w:p/>")


def without_empty_cells(body: str) -> str:
    """Return the filled body with the paragraph Word wants in every cell, where tags printed none."""
    return _EMPTY_CELL.sub(r"\1<w:p/></w:tc>", body)


def arrange_text(body: str, tables: Sequence[Table], facts: TemplateFacts) -> Iterator[bytes | str]:
    """Yield the content of ``w:body`` laid out, with the tables in their places, piece by piece.

    Pieces are whole paragraphs and tables, and what :func:`nq57gen.rendering.tables.table_pieces` gives.
    Raises NotPlain for what only lxml can lay out, before the first piece.
    """
    nodes = list(_nodes(body))
    _space_around_tables(nodes)
    nodes = list(_part_neighbouring_tables(nodes, facts))
    _keep_announcements(nodes)
    kept = _keep_signature_with_text(nodes)
    nodes = _move_breaks_into_paragraphs(nodes)
    _fold_last_break(nodes)
    sections = _sections(nodes)
    for node in nodes:
        if node.kind == "place":
            index = node.index
            yield from table_pieces(tables[index], sections[index], facts, keep_last=index == kept)
        else:
            yield node.text


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
        cut = _after(text, PROPERTIES_END, cut)
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
            above.head = spaced(kept_with_next(above.head), "after", ABOVE_TABLE)
        below = nodes[position + 1] if position + 1 < len(nodes) else None
        if below is not None and below.kind == "p" and not below.is_bare:
            below.head = spaced(below.head, "before", BELOW_TABLE)


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
            node.head = kept_with_next(node.head)


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
        node.head = kept_with_next(node.head)
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
            above.head = with_child(above.head, _section(node.head))
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
    for tag in _SIZES.finditer(section):
        for key, given in _ATTRIBUTE.findall(tag[0]):
            values.setdefault(f"{tag['name']}.{key}", _number(given))

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
