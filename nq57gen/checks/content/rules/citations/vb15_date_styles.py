"""One style of dates."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.mentions import mentions
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.citations.told import elsewhere

#: A style is the document's own when it is so many times as frequent as the other.
_CLEAR = 3


@rule(
    "VB-15",
    "Ngày của văn bản viện dẫn ghi một kiểu trong cả văn bản",
    "ghi thống nhất; trong lời văn nên ghi đủ “ngày … tháng … năm …” ở mọi chỗ",
    bad=[
        "Kế hoạch số 91/KH-UBND ngày 12/02/2026; Kế hoạch số 06-KH/ĐU ngày 12/9/2025; Kế hoạch số 469-KH/TU "
        "ngày 16/5/2025; Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024.",
    ],
    good=[
        "Kế hoạch số 91/KH-UBND ngày 12/02/2026; Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024.",
        "Kế hoạch số 91/KH-UBND ngày 12 tháng 02 năm 2026; Kế hoạch số 06-KH/ĐU ngày 12 tháng 9 năm 2025; "
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024.",
    ],
)
def date_styles(paper: Paper) -> Iterable[Found]:
    """Long dates among short ones; short ones among long the layout rules tell."""
    dated = [
        mention for mention in mentions(paper) if mention.date and mention.passage.kind is not Kind.TITLE
    ]
    long = [mention for mention in dated if mention.long]
    short = len(dated) - len(long)
    if long and short >= _CLEAR * len(long):
        said = f"{short} chỗ ghi kiểu 22/12/2024, {len(long)} chỗ ghi “ngày {long[0].day}”"
        yield Found(long[0].quoted(), said + elsewhere(long))
