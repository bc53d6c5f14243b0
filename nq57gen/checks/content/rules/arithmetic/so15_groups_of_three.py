"""Groups of digits that are not three."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.patterns import lazily

#: A figure in three groups or more; no date, code or standard.
_GROUPED = lazily(
    r"(?<![\w.,/:-])(?<!TCVN )(?<!QCVN )(?<!ISO )[1-9]\d{0,2}(?:\.\d{1,4}){2,}"
    r"(?![\w/:-]|\.\w)(?<!\.20\d\d)(?<!\.19\d\d)"
)


@rule(
    "SO-15",
    "Dấu chấm ngăn hàng nghìn chia số thành từng nhóm ba chữ số",
    "kiểm tra lại con số: có nhóm thừa hoặc thiếu chữ số",
    severity=ERROR,
    bad=[
        "Tổng số phí đã thu là 29.061.00 đồng.",
        "Kinh phí 1.25.000 đồng.",
        "Kinh phí 29.0610.000 đồng.",
    ],
    good=[
        "Thu 29.061.000 đồng (mục 2.1.3, ngày 12.05.2026; mã 000.00.19.H29; "
        "địa chỉ 192.168.1.1, 10.0.100.12).",
        "Theo Nghị quyết số 66.7/2025/NQ-CP; TCVN 1.250.10:2020; mục 1.250.",
    ],
)
def groups_of_three(paper: Paper) -> Iterable[Found]:
    """Figures in several groups where just one, not the first, has not three digits."""
    for passage in paper.text_and_cells():
        for match in _GROUPED.finditer(passage.text):
            groups = match.group().split(".")
            wrong = [group for group in groups[1:] if len(group) != 3]
            address = len(groups) == 4 and all(int(group) < 256 for group in groups)
            if len(wrong) == 1 and not address:
                yield Found(
                    passage.quoted(match.start(), match.end()),
                    f"“{match.group()}” có nhóm “{wrong[0]}” gồm {len(wrong[0])} chữ số",
                )
