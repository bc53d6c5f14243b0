"""Abbreviations introduced and never used, or introduced twice."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.abbreviations import Introduction, introductions, uses


@rule(
    "NN-16",
    "Chữ viết tắt đã giới thiệu thì được dùng về sau, và chỉ giới thiệu một lần",
    "bỏ phần giới thiệu không dùng đến, hoặc dùng chữ viết tắt ở các chỗ sau",
    bad=[
        "Phát triển thương mại điện tử (TMĐT) trên địa bàn phường. Hỗ trợ hộ kinh doanh lên sàn.",
        "Phát triển chuyển đổi số (CĐS) trên địa bàn. Chi cho chuyển đổi số (CĐS); CĐS là trọng tâm.",
    ],
    good=["Phát triển thương mại điện tử (TMĐT); thiết lập tài khoản TMĐT cho hộ kinh doanh (VNeID), (QR)."],
)
def unused(paper: Paper) -> Iterable[Found]:
    """Introductions that nothing after them uses, and second ones of the same meaning."""
    seen: dict[tuple[str, str], Introduction] = {}
    for known in introductions(paper):
        place = known.passage.quoted(known.start, known.start + len(known.short))
        if (known.short, known.meaning) in seen:
            yield Found(
                place, f"“{known.short}” đã giới thiệu ở {seen[known.short, known.meaning].passage.place}"
            )
            continue
        seen[known.short, known.meaning] = known
        where = known.passage.at, known.start
        if not any((passage.at, start) != where for passage, start in uses(paper, known.short)):
            yield Found(place, f"“{known.short}” giới thiệu rồi không dùng lần nào")
