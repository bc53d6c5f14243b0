"""Columns of offices that name nobody."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.rows import plain_head
from nq57gen.checks.content.rules.structure.words import words
from nq57gen.patterns import lazily

#: Fewer rows say nothing of a column.
_FEWEST_ROWS = 4
_WHO = lazily(r"(co quan|don vi|phong ban|bo phan)(?:,? \w+){0,3}? (chu tri|phoi hop)")
#: Words that name no office.
_NOBODY = frozenset(
    {"cac", "co", "quan", "don", "vi", "phong", "ban", "nganh", "doan", "the", "lien", "chuc", "nang"}
)


@rule(
    "CT-17",
    "Cơ quan chủ trì, phối hợp nêu đích danh ở từng nhiệm vụ",
    "ghi tên cơ quan, đơn vị cụ thể ở từng hàng",
    bad=[
        "| TT | Nhiệm vụ | Cơ quan phối hợp |\n| 1 | Số hóa | Cơ quan, đơn vị |\n"
        "| 2 | Tập huấn | Cơ quan, đơn vị |\n| 3 | Giám sát | Cơ quan, đơn vị |\n"
        "| 4 | Truyền thông | Cơ quan, đơn vị |",
    ],
    good=[
        "| TT | Nhiệm vụ | Cơ quan phối hợp |\n| 1 | Số hóa | Các phòng, ban |\n| 2 | Tập huấn | Phòng A |\n"
        "| 3 | Giám sát | Công an phường |\n| 4 | Truyền thông | Các phòng, ban |",
    ],
)
def nobody_named(paper: Paper) -> Iterable[Found]:
    """A column of offices with the same general words in every row."""
    for grid in paper.grids:
        for column, head in enumerate(grid.columns):
            if not _WHO.match(plain_head(head)) or len(grid.data) < _FEWEST_ROWS:
                continue
            texts = {row.cells[column].shown for row in grid.data}
            text = texts.pop()
            if not texts and words(text) and set(words(text)) <= _NOBODY:
                yield Found(
                    f"{grid.data[0].cells[column].place}: “{text}”",
                    f"cột “{head}” ghi “{text}” ở cả {len(grid.data)} hàng",
                )
