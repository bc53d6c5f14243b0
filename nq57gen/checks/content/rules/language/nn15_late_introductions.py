"""Abbreviations used before they are introduced."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import RUNNING, Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.abbreviations import Introduction, introductions, uses


@rule(
    "NN-15",
    "Chữ viết tắt được giới thiệu ở lần đầu xuất hiện",
    "chuyển phần giới thiệu lên lần đầu dùng chữ viết tắt",
    bad=["Đẩy mạnh CĐS trên địa bàn.\nPhát triển hạ tầng cho chuyển đổi số (CĐS) của phường; CĐS đồng bộ."],
    good=["Phát triển hạ tầng cho chuyển đổi số (CĐS) của phường.\nĐẩy mạnh CĐS trên địa bàn."],
)
def too_late(paper: Paper) -> Iterable[Found]:
    """Abbreviations in the running text above the place that introduces them."""
    first: dict[str, Introduction] = {}
    for known in introductions(paper):
        first.setdefault(known.short, known)
    for known in first.values():
        for passage, start in uses(paper, known.short):
            place = passage.at, start
            if passage.kind in RUNNING - {Kind.SUBJECT} and place < (known.passage.at, known.start):
                said = f"“{known.short}” dùng ở đây nhưng đến {known.passage.place} mới giới thiệu"
                hint = f"chuyển phần giới thiệu “… ({known.short})” lên lần đầu dùng chữ viết tắt"
                yield Found(passage.quoted(start, start + len(known.short)), said, hint)
                break
