"""A document said in full twice in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.citations.told import told
from nq57gen.checks.content.wording import once


@rule(
    "VB-11",
    "Một câu chỉ ghi đầy đủ ngày, cơ quan ban hành của một văn bản một lần",
    "ở lần thứ hai trong câu chỉ ghi tên loại và số, ký hiệu, hoặc viết gọn lại câu",
    bad=[
        "Kế hoạch số 16-KH/ĐU ngày 13/10/2025 của Đảng ủy phường nêu việc phải làm theo Nghị quyết số "
        "57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Kế hoạch số 46-KH/TU ngày 02/6/2025 của Tỉnh ủy nêu chỉ "
        "tiêu của tỉnh theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
    ],
    good=[
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị và Kế hoạch số 46-KH/TU thực hiện Nghị "
        "quyết số 57-NQ/TW."
    ],
)
def twice(paper: Paper) -> Iterable[Found]:
    """Documents given with date and issuer twice in one sentence."""
    said = "được ghi đủ ngày và cơ quan ban hành hai lần trong một câu"
    yield from once(told(mention.key, mention, f"{mention.shown} {said}") for mention in _again(paper))


def _again(paper: Paper) -> Iterator[Mention]:
    seen: set[tuple[object, ...]] = set()
    for mention in mentions(paper):
        passage = mention.passage
        if passage.kind is Kind.CELL or not (mention.date and mention.issuer):
            continue
        sentence = len(re.findall(r"[.;] ", passage.text[: mention.start]))
        place = (passage.at, sentence, mention.key)
        if place in seen:
            yield mention
        seen.add(place)
