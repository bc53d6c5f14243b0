"""Targets judged without a figure reached."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.judged import judged_lines
from nq57gen.patterns import lazily

_WITHOUT_FIGURE = lazily(
    r"(?:đều )?(?:hoàn thành|đạt|vượt)(?: và vượt)? (?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu)",
    re.IGNORECASE,
)


@rule(
    "NV-07",
    "Chỉ tiêu được đánh giá đạt có số liệu kết quả",
    "ghi kết quả đạt bao nhiêu, như các chỉ tiêu khác",
    bad=[
        "* Có 2/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ hồ sơ được số hóa đạt 99% (KH 70%).\n- Tỷ lệ "
        "cơ sở dữ liệu liên thông "
        "(KH 50%) đạt kế hoạch đề ra.",
    ],
    good=[
        "* Có 2/2 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ hồ sơ được số hóa đạt 99% (KH 70%).\n- Tỷ lệ "
        "cơ sở dữ liệu liên thông đạt "
        "62% (KH 50%), vượt kế hoạch đề ra.",
        "* Có 1/2 chỉ tiêu chưa đánh giá:\n- Chỉ số chuyển đổi số cấp phường (KH từ 0,6 trở lên).",
    ],
)
def figures_missing(paper: Paper) -> Iterable[Found]:
    """Lines with a plan, no figure reached, in a list that says “đạt” or “chưa đạt”."""
    for line in judged_lines(paper):
        if line.results or line.claim == "chưa đánh giá":
            continue
        claim = _WITHOUT_FIGURE.search(line.passage.text)
        start = claim.start() if claim else line.plan_at
        said = f"kế hoạch “{line.plan}”, " + (f"chỉ ghi “{claim[0]}”" if claim else "không ghi kết quả")
        yield Found(line.passage.quoted(start, claim.end() if claim else None), said)
