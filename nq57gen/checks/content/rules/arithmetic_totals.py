"""One total that is said in several places, and parts said apart from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities, shown
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.once import once_a_document

_TOTAL = re.compile(r"(?<!\w)tổng(?: số)?(?: \w+){0,5} ?$", re.IGNORECASE)
_BOTH = re.compile(r"(?<!\w)đã(?!\w).*(?<!\w)(?:đang|còn|chưa)(?!\w)", re.IGNORECASE)
#: Smaller totals are near to each other by chance.
_LEAST = 20
#: Totals that differ by at most one in so many are taken for one.
_NEAR = 100
#: So many passages before its parts a total is theirs, though the difference be as large as one in ten.
_JUST_ABOVE = 3


@once_a_document
def _totals(paper: Paper) -> list[tuple[Passage, Quantity, Decimal]]:
    """The wholes of fractions and what is called a total, with the figure they are said by."""
    found = []
    for passage in paper.running():
        for figure in quantities(passage.text):
            if figure.percent or not figure.noun:
                continue
            if figure.whole is not None:
                found.append((passage, figure, figure.whole))
            elif figure.counts and _TOTAL.search(passage.text[: figure.start]):
                found.append((passage, figure, figure.value))
    return [one for one in found if one[2] >= _LEAST]


def _is_near(one: Decimal, other: Decimal, near: int = _NEAR) -> bool:
    return one != other and abs(one - other) * near <= max(one, other)


@rule(
    "SO-13",
    "Cùng một tổng số được ghi như nhau ở mọi chỗ",
    "đối chiếu và ghi một con số",
    bad=[
        "- Tổng số 3.115 hồ sơ đã tiếp nhận.\n- Đã số hóa 3.100/3.118 hồ sơ.",
        "- Tái sử dụng 2.339 hồ sơ (2.336/3.115 hồ sơ).",
    ],
    good=["- Tổng số 3.115 hồ sơ đã tiếp nhận.\n- Đã số hóa 3.112/3.115 hồ sơ.\n- Thu phí 209/209 hồ sơ."],
)
def one_total(paper: Paper) -> Iterable[Found]:
    """Totals of one thing that differ by less than one in a hundred; a count and the fraction beside it."""
    first: dict[str, list[tuple[Passage, Quantity, Decimal]]] = {}
    for passage, figure, value in _totals(paper):
        known = first.setdefault(figure.noun, [])
        near = next((one for one in known if _is_near(one[2], value)), None)
        if near:
            yield Found(
                passage.quoted(figure.start, figure.end),
                f"ghi {shown(value)}, ở {near[0].place} ghi {shown(near[2])}",
            )
        elif all(one[2] != value for one in known):
            known.append((passage, figure, value))
    for passage in paper.running():
        figures = quantities(passage.text)
        fractions = [one for one in figures if one.whole is not None]
        for one in figures if len(fractions) == 1 else ():
            other = fractions[0]
            if (
                one.counts
                and one.noun == other.noun
                and one.value >= _LEAST
                and _is_near(one.value, other.value)
            ):
                yield Found(
                    passage.quoted(one.start, one.end),
                    f"ghi {one.written}, cùng đoạn lại ghi {other.written}",
                )


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
    totals = _totals(paper)
    for passage in paper.running():
        counts = [one for one in quantities(passage.text) if one.counts and one.noun]
        if len(counts) != 2 or counts[0].noun != counts[1].noun or not _BOTH.search(passage.text):
            continue
        added = counts[0].value + counts[1].value
        known = [(other, value) for other, figure, value in totals if figure.noun == counts[0].noun]
        near = [
            (other, value)
            for other, value in known
            if _is_near(value, added, 10 if 0 < passage.at - other.at <= _JUST_ABOVE else _NEAR)
        ]
        if near and all(value != added for _, value in known):
            other, value = near[0]
            yield Found(
                passage.quoted(counts[0].start, counts[1].end),
                f"{shown(counts[0].value)} + {shown(counts[1].value)} = {shown(added)}, "
                f"trong khi tổng số ở {other.place} là {shown(value)}",
            )
