"""What is done and what is still open against their total, said elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import quantities, shown
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.arithmetic.totals import NEAR, is_near, totals_of
from nq57gen.patterns import lazily

_BOTH = lazily(r"(?<!\w)đã(?!\w).*(?<!\w)(?:đang|còn|chưa)(?!\w)", re.IGNORECASE)
#: So many passages before its parts a total is theirs, though the difference be as large as one in ten.
_JUST_ABOVE = 3


@rule(
    "SO-14",
    "Số đã giải quyết và số đang giải quyết cộng lại bằng tổng số đã nêu",
    "tính lại: sửa tổng số hoặc một trong hai số",
    bad=[
        "- Tổng số 3.115 hồ sơ tiếp nhận.\n- Đã trả kết quả 3.097 hồ sơ; còn 21 hồ sơ đang thụ lý.",
        "- Tổng số 3.115 hồ sơ tiếp nhận.\n- Đã trả kết quả 3.049 hồ sơ; còn 21 hồ sơ đang thụ lý.",
    ],
    good=[
        "- Tổng số 3.115 hồ sơ tiếp nhận.\n- Họp.\n- Họp.\n- Họp.\n- Lĩnh vực đất đai: đã trả 2.900 hồ sơ, "
        "còn 21 hồ sơ.",
        "- Tổng số 3.115 hồ sơ tiếp nhận.\n- Đã trả kết quả 3.094 hồ sơ; còn 21 hồ sơ đang thụ lý.",
    ],
)
def done_and_open(paper: Paper) -> Iterable[Found]:
    """Two counts of a paragraph, “đã …” and “đang …”, against a total of the same thing said elsewhere."""
    totals = totals_of(paper)
    for passage in paper.running():
        counts = [one for one in quantities(passage.text) if one.counts and one.noun]
        if len(counts) != 2 or counts[0].noun != counts[1].noun or not _BOTH.search(passage.text):
            continue
        added = counts[0].value + counts[1].value
        known = [(other, value) for other, figure, value in totals if figure.noun == counts[0].noun]
        near = [
            (other, value)
            for other, value in known
            if is_near(value, added, 10 if 0 < passage.at - other.at <= _JUST_ABOVE else NEAR)
        ]
        if near and all(value != added for _, value in known):
            other, value = near[0]
            yield Found(
                passage.quoted(counts[0].start, counts[1].end),
                f"{shown(counts[0].value)} + {shown(counts[1].value)} = {shown(added)}, "
                f"trong khi tổng số ở {other.place} là {shown(value)}",
            )
