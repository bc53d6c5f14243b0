"""Money spent against the money given for it in the same sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import Quantity, quantities, sentences, shown
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily

_GIVEN = lazily(
    r"(?<!\w)(?:bố trí|phân bổ|được giao|được cấp|được duyệt|dự toán)(?!\w)[^\d;.]{0,30}$", re.IGNORECASE
)
_SPENT = lazily(r"(?<!\w)đã (?:sử dụng|giải ngân|chi)(?!\w)[^\d;.]{0,20}$", re.IGNORECASE)


@rule(
    "SO-19",
    "Số tiền đã sử dụng không nhiều hơn số tiền đã bố trí cho việc ấy",
    "kiểm tra hai số tiền; nếu chi vượt thì nói rõ nguồn bù",
    bad=["Tổng kinh phí đã bố trí là 850 triệu đồng, đã sử dụng 890,5 triệu đồng."],
    good=[
        "Tổng kinh phí đã bố trí là 850 triệu đồng, đã sử dụng 790,5 triệu đồng.",
        "Kinh phí được giao 1,2 tỷ đồng, đã giải ngân 850 triệu đồng.",
        "Bố trí 05 máy, đã sử dụng 12 triệu đồng.",
    ],
)
def spent(paper: Paper) -> Iterable[Found]:
    """“bố trí … đồng, đã sử dụng … đồng” in which the second is more."""
    for passage in paper.running():
        for start, sentence in sentences(passage.text):
            for given, used in itertools.pairwise(quantities(sentence)):
                if not (_is_money(given) and _is_money(used)) or used.value <= given.value:
                    continue
                if _GIVEN.search(sentence[: given.start]) and _SPENT.search(sentence[given.end : used.start]):
                    told = f"đã sử dụng {used.written}, nhiều hơn {given.written} ({shown(used.value)} đồng)"
                    yield Found(passage.quoted(start + used.start, start + used.end), told)


def _is_money(figure: Quantity) -> bool:
    return figure.noun == "dong" and figure.counts
