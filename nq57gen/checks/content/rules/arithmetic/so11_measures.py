"""One unit of measure, written in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import others

#: The ways of writing one unit of measure.
_MEASURES = (r"Gb/s|Gbps|Gbit/s", r"Mb/s|Mbps|Mbit/s", r"m2|m²", r"km2|km²")


@rule(
    "SO-11",
    "Một đơn vị đo viết một kiểu trong cả văn bản",
    "chọn một cách viết đơn vị đo cho cả văn bản",
    bad=["Băng rộng cố định trên 1Gb/s phủ toàn phường. Tỷ lệ người dùng tốc độ trên 01 Gbps đạt 70%."],
    good=["Băng rộng cố định trên 1 Gb/s; tốc độ tải xuống 1 Gb/s; di động 100 Mbps."],
)
def measures(paper: Paper) -> Iterable[Found]:
    """Ways of writing one unit of measure after a figure."""
    for pattern in _MEASURES:
        ways: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
        for passage in paper.passages:
            for match in re.finditer(rf"\d[\d.,]* ?({pattern})(?!\w)", passage.text):
                ways.setdefault(match[1], []).append((passage, match))
        if len(ways) > 1:
            rare, usual = sorted(ways.values(), key=len)[:2]
            passage, match = rare[0]
            yield Found(
                passage.quoted(max(0, match.start() - 40), match.end()),
                f"có chỗ “{match[0]}”, có chỗ “{usual[0][1][0]}” ({usual[0][0].place})"
                + others([one.place for one, _ in rare[1:]]),
            )
