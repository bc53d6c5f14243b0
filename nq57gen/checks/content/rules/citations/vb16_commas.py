"""Commas between the parts of a citation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.citations.told import elsewhere


@rule(
    "VB-16",
    "Giữa ký hiệu, ngày và cơ quan ban hành của văn bản viện dẫn không có dấu phẩy",
    "bỏ dấu phẩy: “Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị”",
    bad=[
        "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị. Kế hoạch số 12-KH/TU ngày 26/8/2025 của "
        "Thành ủy.",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024, của Bộ Chính trị. Kế hoạch số 12-KH/TU ngày 26/8/2025 của "
        "Thành ủy.",
    ],
    good=[
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Kế hoạch số 12-KH/TU ngày 26/8/2025 của "
        "Thành ủy."
    ],
)
def commas(paper: Paper) -> Iterable[Found]:
    """Commas before the date, or before the issuer, of a citation."""
    dated = [mention for mention in mentions(paper) if mention.day]
    for ones, before in (
        ([one for one in dated if one.comma], "ngày"),
        ([one for one in dated if one.comma_by], "của"),
    ):
        if ones:
            without = next((one for one in dated if one not in ones), None)
            beside = (
                f", {len(dated) - len(ones)} chỗ không có ({without.passage.place}: “{without.symbol} ngày”)"
                if without
                else ""
            )
            said = f"“{_typed(ones[0], before)}”: {len(ones)} chỗ có dấu phẩy trước “{before}”{beside}"
            yield Found(ones[0].quoted(), said + elsewhere(ones))


def _typed(mention: Mention, before: str) -> str:
    """The words about the comma, as typed."""
    text = mention.passage.text[mention.start : mention.end]
    at = text.find(mention.written)
    words = text[at:] if before == "của" else text[at : at + len(mention.written) + len(", ngày")]
    return re.sub(r"\s+", " ", words)
