"""Tables: row numbers, empty cells, groups that carry values, heads that differ or do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Grid, GridRow, Paper, RowKind
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.structure import (
    at_row,
    groups_of,
    is_number_head,
    listed,
    name_column,
    number_column,
    roman_number,
    row_number,
    words,
)
from nq57gen.vietnamese.syllables import fold

#: A column is filled when this share of its data rows is; an empty cell of it is then missing.
_FILLED = 0.7
_FEWEST_ROWS = 4
_NOTES = re.compile(r"ghi chu|danh gia|nhan xet")
_HEAD_NUMBER = re.compile(r"^\s*\(?\d{1,2}\)\s*")
_WHO = re.compile(r"(co quan|don vi|phong ban|bo phan)(?:,? \w+){0,3}? (chu tri|phoi hop)")
_HAS_DIGIT = re.compile(r"\d")


@rule(
    "CT-08",
    "Số thứ tự trong bảng liên tục, không thiếu, không lặp",
    "đánh lại số thứ tự của bảng",
    bad=[
        "| STT | Nhiệm vụ | Chủ trì |\n| 1 | Số hóa | Phòng A |\n| 2 | Tập huấn | Phòng A |\n"
        "| | Nâng cấp hệ thống | Phòng B |\n| 3 | Tuyên truyền | Phòng C |",
        "| STT | Nhiệm vụ | Chủ trì |\n| 1 | Số hóa | Phòng A |\n| 2 | Tập huấn | Phòng A |\n"
        "| 4 | Tuyên truyền | Phòng C |",
        "| TT | Nhiệm vụ | Chủ trì |\n| 1 | Số hóa | Phòng A |\n| 1 | Tập huấn | Phòng A |\n"
        "| 2 | Tuyên truyền | Phòng C |",
        "| TT | Nhiệm vụ | Chủ trì |\n| I | Nhóm thể chế | |\n| 1 | Tập huấn | Phòng A |\n"
        "| III | Nhóm hạ tầng | |\n| 1 | Tuyên truyền | Phòng C |",
    ],
    good=[
        "| TT | Nhiệm vụ | Chủ trì |\n| I | Nhóm thể chế | |\n| 1 | Số hóa | Phòng A |\n"
        "| 2 | Tập huấn | Phòng A |\n"
        "| II | Nhóm hạ tầng | |\n| 1 | Tuyên truyền | Phòng C |",
        "| TT | Nhiệm vụ | Chủ trì |\n| I | Nhóm thể chế | |\n| 1 | Số hóa | Phòng A |\n"
        "| 2 | Tập huấn | Phòng A |\n"
        "| II | Nhóm hạ tầng | |\n| 3 | Tuyên truyền | Phòng C |",
        "| TT | Chỉ tiêu | Chủ trì |\n| 1 | Thủ tục | Phòng A |\n| 1.1 | Trực tuyến | Phòng A |\n"
        "| 1.2 | Số hóa | Phòng A |\n| 2 | Hạ tầng | Phòng C |",
    ],
)
def row_numbers(paper: Paper) -> Iterable[Found]:
    """Row numbers follow each other, group by group or through the table."""
    for grid in paper.grids:
        column = number_column(grid)
        if column is None:
            continue
        yield from _followed(grid, column)
        rows = [row for row in grid.data if not row.cells[column].covered]
        blank = [row for row in rows if not row.cells[column].text.strip()]
        if blank and len(rows) - len(blank) >= _FILLED * len(rows):
            for row in blank:
                if any(cell.text for cell in row.cells):
                    yield Found(
                        at_row(grid, row), f"hàng này không có số thứ tự, {_neighbours(grid, row, column)}"
                    )


def _neighbours(grid: Grid, row: GridRow, column: int) -> str:
    at = grid.rows.index(row)
    above, below = (
        next((one for one in rows if one.cells[column].text.strip()), None)
        for rows in (grid.rows[at - 1 :: -1] if at else (), grid.rows[at + 1 :])
    )
    shown = [
        f"{said} là {one.cells[column].text}"
        for said, one in (("hàng trên", above), ("hàng dưới", below))
        if one
    ]
    return ", ".join(shown)


def _followed(grid: Grid, column: int) -> Iterator[Found]:
    """Numbers that skip or repeat; each group may begin again at 1."""
    last: tuple[int, ...] = ()
    group = 0
    for row in grid.rows:
        text = row.cells[column].text.strip()
        if row.kind in (RowKind.HEADER, RowKind.TOTAL) or row.cells[column].covered:
            continue
        number = row_number(text)
        if number is None:
            roman = roman_number(text) if row.kind is RowKind.GROUP else None
            if roman and roman not in (1, group + 1):
                yield Found(at_row(grid, row), f"sau nhóm {group} là nhóm “{text}”")
            group = roman or group
            if row.kind is RowKind.GROUP:
                last = (0, *last)  # a fresh start is allowed, going on is too
            continue
        if not _goes_on(last, number):
            before = ".".join(map(str, last[1:] if last[:1] == (0,) else last))
            said = f"lặp lại số “{text}”" if number == last else f"sau số “{before}” là số “{text}”"
            yield Found(at_row(grid, row), said if before else f"bắt đầu từ số “{text}”")
        last = number


def _goes_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether ``number`` may come after ``last``, which begins with 0 at the start of a group."""
    fresh = last[:1] == (0,) or not last
    known = tuple(step for step in last if step)
    if fresh and (number[-1] == 1 or not known):
        return number[-1] == 1
    depth = len(number)
    if depth > len(known):
        return number[-1] == 1 and number[: len(known)] == known
    return number[:-1] == known[: depth - 1] and number[-1] == known[depth - 1] + 1


