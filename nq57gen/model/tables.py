"""Tables: named layouts of targets and tasks, and general tables, as rows of cells."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nq57gen.model.document import Align, Cell, Column, Place, Row, RowKind, Run, Runs, Table
from nq57gen.model.names import Names
from nq57gen.model.offices import Offices
from nq57gen.model.resolver import Resolver
from nq57gen.model.targets import Targets
from nq57gen.model.totals import cell_in, totals_row
from nq57gen.schema.columns import ROW_NUMBER
from nq57gen.schema.rows import place
from nq57gen.schema.spec_types import FreeRow, FreeTable, Item, ItemTable, TableColumn
from nq57gen.vietnamese.labels import NumberStyle as Style
from nq57gen.vietnamese.labels import next_after, roman

#: Columns without a width get between these many characters' worth.
_NARROWEST, _WIDEST = 6.0, 40.0
#: Per cent of the width a column gets at least when the others have taken all.
_USUAL = 12.0


class TableBuilder:
    """Builds the tables of one document."""

    def __init__(self, resolver: Resolver, targets: Targets, offices: Offices) -> None:
        self._resolver = resolver
        self._targets = targets
        self._offices = offices

    def items(self, table: ItemTable) -> Table:
        """A table of targets or tasks: header rows, group rows, one row an item."""
        if not any(column.field == ROW_NUMBER or column.with_number for column in table.columns):
            self._report_unprinted_numbers(table)
        rows = [*self._header(table.columns)]
        rows += self._item_rows(table.items, table, "", [0], top=True)
        return self._table(table.columns, rows, self._resolver.place(table.path))

    def _report_unprinted_numbers(self, table: ItemTable) -> None:
        for item in table.items:
            for leaf in item.walk():
                if leaf.explicit_label:
                    self._resolver.report("T013", (*leaf.path, "danh_so"), key=ROW_NUMBER)

    def free(self, table: FreeTable) -> Table:
        """A general table, with its computed total line."""
        rows = [*self._header(table.columns)]
        body = self._free_rows(table)
        rows += body
        if table.totals:
            rows.append(totals_row(self._resolver, table, table.totals, body))
        return self._table(table.columns, rows, self._resolver.place(table.path))

    def _table(self, columns: Sequence[TableColumn], rows: list[Row], where: Place) -> Table:
        shares = _shares([column.width for column in columns], rows)
        aligns = [Align(column.align) for column in columns]
        return Table(tuple(map(Column, shares, aligns)), tuple(rows), where)

    def _header(self, columns: Sequence[TableColumn]) -> list[Row]:
        """One header row, or two when columns stand under a common head."""
        titles = [_head(self._resolver.runs(column.title)) for column in columns]
        if not any(column.group.text for column in columns):
            return [Row(tuple(titles), RowKind.HEADER)]
        upper: list[Cell] = []
        lower: list[Cell] = []
        index = 0
        while index < len(columns):
            group = columns[index].group
            last = index + 1
            if not group.text:
                upper.append(replace(titles[index], row_span=2))
                lower.append(Cell(covered=True))
            else:
                while last < len(columns) and columns[last].group.text == group.text:
                    self._resolver.printed.add(columns[last].group.path)
                    last += 1
                upper.append(replace(_head(self._resolver.runs(group)), column_span=last - index))
                lower += titles[index:last]
            index = last
        return [Row(tuple(upper), RowKind.HEADER), Row(tuple(lower), RowKind.HEADER)]

    # --- targets and tasks

    def _item_rows(
        self, items: Sequence[Item], table: ItemTable, parent: str, counter: list[int], top: bool
    ) -> Iterator[Row]:
        groups = 0
        for item in items:
            if item.children is not None and top:
                groups += 1
                label = item.explicit_label
                if label is None:
                    label = roman(groups)
                else:
                    groups = next_after(Style.ROMAN, label) or groups
                if not table.continuous:
                    counter = [0]
                yield self._group_row(item, table, label)
                yield from self._item_rows(item.children, table, "", counter, top=False)
                continue
            label = self._row_label(item, parent, counter)
            if item.children is None:
                cells = [self._cell(item, column, label) for column in table.columns]
                yield Row(tuple(cells), place=self._resolver.place(item.path))
            else:
                yield self._group_row(item, table, label)
                yield from self._item_rows(item.children, table, label, [0], top=False)

    @staticmethod
    def _row_label(item: Item, parent: str, counter: list[int]) -> str:
        if item.explicit_label is None:
            counter[0] += 1
            return f"{parent}.{counter[0]}" if parent else str(counter[0])
        counter[0] = next_after(Style.DECIMAL, item.explicit_label) or counter[0]
        return item.explicit_label

    def _group_row(self, item: Item, table: ItemTable, label: str) -> Row:
        leaves = sum(1 for _ in item.walk())
        local = {"nhom": Names("nhom", None, {"tong": leaves})}
        title = self._resolver.runs(item.name, local)
        where = self._resolver.place(item.path)
        if item.fields or item.offices:
            cells = tuple(
                replace(self._cell(item, column, label, title), bold=True) for column in table.columns
            )
            return Row(cells, RowKind.GROUP, where)
        width = len(table.columns)
        if table.columns and table.columns[0].field == ROW_NUMBER:
            number = Cell((_text(label),) if label else (), align=Align.CENTER, bold=True)
            rest = Cell((title,), column_span=width - 1, bold=True, align=Align.LEFT)
            return Row((number, rest), RowKind.GROUP, where)
        runs = (Run(f"{label}{'' if label.endswith('.') else '.'} "), *title) if label else title
        return Row((Cell((runs,), column_span=width, bold=True, align=Align.LEFT),), RowKind.GROUP, where)

    def _cell(self, item: Item, column: TableColumn, label: str, name: Runs | None = None) -> Cell:
        if column.field == ROW_NUMBER:
            return _text_cell(label) if label else Cell()
        cell = self._content(item, column, name)
        if column.with_number and label and cell.paragraphs:
            number = label if label.endswith(".") else f"{label}."
            first, *others = cell.paragraphs
            return Cell(((Run(f"{number} "), *first), *others))
        return cell

    def _content(self, item: Item, column: TableColumn, name: Runs | None) -> Cell:
        field = column.field
        if field == "ten":
            return Cell((name if name is not None else self._resolver.runs(item.name),))
        if field in item.offices:
            said = self._offices.full if column.full_names else self._offices.short
            return _text_cell("; ".join([said(office) for office in item.offices[field]]))
        if field == "danh_gia" and item.children is None:
            evaluation = self._targets.evaluation(item)
            return _text_cell(evaluation) if evaluation else Cell()
        return self._resolver.cell(item.fields[field]) if field in item.fields else Cell()

    # --- general tables

    def _free_rows(self, table: FreeTable) -> list[Row]:
        width = len(table.columns)
        rows: list[Row] = []
        covered = [0] * width
        above: list[Cell | None] = [None] * width
        for row in table.rows:
            where = self._resolver.place(row.path)
            if row.group:
                title = self._resolver.runs(row.cells[0].text)
                rows.append(
                    Row(
                        (Cell((title,), column_span=width, bold=True, align=Align.LEFT),),
                        RowKind.GROUP,
                        where,
                    )
                )
                covered = [0] * width
                continue
            placed = place(row, covered)
            if placed is None:  # reported by the schema
                continue
            cells, above = self._placed_cells(row, placed[0], covered, above)
            covered = placed[1]
            rows.append(Row(tuple(cells), RowKind.DATA, where))
        return rows

    def _placed_cells(
        self, row: FreeRow, starts: Sequence[int], covered: Sequence[int], above: list[Cell | None]
    ) -> tuple[list[Cell], list[Cell | None]]:
        """The cells of a row with the covered ones of merges from above in their places."""
        below = list(above)
        by_start = dict(zip(starts, row.cells, strict=True))
        cells: list[Cell] = []
        column = 0
        while column < len(covered):
            spec = by_start.get(column)
            if spec is None:
                merged = above[column]
                span = merged.column_span if merged else 1
                cells.append(Cell(column_span=span, covered=True))
                column += span
                continue
            paragraphs = self._resolver.cell(spec.text).paragraphs
            align = Align(spec.align) if spec.align else None
            cell = Cell(paragraphs, spec.column_span, spec.row_span, align=align, bold=spec.bold)
            for at in range(column, column + spec.column_span):
                below[at] = cell
            cells.append(cell)
            column += spec.column_span
        return cells, below


def _text(text: str) -> Runs:
    return (Run(text),)


@functools.lru_cache(maxsize=1000)
def _text_cell(text: str) -> Cell:
    """The cell that says ``text``: one for all rows and documents that say it."""
    return Cell((_text(text),))


def _head(runs: Runs) -> Cell:
    return Cell((runs,) if runs else (), align=Align.CENTER, bold=True)


def _shares(widths: Sequence[float | None], rows: Sequence[Row]) -> list[float]:
    """Each column's part of the width: as given, else by the length of what stands in it."""
    by_content = [
        0.0 if width else min(_WIDEST, max(_NARROWEST, _typical_length(rows, column)))
        for column, width in enumerate(widths)
    ]
    given = [width for width in widths if width]
    open_weight = sum(weight for weight, width in zip(by_content, widths, strict=True) if not width)
    left = max(100.0 - sum(given), _USUAL * (len(widths) - len(given))) if given else 100.0
    sized = [width or left * weight / open_weight for weight, width in zip(by_content, widths, strict=True)]
    total = sum(sized)
    return [size / total for size in sized]


def _typical_length(rows: Sequence[Row], column: int) -> float:
    lengths = [len(cell_in(row, column)[1]) for row in rows if row.kind is RowKind.DATA]
    return sum(lengths) / len(lengths) if lengths else 0.0
