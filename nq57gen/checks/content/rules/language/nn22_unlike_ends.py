"""Items of one list that end in different marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.ends import FEWEST, end_of, lists_of, tail
from nq57gen.checks.content.wording import together


@rule(
    "NN-22",
    "Các mục của một danh sách kết thúc như nhau",
    "kết thúc mọi mục bằng dấu chấm, hoặc bằng dấu chấm phẩy và dấu chấm ở mục cuối",
    bad=[
        "- Thu nhận hồ sơ;\n- Cập nhật hồ sơ;\n- Số hóa kết quả.\n- Trả kết quả;\n- Lưu trữ hồ sơ.",
        "- Toàn trình 219 thủ tục;\n- Một phần 138 thủ tục,\n- Chưa cung cấp 20 thủ tục.",
    ],
    good=[
        "- Thu nhận hồ sơ;\n- Cập nhật hồ sơ;\n- Trả kết quả.",
        "- Thu nhận hồ sơ.\n- Cập nhật hồ sơ.\n- Trả kết quả.",
    ],
)
def unlike(paper: Paper) -> Iterable[Found]:
    """Lists where full stops stand among semicolons, and items that end in a comma."""
    for items in lists_of(paper):
        ends = [(item, end_of(item.text)) for item in items]
        commas = [item for item, end in ends if end == ","]
        inner = [(item, end) for item, end in ends[:-1] if end in (".", ";")]
        counts = Counter(end for _, end in inner)
        odd = commas
        if len(counts) > 1 and len(inner) >= FEWEST:
            usual, rare = counts.most_common(2)
            odd = commas + [item for item, end in inner if end == rare[0]] if usual[1] > rare[1] else commas
        if odd and len(items) >= FEWEST:
            first = min(odd, key=lambda item: item.at)
            told = ", ".join(
                f"{count} mục “{end}”" for end, count in Counter(end for _, end in ends if end).most_common()
            )
            said = f"mục “…{' '.join(first.text.split()[-4:])}” trong danh sách có {told}"
            yield together([tail(first), *(tail(one) for one in odd if one is not first)], said)
