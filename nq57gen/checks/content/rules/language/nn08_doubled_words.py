"""Words written twice in a row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.phrases import is_known_pair
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import Slip, lists, once, pairs, words_of, written


@rule(
    "NN-08",
    "Không viết lặp từ",
    "bỏ từ lặp",
    bad=[
        "Tỷ lệ giao dịch thanh thanh toán trực tuyến đạt 75%.",
        "Kế hoạch về việc thực hiện thực hiện nhiệm vụ được giao.",
    ],
    good=[
        "Bảo đảm sự kết hợp hợp lý, ngày ngày bám sát; hoàn thành thành lập tổ, thông tin tin cậy.",
        "Tại thành phố Hà Nội nội dung này đã được triển khai.",
    ],
)
def doubled(paper: Paper) -> Iterable[Found]:
    """The same word or pair of words twice in a row, unless each belongs to a neighbour of its own."""
    yield from once(_doubled(paper))


def _doubled(paper: Paper) -> Iterator[Slip]:
    seen = pairs(paper)
    for passage in written(paper):
        words = words_of(passage.text)
        lower = [word.group().lower() for word in words]
        next_to = [passage.text[a.end() : b.start()] == " " for a, b in itertools.pairwise(words)]
        for at in range(len(words) - 1):
            if lower[at] == lower[at + 1] and next_to[at] and _is_slip(passage.text, words, lower, at, seen):
                size = 1
            elif (
                at + 3 < len(words)
                and lower[at : at + 2] == lower[at + 2 : at + 4]
                and all(next_to[at : at + 3])
            ):
                size = 2
            else:
                continue
            if words[at].group().islower() and not words[at + size].group().islower():
                continue  # a name begins: "báo cáo Báo cáo số 5"
            start, end = words[at].start(), words[at + 2 * size - 1].end()
            yield " ".join(lower[at : at + size]), passage, start, end, f"“{passage.text[start:end]}”"


def _is_slip(
    text: str, words: list[re.Match[str]], lower: list[str], at: int, seen: dict[tuple[str, str], int]
) -> bool:
    word = lower[at]
    if (
        len(word) < 2
        or word in lists()["doubled"]
        or (words[at].group()[0].isupper() and words[at + 1].group()[0].isupper())
        or _ends_a_name(words, at)
    ):
        return False
    before = (lower[at - 1], word) if at else None
    after = (word, lower[at + 2]) if at + 2 < len(lower) else None
    stands = [
        pair is not None and (is_known_pair(*pair) or seen.get(pair, 0) > 1) for pair in (before, after)
    ]
    return not all(stands)


def _ends_a_name(words: list[re.Match[str]], at: int) -> bool:
    """Whether a name of several words ends here, and an ordinary word begins: "Hà Nội nội dung"."""
    capital = [word.group()[0].isupper() for word in words[max(0, at - 1) : at + 2]]
    return capital == [True, True, False]
