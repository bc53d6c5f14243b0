"""Words that may be written in two ways, written in both."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.ways import chosen
from nq57gen.checks.content.wording import Place, all_text, lists, without_quotes, written

_TIMES = r"(?= (?:ngày|tuần|tháng|quý|năm)(?!\w))(?<!đơn hàng)(?<!mặt hàng)(?<!giao hàng)(?<!nhập hàng)"
#: What must stand behind a word of the list for it to be one of two ways.
_AFTER = {"hằng": _TIMES, "hàng": _TIMES}


@rule(
    "NN-13",
    "Từ có hai cách viết thì cả văn bản viết một cách",
    "viết theo cách của đa số chỗ trong văn bản",
    bad=[
        "- Tỷ lệ hồ sơ đạt 90%;\n- Tỷ lệ phủ sóng đạt 80%;\n- Tỉ lệ chữ ký số đạt 70%.",
        "Báo cáo hằng năm. Đánh giá hàng năm. Kiểm tra hằng năm.",
        "Giao ban hàng tuần, hằng tháng; đánh giá hằng quý.",
    ],
    good=["Tỷ lệ đạt 90%; bảo đảm tiến độ hằng năm; hàng trăm lượt người; bán hàng tháng 3."],
)
def two_ways(paper: Paper) -> Iterable[Found]:
    """Words of the list in both of their spellings; quoted words and titles left out."""
    for ways in lists()["variants"]:
        if not all(way in all_text(paper) for way in ways):
            continue
        seen: dict[str, list[Place]] = {}
        for passage in written(paper):
            text = without_quotes(passage.text).lower()
            for way in ways:
                for match in re.finditer(rf"(?<!\w){way}(?!\w)(?<!bán {way}){_AFTER.get(way, '')}", text):
                    seen.setdefault(way, []).append((passage, *match.span()))
        if len(seen) > 1:
            yield chosen(seen, max(seen, key=lambda way: (len(seen[way]), way == ways[0])))
