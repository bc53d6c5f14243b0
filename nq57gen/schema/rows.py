"""Rows: targets, tasks, groups of them, and the rows of general tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nq57gen.blanks import marked
from nq57gen.diagnostics import Diagnostic, KeyPath
from nq57gen.packs.types import LayoutColumn
from nq57gen.schema.columns import STAGE, chosen_columns, own_columns
from nq57gen.schema.language_tables import LAYOUTS, VALUE_FIELDS
from nq57gen.schema.spec_types import FreeCell, FreeRow, FreeTable, Item, ItemTable, Phrase, Totals
from nq57gen.shape.checks import YES
from nq57gen.spec.reader import SpecData

Raw = Mapping[str, Any]
Problems = list[Diagnostic]
#: Row fields that hold offices, and those that are settings rather than text.
_OFFICE_FIELDS = ("chu_tri", "phoi_hop")
_SETTINGS = ("chieu", "danh_so", "giai_doan")


def items(raw: Sequence[Raw], rows_key: str, path: KeyPath) -> tuple[Item, ...]:
    """Validated rows (targets under ``chi_tieu``, tasks under ``nhiem_vu``) with their groups."""
    return tuple(_item(row, rows_key, (*path, index)) for index, row in enumerate(raw) if row)


def _item(raw: Raw, rows_key: str, path: KeyPath) -> Item:
    is_group = "nhom" in raw
    name_key = "nhom" if is_group else "ten"
    fields = {
        key: Phrase(raw[key], (*path, key))
        for key in VALUE_FIELDS
        if raw.get(key) and key not in _OFFICE_FIELDS and key not in _SETTINGS
    }
    for year, value in (raw.get("giai_doan") or {}).items():
        fields[STAGE + year] = Phrase(value, (*path, "giai_doan", year))
    return Item(
        identifier=raw.get("ma") or "",
        name=Phrase(raw[name_key], (*path, name_key)),
        explicit_label=marked(raw["danh_so"] or "") if "danh_so" in raw else None,
        fields=fields,
        offices={key: _office_phrases(raw[key], (*path, key)) for key in _OFFICE_FIELDS if raw.get(key)},
        lower_is_better=raw.get("chieu") == "giam",
        children=items(raw.get(rows_key) or (), rows_key, (*path, rows_key)) if is_group else None,
        path=path,
    )


def _office_phrases(raw: str | list[str], path: KeyPath) -> tuple[Phrase, ...]:
    if isinstance(raw, str):
        return (Phrase(raw, path),)
    return tuple(Phrase(text, (*path, index)) for index, text in enumerate(raw))


def item_table(
    raw: Raw,
    path: KeyPath,
    layouts: Mapping[str, tuple[LayoutColumn, ...]],
    data: SpecData,
    problems: Problems,
) -> ItemTable:
    """The table of an appendix whose ``bang`` names a layout with targets or tasks."""
    layout = raw["bang"]
    rows_key = LAYOUTS[layout]
    if not any(key in raw for key in LAYOUTS.values()):
        problems.append(data.diagnostic("T010", (*path, "bang"), layout=layout, key=rows_key))
    columns = chosen_columns(raw.get("cot") or (), layouts.get(layout, ()), path, data, problems)
    return ItemTable(
        layout=layout,
        columns=columns,
        items=items(raw.get(rows_key) or (), rows_key, (*path, rows_key)),
        continuous=raw.get("danh_so_lien_tuc") == YES,
        path=path,
    )


def free_table(raw: Raw, path: KeyPath, data: SpecData, problems: Problems) -> FreeTable:
    """A general table; every row must fill the columns exactly, merged cells counted."""
    columns = own_columns(raw.get("cot") or (), path)
    rows: list[FreeRow] = []
    _collect_rows(raw.get("hang") or (), (*path, "hang"), rows)
    _check_widths(rows, len(columns), data, problems)
    totals = None
    if raw.get("dong_tong"):
        totals = _totals(raw["dong_tong"], (*path, "dong_tong"), len(columns), data, problems)
    return FreeTable(columns=columns, rows=tuple(rows), totals=totals, path=path)


def _collect_rows(raw: Sequence[Any], path: KeyPath, rows: list[FreeRow]) -> None:
    for index, row in enumerate(raw):
        at = (*path, index)
        if isinstance(row, list):
            rows.append(FreeRow(_cells(row, at, bold=False), group=False, path=at))
        elif "nhom" in row:
            title = FreeCell(Phrase(row["nhom"], (*at, "nhom")), bold=True)
            rows.append(FreeRow((title,), group=True, path=at))
            _collect_rows(row.get("hang") or (), (*at, "hang"), rows)
        elif row:
            rows.append(
                FreeRow(_cells(row["o"], (*at, "o"), bold=row.get("dam") == YES), group=False, path=at)
            )


def _cells(raw: Sequence[Any], path: KeyPath, bold: bool) -> tuple[FreeCell, ...]:
    cells = []
    for index, cell in enumerate(raw):
        at = (*path, index)
        if isinstance(cell, str) or cell is None:
            cells.append(FreeCell(Phrase(cell or "", at), bold=bold))
        else:
            cells.append(
                FreeCell(
                    text=Phrase(cell.get("chu") or "", (*at, "chu")),
                    column_span=int(cell.get("gop_cot") or 1),
                    row_span=int(cell.get("gop_hang") or 1),
                    align=cell.get("can_le") or "",
                    bold=bold or cell.get("dam") == YES,
                )
            )
    return tuple(cells)


def _check_widths(rows: Sequence[FreeRow], width: int, data: SpecData, problems: Problems) -> None:
    """Count each row's columns, cells merged down from above included."""
    covered = [0] * width
    for number, row in enumerate(rows):
        if row.group:
            if any(covered):
                problems.append(data.diagnostic("T022", row.path))
            covered = [0] * width
            continue
        free = covered.count(0)
        used = sum(cell.column_span for cell in row.cells)
        placed = place(row, covered) if used == free else None
        if used != free:
            problems.append(
                data.diagnostic("T020" if used > free else "T021", row.path, got=used, wanted=free)
            )
        elif placed is None or any(cell.row_span > len(rows) - number for cell in row.cells):
            problems.append(data.diagnostic("T022", row.path))
        covered = placed[1] if placed else [0] * width


def place(row: FreeRow, covered: Sequence[int]) -> tuple[list[int], list[int]] | None:
    """Where the cells of ``row`` go.

    ``covered`` counts, for each column, the rows that merged cells above still cover. Returns the
    first column of each cell and the counts for the next row; None when a cell does not fit.
    """
    left = [max(0, count - 1) for count in covered]
    starts: list[int] = []
    column = 0
    for cell in row.cells:
        while column < len(covered) and covered[column]:
            column += 1
        span = range(column, column + cell.column_span)
        if span.stop > len(covered) or any(covered[at] for at in span):
            return None
        starts.append(column)
        for at in span:
            left[at] = cell.row_span - 1
        column = span.stop
    return starts, left


def _totals(raw: Raw, path: KeyPath, width: int, data: SpecData, problems: Problems) -> Totals | None:
    """The total line; None when no column of it can be added up."""
    columns: list[int] = []
    for index, number in enumerate(raw.get("cot") or ()):
        column = int(number or 0) - 1
        if 0 < column < width:
            columns.append(column)
        elif number:
            problems.append(data.diagnostic("T023", (*path, "cot", index), column=column + 1, width=width))
    return Totals(Phrase(raw.get("nhan") or "", (*path, "nhan")), tuple(columns), path) if columns else None
