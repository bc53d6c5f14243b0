"""Tables: their grid, and what their style, their own formatting and each cell's come to."""

from __future__ import annotations

import functools
import itertools
import sys
from collections.abc import Callable, Hashable, Iterable
from typing import Literal, TypeAlias

from lxml import etree
from msgspec import Struct

from nq57gen.reading import content
from nq57gen.reading.blocks import (
    Block,
    Border,
    Borders,
    CellView,
    Margins,
    RowView,
    Story,
    TablePlace,
    TableView,
)
from nq57gen.reading.places import Container, cell_place, row_place
from nq57gen.reading.styles import Styles
from nq57gen.reading.table_styles import (
    CellProps,
    Look,
    Spot,
    TableLayer,
    TableStyle,
    cell_props,
    look_of,
    row_props,
    table_props,
)
from nq57gen.reading.xml import attribute, first, twips, val, w, whole

#: Reads what stands in a cell: (cell, how it is called, what its table gives, where, width inside).
CellReader: TypeAlias = Callable[[etree._Element, Container, TableLayer, TablePlace, int], tuple[Block, ...]]
#: Gives a row that may be known: (row, its XML if that is at hand, where it stands, reads it).
KnownRow: TypeAlias = "Callable[[etree._Element, bytes | None, RowSpot, Callable[[], RowView]], RowView]"
_ROW_PROPS, _EXCEPTIONS, _CELL_PROPS = w("trPr"), w("tblPrEx"), w("tcPr")
_CELL_WIDTH, _MERGE, _SPAN = w("tcW"), w("vMerge"), w("gridSpan")
#: Left and right margin of a cell where nothing is said (ISO 29500-1 17.4.42).
_USUAL_MARGIN = 115
#: The columns a table can have in Word; numbers in a file that say more make no more of them.
MOST_COLUMNS = 63
_ALIGNS: dict[str | None, Literal["left", "center", "right"]] = {
    "center": "center",
    "right": "right",
    "end": "right",
}


class TableSpot(Struct, frozen=True):
    """Where a table stands: its place and number, the story and section, the cell around it, the room."""

    place: str
    number: int
    story: Story
    section: int
    outer: TablePlace | None
    room: int  # width to fill, for widths in per cent


class RowSpot(Struct, frozen=True):
    """Where a row stands, its number from 1; ``around``: what else it depends on beside its own XML."""

    table: TableSpot
    number: int
    around: Hashable


class Rows(Struct, frozen=True):
    """The rows of a table, none of them deleted, each with its XML if that is at hand; how many they are."""

    count: int
    rows: Iterable[tuple[etree._Element, bytes | None]]


