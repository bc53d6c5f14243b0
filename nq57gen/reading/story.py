"""Reads one part of a file (body, header, notes) into paragraphs and tables with places."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterator, Sequence

from lxml import etree
from msgspec import Struct

from nq57gen.reading import content
from nq57gen.reading.blocks import (
    Block,
    RowView,
    Story,
    TablePlace,
    TableView,
    TextBoxView,
)
from nq57gen.reading.known import Shared
from nq57gen.reading.memo import FORGETFUL
from nq57gen.reading.memory import Memory
from nq57gen.reading.notices import has_marks
from nq57gen.reading.numbering import Counters
from nq57gen.reading.paragraphs import Core, RawParagraph, known_view, passing_view
from nq57gen.reading.places import Container, box_place
from nq57gen.reading.plain import NotPlain, Piece, PlainBody, rows_in
from nq57gen.reading.property_readers import paragraph_props
from nq57gen.reading.runs import RunReader
from nq57gen.reading.table_styles import TableLayer
from nq57gen.reading.tables import Rows, RowSpot, TableSpot
from nq57gen.reading.xml import first, val, w

#: Places of one table that are remembered.
_SPOTS_KEPT = 3
#: A mark of a field; a field may begin in one paragraph and end in another.
_FIELD = w("fldChar")
_STYLE = w("pStyle")


def _xml(element: etree._Element) -> bytes:
    """The XML of an element, with the namespaces it is in."""
    return etree.tostring(element, with_tail=False, encoding="utf-8")


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


class _Where(Struct, frozen=True):
    """What surrounds the blocks that are read."""

    container: Container
    layer: TableLayer | None = None
    table: TablePlace | None = None
    room: int | None = None  # None: the text width of the section


class StoryReader:
    """Reads one part; ``section`` is where it begins, and grows with the body.

    ``rooms`` are the text widths of the sections.
    """

    def __init__(
        self, shared: Shared, part: etree._Element, kind: Story, section: int, rooms: Sequence[int]
    ) -> None:
        self._shared = shared
        self._kind: Story = kind
        self._section = section
        self._rooms = rooms
        self._counters = Counters(shared.known.numbering)
        self._runs = RunReader(shared.known.formatting, shared.known.theme, part)
        #: whether what is read is one of very many
        self._passing = False

    def read(self, parent: etree._Element, name: str) -> tuple[Block, ...]:
        """Return the blocks in ``parent``; ``name`` is how a person calls it, "" for the body."""
        return self._blocks(parent, _Where(Container(name)))

    def read_plain(self, body: PlainBody, part: str, shown_as: str) -> tuple[Block, ...]:
        """Return the blocks of a body that was cut; nothing in it is marked or in a field of several runs."""

        def element(piece: Piece) -> etree._Element:
            return body.element_of(piece, part=part, shown_as=shown_as)

        where = _Where(Container(""))
        found: list[RawParagraph | TableView] = []
        tables = 0
        for piece in body.pieces:
            if piece.is_table:
                spot = self._spot(where, tables + 1)
                if piece.row_ends:
                    table = self._long_table(piece, body, spot, part, shown_as)
                else:
                    table = self._known_table(piece, spot, element)
                if table.rows:
                    tables += 1
                    found.append(table)
            else:
                core = self._shared.known.paragraphs.get((piece.data, None))
                if core is None:
                    paragraph = content.Paragraph((element(piece),))
                    core = self._new_core(paragraph, (piece.data, None), piece.data)
                found.append(self._paragraph((), core))
                if core.ends_section:
                    self._section = min(self._section + 1, len(self._rooms))
        return self._finish(found, where)

    def _blocks(self, parent: etree._Element, where: _Where) -> tuple[Block, ...]:
        found: list[RawParagraph | TableView] = []
        tables = 0
        for block in content.blocks(parent, unmarked=self._shared.remember):
            if isinstance(block, content.Paragraph):
                raw = self._paragraph(block.elements, self._core(block, where.layer))
                found.append(raw)
                if self._kind == "body" and not where.container.name and raw.core.ends_section:
                    self._section = min(self._section + 1, len(self._rooms))
            else:
                table = self._table(block, self._spot(where, tables + 1))
                if table.rows:
                    tables += 1
                    found.append(table)
        return self._finish(found, where)

    def _finish(self, found: list[RawParagraph | TableView], where: _Where) -> tuple[Block, ...]:
        """Give every paragraph its place and the space its neighbours leave it."""
        raws = [raw for raw in found if isinstance(raw, RawParagraph)]
        places = where.container.paragraphs([raw.core.filled for raw in raws])
        blocks: list[Block] = []
        for index, raw in enumerate(found):
            if isinstance(raw, TableView):
                blocks.append(raw)
                continue
            place = next(places)
            before = found[index - 1] if index else None
            after = found[index + 1] if index + 1 < len(found) else None
            if not self._shared.remember:
                self._shared.places.update(dict.fromkeys(raw.elements, place))
            styles = self._shared.known.formatting.styles
            beside = (before, after)
            if self._passing:
                blocks.append(passing_view(raw, place, where.table, beside, styles))
            else:
                blocks.append(known_view(raw, index, place, where.table, beside, styles))
        return tuple(blocks)

    def _paragraph(self, elements: tuple[etree._Element, ...], core: Core) -> RawParagraph:
        shared = self._shared
        if core.level or core.inline.notes or core.inline.boxes:
            shared.others += 1
        label = self._counters.label(core.level) if core.level else ""
        shared.notes += [(kind, identifier, self._section) for kind, identifier in core.inline.notes]
        boxes = tuple(self._box(element) for element in core.inline.boxes)
        return RawParagraph(elements, self._kind, self._section, core, boxes, label)

    def _core(self, paragraph: content.Paragraph, layer: TableLayer | None) -> Core:
        """Read a paragraph, or find it among those that are known: one without fields is all in its XML."""
        if len(paragraph.elements) > 1 or self._runs.in_field:
            self._shared.others += 1
            return self._read(paragraph, layer)
        data = _xml(paragraph.elements[0])
        if b"fldChar" in data and next(paragraph.elements[0].iter(_FIELD), None) is not None:
            self._shared.others += 1
            return self._read(paragraph, layer)
        key = (_digest(data), layer)
        return self._shared.known.paragraphs.get(key) or self._new_core(paragraph, key, data)

    def _new_core(
        self, paragraph: content.Paragraph, key: tuple[bytes, TableLayer | None], data: bytes
    ) -> Core:
        """Read a paragraph with the XML ``data`` that is not known, outside any field."""
        known, layer = self._shared.known, key[1]
        core = known.moulds.cast(data, layer)
        if core is None:
            core = self._read(paragraph, layer)
            known.moulds.learn(data, layer, core)
        return core if core.inline.boxes else known.paragraphs.put(key, core)

    def _read(self, paragraph: content.Paragraph, layer: TableLayer | None) -> Core:
        known = self._shared.known
        properties = paragraph.properties
        named = val(first(properties, _STYLE)) if properties is not None else None
        style = known.formatting.styles.used(named, "paragraph")
        props = known.formatting.paragraph(layer, style, paragraph_props(properties))
        level = (
            known.numbering.level_of(props.num_id, props.num_level) if props.num_level is not None else None
        )
        inline = self._runs.read(paragraph, layer, style)
        return Core(style, props, inline, level, bool(inline.text.strip()), paragraph.section is not None)

    def _box(self, element: etree._Element) -> TextBoxView:
        """Read a text box; fields around it do not reach into it."""
        place = box_place(next(self._shared.box_numbers))
        outside = self._runs
        self._runs = RunReader(self._shared.known.formatting, self._shared.known.theme, element)
        blocks = self._blocks(element, _Where(Container(place)))
        self._runs = outside
        return TextBoxView(place, blocks)

    def _spot(self, where: _Where, number: int) -> TableSpot:
        room = self._rooms[self._section - 1] if where.room is None else where.room
        return TableSpot(where.container.table(number), number, self._kind, self._section, where.table, room)

    def _table(self, element: etree._Element, spot: TableSpot, rows: Rows | None = None) -> TableView:
        return self._shared.known.tables.read(element, spot, self._read_cell, self._known_row, rows)

    def _read_cell(
        self, cell: etree._Element, container: Container, layer: TableLayer, place: TablePlace, width: int
    ) -> tuple[Block, ...]:
        return self._blocks(cell, _Where(container, layer, place, width))

    def _known_table(
        self, piece: Piece, spot: TableSpot, element: Callable[[Piece], etree._Element]
    ) -> TableView:
        """Return a table of a plain body, read now or known: one that counts nothing is all in its XML."""
        known = self._shared.known.tables_read
        views = known.get(piece.data)
        table = views.get(spot) if views is not None else None
        if table is None:
            before = self._shared.others
            rows, data = list(content.rows(element(piece))), rows_in(piece.data)
            is_sure = len(rows) == len(data)
            pairs = zip(rows, data if is_sure else itertools.repeat(None))  # noqa: B905  # endless
            table = self._table(element(piece), spot, Rows(len(rows), pairs))
            if self._shared.others == before:
                views = known.put(piece.data, Memory(_SPOTS_KEPT)) if views is None else views
                views.put(spot, table)
        return table

    def _long_table(
        self, piece: Piece, body: PlainBody, spot: TableSpot, part: str, shown_as: str
    ) -> TableView:
        """Return a long table of a plain body; no elements and nothing of its paragraphs are kept."""

        def rows() -> Iterator[tuple[etree._Element, bytes]]:
            for some, data in body.rows_of(piece, part=part, shown_as=shown_as):
                if has_marks(some):
                    raise NotPlain
                yield from zip(content.rows(some), data, strict=True)

        head = body.head_of(piece, part=part, shown_as=shown_as)
        self._passing = True
        table = self._table(head, spot, Rows(piece.row_count, rows()))
        self._passing = False
        return table

    def _known_row(
        self, element: etree._Element, data: bytes | None, spot: RowSpot, read: Callable[[], RowView]
    ) -> RowView:
        """Return a row, read now or known: one that counts nothing is all in its XML and ``spot``."""
        shared = self._shared
        if not shared.remember or self._runs.in_field:
            return read()
        known, data = shared.known, data or _xml(element)
        key = None if self._passing else (_digest(data), spot)
        row = known.rows.get(key) if key else None
        if row is None:
            row = known.row_moulds.cast(data, spot, FORGETFUL if self._passing else None)
            if row is None:
                before = shared.others
                row = read()
                if shared.others != before or self._runs.in_field:
                    return row
                known.row_moulds.learn(data, spot, row)
            if key:
                known.rows.put(key, row)
        return row
