"""How many rows a table, or a part of it, may be said to have."""

from __future__ import annotations

from collections.abc import Sequence

from nq57gen.checks.content.paper import GridRow, RowKind
from nq57gen.patterns import lazily

_ORDINAL = lazily(r"(\d{1,3}(?:\.\d{1,3})*)[.)]?(?=\s|$)")


def ordinal(row: GridRow) -> tuple[int, ...]:
    """The number at the beginning of a row, () when there is none."""
    match = _ORDINAL.match(row.cells[0].text.strip())
    return tuple(int(step) for step in match[1].split(".")) if match else ()


def sizes(rows: Sequence[GridRow]) -> set[int]:
    """How many rows there may be said to be.

    All data rows, those without parts, those of the first level, those not merged with the one above.
    """
    data = [row for row in rows if row.kind is RowKind.DATA]
    numbers = [ordinal(row) for row in rows if ordinal(row)]
    inner = {number[:-1] for number in numbers if len(number) > 1}
    leaves = [row for row in data if not ordinal(row) or ordinal(row) not in inner]
    first = [number for number in numbers if len(number) == 1]
    begun = [row for row in data if not row.cells[0].covered]
    return {len(data), len(leaves), len(begun)} | ({len(first)} if first else set())