class TableReader:
    """Reads tables; remembers their styles."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._by_style: dict[str, TableStyle] = {}

    def read(
        self,
        element: etree._Element,
        spot: TableSpot,
        read_cell: CellReader,
        known_row: KnownRow,
        rows: Rows | None = None,
    ) -> TableView:
        """Read one ``w:tbl``; ``rows``: those it has when they do not stand in ``element``."""
        properties = element.find(w("tblPr"))
        named = val(properties.find(w("tblStyle"))) if properties is not None else None
        style = self._styles.used(named, "table")
        if style not in self._by_style:
            self._by_style[style] = TableStyle(self._styles, style)
        levels = [properties] if properties is not None else []
        for lower in reversed(self._styles.chain(style)):
            found = lower.element.find(w("tblPr"))
            levels += [found] if found is not None else []
        if rows is None:
            own = [(row, None) for row in content.rows(element)]
            rows = Rows(len(own), own)
        table = _Table(element, levels, spot, self._by_style[style], read_cell, known_row, rows)
        return TableView(
            place=spot.place,
            story=spot.story,
            section=spot.section,
            rows=tuple(table.rows()),
            grid=table.grid,
            width=table.width,
            indent=_length(table.setting("tblInd"), 0) or 0,
            align=_ALIGNS.get(val(table.setting("jc")), "left"),
            layout="fixed" if attribute(table.setting("tblLayout"), "type") == "fixed" else "autofit",
            floating=properties is not None and properties.find(w("tblpPr")) is not None,
            style_id=style,
            style_name=self._styles.name(style),
        )


class _Table:
    """One table while it is read."""

    def __init__(
        self,
        element: etree._Element,
        levels: list[etree._Element],
        spot: TableSpot,
        style: TableStyle,
        read_cell: CellReader,
        known_row: KnownRow,
        rows: Rows,
    ) -> None:
        self._levels, self._spot, self._style, self._read_cell = levels, spot, style, read_cell
        self._known_row = known_row
        self._rows = rows
        direct = element.find(w("tblPr"))
        self._look: Look = look_of(direct)
        self._direct: CellProps = table_props(direct)
        self._given: dict[tuple[CellProps, TableLayer, tuple[bool, bool, bool, bool]], CellProps] = {}
        columns = itertools.islice(element.iterfind(f"{w('tblGrid')}/{w('gridCol')}"), MOST_COLUMNS)
        self.grid = tuple(twips(attribute(column, "w")) or 0 for column in columns)
        width = _length(self.setting("tblW"), spot.room)
        self.width = width if width else sum(self.grid)

    def setting(self, name: str) -> etree._Element | None:
        """Return the element that decides: the table's own, or its style's."""
        return next((found for level in self._levels if (found := level.find(w(name))) is not None), None)

    def rows(self) -> list[RowView]:
        """Read every row."""
        shape = repr((self._style.name, self._look, self._direct, self.grid, self.width))
        found = []
        for number, (row, data) in enumerate(self._rows.rows, 1):
            kind = self._style.kind_of_row(self._look, number - 1, number == self._rows.count)
            spot = RowSpot(self._spot, number, (shape, kind))
            found.append(self._known_row(row, data, spot, functools.partial(self._row, number, row)))
        return found

    def _row(self, number: int, row: etree._Element) -> RowView:
        properties, exceptions = first(row, _ROW_PROPS), first(row, _EXCEPTIONS)
        own = self._direct if exceptions is None else table_props(exceptions).over(self._direct)
        column = end = self._skipped(properties, "gridBefore")
        elements = []
        for element in content.cells(row):
            span = max(min(_span(element), MOST_COLUMNS - end), 1)
            elements.append((element, span))
            end += span
        end += self._skipped(properties, "gridAfter")
        columns = max(len(self.grid), end)
        cells: list[CellView] = []
        of_row = row_props(properties)
        for position, (element, span) in enumerate(elements, 1):
            spot = Spot(number - 1, column, number == self._rows.count, column + span >= columns)
            layer = self._style.layer(self._look, spot)
            if position == 1:
                of_row = of_row.over(layer.cell)
            cells.append(self._cell(element, (number, position), spot, span, layer, own))
            column += span
        height = properties.find(w("trHeight")) if properties is not None else None
        size, rule = twips(val(height)), attribute(height, "hRule")
        return RowView(
            place=row_place(self._spot.place, number),
            cells=tuple(cells),
            header_repeat=bool(of_row.header),
            cant_split=bool(of_row.cant_split),
            height=size if rule != "auto" else None,
            height_rule="auto"
            if size is None or rule == "auto"
            else "exact"
            if rule == "exact"
            else "atLeast",
        )

    @staticmethod
    def _skipped(properties: etree._Element | None, name: str) -> int:
        found = (whole(val(properties.find(w(name)))) or 0) if properties is not None else 0
        return max(0, min(found, MOST_COLUMNS))

    def _cell(
        self,
        element: etree._Element,
        numbers: tuple[int, int],
        spot: Spot,
        span: int,
        layer: TableLayer,
        own: CellProps,
    ) -> CellView:
        direct = first(element, _CELL_PROPS)
        props = cell_props(direct).over(self._around(spot, layer, own))
        width = _length(first(direct, _CELL_WIDTH) if direct is not None else None, self.width)
        width = width if width else sum(self.grid[spot.column : spot.column + span])
        margins = _margins(
            props.margin_top or 0,
            props.margin_bottom or 0,
            _USUAL_MARGIN if props.margin_left is None else props.margin_left,
            _USUAL_MARGIN if props.margin_right is None else props.margin_right,
        )
        place = cell_place(self._spot.place, *numbers)
        merge = first(direct, _MERGE) if direct is not None else None
        return CellView(
            place=place,
            column=spot.column,
            column_span=span,
            vertical_merge="" if merge is None else "restart" if val(merge) == "restart" else "continue",
            width=width,
            borders=borders_of(props.top, props.bottom, props.left, props.right),
            margins=margins,
            shading=props.ground or "",
            vertical_align=sys.intern(props.vertical_align or "top"),
            blocks=self._read_cell(
                element,
                Container(place, is_cell=True),
                layer,
                TablePlace(self._spot.number, *numbers, self._spot.outer),
                max(width - margins.left - margins.right, 0),
            ),
        )

    def _around(self, spot: Spot, layer: TableLayer, own: CellProps) -> CellProps:
        """Return what the table (``own``, with exceptions of the row) and its style give a cell."""
        edges = (spot.row == 0, spot.last_row, spot.column == 0, spot.last_column)
        key = (own, layer, edges)
        if key not in self._given:
            self._given[key] = own.around(*edges).over(layer.cell)
        return self._given[key]


@functools.lru_cache(maxsize=256)
def borders_of(
    top: Border | None, bottom: Border | None, left: Border | None, right: Border | None
) -> Borders:
    """Return the sides that are drawn; one object for all cells and paragraphs with the same sides."""
    return Borders(*(side if side and side.style != "none" else None for side in (top, bottom, left, right)))


#: One object for all cells with the same margins.
_margins = functools.lru_cache(maxsize=256)(Margins)


def _span(cell: etree._Element) -> int:
    for one in cell:
        found = first(one, _SPAN) if one.tag == _CELL_PROPS else None
        if found is not None:
            return max(whole(val(found)) or 1, 1)
    return 1


def _length(element: etree._Element | None, room: int) -> int | None:
    """Return a width in twips, one in per cent as that part of ``room``; None for an automatic one."""
    value, kind = attribute(element, "w"), attribute(element, "type")
    if value is None or kind in ("auto", "nil"):
        return None
    if value.endswith("%"):
        return round((whole(value[:-1]) or 0) * room / 100)
    return round((whole(value) or 0) * room / 5000) if kind == "pct" else twips(value)
