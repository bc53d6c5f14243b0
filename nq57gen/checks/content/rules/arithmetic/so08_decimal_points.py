"""Decimal points in place of commas."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.arithmetic.figures import all_in_one, figures
from nq57gen.patterns import lazily

#: The number of a row.
_ORDINAL = lazily(r"\d{1,2}\.\d{1,2}")
_MEASURED = lazily(r"[^\d]*[\d.]+ (?:triệu|tỷ|tỉ|ha|km|m2)(?!\w)")


@rule(
    "SO-08",
    "Phần thập phân viết sau dấu phẩy, cả ở số không có đơn vị",
    "viết dấu phẩy trước phần thập phân: “0,6”; dấu chấm chỉ ngăn hàng nghìn",
    bad=["Chỉ số chuyển đổi số cấp phường từ 0.6 trở lên; chỉ số năm trước là 0,55."],
    good=[
        "Tiếp nhận 3.115 hồ sơ, đạt 99,18%; chỉ số từ 0,6 trở lên theo mục 2.1 và Nghị quyết số "
        "66.7/2025/NQ-CP."
    ],
)
def decimal_points(paper: Paper) -> Iterable[Found]:
    """Decimal points, all in one finding, with a decimal comma if there is one.

    Percentages and figures of millions or of a measure are told by the rule ND30-SN-02 on the form.
    """
    points = [
        (passage, figure)
        for passage, figure in figures(paper)
        if figure.mark == "."
        and not figure.percent
        and not _MEASURED.match(passage.text[figure.start : figure.end + 4])
        and not (passage.kind is Kind.CELL and _ORDINAL.fullmatch(passage.text))
    ]
    commas = [figure for _, figure in figures(paper) if figure.mark == ","]
    if points:
        mixed = f"có chỗ lại viết dấu phẩy “{commas[0].written}”; " if commas else ""
        yield all_in_one(points, mixed)
