"""One total that is said in several places."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities, shown
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.arithmetic.totals import LEAST, is_near, totals_of


@rule(
    "SO-13",
    "Cùng một tổng số được ghi như nhau ở mọi chỗ",
    "đối chiếu và ghi một con số",
    bad=[
        "- Tổng số 2.660 hồ sơ đã tiếp nhận.\n- Đã số hóa 2.645/2.663 hồ sơ.",
        "- Tái sử dụng 1.876 hồ sơ (1.873/2.660 hồ sơ).",
    ],
    good=["- Tổng số 2.660 hồ sơ đã tiếp nhận.\n- Đã số hóa 2.652/2.660 hồ sơ.\n- Thu phí 146/146 hồ sơ."],
)
def one_total(paper: Paper) -> Iterable[Found]:
    """Totals of one thing that differ by less than one in a hundred; a count and the fraction beside it."""
    first: dict[str, list[tuple[Passage, Quantity, Decimal]]] = {}
    for passage, figure, value in totals_of(paper):
        known = first.setdefault(figure.noun, [])
        near = next((one for one in known if is_near(one[2], value)), None)
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
                and one.value >= LEAST
                and is_near(one.value, other.value)
            ):
                yield Found(
                    passage.quoted(one.start, one.end),
                    f"ghi {one.written}, cùng đoạn lại ghi {other.written}",
                )
