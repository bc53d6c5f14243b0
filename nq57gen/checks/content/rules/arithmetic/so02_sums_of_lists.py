"""Lines of a list that do not give the whole named above them."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.partitions import wrong_sums


@rule(
    "SO-02",
    "Các dòng liệt kê bên dưới cộng lại bằng tổng số ở dòng trên",
    "tính lại: sửa tổng số hoặc sửa số của một dòng",
    severity=ERROR,
    bad=[
        "- Tiếp nhận 377/377 thủ tục hành chính; trong đó:\n+ Toàn trình là 219 thủ tục;\n+ Một "
        "phần là 138 thủ tục;\n"
        "+ Chưa cung cấp là 21 thủ tục.",
    ],
    good=[
        "- Tiếp nhận 377 thủ tục hành chính; trong đó:\n+ Toàn trình là 219 thủ tục;\n+ Một "
        "phần là 138 thủ tục;\n"
        "+ Chưa cung cấp là 20 thủ tục.",
        "- Rà soát 1.250 hộ, trong đó:\n+ Hộ nghèo 320 hộ;\n+ Hộ cận nghèo 410 hộ.",
        "- Trong 6 tháng đầu năm đã hoàn thành các việc, cụ thể:\n- Tập huấn 2 tháng.\n- Kiểm tra 3 tháng.",
    ],
)
def in_list(paper: Paper) -> Iterable[Found]:
    """A paragraph with a total that opens a list, and the first figure of each line of it."""
    yield from wrong_sums(paper, listed=True)
