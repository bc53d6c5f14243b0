"""Merged cells: each is in a grid once, where it begins, and is shown in every place it covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nq57gen.checks.content.paper import Covered, GridCell


def merged(lines: Sequence[Sequence[GridCell]]) -> list[tuple[GridCell, ...]]:
    """The rows of a table with ``text``, ``shown``, ``columns`` and ``rows`` of every cell set.

    ``lines`` holds a cell for each column of each row, ``covered`` where it belongs to the place to its left
    or above it; a cell that has nothing there begins a cell of its own.
    """
    origins: list[list[tuple[int, int]]] = []
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for at, row in enumerate(lines):
        origins.append([])
        for column, cell in enumerate(row):
            origin = at, column
            if cell.covered is Covered.LEFT and column:
                origin = origins[at][column - 1]
            elif cell.covered is Covered.ABOVE and at:
                origin = origins[at - 1][column]
            origins[at].append(origin)
            ends[origin] = at, column
    found = []
    for at, row in enumerate(lines):
        cells = []
        for column, cell in enumerate(row):
            origin = origins[at][column]
            shown = lines[origin[0]][origin[1]].text
            if origin == (at, column):
                last, right = ends[origin]
                columns, rows = right - column + 1, last - at + 1
                cells.append(replace(cell, covered=None, shown=shown, columns=columns, rows=rows))
            else:
                cells.append(replace(cell, text="", shown=shown))
        found.append(tuple(cells))
    return found
