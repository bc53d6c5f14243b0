"""Numbers in brackets within a paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily

_INLINE = lazily(r"(?<=[\s:;,.])\((\d{1,2})\) ?(?=[^\W\d_])")
#: Fewer numbers in brackets need not be a list.
_FEWEST = 3
#: So much is quoted from a number on.
_SHOWN = 40


@rule(
    "CT-18",
    "Các ý đánh số (1), (2), (3) trong một đoạn liên tục, không thiếu, không lặp",
    "đánh lại số trong ngoặc",
    bad=[
        "Tập trung vào: (1) phát triển hạ tầng; (2) nguồn lực; (4) chuyển đổi số.",
        "Tập trung vào: (1) phát triển hạ tầng; (2) nguồn lực; (2) chuyển đổi số.",
    ],
    good=["Tập trung vào: (1) phát triển hạ tầng; (2) nguồn lực; (3) chuyển đổi số.", "Có 4 nhóm (4), (2)."],
)
def inline_numbers(paper: Paper) -> Iterable[Found]:
    """Numbers in brackets within one passage follow each other."""
    for passage in paper.running():
        marks = list(_INLINE.finditer(passage.text))
        if len(marks) < _FEWEST or int(marks[0][1]) != 1:
            continue
        for before, mark in itertools.pairwise(marks):
            if int(mark[1]) not in (1, int(before[1]) + 1):
                place = passage.quoted(mark.start(), mark.end() + _SHOWN)
                yield Found(place, f"sau ({before[1]}) là ({mark[1]})")
