"""The motto of clear tasks in two forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import LETTER, matches
from nq57gen.checks.layout.wording import LOWER
from nq57gen.patterns import lazily

_CLEAR_RUN = rf"rõ [{LOWER}]+(?: [{LOWER}]+)?"
_CLEAR = lazily(rf"{_CLEAR_RUN}(?:[,;] (?:và )?{_CLEAR_RUN}){{2,}}", re.IGNORECASE)


@rule(
    "NN-30",
    "Yêu cầu “rõ người, rõ việc, …” viết như nhau trong cả văn bản",
    "viết đủ và đúng thứ tự như chỗ đầu tiên",
    bad=[
        "Thực hiện tinh thần “rõ người, rõ việc, rõ thời gian, rõ kết quả”;\n"
        "- Theo hướng rõ người, rõ việc, rõ kết quả, rõ trách nhiệm.",
    ],
    good=["Theo hướng rõ người, rõ việc, rõ thời gian; bảo đảm rõ người, rõ việc, rõ thời gian."],
)
def mottoes(paper: Paper) -> Iterable[Found]:
    """The motto of clear tasks with other members or in another order."""
    seen: dict[tuple[str, ...], list[tuple[Passage, re.Match[str]]]] = {}
    for passage, match in matches(paper, _CLEAR):
        members = tuple(re.findall(rf"rõ ([{LETTER}]+(?: [{LETTER}]+)?)", match.group().lower()))
        seen.setdefault(members, []).append((passage, match))
    if len(seen) > 1:
        usual = Counter({members: len(places) for members, places in seen.items()}).most_common(1)[0][0]
        first = next(members for members in seen if members != usual)
        passage, match = seen[first][0]
        told = "; ".join(f"“{places[0][1].group()}” {len(places)} chỗ" for places in seen.values())
        yield Found(passage.quoted(*match.span()), f"{len(seen)} cách viết: {told}")
