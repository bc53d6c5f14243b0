"""The percentage beside a part of a whole."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import is_share, share, shown
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.partitions import partitions


@rule(
    "SO-03",
    "Tỷ lệ ghi cạnh một phần bằng phần đó chia cho tổng số",
    "tính lại tỷ lệ, hoặc kiểm tra số của phần này",
    severity=ERROR,
    bad=[
        "- Tiếp nhận 377 thủ tục; trong đó:\n+ Toàn trình là 219 thủ tục = 58,09%;\n+ Một phần "
        "là 158 thủ tục = 31,91%.",
        "Tổng số 200 hồ sơ, gồm 150 hồ sơ trực tuyến (chiếm 75%) và 50 hồ sơ trực tiếp (chiếm 35%).",
    ],
    good=[
        "- Tiếp nhận 377 thủ tục; trong đó:\n+ Toàn trình là 219 thủ tục = 58,09%;\n+ Một phần "
        "là 158 thủ tục = 41,91%.",
        "Tổng số 200 hồ sơ, gồm 150 hồ sơ trực tuyến (chiếm 75%) và 50 hồ sơ trực tiếp (chiếm 25%).",
        "Tổng số 200 hồ sơ, gồm 150 hồ sơ trực tuyến, đúng hạn đạt 98% và 50 hồ sơ trực tiếp, "
        "đạt 95% kế hoạch.",
    ],
)
def shares(paper: Paper) -> Iterable[Found]:
    """The percentage beside each part of a whole."""
    for one in partitions(paper):
        for part in one.parts:
            if part.percent and not is_share(part.count.value, one.whole.value, part.percent):
                other = (part.percent.value * one.whole.value / 100).to_integral_value()
                also = f"; {part.percent.written} của {shown(one.whole.value)} là {shown(other)}"
                yield Found(
                    part.passage.quoted(part.count.start, part.percent.end),
                    f"{shown(part.count.value)}/{shown(one.whole.value)} = "
                    f"{share(part.count.value, one.whole.value)}, trong khi ghi {part.percent.written}"
                    + (also if other != part.count.value and one.whole.value % 1 == 0 else ""),
                )
