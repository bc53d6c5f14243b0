"""Values that fall over the years."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from nq57gen.checks.content.indicators import Indicator, indicators
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import shown
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.same_targets import short_name
from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold

_FALLS = lazily(r"giam|thoi gian|qua han|cham|ngheo|tre han|vi pham|ton dong|sai sot|so vu")


@rule(
    "NV-02",
    "Giá trị của chỉ tiêu không giảm qua các mốc thời gian",
    "kiểm tra giá trị của từng mốc, hoặc ghi rõ chỉ tiêu này phấn đấu giảm",
    bad=[
        "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Năm 2035 |\n| 1 | Tỷ lệ phủ sóng 5G | ≥ 60% | 100% | 90% |",
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| I | Đến năm 2030 | | |\n| 1 | Tỷ lệ phủ "
        "sóng 5G | % | 95 |\n"
        "| II | Đến năm 2045 | | |\n| 1 | Tỷ lệ phủ sóng 5G | % | 90 |",
    ],
    good=[
        "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Năm 2035 |\n| 1 | Tỷ lệ phủ sóng 5G | ≥ 60% | 100% | - |\n"
        "| 2 | Giảm tỷ lệ hồ sơ quá hạn | 5% | 3% | 1% |\n| 3 | Tỷ lệ khác | - | 80-90% | ≥ 90% |",
    ],
)
def falling(paper: Paper) -> Iterable[Found]:
    """Stages of one row, and of one name in two blocks of a table."""
    rows: dict[tuple[str, str], list[Indicator]] = {}
    for one in indicators(paper):
        rows.setdefault((one.source, one.name), []).append(one)
    for (_, name), values in rows.items():
        if _FALLS.search(fold(name).lower()):
            continue
        staged = sorted((one for one in values if one.year), key=lambda one: one.year)
        for one, other in itertools.pairwise(staged):
            before, after = one.value, other.value
            one_unit = before.unit == after.unit or "" in (before.unit, after.unit)
            if before.low is None or after.high is None or not one_unit:
                continue
            if one.year < other.year and after.high < before.low:
                yield Found(
                    f"{other.place}: “{short_name(name)}”",
                    f"năm {one.year} {before.text}, năm {other.year} chỉ còn {after.text} "
                    f"(thấp hơn {shown(before.low - after.high)})",
                )
