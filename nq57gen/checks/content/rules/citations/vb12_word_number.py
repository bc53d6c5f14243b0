"""“số” before a number."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.mentions import mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.citations.documents import by_document, kind_fits
from nq57gen.checks.content.rules.citations.told import elsewhere


@rule(
    "VB-12",
    "Trước số, ký hiệu của văn bản viện dẫn có chữ “số”",
    "thêm chữ “số”: “Nghị quyết số 57-NQ/TW”",
    bad=[
        "Thực hiện Nghị quyết 57-NQ/TW của Bộ Chính trị; đẩy mạnh Nghị quyết 57-NQ/TW.",
        "Thực hiện Kế hoạch hành động 469-KH/TU ngày 16/5/2025 của Tỉnh ủy.",
    ],
    good=[
        "Thực hiện Nghị quyết số 57-NQ/TW; Kế hoạch hành động số: 469-KH/TU; Nghị quyết 57; 5G/LTE-A; "
        "(57-NQ/TW)."
    ],
)
def number_word(paper: Paper) -> Iterable[Found]:
    """Mentions with a kind and a number and no "số" between; each document once."""
    every = mentions(paper)
    right = {mention.key: mention for mention in every if mention.word}
    without = (mention for mention in every if mention.kind and not mention.word and kind_fits(mention))
    for key, ones in by_document(without).items():
        first = ones[0]
        words = " ".join(part for part in (first.kind.capitalize(), first.lead, first.symbol) if part)
        where = f", nơi khác có “số” ({right[key].passage.place})" if key in right else ""
        yield Found(first.quoted(), f"“{words}” {len(ones)} chỗ thiếu “số”{where}{elsewhere(ones)}")
