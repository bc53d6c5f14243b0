"""Rows of a table of tasks: their numbers and names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nq57gen.checks.content.indicators import Roles
from nq57gen.checks.content.paper import Grid, GridRow, RowKind


def row_name(row: GridRow, columns: Roles) -> str:
    """What a row is about: the cell of the column of names, or the whole row without one."""
    text = row.cells[columns.name].shown.replace("\n", " ") if columns.name is not None else row.text
    return text.strip()


def numbered(grid: Grid) -> Iterator[tuple[str, GridRow]]:
    """Data rows with the number of their group before their own: "III.4"."""
    group = ""
    for row in grid.rows:
        first = row.cells[0].shown.strip().rstrip(".")
        if row.kind is RowKind.GROUP:
            roman = re.match(r"[IVXL]+(?!\w)", first)
            group = f"{roman[0]}." if roman else group
        elif row.kind is RowKind.DATA:
            number = re.match(r"\d+(?:\.\d+)*", first)
            yield f"{group}{number[0]}" if number else row.place.rpartition(", ")[2], row
