"""Appendices that the text never names."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.appendices import BARE, appendices, named
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.ct04_missing_appendices import NUMBERED, numbers


@rule(
    "CT-20",
    "Mỗi phụ lục được nhắc tới trong lời văn",
    "nêu phụ lục này ở chỗ nói về nội dung của nó, hoặc bỏ phụ lục",
    bad=[
        "Các chỉ tiêu nêu tại Phụ lục I kèm theo Kế hoạch này.\nPhụ lục I\nCHỈ TIÊU\nPhụ lục II\nNHIỆM VỤ",
    ],
    good=[
        "Các chỉ tiêu nêu tại Phụ lục I, nhiệm vụ tại Phụ lục II.\nPhụ lục I\nCHỈ TIÊU\nPhụ lục II\nNHIỆM VỤ",
        "Chi tiết tại Phụ lục I đến Phụ lục III.\nPhụ lục I\nA\nPhụ lục II\nB\nPhụ lục III\nC",
        "Chỉ tiêu tại Phụ lục I, nhiệm vụ tại phụ lục kèm theo.\nPhụ lục I\nCHỈ TIÊU\nPhụ lục II\nNHIỆM VỤ",
        "Thực hiện các nhiệm vụ được giao.\nPhụ lục I\nCHỈ TIÊU\nPhụ lục II\nNHIỆM VỤ",
    ],
)
def not_named(paper: Paper) -> Iterable[Found]:
    """Appendices without a mention, where others are named by their numbers and none is left unsaid."""
    if any(True for _ in named(paper, BARE)):
        return  # one is named without its number: CT-05 asks which
    told: set[int] = set()
    for _, match in named(paper, NUMBERED):
        listed = numbers(match["list"])
        told.update(range(min(listed), max(listed) + 1) if "den" in match["list"] else listed)
    for number, label in enumerate(appendices(paper), 1):
        if told and number not in told:
            yield Found(label.quoted(), f"lời văn không nhắc “{label.full}”, các phụ lục khác thì có")
