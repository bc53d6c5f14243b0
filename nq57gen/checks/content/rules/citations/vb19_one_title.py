"""One title for each document."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from nq57gen.checks.content.mentions import mentions
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.citations.catalogue import words_of
from nq57gen.checks.content.rules.citations.documents import by_document, two_issuers

#: Titles of so many words are others when so little of the shorter one is in the other.
_LONG_TITLE, _OTHER = 6, 0.3


@rule(
    "VB-19",
    "Một văn bản có một trích yếu",
    "đối chiếu bản gốc: số hoặc trích yếu ở một trong hai chỗ là của văn bản khác",
    bad=[
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường về cải cách hành chính sáu tháng cuối năm.\n"
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường về tuyên truyền phong trào bình dân học vụ "
        "số.",
    ],
    good=[
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 của UBND phường về chuyển đổi số sáu tháng cuối năm 2025.\n"
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 về việc triển khai chuyển đổi số 6 tháng cuối năm trên địa "
        "bàn phường.",
        "Kế hoạch số 17/KH-UBND ngày 14/8/2025 về chuyển đổi số. Kế hoạch số 17/KH-UBND ngày 14/8/2025 về "
        "nhiệm vụ.",
    ],
)
def titles(paper: Paper) -> Iterable[Found]:
    """One number and day with two titles that have next to nothing in common."""
    for group in by_document(mentions(paper)).values():
        titled = [mention for mention in group if len(words_of(mention.title)) >= _LONG_TITLE]
        for one, other in combinations(titled, 2):
            first, second = set(words_of(one.title)), set(words_of(other.title))
            few = len(first & second) <= _OTHER * min(len(first), len(second))
            if few and one.date == other.date and not two_issuers(paper, one, other):
                told = f"{one.passage.place} ghi “{one.title}”, ở đây ghi “{other.title}”"
                yield Found(other.quoted(), f"{one.shown}: {told}")
                break
