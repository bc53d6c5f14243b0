"""Lines that open a list and have nothing below."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.outline import shown, under


@rule(
    "CT-23",
    "Sau câu dẫn kết thúc bằng dấu hai chấm có phần liệt kê hoặc bảng",
    "thêm phần liệt kê, hoặc bỏ câu dẫn này",
    bad=[
        "1. Kết quả\nCác chỉ tiêu chưa đạt:\nCác chỉ tiêu chưa đánh giá:\n- Chữ ký số.\n2. Hạn chế",
        "1. Kết quả\n- Phủ sóng 5G đạt 72%.\nCác chỉ tiêu chưa đạt:\n2. Hạn chế",
    ],
    good=[
        "1. Kết quả\nCác chỉ tiêu chưa đạt:\n- Một.\nCác chỉ tiêu chưa đánh giá:\n- Chữ ký số.\n2. Hạn chế",
        "1. Kết quả\nCác chỉ tiêu như sau:\n| TT | Tên |\n| 1 | Một |\n2. Hạn chế",
        "Ủy ban nhân dân phường ban hành Kế hoạch với các nội dung sau:\nI. MỤC ĐÍCH\n1. Một\n2. Hai",
        "1. Kết quả\nCác chỉ tiêu như sau:\n1.1. Hạ tầng\nĐạt.\n1.2. Nhân lực\nĐạt.",
    ],
)
def nothing_below(paper: Paper) -> Iterable[Found]:
    """A paragraph that ends in a colon before another that does, or before the next section."""
    tables = {grid.after for grid in paper.grids}
    for above, held in under(paper):
        for one in held:
            following = paper.passages[one.at + 1] if one.at + 1 < len(paper.passages) else None
            if (
                above
                and following
                and _opens(one)
                and one.at not in tables
                and _is_no_list(above, one, following)
            ):
                yield Found(shown(one), f"sau “{one.text[-40:].strip()}” không có gì được liệt kê")


def _opens(passage: Passage) -> bool:
    return passage.kind is Kind.PROSE and passage.text.rstrip().endswith(":")


def _is_no_list(above: Passage, one: Passage, following: Passage) -> bool:
    if following.part != one.part:
        return True
    if following.kind in (Kind.HEADING, Kind.ITEM):
        return bool(following.rank) and following.rank <= above.rank
    return _opens(following)
