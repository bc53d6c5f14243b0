"""A zero before some of the small counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.quantities import Quantity
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.arithmetic.figures import figures
from nq57gen.checks.content.wording import others

_TIMES = frozenset(["nam", "thang", "ngay", "tuan", "quy", "gio"])


@rule(
    "SO-10",
    "Số dưới 10 của cùng một thứ viết một kiểu: đều có số 0 đứng trước hoặc đều không",
    "chọn một kiểu cho cả văn bản: “01/13, 02/13” hoặc “1/13, 2/13”",
    bad=[
        "* Có 2/13 chỉ tiêu chưa đạt.\n* Có 01/13 chỉ tiêu chưa đánh giá.",
        "Vận hành mô hình chính quyền địa phương 2 cấp. Chính quyền địa phương 02 cấp thông suốt.",
    ],
    good=["Có 10/13 chỉ tiêu đạt, 02/13 chỉ tiêu chưa đạt. Trong 6 tháng cuối năm, thành lập 06 tổ."],
)
def padded(paper: Paper) -> Iterable[Found]:
    """Fractions of one denominator, and the same count of the same thing."""
    ways: dict[object, dict[bool, list[tuple[Passage, Quantity]]]] = defaultdict(lambda: defaultdict(list))
    for passage, figure in figures(paper):
        if figure.percent or figure.value >= 10 or figure.value % 1 or figure.sign or figure.decimals:
            continue
        key = ("/", figure.whole) if figure.whole is not None else (figure.value, figure.noun)
        if figure.whole is not None or (figure.noun and figure.noun not in _TIMES):
            ways[key][figure.written.startswith("0")].append((passage, figure))
    for both in ways.values():
        if len(both) == 2 and both[True][0][1].written != "0":
            rare, usual = sorted(both.values(), key=len)
            first, second = rare[0][1], usual[0][1]
            unit = f" {' '.join(_words(*rare[0]))}".rstrip()
            also = others([passage.place for passage, _ in rare[1:]])
            yield Found(
                rare[0][0].quoted(first.start, first.end),
                f"có chỗ “{first.written}{unit}”, có chỗ “{second.written}” ({usual[0][0].place}){also}",
            )


def _words(passage: Passage, figure: Quantity) -> list[str]:
    """The first words after a figure as printed."""
    return passage.text[figure.end :].split()[: min(2, len(figure.unit))]
