"""The total line of a general table: sums of columns, each read in the one way its figures are written."""

from __future__ import annotations

from collections.abc import Sequence

from nq57gen.blanks import blank, blanks_in, has_blank
from nq57gen.diagnostics import KeyPath
from nq57gen.model.document import Cell, Row, RowKind, Run
from nq57gen.model.resolver import Resolver
from nq57gen.schema.spec_types import FreeTable, Totals
from nq57gen.vietnamese.columns import Conflict, common_marks, described, figure_value, marks_of, to_type
from nq57gen.vietnamese.numbers import format_number, sum_numbers

#: A figure as typed, its row counted from 1, and the path of its cell.
_Figure = tuple[str, int, KeyPath]


def totals_row(resolver: Resolver, table: FreeTable, totals: Totals, rows: Sequence[Row]) -> Row:
    """The total line of ``rows``, what was made of the rows of ``table``."""
    label = Cell((resolver.runs(totals.label),), column_span=min(totals.columns), bold=True)
    cells = [label]
    for column in range(min(totals.columns), len(table.columns)):
        text = _sum(resolver, table, totals, rows, column) if column in totals.columns else ""
        cells.append(Cell(((Run(text),),) if text else (), bold=True))
    return Row(tuple(cells), RowKind.TOTAL, resolver.place(totals.path))


def cell_in(row: Row, column: int, of: Sequence[int] = ()) -> tuple[int, str]:
    """The cell in ``column``: where it begins, or of the columns ``of``, in the first it covers.

    So a merged cell is met once. Returns its index among the cells that begin in the row, and its text; ""
    where there is none, and in rows that are no data.
    """
    at = 0
    for index, cell in enumerate(row.cells):
        first = min((one for one in of if at <= one < at + cell.column_span), default=at)
        if first == column and row.kind is RowKind.DATA:
            begun = sum(not before.covered for before in row.cells[:index])
            return begun, " ".join("".join(run.text for run in runs) for runs in cell.paragraphs).strip()
        at += cell.column_span
    return 0, ""


def _sum(resolver: Resolver, table: FreeTable, totals: Totals, rows: Sequence[Row], column: int) -> str:
    """The sum of a column as printed; "" and a finding when its figures have no common reading."""
    figures: list[_Figure] = []
    for at, (spec, row) in enumerate(zip(table.rows, rows, strict=False), 1):  # misfits were left out
        index, text = cell_in(row, column, totals.columns)
        if has_blank(text):
            return blank(", ".join(dict.fromkeys(blanks_in(text))))
        if marks_of(text):
            figures.append((text, at, spec.cells[index].text.path))
        elif text not in ("", "-", "–") and row.kind is RowKind.DATA:
            resolver.report("T024", spec.path, value=text, column=column + 1)
    marks = common_marks([text for text, _, _ in figures])
    if isinstance(marks, Conflict):
        _report(resolver, figures, marks, column)
        return ""
    values = [value for text, _, _ in figures if (value := figure_value(text, marks)) is not None]
    return format_number(sum_numbers(values))


def _report(resolver: Resolver, figures: Sequence[_Figure], conflict: Conflict, column: int) -> None:
    (first, first_marks), (second, second_marks) = conflict.in_order()
    one, one_row, above = figures[first]
    other, other_row, path = figures[second]
    resolver.report(
        "T030",
        path,
        column=column + 1,
        one=one,
        one_row=one_row,
        one_line=_line(resolver, above),
        one_read=described(one, first_marks),
        other=other,
        other_row=other_row,
        other_read=described(other, second_marks),
        typed=to_type(figures[conflict.point][0], figures[conflict.comma][0]),
    )


def _line(resolver: Resolver, path: KeyPath) -> int | None:
    position = resolver.place(path).position
    return position.line if position else None
