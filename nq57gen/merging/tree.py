"""A spec as a tree of nodes that know which characters of the file they stand on.

Places come from the project's reader of specs; the file itself is kept line by line, so that what is not
changed can be written back as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct, field

from nq57gen.diagnostics import KeyPath
from nq57gen.patterns import lazily
from nq57gen.spec.places import Place
from nq57gen.spec.reader import SpecData, read_spec
from nq57gen.spec.source import SourceFile
from nq57gen.spec.tree import Value

#: What a value says, apart from how it is written: ``None`` for blank, the paragraphs of a text, items, keys.
Plain: TypeAlias = "tuple[str, ...] | list[Plain] | dict[str, Plain] | None"
#: Line and column, both from 0.
Spot: TypeAlias = "tuple[int, int]"

_LINES = lazily(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_COMMENT = lazily(r"(?<![^ \t])#")
_FLOW_GAP = lazily(r"(?:[\s,]|(?<=[\s,])#[^\r\n]*)*")


class Doc(Struct):
    """One of the three files: its lines with their ends, and its comments by line (column and text)."""

    lines: list[str]
    comments: dict[int, tuple[int, str]] = field(default_factory=dict)

    def between(self, start: Spot, end: Spot) -> str:
        """The characters from ``start`` up to ``end``."""
        if start[0] == end[0]:
            return self.lines[start[0]][start[1] : end[1]]
        middle = self.lines[start[0] + 1 : end[0]]
        return "".join([self.lines[start[0]][start[1] :], *middle, self.lines[end[0]][: end[1]]])


class Node(Struct, eq=False):
    """A value with its key or dash (together: an entry).

    ``kind`` is ``text``, ``list``, ``map`` or ``note`` (comments left over from a removed entry).
    ``entry`` is where key or dash begins, ``start`` and ``end`` where the value does; ``lead`` are the
    comment and blank lines above the entry, ``column`` the column of the entries inside.
    ``pinned`` is the identity given to an item that is known under another name; ``written`` are lines
    made by us, in place of any in ``doc``; ``paragraphs`` is the new content of a text, each paragraph with
    its number in the old content; ``taken`` is the text that stands in place of this one; ``changed`` says
    that the node, or one inside, is not as typed.
    """

    doc: Doc
    kind: str
    key: str | None = None
    text: str | None = None
    style: str = ""
    flow: bool = False
    in_flow: bool = False
    entry: Spot = (0, 0)
    start: Spot = (0, 0)
    end: Spot = (0, 0)
    column: int = 0
    lead: list[str] = field(default_factory=list)
    lead_column: int = 0
    children: list[Node] = field(default_factory=list)
    original: tuple[Node, ...] = ()
    parent: Node | None = None
    pinned: str | None = None
    written: list[str] | None = None
    paragraphs: list[tuple[str, int | None]] | None = None
    taken: Node | None = None
    changed: bool = False

    @property
    def is_container(self) -> bool:
        """Whether the node holds others."""
        return self.kind in ("list", "map")

    def child(self, key: str) -> Node | None:
        """The entry ``key`` of a mapping."""
        return next((child for child in self.children if child.key == key), None)

    def touch(self) -> None:
        """Say that this node is not as typed any more, and so none above it."""
        node: Node | None = self
        while node is not None and not node.changed:
            node.changed = True
            node = node.parent

    def own_lead(self) -> list[str]:
        """The comments directly above the entry, with the blank lines above those."""
        at = len(self.lead)
        while at and self.lead[at - 1].strip() and _column(self.lead[at - 1]) <= self.entry[1]:
            at -= 1
        while at and not self.lead[at - 1].strip():
            at -= 1
        return self.lead[at:]

    def plain(self) -> Plain:
        """What the node says now."""
        if self.taken is not None:
            return self.taken.plain()
        if self.kind == "text":
            if self.paragraphs is not None:
                return tuple(text for text, _ in self.paragraphs)
            return paragraphs_of(self.text)
        live = [child for child in self.children if child.kind != "note"]
        if self.kind == "list":
            return [child.plain() for child in live]
        return {child.key or "": child.plain() for child in live}


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def paragraphs_of(text: str | None) -> tuple[str, ...] | None:
    """The paragraphs of a text, one a line; empty lines say nothing. ``None`` for a blank value."""
    if text is None:
        return None
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def split_lines(text: str) -> list[str]:
    """The lines of ``text`` with their ends (CRLF, LF or CR)."""
    return _LINES.findall(text)


def parse(text: str, name: str, line_end: str | None = None) -> Node:
    """Read ``text`` (a spec called ``name``); with ``line_end`` every line gets that end.

    Raises ``InvalidInput`` with every problem the reader finds (codes Y010 on).
    """
    source = SourceFile(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    spec = read_spec(source)
    lines = split_lines(text)
    if line_end is not None:
        lines = [line.rstrip("\r\n") + (line_end if line[-1] in "\r\n" else "") for line in lines]
    # the reader may point behind the last line
    return _Builder(spec, Doc([*lines, ""])).build()


class _Builder:
    def __init__(self, spec: SpecData, doc: Doc) -> None:
        self.spec, self.doc = spec, doc

    def build(self) -> Node:
        self._find_comments(self.spec.places.values())
        return self._node(self.spec.data, (), None)

    def _find_comments(self, places: Iterable[Place]) -> None:
        spans: dict[int, list[tuple[int, int]]] = {}
        for place in places:
            if place.style == "[]":
                continue
            block = place.style in ("|", ">")
            first = (place.start[0] + 1, 0) if block else place.start
            for row in range(first[0], min(place.end[0], len(self.doc.lines) - 1) + 1):
                begin = first[1] if row == first[0] else 0
                end = place.end[1] if row == place.end[0] else len(self.doc.lines[row])
                spans.setdefault(row, []).append((begin, end))
        for number, line in enumerate(self.doc.lines):
            for match in _COMMENT.finditer(line):
                at = match.start()
                if not any(begin <= at < end for begin, end in spans.get(number, ())):
                    self.doc.comments[number] = (at, line[at:].rstrip())
                    break

    def _node(self, value: Value, path: KeyPath, parent: Node | None) -> Node:
        place = self.spec.places[path]
        in_flow = parent is not None and parent.flow
        kind = "map" if isinstance(value, dict) else "list" if isinstance(value, list) else "text"
        flow = in_flow or (kind != "text" and self._char(place.start) in "[{")
        node = Node(
            self.doc, kind, style=place.style, flow=flow, in_flow=in_flow, parent=parent, start=place.start
        )
        node.key = path[-1] if path and isinstance(path[-1], str) else None
        node.entry = self._entry(place, parent)
        if isinstance(value, dict):
            node.children = [self._node(inner, (*path, key), node) for key, inner in value.items()]
        elif isinstance(value, list):
            node.children = [self._node(inner, (*path, n), node) for n, inner in enumerate(value)]
        else:
            node.text = value
        node.original = tuple(node.children)
        node.end = self._end(node, place)
        node.column = node.children[0].entry[1] if node.children else node.entry[1] + 2
        if not flow:
            self._give_leads(node)
        return node

    def _entry(self, place: Place, parent: Node | None) -> Spot:
        if place.key is not None:
            return place.key
        if parent is None or parent.flow:
            return place.start
        # the dash of a block list stands in the column of the list, on this line or above
        line, column = place.start[0], parent.start[1]
        while not (self.doc.lines[line][column : column + 1] == "-" and (line, column) < place.start):
            line -= 1
        return (line, column)

    def _end(self, node: Node, place: Place) -> Spot:
        if node.kind == "text":
            return self._block_end(place) if place.style in ("|", ">") else place.end
        last = node.children[-1].end if node.children else None
        if not node.flow:
            return last or place.end
        bracket = self._char(node.start)
        if bracket not in "[{":  # a lone pair inside [ ]
            return last or place.end
        at = last or (node.start[0], node.start[1] + 1)
        rest = self.doc.between(at, (len(self.doc.lines) - 1, 0))
        gap = _FLOW_GAP.match(rest)
        skipped = gap[0] if gap else ""
        lines = split_lines(skipped + "x")
        line = at[0] + len(lines) - 1
        column = len(lines[-1]) - 1 + (at[1] if len(lines) == 1 else 0)
        return (line, column + 1)

    def _block_end(self, place: Place) -> Spot:
        line = min(place.end[0] - (place.end[1] == 0), len(self.doc.lines) - 1)
        while line > place.start[0] and not self.doc.lines[line].strip():
            line -= 1
        return (line, len(self.doc.lines[line].rstrip("\r\n")))

    def _give_leads(self, node: Node) -> None:
        above = node.entry[0] if node.parent is not None else -1
        for child in node.children:
            child.lead = self.doc.lines[above + 1 : child.entry[0]]
            child.lead_column = child.entry[1]
            above = child.end[0]

    def _char(self, spot: Spot) -> str:
        return self.doc.lines[spot[0]][spot[1] : spot[1] + 1] or " "
