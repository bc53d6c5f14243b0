"""Heads that say something else than their column."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.rows import plain_head
from nq57gen.checks.content.rules.structure.words import words
from nq57gen.patterns import lazily

_HAS_DIGIT = lazily(r"\d")


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
            plain = plain_head(head)
            if len(texts) < 3:
                continue
            place = f"{grid.place}: “{head}”"
            if plain.startswith(("ma nhiem vu", "ma chi tieu", "ma so")):
                long = [text for text in texts if len(words(text)) > 4]
                if len(long) * 2 > len(texts):
                    said = f"{len(long)}/{len(texts)} ô ghi tên, không ghi mã, như “{long[0][:40]}”"
                    yield Found(place, said)
            elif "dinh luong" in plain:
                bare = [text for text in texts if not _HAS_DIGIT.search(text)]
                if len(bare) * 2 > len(texts):
                    yield Found(place, f"{len(bare)}/{len(texts)} ô không có con số, như “{bare[0][:40]}”")
