"""“phụ lục” by itself where there are several."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.appendices import BARE, appendices, named
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule


@rule(
    "CT-05",
    "Văn bản có nhiều phụ lục thì lời văn ghi rõ phụ lục nào",
    "ghi số của phụ lục, ví dụ “(Chi tiết tại Phụ lục I kèm theo)”",
    bad=["2. Mục tiêu cụ thể: (Kèm theo phụ lục)\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\nNHIỆM VỤ"],
    good=[
        "2. Mục tiêu cụ thể: (Kèm theo Phụ lục I)\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\nNHIỆM VỤ",
        "Chi tiết tại các phụ lục kèm theo.\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\nNHIỆM VỤ",
        "Chi tiết tại phụ lục kèm theo.\nPhụ lục\nMỤC TIÊU",
    ],
)
def which_one(paper: Paper) -> Iterable[Found]:
    """No "phụ lục" by itself where there are several."""
    have = len(appendices(paper))
    for passage, match in named(paper, BARE) if have > 1 else ():
        yield Found(passage.quoted(*match.span()), f"không ghi là phụ lục nào trong {have} phụ lục")
