"""Tables whose figures do not add up: columns with a total row, and columns worked out from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from nq57gen.checks.content.paper import Grid, GridRow, Paper, RowKind
from nq57gen.checks.content.quantities import Quantity, is_share, quantities, share, shown
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.vietnamese.syllables import fold

_BLANK = frozenset({"", "-", "–", "—", "x"})
#: So many rows must agree before another is told to be wrong.
_ENOUGH = 3


def _figure(text: str) -> Quantity | None:
    """The only figure of a cell that holds nothing else but its unit."""
    found = quantities(text)
    if len(found) != 1 or found[0].sign or found[0].whole is not None or found[0].high != found[0].value:
        return None
    return found[0] if text.strip().startswith(found[0].written) else None


def _value(row: GridRow, column: int) -> Decimal | None:
    """What a cell counts: 0 when blank, None when it is no figure."""
    text = row.cells[column].text.strip()
    if text in _BLANK:
        return Decimal(0)
    found = _figure(text)
    return found.value if found else None


def _is_ordinal(grid: Grid, column: int) -> bool:
    head = fold(grid.columns[column]).lower()
    return (
        column == 0
        or head in ("tt", "stt")
        or any(word in head for word in ("nam", "thoi", "ty le", "ti le", "%"))
    )


@rule(
    "SO-04",
    "Hàng tổng của bảng bằng các hàng cộng lại",
    "tính lại hàng tổng hoặc kiểm tra từng hàng của cột này",
    severity=ERROR,
    bad=[
        "| TT | Lĩnh vực | Số hồ sơ |\n| 1 | Đất đai | 120 |\n| 2 | Hộ tịch | 1.280 |\n| Tổng | | 1.500 |",
        "| TT | Nội dung | Kinh phí |\n| I | Hạ tầng | 500 |\n| 1 | Máy tính | 300 |\n| 2 | Mạng | 100 |",
    ],
    good=[
        "| TT | Lĩnh vực | Số hồ sơ |\n| 1 | Đất đai | 120 |\n| 2 | Hộ tịch | 1.280 |\n| Tổng | | 1.400 |",
        "| TT | Nội dung | Kinh phí |\n| I | Hạ tầng | 400 |\n| 1 | Máy tính | 300 |\n| 2 | Mạng | 100 |\n"
        "| Tổng cộng | | 400 |",
    ],
)
def totals(paper: Paper) -> Iterable[Found]:
    """Total rows and group rows against the rows they stand for."""
    for grid in paper.grids:
        for column in range(len(grid.columns)):
            if not _is_ordinal(grid, column):
                yield from _totals_of(grid, column)


def _totals_of(grid: Grid, column: int) -> Iterator[Found]:
    rows = [row for row in grid.rows if row.kind is not RowKind.HEADER]
    values = [_value(row, column) for row in rows]
    if any(value is None for value in values):
        return
    known = [(row, value) for row, value in zip(rows, values, strict=True) if value is not None]
    for at, (row, value) in enumerate(known):
        if not value or row.kind is RowKind.DATA:
            continue
        sums = [one for one in _sums(known, at) if one[1]]
        if sums and all(added != value for added, _ in sums):
            added, count = sums[0]
            cell = row.cells[column]
            said = f"{count} hàng cộng lại là {shown(added)}, hàng này ghi {cell.text}"
            yield Found(f"{cell.place}: “{row.text[:60]}”", f"cột “{grid.columns[column]}”: {said}")


def _sums(known: list[tuple[GridRow, Decimal]], at: int) -> Iterator[tuple[Decimal, int]]:
    """What row ``at`` may be the sum of, and of how many rows: the likeliest first."""
    row = known[at][0]
    if row.kind is RowKind.GROUP:
        below: list[Decimal] = []
        for other, value in known[at + 1 :]:
            if other.kind is not RowKind.DATA:
                break
            below.append(value)
        yield sum(below, Decimal(0)), sum(map(bool, below))
        return
    for kinds in ({RowKind.DATA}, {RowKind.GROUP}):
        others = [value for other, value in known if other.kind in kinds]
        yield sum(others, Decimal(0)), len(others)
    start = max((n + 1 for n in range(at) if known[n][0].kind is RowKind.TOTAL), default=0)
    since = [value for other, value in known[start:at] if other.kind is RowKind.DATA]
    yield sum(since, Decimal(0)), len(since)
    earlier = [value for other, value in known[:at] if other.kind is RowKind.TOTAL]
    yield sum(earlier, Decimal(0)), len(earlier)


@rule(
    "SO-05",
    "Trong bảng, cột tổng bằng các cột cộng lại và cột tỷ lệ bằng thương của hai cột, như ở các hàng khác",
    "tính lại số của hàng này",
    severity=ERROR,
    bad=[
        "| TT | Khu phố | Tổng số | Trực tuyến | Trực tiếp |\n| 1 | Một | 30 | 10 | 20 |\n| 2 | "
        "Hai | 45 | 15 | 30 |\n"
        "| 3 | Ba | 50 | 30 | 20 |\n| 4 | Tư | 61 | 30 | 30 |",
        "| TT | Khu phố | Số hộ | Có mạng | Tỷ lệ (%) |\n| 1 | Một | 200 | 100 | 50 |\n| 2 | "
        "Hai | 300 | 100 | 33,33 |\n"
        "| 3 | Ba | 50 | 40 | 80 |\n| 4 | Tư | 80 | 60 | 65 |",
    ],
    good=[
        "| TT | Khu phố | Tổng số | Trực tuyến | Trực tiếp |\n| 1 | Một | 30 | 10 | 20 |\n| 2 | "
        "Hai | 45 | 15 | 30 |\n"
        "| 3 | Ba | 50 | 30 | 20 |\n| 4 | Tư | 60 | 30 | 30 |",
        "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Năm 2035 |\n| 1 | Tỷ lệ một | 60 | 80 | 90 "
        "|\n| 2 | Tỷ lệ hai | 40 | 60 | 70 |\n"
        "| 3 | Tỷ lệ ba | 10 | 20 | 30 |",
    ],
)
def rows(paper: Paper) -> Iterable[Found]:
    """Columns that are the sum or the ratio of others in all rows but a few."""
    for grid in paper.grids:
        lines = [row for row in grid.rows if row.kind is not RowKind.HEADER]
        width = len(grid.columns)
        filled = [
            column
            for column in range(1, width)
            if sum(_one(row, column) is not None for row in lines) >= _ENOUGH
        ]
        for column in filled:
            yield from _summed(grid, lines, column, [other for other in filled if other > column])
            head = fold(grid.columns[column]).lower()
            if "%" in head or "ty le" in head or "ti le" in head:
                yield from _divided(grid, lines, column, [other for other in filled if other != column])


def _one(row: GridRow, column: int) -> Quantity | None:
    return _figure(row.cells[column].text.strip())


def _summed(grid: Grid, lines: list[GridRow], column: int, others: list[int]) -> Iterator[Found]:
    if "tong" not in fold(grid.columns[column]).lower():
        return
    for count in range(2, len(others) + 1):
        parts = others[:count]
        wrong = []
        right = 0
        for row in lines:
            whole = _one(row, column)
            values = [_value(row, part) for part in parts]
            if whole is None or any(value is None for value in values):
                continue
            added = sum((value for value in values if value is not None), Decimal(0))
            right += added == whole.value
            if added != whole.value:
                wrong.append((row, added))
        if right >= _ENOUGH and len(wrong) <= right / 2:
            heads = " + ".join(f"“{grid.columns[part]}”" for part in parts)
            for row, added in wrong:
                cell = row.cells[column]
                said = f"{heads} = {shown(added)}, trong khi cột “{grid.columns[column]}” ghi {cell.text}"
                yield Found(f"{cell.place}: “{row.text[:60]}”", said)
            return


def _divided(grid: Grid, lines: list[GridRow], column: int, others: list[int]) -> Iterator[Found]:
    for upper in others:
        for lower in others:
            wrong, right = [], 0
            for row in lines:
                said, part, whole = _one(row, column), _one(row, upper), _one(row, lower)
                if upper == lower or not (said and part and whole and whole.value):
                    continue
                agrees = is_share(part.value, whole.value, said)
                right += agrees
                if not agrees:
                    wrong.append((row, part.value, whole.value))
            if right >= _ENOUGH and len(wrong) <= right / 2:
                for row, part_value, whole_value in wrong:
                    cell = row.cells[column]
                    text = f"{shown(part_value)}/{shown(whole_value)} = {share(part_value, whole_value)}"
                    yield Found(f"{cell.place}: “{row.text[:60]}”", f"{text}, trong khi ghi {cell.text}")
                return
