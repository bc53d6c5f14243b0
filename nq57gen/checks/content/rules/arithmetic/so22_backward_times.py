"""Times that end before they begin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.wording import once, written
from nq57gen.patterns import lazily

_DAY = r"(?:ngày )?(\d{1,2})/(\d{1,2})/(20\d\d)"
_MONTH = r"(?:tháng )(\d{1,2})/(20\d\d)"
_YEAR = r"(20\d\d)"
_TO = r"(?:,? đến(?: hết)?|\s?[-–]) "
_SPANS = (
    lazily(rf"(?<!\w)từ {_DAY}{_TO}{_DAY}(?!\d)", re.IGNORECASE),
    lazily(rf"(?<!\w)từ {_MONTH}{_TO}{_MONTH}(?!\d)", re.IGNORECASE),
    lazily(rf"(?<!\w)từ năm {_YEAR}{_TO}(?:năm )?{_YEAR}(?![\d/])", re.IGNORECASE),
    lazily(rf"(?<!\w)(?:giai đoạn|nhiệm kỳ)(?: năm)? {_YEAR}\s?[-–]\s?{_YEAR}(?!\d)", re.IGNORECASE),
)


@rule(
    "SO-22",
    "Khoảng thời gian kết thúc sau khi bắt đầu",
    "ghi lại ngày bắt đầu hoặc ngày kết thúc",
    severity=ERROR,
    bad=[
        "Thực hiện từ ngày 30/6/2026 đến ngày 01/3/2026.",
        "Tập huấn từ tháng 9/2026 đến tháng 5/2026.",
        "Chương trình giai đoạn 2030 - 2026; kinh phí từ nguồn ngân sách.",
    ],
    good=[
        "Thực hiện từ ngày 01/3/2026 đến ngày 30/6/2026; từ 15/12/2025 đến 14/12/2026.",
        "Tập huấn từ tháng 9/2026 đến tháng 5/2027; giai đoạn 2026 - 2030; tăng từ năm 2025 đến năm 2026.",
    ],
)
def backward(paper: Paper) -> Iterable[Found]:
    """“từ … đến …” of two days, months or years with the later one first."""
    yield from once(
        (match.group(), passage, match.start(), match.end(), f"“{match.group()}”")
        for passage in written(paper)
        for pattern in _SPANS
        for match in pattern.finditer(passage.text)
        if _turned(match.groups())
    )


def _turned(parts: tuple[str, ...]) -> bool:
    """Whether the first half of "day, month, year" twice is later than the second."""
    half = len(parts) // 2
    begun, ended = (tuple(map(int, reversed(one))) for one in (parts[:half], parts[half:]))
    return begun > ended