@rule(
    "CT-09",
    "Cột mà các hàng khác đều ghi thì không để ô trống",
    "điền ô còn trống, hoặc ghi “-” nếu không có",
    bad=[
        "| TT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Số hóa | Phòng A |\n| 2 | Tập huấn | Phòng A |\n"
        "| 3 | Nâng cấp | |\n| 4 | Tuyên truyền | Phòng C |",
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả | Chủ trì |\n| 1 | Phủ sóng 5G | % | 100 | Phòng A |\n"
        "| 2 | Chữ ký số | % | 50 | Phòng A |\n| 3 | Tham gia hội thi | | | Phòng A |\n"
        "| 4 | Hồ sơ trực tuyến | % | 80 | Phòng B |\n| 5 | Số hóa | % | 80 | Phòng B |",
    ],
    good=[
        "| TT | Nhiệm vụ | Ghi chú |\n| 1 | Số hóa | a |\n| 2 | Tập huấn | b |\n| 3 | Nâng cấp | |\n"
        "| 4 | Truyền thông | c |",
        "| TT | Nhiệm vụ | Năm 2025 | Năm 2030 |\n| 1 | Số hóa | 80% | - |\n| 2 | Tập huấn | - | 100% |\n"
        "| 3 | Nâng cấp | 1 | 2 |\n| 4 | Truyền thông | 1 | 2 |",
    ],
)
def empty_cells(paper: Paper) -> Iterable[Found]:
    """Cells left empty in columns that are otherwise filled."""
    for grid in paper.grids:
        rows = grid.data
        needed = [column for column in range(len(grid.columns)) if _is_needed(grid, column)]
        single: dict[int, list[GridRow]] = {}
        for row in rows:
            empty = [column for column in needed if not row.cells[column].text.strip()]
            if len(empty) == 1:
                single.setdefault(empty[0], []).append(row)
            elif 1 < len(empty) < len(needed):
                heads = listed([f"“{grid.columns[column]}”" for column in empty], 6)
                yield Found(at_row(grid, row), f"ô trống ở các cột {heads}")
        for column, found in single.items():
            others = listed([row.place for row in found[1:]], 6)
            filled = sum(bool(row.cells[column].text.strip()) for row in rows)
            yield Found(
                at_row(grid, found[0]),
                f"ô trống ở cột “{grid.columns[column]}”, cột này {filled}/{len(rows)} hàng có ghi"
                + (f"; cũng trống ở {others}" if others else ""),
            )


def _is_needed(grid: Grid, column: int) -> bool:
    """Whether a column is filled but for a few cells, and not one of remarks."""
    head = fold(grid.columns[column]).lower()
    rows = grid.data
    if is_number_head(grid.columns[column]) or _NOTES.search(head) or not head or len(rows) < _FEWEST_ROWS:
        return False
    return column != name_column(grid) and _share(grid, column) >= _FILLED


def _share(grid: Grid, column: int) -> float:
    return sum(bool(row.cells[column].text.strip()) for row in grid.data) / len(grid.data)


@rule(
    "CT-10",
    "Hàng tên nhóm chỉ ghi tên nhóm, như các nhóm khác của bảng",
    "chuyển giá trị ấy về hàng chỉ tiêu, nhiệm vụ của nó",
    bad=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| I | Hạ tầng | | |\n| 1 | Phủ sóng 5G | % | 100% |\n"
        "| II | Nguồn lực | % | ≥ 50% |\n| 1 | Chi ngân sách | % | 3% |\n| III | Dữ liệu | | |\n"
        "| 1 | Số hóa | % | 80% |",
    ],
    good=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| I | Hạ tầng | | |\n| 1 | Phủ sóng 5G | % | 100% |\n"
        "| II | Nguồn lực | | |\n| 1 | Chi ngân sách | % | 3% |",
    ],
)
def groups_with_values(paper: Paper) -> Iterable[Found]:
    """A group row filled like a data row while the others hold only their name."""
    for grid in paper.grids:
        rows = [group.row for group in groups_of(grid) if group.row]
        column = name_column(grid)
        extra = {
            at: [cell.text for cell in row.cells[column + 1 :] if cell.text.strip() and not cell.covered]
            for at, row in enumerate(rows)
        }
        filled = [at for at, texts in extra.items() if texts]
        if filled and len(filled) * 2 < len(rows):
            for at in filled:
                texts = listed([f"“{text}”" for text in extra[at]], 5)
                yield Found(
                    at_row(grid, rows[at]),
                    f"hàng nhóm này còn ghi {texts}, {len(rows) - len(filled)} hàng nhóm khác thì không",
                )


