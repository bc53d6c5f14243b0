"""The same words about the own unit in one place, about the superior one in another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.units.places import KINDS, WORDS, cited_in
from nq57gen.checks.content.wording import written

#: Words that two texts must share about the place where they differ, before it and in all.
_BEFORE_SHARED, _SHARED = 3, 8
#: Passage, its words, the index of the first one of the place, how many they are.
_Spot = tuple[Passage, list[re.Match[str]], int, int]


@rule(
    "DV-02",
    "Hai chỗ cùng nội dung phải nói cùng một địa bàn: nhiệm vụ của xã, phường không ghi “thành phố”, “tỉnh” "
    "của cấp trên",
    "đối chiếu hai chỗ rồi ghi đúng địa bàn",
    bad=[
        "1. Nâng cao nhận thức, tạo xung lực mới, khí thế mới trong toàn phường về phát triển chuyển đổi "
        "số\n"
        "| TT | Nhiệm vụ |\n"
        "| 1 | Nâng cao nhận thức, tạo xung lực mới, khí thế mới trong toàn thành phố về phát triển chuyển "
        "đổi số |",
    ],
    good=[
        "Kế hoạch số 91/KH-UBND ngày 12/02/2026 của UBND tỉnh về triển khai chuyển đổi số quốc gia trên địa "
        "bàn tỉnh năm 2026.\nKế hoạch triển khai chuyển đổi số quốc gia trên địa bàn phường năm 2026.",
        "Tham gia các sàn thương mại của thành phố. Liên kết chuỗi giá trị sản phẩm trên địa bàn thành phố.",
    ],
)
def parallels(paper: Paper) -> Iterable[Found]:
    """The same words about the own unit in one place and about the superior one in another."""
    if paper.unit_kind not in KINDS:
        return
    own = paper.unit_kind.split()
    index: dict[tuple[str, ...], list[_Spot]] = {}
    for spot in _spots(paper, [own]):
        index.setdefault(_key(spot), []).append(spot)
    told: set[int] = set()
    for spot in _spots(paper, [["thành", "phố"], ["tỉnh"]]):
        passage, words, at, size = spot
        if passage.at in told or _of_a_superior(paper, passage, words[at].start()) or _key(spot) == ():
            continue
        alike = (other for other in index.get(_key(spot), ()) if _common(spot, other))
        twin = next((other for other in alike if other[0].at != passage.at), None)
        if twin is None:
            continue
        told.add(passage.at)
        first, last = words[max(0, at - 3)].start(), words[min(len(words), at + size + 2) - 1].end()
        other_words, other_at, other_size = twin[1], twin[2], twin[3]
        theirs = twin[0].text[
            other_words[max(0, other_at - 3)].start() : other_words[other_at + other_size - 1].end()
        ]
        ours = passage.text[first : words[at + size - 1].end()]
        yield Found(passage.quoted(first, last), f"ghi “…{ours}”, trong khi {twin[0].place} ghi “…{theirs}”")


def _spots(paper: Paper, phrases: list[list[str]]) -> list[_Spot]:
    """Where the phrases stand."""
    found = []
    for passage in written(paper):
        lower = passage.text.lower()
        if not any(" ".join(phrase) in lower for phrase in phrases):
            continue
        words = list(WORDS.finditer(passage.text))
        small = [word.group().lower() for word in words]
        for phrase in phrases:
            for at in range(len(small) - len(phrase) + 1):
                if small[at : at + len(phrase)] == phrase:
                    found.append((passage, words, at, len(phrase)))
    return found


def _key(spot: _Spot) -> tuple[str, ...]:
    """The words before the place, () when there are not enough."""
    _, words, at, _ = spot
    before = words[at - _BEFORE_SHARED : at] if at >= _BEFORE_SHARED else []
    return tuple(word.group().lower() for word in before)


def _common(one: _Spot, other: _Spot) -> bool:
    """Whether the words about two places are the same; a name behind one makes it another thing."""
    shared = 0
    for step in (-1, 1):
        first = one[2] - 1 if step < 0 else one[2] + one[3]
        second = other[2] - 1 if step < 0 else other[2] + other[3]
        count = 0
        while 0 <= first < len(one[1]) and 0 <= second < len(other[1]):
            if one[1][first].group().lower() != other[1][second].group().lower():
                break
            count, first, second = count + 1, first + step, second + step
        ended = not 0 <= first < len(one[1]) and not 0 <= second < len(other[1])
        if step > 0 and count < 2 and not ended:
            return False
        shared += count
    return shared >= _SHARED


def _of_a_superior(paper: Paper, passage: Passage, at: int) -> bool:
    """Whether the words stand in the title of another's document."""
    return any(
        mention.end <= at and mention.issuer is not None and mention.issuer.level == "tỉnh"
        for mention in cited_in(paper, passage)
    )
