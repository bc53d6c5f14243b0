"""A part that is more than its whole."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import shown
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.parts import single_parts


@rule(
    "SO-20",
    "Một phần không nhiều hơn tổng số mà nó thuộc về",
    "kiểm tra hai số",
    severity=ERROR,
    bad=[
        "Tiếp nhận 1.250 hồ sơ, trong đó 1.350 hồ sơ trực tuyến.",
        "Có 30 xã (trong đó có 35 xã đạt giải).",
        "Bố trí 1,2 tỷ đồng, trong đó ngân sách phường 1.300 triệu đồng.",
    ],
    good=[
        "Tiếp nhận 1.250 hồ sơ, trong đó 1.250 hồ sơ trực tuyến; lũy kế 3.000 hồ sơ.",
        "Thành lập 5 tổ, trong đó mỗi tổ gồm 7 tổ viên; cấp 20 công trình, trong đó 35 công nhân.",
        "Mở 3 lớp cho 120 học viên, trong đó 2 lớp trực tuyến; trong đó quý I 150 học viên.",
        "Tiếp nhận 50 hồ sơ, trong đó lũy kế từ đầu năm 900 hồ sơ.",
    ],
)
def above_wholes(paper: Paper) -> Iterable[Found]:
    """“n hồ sơ, trong đó m hồ sơ …” with m above n."""
    for one in single_parts(paper):
        if one.part.value > one.whole.value:
            place = one.passage.quoted(one.start + one.whole.start, one.start + one.part.end)
            yield Found(place, f"phần {shown(one.part.value)} lớn hơn tổng {shown(one.whole.value)}")
