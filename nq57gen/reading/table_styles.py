"""What a table style gives each cell: the whole table, bands, first and last rows and columns, corners."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, TypeAlias

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from nq57gen.reading.blocks import Border
from nq57gen.reading.properties import NO_PARAGRAPH_PROPS, NO_RUN_PROPS, ParagraphProps, RunProps
from nq57gen.reading.property_readers import Found, paragraph_props, run_props, sides
from nq57gen.reading.styles import Styles
from nq57gen.reading.xml import attribute, ground, is_on, on, twips, val, w, whole


class CellProps(Struct, frozen=True):
    """Formatting of cells as one place says it, None where silent; ``inside_*`` only for whole regions."""

    top: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None
    inside_h: Border | None = None
    inside_v: Border | None = None
    margin_top: int | None = None
    margin_bottom: int | None = None
    margin_left: int | None = None
    margin_right: int | None = None
    ground: str | None = None
    vertical_align: str | None = None
    header: bool | None = None  # of the row
    cant_split: bool | None = None  # of the row

    def over(self, lower: CellProps) -> CellProps:
        """Lay these over ``lower``: what is said here wins."""
        if NO_CELL_PROPS in (self, lower):
            return lower if self == NO_CELL_PROPS else self
        said = {name: value for name in _FIELDS if (value := getattr(self, name)) is not None}
        return replace(lower, **said)

    def around(self, top: bool, bottom: bool, left: bool, right: bool) -> CellProps:
        """Return what a region gives one cell: its own edge where the cell is at it, else the inside."""
        return replace(
            self,
            top=self.top if top else self.inside_h,
            bottom=self.bottom if bottom else self.inside_h,
            left=self.left if left else self.inside_v,
            right=self.right if right else self.inside_v,
            inside_h=None,
            inside_v=None,
        )


#: A part of a style and whether the cell is at the top, bottom, left and right edge of where it holds.
_Region: TypeAlias = tuple[str, bool, bool, bool, bool]
_FIELDS = CellProps.__struct_fields__
NO_CELL_PROPS = CellProps()


class Look(Struct, frozen=True):
    """Which special parts of its style a table asks for (``w:tblLook``)."""

    first_row: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False
    row_bands: bool = False
    column_bands: bool = False


class Spot(Struct, frozen=True):
    """Where a cell stands in its table, both counted from 0."""

    row: int
    column: int
    last_row: bool
    last_column: bool


class TableLayer(Struct, frozen=True, eq=False):
    """What the table style gives one cell, its paragraphs and their letters; cells share layers."""

    run: RunProps = NO_RUN_PROPS
    paragraph: ParagraphProps = NO_PARAGRAPH_PROPS
    cell: CellProps = NO_CELL_PROPS


class _Part(Struct, frozen=True):
    """One part of a table style as the file says it."""

    run: RunProps = NO_RUN_PROPS
    paragraph: ParagraphProps = NO_PARAGRAPH_PROPS
    cell: CellProps = NO_CELL_PROPS

    def over(self, lower: _Part) -> _Part:
        return _Part(
            self.run.over(lower.run), self.paragraph.over(lower.paragraph), self.cell.over(lower.cell)
        )


class TableStyle:
    """A table style with those it is based on."""

    def __init__(self, styles: Styles, identifier: str) -> None:
        self.name = identifier
        self.parts: dict[str, _Part] = {}
        self.row_band = self.column_band = 1
        for style in styles.chain(identifier):
            self._add("wholeTable", style.element)
            for part in style.element.iterchildren(w("tblStylePr")):
                self._add(attribute(part, "type") or "", part)
            table = style.element.find(w("tblPr"))
            if table is not None:
                self.row_band = whole(val(table.find(w("tblStyleRowBandSize")))) or self.row_band
                self.column_band = whole(val(table.find(w("tblStyleColBandSize")))) or self.column_band
        self._layers: dict[tuple[_Region, ...], TableLayer] = {}
        #: one layer for all places that give the same
        self._by_look: dict[tuple[RunProps, ParagraphProps, CellProps], TableLayer] = {}

    def _add(self, name: str, element: etree._Element) -> None:
        cell = cell_props(element.find(w("tcPr"))).over(table_props(element.find(w("tblPr"))))
        row = row_props(element.find(w("trPr")))
        part = _Part(
            run_props(element.find(w("rPr"))), paragraph_props(element.find(w("pPr"))), row.over(cell)
        )
        self.parts[name] = part.over(self.parts.get(name, _Part()))

    def layer(self, look: Look, spot: Spot) -> TableLayer:
        """Return what the style gives the cell at ``spot``."""
        regions = tuple(region for region in self._regions(look, spot) if region[0] in self.parts)
        if regions not in self._layers:
            made = self._make(regions)
            self._layers[regions] = self._by_look.setdefault((made.run, made.paragraph, made.cell), made)
        return self._layers[regions]

    def kind_of_row(self, look: Look, row: int, last: bool) -> Hashable:
        """Return all that :meth:`layer` takes from the number of a row."""
        is_banded = look.row_bands and ("band1Horz" in self.parts or "band2Horz" in self.parts)
        return row == 0, last, self._row_band(look, row) if is_banded else None

    def _row_band(self, look: Look, row: int) -> tuple[str, bool, bool]:
        """Return the part for a row in bands, and whether the row is the first and the last of its band."""
        number, place = divmod(row - look.first_row, self.row_band)
        return f"band{number % 2 + 1}Horz", place == 0, place == self.row_band - 1

    def _make(self, regions: tuple[_Region, ...]) -> TableLayer:
        result = TableLayer()
        for name, *edges in regions:
            part = self.parts[name]
            result = TableLayer(
                part.run.over(result.run),
                part.paragraph.over(result.paragraph),
                part.cell.around(*edges).over(result.cell),
            )
        return result

    def _regions(self, look: Look, spot: Spot) -> Iterator[_Region]:
        """Yield the parts that count for a cell, the weakest first (ISO 29500-1 17.7.6), with its edges."""
        first_row, last_row = spot.row == 0, spot.last_row
        first_column, last_column = spot.column == 0, spot.last_column
        yield "wholeTable", first_row, last_row, first_column, last_column
        in_first_row, in_last_row = look.first_row and first_row, look.last_row and last_row
        in_first_column, in_last_column = look.first_column and first_column, look.last_column and last_column
        if look.column_bands and not in_first_column and not in_last_column:
            number, place = divmod(spot.column - look.first_column, self.column_band)
            ends = place == self.column_band - 1 or last_column
            yield f"band{number % 2 + 1}Vert", first_row, last_row, place == 0, ends
        if look.row_bands and not in_first_row and not in_last_row:
            part, begins, ends = self._row_band(look, spot.row)
            yield part, begins, ends or last_row, first_column, last_column
        if in_first_row or in_last_row:
            yield "firstRow" if in_first_row else "lastRow", True, True, first_column, last_column
        if in_first_column or in_last_column:
            yield "firstCol" if in_first_column else "lastCol", first_row, last_row, True, True
        corner = _CORNERS.get((in_first_row, in_last_row, in_first_column, in_last_column))
        if corner:
            yield corner, True, True, True, True


#: (in first row, last row, first column, last column) -> corner
_CORNERS = {
    (True, False, True, False): "nwCell",
    (True, False, False, True): "neCell",
    (False, True, True, False): "swCell",
    (False, True, False, True): "seCell",
}
#: The same switches in the older form of ``w:tblLook``, a number in base 16.
_LOOK_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_NO_BANDS_BITS = {"noHBand": 0x200, "noVBand": 0x400}


def look_of(properties: etree._Element | None) -> Look:
    """Read the ``w:tblLook`` of a ``w:tblPr``; without one the table asks for nothing."""
    element = properties.find(w("tblLook")) if properties is not None else None
    if element is None:
        return Look()
    try:
        bits = int(val(element) or "0", 16)
    except ValueError:
        bits = 0
    named = any(attribute(element, name) is not None for name in (*_LOOK_BITS, *_NO_BANDS_BITS))

    def asked(name: str, bit: int) -> bool:
        return bool(on(attribute(element, name))) if named else bool(bits & bit)

    switches = [asked(name, bit) for name, bit in _LOOK_BITS.items()]
    bands = [not asked(name, bit) for name, bit in _NO_BANDS_BITS.items()]
    return Look(*switches, *bands)


def table_props(element: etree._Element | None) -> CellProps:
    """Read what a ``w:tblPr`` or ``w:tblPrEx`` says of cells: borders and margins."""
    return _cell_props(element, _TABLE_READERS)


def cell_props(element: etree._Element | None) -> CellProps:
    """Read a ``w:tcPr``."""
    return _cell_props(element, _CELL_READERS)


def row_props(element: etree._Element | None) -> CellProps:
    """Read what a ``w:trPr`` says of breaking pages."""
    if element is None:
        return NO_CELL_PROPS
    header, split = element.find(w("tblHeader")), element.find(w("cantSplit"))
    return CellProps(
        header=is_on(header) if header is not None else None,
        cant_split=is_on(split) if split is not None else None,
    )


def _cell_props(element: etree._Element | None, readers: _Readers) -> CellProps:
    if element is None:
        return NO_CELL_PROPS
    found: Found = {}
    for child in element:
        reader = readers.get(child.tag)
        if reader:
            reader(child, found)
    return CellProps(**found) if found else NO_CELL_PROPS


def _margins(element: etree._Element, found: Found) -> None:
    for side in element:
        name = _MARGINS.get(side.tag)
        if name and attribute(side, "type") in (None, "dxa"):
            found[name] = twips(attribute(side, "w"))


def _ground(element: etree._Element, found: Found) -> None:
    found["ground"] = ground(element)


def _vertical_align(element: etree._Element, found: Found) -> None:
    found["vertical_align"] = val(element)


_MARGINS = {
    w("top"): "margin_top",
    w("bottom"): "margin_bottom",
    w("left"): "margin_left",
    w("start"): "margin_left",
    w("right"): "margin_right",
    w("end"): "margin_right",
}
_Readers: TypeAlias = dict[Any, Callable[[etree._Element, Found], None]]
_TABLE_READERS: _Readers = {w("tblBorders"): sides, w("tblCellMar"): _margins}
_CELL_READERS: _Readers = {
    w("tcBorders"): sides,
    w("tcMar"): _margins,
    w("shd"): _ground,
    w("vAlign"): _vertical_align,
}
