"""Brackets that do not open or do not close."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.marks import lone_marks, told
from nq57gen.checks.content.wording import once


@rule(
    "NN-03",
    "Dấu ngoặc đơn, ngoặc vuông mở thì phải đóng, đóng thì phải có mở",
    "thêm hoặc bỏ dấu ngoặc cho đủ cặp",
    bad=[
        "Số thủ tục chưa cung cấp trực tuyến là 21 thủ tục = 5,31%).",
        "Bố trí cán bộ hỗ trợ trên nhóm Zalo (hỗ trợ hai ứng dụng chính.",
    ],
    good=[
        "Thực hiện điểm a), b) khoản 1 và mục 2) của kế hoạch (kèm theo phụ lục).",
        "- Các văn bản (gồm nghị quyết;\n- kế hoạch) đã ban hành.",
    ],
)
def brackets(paper: Paper) -> Iterable[Found]:
    """Round and square brackets without their other half."""
    for opening, closing in ("()", "[]"):
        yield from once(map(told, lone_marks(paper, opening, closing)))
