"""What a template's elements and tags can come out as, read from its Jinja tree before anything is filled in.

The string path is right only when every outcome is well-formed, its tables need no new columns, and values
stand in text, not in the names or attributes of elements. Whatever is not known to be so is a reason for
docxtpl to finish the document itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes
from msgspec import Struct, field

from nq57gen.patterns import lazily

#: A tag of XML, or what begins like one and is not whole; comments and their like count as not whole.
_TAG = lazily(r"<(/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+=\"[^\"<]*\")*)\s*(/?)>|<")
_SPAN = lazily(r'w:val="(\d+)"')
#: Letters docxtpl rewrites when they meet, of the template or of a value: ``{_{`` and its like.
_EDGE = lazily(r"^[{}_%]|[{}_%]$")


class _Table(Struct):
    block: int
    columns: int = 0
    #: (sure to be there, columns taken, cells) of every row, those of tables inside included
    rows: list[tuple[bool, int, int]] = field(default_factory=list)


class _Element(Struct):
    name: str
    start: str
    block: int
    filled: bool = False
    columns: int = 0
    cells: int = 0
    table: _Table | None = None


class Structure:
    """``reasons`` and ``hollow`` as in :mod:`nq57gen.engine.plan`; ``plain``: the text without values."""

    def __init__(self, body: Iterable[nodes.Node]) -> None:
        self._reasons: dict[str, None] = {}
        self._hollow: dict[tuple[str, str], None] = {}
        self._open: list[_Element] = []
        self._floor = 0  # how many elements were open before the Jinja block we are in
        self._block = 0  # which block we are in; 0 is the template itself
        self._blocks = 0
        self._text: list[str] = []
        self._walk(body)
        if self._open:
            self._because("an element is not closed")

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why docxtpl must finish the part, each once."""
        return tuple(self._reasons)

    @property
    def hollow(self) -> tuple[tuple[str, str], ...]:
        """Elements that may come out empty: (start and end tag, the short form)."""
        return tuple(self._hollow)

    @property
    def plain(self) -> str:
        """The template's own text, all blocks once, nothing filled in."""
        return "".join(self._text)

    def _because(self, reason: str) -> None:
        self._reasons[reason] = None

    def _walk(self, body: Iterable[nodes.Node]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    if isinstance(child, nodes.TemplateData):
                        self._data(child.data)
            elif isinstance(node, nodes.For):
                self._inside(node.body)
                self._inside(node.else_)
            elif isinstance(node, nodes.If):
                self._inside(node.body)
                for other in node.elif_:
                    self._inside(other.body)
                self._inside(node.else_)
            elif not isinstance(node, nodes.Assign):
                self._because(f"a statement of Jinja: {type(node).__name__}")

    def _inside(self, body: Iterable[nodes.Node]) -> None:
        """Walk what a condition or loop may leave out or repeat: it must be whole in itself."""
        before = self._floor, self._block
        self._floor, self._blocks = len(self._open), self._blocks + 1
        self._block = self._blocks
        self._walk(body)
        if len(self._open) > self._floor:
            self._because("an element opens inside a block of Jinja and closes outside")
            del self._open[self._floor :]
        self._floor, self._block = before

    def _data(self, text: str) -> None:
        self._text.append(text)
        if _EDGE.search(text):
            self._because("braces beside a tag")
        end = 0
        for found in _TAG.finditer(text):
            if found[2] is None:
                self._because("a tag inside an element's own tag, or a comment")
                return
            self._content(text[end : found.start()])
            end = found.end()
            if found[1]:
                self._close(found[2])
            else:
                self._start(found[2], found[0], whole=bool(found[4]))
        self._content(text[end:])

    def _content(self, text: str) -> None:
        if text.strip("\n") and self._open and self._open[-1].block == self._block:
            self._open[-1].filled = True

    def _start(self, name: str, tag: str, *, whole: bool) -> None:
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.block == self._block:
            parent.filled = True
        element = _Element(name, tag, self._block)
        if name == "wp:docPr":
            self._because("numbered drawings")
        elif name == "w:tbl":
            element.table = _Table(self._block)
        elif name == "w:gridCol":
            self._column()
        elif parent is not None and name == "w:tc" and parent.name == "w:tr":
            self._cell(parent)
        elif name == "w:gridSpan":
            self._span(tag)
        self._open.append(element)
        if whole:
            element.filled = True
            self._close(name)

    def _column(self) -> None:
        table = next((one.table for one in reversed(self._open) if one.table), None)
        if table is None or table.block != self._block:
            self._because("columns of a table under a condition")
        else:
            table.columns += 1

    def _cell(self, row: _Element) -> None:
        if row.block != self._block:
            self._because("cells of a table under a condition")
        row.cells += 1
        row.columns += 1

    def _span(self, tag: str) -> None:
        value = _SPAN.search(tag)
        row = self._open[-3] if len(self._open) > 2 else None
        if value is None or row is None or row.name != "w:tr" or row.block != self._block:
            self._because("cells spanning columns under a condition")
        else:
            row.columns += int(value[1]) - 1

    def _close(self, name: str) -> None:
        if len(self._open) <= self._floor or self._open[-1].name != name:
            self._because("an element closes that did not open in the same block of Jinja")
            return
        element = self._open.pop()
        if not element.filled:
            self._hollow[f"{element.start}</{name}>", f"{element.start[:-1]}/>"] = None
        if name == "w:tr":
            for outer in self._open:
                if outer.table is not None:
                    sure = element.block == outer.table.block
                    outer.table.rows.append((sure, element.columns, element.cells))
        if element.table is not None:
            self._check(element.table)

    def _check(self, table: _Table) -> None:
        """Docxtpl adds and removes columns where the widest row does not have as many as the grid."""
        full = any(sure and columns >= table.columns for sure, columns, _cells in table.rows)
        if not full or any(cells > table.columns for _sure, _columns, cells in table.rows):
            self._because("a table whose columns depend on its rows")
