"""The percentage beside a part of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import Quantity, is_share, says_share, share, shown
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.partitions import partitions
from nq57gen.checks.content.rules.arithmetic.parts import single_parts
from nq57gen.patterns import lazily

#: Before a percentage that can only be the share of the part before it.
_SHARE = lazily(r"\(\s*(?:chiếm|bằng|tương đương|đạt)?(?: tỷ lệ)? ?$|(?<!\w)chiếm(?: tỷ lệ)? ?$")


@rule(
    "SO-03",
    "Tỷ lệ ghi cạnh một phần bằng phần đó chia cho tổng số",
    "tính lại tỷ lệ, hoặc kiểm tra số của phần này",
    severity=ERROR,
    bad=[
        "- Tiếp nhận 377 thủ tục; trong đó:\n+ Toàn trình là 219 thủ tục = 58,09%;\n+ Một phần "
        "là 158 thủ tục = 31,91%.",
        "Tổng số 200 hồ sơ, gồm 150 hồ sơ trực tuyến (chiếm 75%) và 50 hồ sơ trực tiếp (chiếm 35%).",
        "Tiếp nhận 1.250 hồ sơ, trong đó 1.100 hồ sơ trực tuyến (chiếm 78%).",
    ],
    good=[
        "- Tiếp nhận 377 thủ tục; trong đó:\n+ Toàn trình là 219 thủ tục = 58,09%;\n+ Một phần "
        "là 158 thủ tục = 41,91%.",
        "Tổng số 200 hồ sơ, gồm 150 hồ sơ trực tuyến (chiếm 75%) và 50 hồ sơ trực tiếp (chiếm 25%).",
        "Tiếp nhận 1.250 hồ sơ, trong đó 1.100 hồ sơ trực tuyến, đạt 60% kế hoạch (gấp đôi năm trước).",
        "Tiếp nhận 1.250 hồ sơ, trong đó 1.100 hồ sơ trực tuyến (chiếm 88%); đúng hạn đạt 99%.",
        "Tổng số 200 hồ sơ, gồm 150 hồ sơ trực tuyến, đúng hạn đạt 98% và 50 hồ sơ trực tiếp, "
        "đạt 95% kế hoạch.",
    ],
)
def shares(paper: Paper) -> Iterable[Found]:
    """The percentage beside each part of a whole, and beside a part named alone."""
    compared = set()
    for one in partitions(paper):
        for part in one.parts:
            compared.add((part.passage.at, part.count.start))
            place = part.passage.quoted(part.count.start, part.percent.end if part.percent else None)
            yield from _compared(place, one.whole, part.count, part.percent)
    for alone in single_parts(paper):
        said, sentence = alone.percent, alone.sentence
        known = (alone.passage.at, alone.start + alone.part.start) in compared
        if said is None or known or not _SHARE.search(sentence[: said.start]):
            continue
        if says_share(sentence, alone.part, said):
            place = alone.passage.quoted(alone.start + alone.part.start, alone.start + said.end)
            yield from _compared(place, alone.whole, alone.part, said)


def _compared(place: str, whole: Quantity, part: Quantity, said: Quantity | None) -> Iterator[Found]:
    """A finding when a percentage is not the share of a part."""
    if said is None or is_share(part.value, whole.value, said):
        return
    other = (said.value * whole.value / 100).to_integral_value()
    also = f"; {said.written} của {shown(whole.value)} là {shown(other)}"
    exact = share(part.value, whole.value)
    told = f"{shown(part.value)}/{shown(whole.value)} = {exact}, trong khi ghi {said.written}"
    yield Found(place, told + (also if other != part.value and whole.value % 1 == 0 else ""))
