"""One part of a number, named behind “trong đó” in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nq57gen.checks.content.clauses import distance, end_of_clause, reaches
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities, sentences
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily

_MARKER = lazily(r"(?<!\w)(?:trong đó|bao gồm|gồm|chia ra)(?!\w)", re.IGNORECASE)
#: What is counted after these words is no part of the number before.
_ELSEWHERE = lazily(
    r"(?<!\w)(?:lũy kế|luỹ kế|tổng|toàn|cả|mỗi|nâng|tăng|giảm|so với|cùng kỳ|trước|trên|kế hoạch"
    r"|từ|đến|thay)(?!\w)",
    re.IGNORECASE,
)
#: The whole stands so near to the words that name its part.
_FAR = 90
_TIMES = frozenset(["nam", "thang", "ngay", "tuan", "quy", "gio", "phut", "lan"])


@dataclass(frozen=True, slots=True)
class OnePart:
    """A number, a part of it counted in the same words, and the percentage next to the part or None.

    ``start`` is where their sentence begins in ``passage``, from where the figures are placed.
    """

    passage: Passage
    start: int
    sentence: str
    whole: Quantity
    part: Quantity
    percent: Quantity | None


@once_a_document
def single_parts(paper: Paper) -> list[OnePart]:
    """“n hồ sơ, trong đó m hồ sơ …”: every count behind such words up to the next clause."""
    return [
        one
        for passage in paper.text_and_cells()
        for start, sentence in sentences(passage.text)
        for one in _in_sentence(passage, start, sentence)
    ]


def _in_sentence(passage: Passage, start: int, sentence: str) -> Iterator[OnePart]:
    marker = _MARKER.search(sentence)
    figures = quantities(sentence) if marker else ()
    if marker is None or len(figures) < 2:
        return
    end = end_of_clause(sentence, marker.start())
    end = next((at for at in (sentence.find(";", marker.end(), end),) if at >= 0), end)
    for at, part in enumerate(figures):
        if not marker.end() <= part.start < end or not part.counts or not part.noun or part.noun in _TIMES:
            continue
        if _ELSEWHERE.search(sentence[marker.end() : part.start]):
            return
        whole = next(
            (
                one
                for one in reversed(figures)
                if one.end <= marker.start()
                and _alike(one, part)
                and reaches(sentence, one.start, marker.start())
            ),
            None,
        )
        if whole and distance(sentence, whole.end, marker.start()) <= _FAR:
            after = figures[at + 1] if at + 1 < len(figures) else None
            yield OnePart(passage, start, sentence, whole, part, after if after and after.percent else None)


def _alike(whole: Quantity, part: Quantity) -> bool:
    """Whether two counts name the same thing, in its first two words."""
    return whole.counts and whole.unit[:2] == part.unit[:2]
