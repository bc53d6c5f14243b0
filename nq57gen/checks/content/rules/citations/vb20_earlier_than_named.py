"""A document whose title names one that was issued after it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily

#: Between two documents of one sentence: what the first is about, no other sentence, no list.
_ABOUT = lazily(r"\s*,?\s*(?:[^;.()\n]*\s)?(?:về|v/v|thực hiện|triển khai)\s[^;.()\n]*$")
#: Close before the second: that it stands beside the first, with a verb of its own perhaps.
_LISTED = lazily(r"(?:,|(?<!\w)(?:và|hoặc|cùng|với|theo|căn cứ))\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


@rule(
    "VB-20",
    "Văn bản được nêu trong trích yếu của một văn bản phải ban hành trước hoặc cùng ngày với văn bản ấy",
    "đối chiếu ngày của hai văn bản",
    bad=[
        "Công văn số 01/UBND-VX ngày 17/11/2025 của UBND phường về việc báo cáo kết quả thực hiện Thông báo "
        "số 02/TB-UBND ngày 22/12/2025.",
    ],
    good=[
        "Công văn số 01/UBND-VX ngày 17/11/2025 của UBND phường về việc báo cáo kết quả thực hiện Thông báo "
        "số 02/TB-UBND ngày 22/10/2025.",
        "Kế hoạch số 10/KH-UBND ngày 22/7/2025 về cải cách hành chính và Kế hoạch số 24/KH-UBND ngày "
        "13/8/2025; Công văn số 3/UBND-VX ngày 01/7/2025. Thực hiện Quyết định số 9/QĐ-UBND ngày 02/8/2025.",
        "Triển khai Kế hoạch số 10/KH-UBND ngày 22/7/2025 về cải cách hành chính và thực hiện Kế hoạch số "
        "24/KH-UBND ngày 13/8/2025.",
    ],
)
def later_in_title(paper: Paper) -> Iterable[Found]:
    """Two documents next to each other, the second in the title of the first and of a later day."""
    for one, other in itertools.pairwise(mentions(paper)):
        if one.passage.at != other.passage.at or not _names(one, other):
            continue
        if one.date and other.date and one.date < other.date:
            said = f"{one.shown} ngày {one.day} nêu {other.shown} ngày {other.day}, ban hành sau nó"
            yield Found(one.passage.quoted(one.start, other.end), said)


def _names(one: Mention, other: Mention) -> bool:
    gap = one.passage.text[one.end : other.start]
    return bool(_ABOUT.match(gap)) and not _LISTED.search(gap)
