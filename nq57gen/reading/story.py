"""Reads one part of a file (body, header, notes) into paragraphs and tables with places."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from nq57gen.reading import content
from nq57gen.reading.blocks import Block, Story, TablePlace, TableView, TextBoxView
from nq57gen.reading.formatting import Formatting
from nq57gen.reading.numbering import Counters, Numbering
from nq57gen.reading.paragraphs import RawParagraph, view
from nq57gen.reading.places import Container, box_place
from nq57gen.reading.property_readers import paragraph_props
from nq57gen.reading.runs import RunReader
from nq57gen.reading.table_styles import TableLayer
from nq57gen.reading.tables import TableReader, TableSpot
from nq57gen.reading.theme import Theme
from nq57gen.reading.xml import val, w


@dataclass
class Shared:
    """What all parts of one file share while it is read."""

    formatting: Formatting
    theme: Theme
    numbering: Numbering
    tables: TableReader
    box_numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    #: (kind, id, section) of each mark of a note, in order
    notes: list[tuple[Literal["footnote", "endnote"], str, int]] = field(default_factory=list)
    #: (elements, place) of each paragraph
    places: dict[etree._Element, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Where:
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
        self._counters = Counters(shared.numbering)
        self._runs = RunReader(shared.formatting, shared.theme, part)

    def read(self, parent: etree._Element, name: str) -> tuple[Block, ...]:
        """Return the blocks in ``parent``; ``name`` is how a person calls it, "" for the body."""
        return self._blocks(parent, _Where(Container(name)))

    def _blocks(self, parent: etree._Element, where: _Where) -> tuple[Block, ...]:
        found: list[RawParagraph | TableView] = []
        tables = 0
        for block in content.blocks(parent):
            if isinstance(block, content.Paragraph):
                found.append(self._paragraph(block, where))
                if self._kind == "body" and not where.container.name and block.section is not None:
                    self._section = min(self._section + 1, len(self._rooms))
            else:
                table = self._table(block, where, tables + 1)
                if table.rows:
                    tables += 1
                    found.append(table)
        return self._finish(found, where)

    def _finish(self, found: list[RawParagraph | TableView], where: _Where) -> tuple[Block, ...]:
        """Give every paragraph its place and the space its neighbours leave it."""
        raws = [raw for raw in found if isinstance(raw, RawParagraph)]
        places = where.container.paragraphs([bool(raw.inline.text.strip()) for raw in raws])
        blocks: list[Block] = []
        for index, raw in enumerate(found):
            if isinstance(raw, TableView):
                blocks.append(raw)
                continue
            place = next(places)
            before = found[index - 1] if index else None
            after = found[index + 1] if index + 1 < len(found) else None
            for element in raw.elements:
                self._shared.places[element] = place
            blocks.append(view(raw, place, where.table, (before, after), self._shared.formatting.styles))
        return tuple(blocks)

    def _paragraph(self, paragraph: content.Paragraph, where: _Where) -> RawParagraph:
        shared = self._shared
        properties = paragraph.properties
        named = val(properties.find(w("pStyle"))) if properties is not None else None
        style = shared.formatting.styles.used(named, "paragraph")
        props = shared.formatting.paragraph(where.layer, style, paragraph_props(properties))
        level = (
            shared.numbering.level_of(props.num_id, props.num_level) if props.num_level is not None else None
        )
        label = self._counters.label(level) if level else ""
        inline = self._runs.read(paragraph, where.layer, style)
        shared.notes += [(kind, identifier, self._section) for kind, identifier in inline.notes]
        boxes = tuple(self._box(element) for element in inline.boxes)
        return RawParagraph(
            paragraph.elements, self._kind, self._section, style, props, inline, boxes, level, label
        )

    def _box(self, element: etree._Element) -> TextBoxView:
        """Read a text box; fields around it do not reach into it."""
        place = box_place(next(self._shared.box_numbers))
        outside = self._runs
        self._runs = RunReader(self._shared.formatting, self._shared.theme, element)
        blocks = self._blocks(element, _Where(Container(place)))
        self._runs = outside
        return TextBoxView(place, blocks)

    def _table(self, element: etree._Element, where: _Where, number: int) -> TableView:
        room = self._rooms[self._section - 1] if where.room is None else where.room
        spot = TableSpot(where.container.table(number), number, self._kind, self._section, where.table, room)

        def read_cell(
            cell: etree._Element, container: Container, layer: TableLayer, place: TablePlace, width: int
        ) -> tuple[Block, ...]:
            return self._blocks(cell, _Where(container, layer, place, width))

        return self._shared.tables.read(element, spot, read_cell)
