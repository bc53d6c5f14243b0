"""Heads of columns that differ between tables or do not fit, and columns of offices that name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Grid, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.structure import number_column, words
from nq57gen.vietnamese.syllables import fold

#: Fewer rows say nothing of a column.
_FEWEST_ROWS = 4
_HEAD_NUMBER = re.compile(r"^\s*\(?\d{1,2}\)\s*")
_WHO = re.compile(r"(co quan|don vi|phong ban|bo phan)(?:,? \w+){0,3}? (chu tri|phoi hop)")
#: Words that name no office.
_NOBODY = frozenset(
    {"cac", "co", "quan", "don", "vi", "phong", "ban", "nganh", "doan", "the", "lien", "chuc", "nang"}
)
_HAS_DIGIT = re.compile(r"\d")


@rule(
    "CT-11",
    "Cột số thứ tự của các bảng trong một văn bản ghi cùng một tiêu đề",
    "chọn một cách ghi, “STT” hoặc “TT”, cho mọi bảng",
    bad=[
        "| TT | Chỉ tiêu |\n| 1 | Phủ sóng |\nBảng sau nêu nhiệm vụ.\n| Stt | Nhiệm vụ |\n| 1 | Số hóa |",
    ],
    good=["| TT | Chỉ tiêu |\n| 1 | Phủ sóng |\nBảng sau nêu nhiệm vụ.\n| TT | Nhiệm vụ |\n| 1 | Số hóa |"],
)
def heads_that_differ(paper: Paper) -> Iterable[Found]:
    """Row numbers are headed alike in all tables."""
    seen: dict[str, list[Grid]] = {}
    for grid in paper.grids:
        column = number_column(grid)
        if column is not None:
            seen.setdefault(grid.columns[column].strip(), []).append(grid)
    (usual, there), *rare = sorted(seen.items(), key=lambda uses: -len(uses[1])) or [("", [])]
    for head, grids in rare:
        said = f"“{head}” ở {grids[0].place}, “{usual}” ở {there[0].place}"
        yield Found(f"{grids[0].place}: “{head}”", said)


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


@rule(
    "CT-17",
    "Cơ quan chủ trì, phối hợp nêu đích danh ở từng nhiệm vụ",
    "ghi tên cơ quan, đơn vị cụ thể ở từng hàng",
    bad=[
        "| TT | Nhiệm vụ | Cơ quan phối hợp |\n| 1 | Số hóa | Cơ quan, đơn vị |\n"
        "| 2 | Tập huấn | Cơ quan, đơn vị |\n| 3 | Giám sát | Cơ quan, đơn vị |\n"
        "| 4 | Truyền thông | Cơ quan, đơn vị |",
    ],
    good=[
        "| TT | Nhiệm vụ | Cơ quan phối hợp |\n| 1 | Số hóa | Các phòng, ban |\n| 2 | Tập huấn | Phòng A |\n"
        "| 3 | Giám sát | Công an phường |\n| 4 | Truyền thông | Các phòng, ban |",
    ],
)
def nobody_named(paper: Paper) -> Iterable[Found]:
    """A column of offices with the same general words in every row."""
    for grid in paper.grids:
        for column, head in enumerate(grid.columns):
            if not _WHO.match(fold(_HEAD_NUMBER.sub("", head)).lower()) or len(grid.data) < _FEWEST_ROWS:
                continue
            texts = {row.cells[column].text for row in grid.data}
            text = texts.pop()
            if not texts and words(text) and set(words(text)) <= _NOBODY:
                yield Found(
                    f"{grid.data[0].cells[column].place}: “{text}”",
                    f"cột “{head}” ghi “{text}” ở cả {len(grid.data)} hàng",
                )
