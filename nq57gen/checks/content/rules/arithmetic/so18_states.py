"""What is done, under way and not begun of a number said in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import Quantity, quantities, sentences, shown
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.patterns import lazily

_WHOLE = lazily(r"(?<!\w)(?:trong|trên)(?: tổng)?(?: số)? $", re.IGNORECASE)
_SOME_ONLY = lazily(r"(?<!\w)(?:trong đó|riêng|bao gồm|gồm|nhất là)(?!\w)", re.IGNORECASE)
#: The states a task or target can be in: done, under way, not.
_STATES = (
    lazily(r"(?<!chưa )(?<!không )(?<!\w)(?:hoàn thành|đạt|giải quyết xong|xong)(?!\w)", re.IGNORECASE),
    lazily(r"(?<!\w)đang (?:thực hiện|triển khai|giải quyết|xử lý)(?!\w)", re.IGNORECASE),
    lazily(
        r"(?<!\w)(?:chưa|không) (?:thực hiện|triển khai|hoàn thành|đạt|giải quyết|đánh giá)(?!\w)",
        re.IGNORECASE,
    ),
)
_FEWEST = 3
#: Words of a state right behind a figure: "13 chưa đạt" counts what the whole counts.
_OF_STATES = frozenset({"", "chua", "khong", "dang", "hoan"})


@rule(
    "SO-18",
    "Số đã hoàn thành, đang thực hiện và chưa thực hiện cộng lại bằng tổng số nêu trong câu",
    "tính lại: sửa tổng số hoặc sửa số của một phần",
    severity=ERROR,
    bad=[
        "Trong 13 nhiệm vụ tại Phụ lục II, đã hoàn thành 10, đang thực hiện 03, chưa thực hiện 01.",
        "Trong 32 chỉ tiêu đề ra, có 29 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt, 2 chỉ tiêu chưa đánh giá.",
        "Trong 30 chỉ tiêu đề ra, có 18 đạt, 13 chưa đạt, 1 chưa đánh giá.",
    ],
    good=[
        "Trong 13 nhiệm vụ tại Phụ lục II, đã hoàn thành 10, đang thực hiện 02, chưa thực hiện 01.",
        "Trong 32 chỉ tiêu đề ra, có 28 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt, 2 chỉ tiêu chưa đánh giá.",
        "Trong 32 chỉ tiêu, có 28 chỉ tiêu đạt, trong đó 5 chỉ tiêu vượt, 2 chỉ tiêu chưa đạt.",
        "Trong 6 tháng, đã hoàn thành 10 nhiệm vụ, đang thực hiện 3 nhiệm vụ, chưa thực hiện 1 nhiệm vụ.",
    ],
)
def states(paper: Paper) -> Iterable[Found]:
    """A sentence all of whose figures are states of the first, at least one done and one not."""
    for passage in paper.running():
        for start, sentence in sentences(passage.text):
            figures = quantities(sentence)
            if len(figures) <= _FEWEST or not _WHOLE.search(sentence[: figures[0].start]):
                continue
            whole, parts = figures[0], figures[1:]
            if not whole.counts or not _are_states(sentence, whole, parts):
                continue
            added = sum(part.value for part in parts)
            if added != whole.value:
                said = " + ".join(shown(part.value) for part in parts)
                told = f"{said} = {added}, trong khi ghi {shown(whole.value)}"
                yield Found(passage.quoted(start + whole.start, start + whole.end), told)


def _are_states(sentence: str, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether each part is counted in the noun of the whole, or in none, and says its own state."""
    if _SOME_ONLY.search(sentence, whole.end):
        return False
    if any(not part.counts or part.noun not in _OF_STATES | {whole.noun} for part in parts):
        return False
    edges = [part.start for part in parts]
    before = [sentence[start:end] for start, end in zip([whole.end, *edges], edges, strict=False)]
    after = [sentence[start:end] for start, end in zip(edges, [*edges[1:], len(sentence)], strict=True)]
    return any(_all_said([_state(text) for text in texts]) for texts in (before, after))


def _state(text: str) -> int | None:
    return next((at for at, pattern in enumerate(_STATES) if pattern.search(text)), None)


def _all_said(found: Sequence[int | None]) -> bool:
    return None not in found and found[0] == 0 and found.count(0) == 1 and found[-1] == len(_STATES) - 1
