"""Days that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.mentions import date_of
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.wording import once, written
from nq57gen.patterns import lazily

_DAY = lazily(
    r"(?<![\d/.,-])(\d{1,2})(?:(?P<sign>[/.-])(\d{1,2})(?P=sign)|\s+tháng\s+(\d{1,2})\s+năm\s+)((?:19|20)\d\d)(?![\d/]|\.\d)"
)


@rule(
    "VB-10",
    "Ngày tháng ghi trong văn bản phải có thật",
    "sửa ngày, tháng",
    severity=ERROR,
    bad=[
        "Kế hoạch số 17/KH-UBND ngày 31/9/2025 của UBND phường.",
        "Hoàn thành trước ngày 29 tháng 02 năm 2026.",
    ],
    good=["Ngày 28/02/2026 và ngày 30 tháng 4 năm 2026; địa chỉ 10.20.2025.11; số 30/2020/NĐ-CP; 06/QĐ-TTg."],
)
def possible(paper: Paper) -> Iterable[Found]:
    """Days that no calendar has."""
    yield from once(
        (match.group(), passage, match.start(), match.end(), f"không có ngày {match.group()}")
        for passage in written(paper)
        for match in _DAY.finditer(passage.text)
        if date_of(match.group()) is None
    )