@rule(
    "CT-11",
    "Cùng một cột thì các bảng của văn bản ghi cùng một tiêu đề",
    "chọn một cách ghi tiêu đề cột cho mọi bảng",
    bad=[
        "| TT | Chỉ tiêu |\n| 1 | Phủ sóng |\nBảng sau nêu nhiệm vụ.\n| STT | Nhiệm vụ |\n| 1 | Số hóa |",
        "| TT | Chỉ tiêu | Cơ quan chủ trì |\n| 1 | Phủ sóng | Phòng A |\nBảng sau nêu nhiệm vụ.\n"
        "| TT | Nhiệm vụ | Đơn vị chủ trì |\n| 1 | Số hóa | Phòng A |",
    ],
    good=["| TT | Chỉ tiêu |\n| 1 | Phủ sóng |\nBảng sau nêu nhiệm vụ.\n| TT | Nhiệm vụ |\n| 1 | Số hóa |"],
)
def heads_that_differ(paper: Paper) -> Iterable[Found]:
    """Row numbers and responsible offices are headed alike in all tables."""
    seen: dict[str, dict[str, list[tuple[Grid, str]]]] = {}
    for grid in paper.grids:
        for head in dict.fromkeys(grid.columns):
            text = _HEAD_NUMBER.sub("", head).strip()
            who = _WHO.match(fold(text).lower())
            if is_number_head(text):
                seen.setdefault("number", {}).setdefault(text, []).append((grid, text))
            elif who:
                seen.setdefault(who[2], {}).setdefault(who[1], []).append((grid, text[: len(who[0])]))
    for forms in seen.values():
        if len(forms) > 1:
            usual, *rare = sorted(forms.values(), key=lambda uses: -len(uses))
            for uses in rare:
                grid, text = uses[0]
                yield Found(
                    f"{grid.place}: “{text}”",
                    f"“{text}” ở {grid.place}, “{usual[0][1]}” ở {usual[0][0].place}",
                )


@rule(
    "CT-12",
    "Tiêu đề cột nói đúng điều cột ấy ghi",
    "sửa tiêu đề cột, hoặc ghi vào cột điều tiêu đề nêu",
    bad=[
        "| (1) Mã nhiệm vụ | (2) Việc |\n| Triển khai hệ thống thông tin giải quyết thủ tục | Nâng cấp |\n"
        "| Ban hành kế hoạch chuyển đổi số của phường | Soạn thảo |\n"
        "| Xây dựng kho dữ liệu dùng chung | Thiết kế |",
        "| TT | Nhiệm vụ | KPI (Định lượng) |\n| 1 | Số hóa | Văn bản ban hành |\n"
        "| 2 | Tập huấn | 100% cán bộ |\n"
        "| 3 | Truyền thông | Đúng tiến độ |\n| 4 | Giám sát | Báo cáo |",
    ],
    good=[
        "| Mã | Việc |\n| NV01 | Nâng cấp |\n| NV02 | Soạn thảo |\n| NV03 | Thiết kế |",
        "| TT | Nhiệm vụ | KPI (Định lượng) |\n| 1 | Số hóa | 90% |\n| 2 | Tập huấn | 100% cán bộ |\n"
        "| 3 | Giám sát | 2 đợt |",
    ],
)
def heads_that_do_not_fit(paper: Paper) -> Iterable[Found]:
    """Codes that are sentences, measured values without a number."""
    for grid in paper.grids:
        for column, head in enumerate(grid.columns):
            texts = [row.cells[column].text for row in grid.data if row.cells[column].text]
            folded = _HEAD_NUMBER.sub("", fold(head)).lower()
            if len(texts) < 3:
                continue
            place = f"{grid.place}: “{head}”"
            if folded.startswith(("ma nhiem vu", "ma chi tieu", "ma so")):
                long = [text for text in texts if len(words(text)) > 4]
                if len(long) * 2 > len(texts):
                    yield Found(
                        place, f"{len(long)}/{len(texts)} ô ghi tên, không ghi mã, như “{long[0][:40]}”"
                    )
            elif "dinh luong" in folded:
                bare = [text for text in texts if not _HAS_DIGIT.search(text)]
                if len(bare) * 2 > len(texts):
                    yield Found(place, f"{len(bare)}/{len(texts)} ô không có con số, như “{bare[0][:40]}”")
