"""Headings without a group in the appendix, and groups without a heading."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.groups import compared
from nq57gen.checks.content.rules.structure.outline import shown
from nq57gen.checks.content.rules.structure.rows import at_row, name_of
from nq57gen.checks.content.rules.structure.words import listed


@rule(
    "CT-07",
    "Phụ lục phân công đủ các nhóm nhiệm vụ mà lời văn nêu",
    "thêm nhóm còn thiếu vào phụ lục, hoặc bỏ mục ở lời văn",
    bad=[
        "1. Nâng cao nhận thức trong toàn phường\n2. Hoàn thiện thể chế, chính sách\n"
        "3. Phát triển hạ tầng số đồng bộ\n4. Tăng cường giám sát, đánh giá\n"
        "Phụ lục\nPHÂN CÔNG NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì |\n"
        "| I | Nâng cao nhận thức trong toàn phường | |\n| 1 | Tuyên truyền | Phòng A |\n"
        "| II | Hoàn thiện thể chế, chính sách | |\n| 1 | Rà soát | Phòng A |\n"
        "| III | Phát triển hạ tầng số đồng bộ | |\n| 1 | Phủ sóng 5G | Phòng B |",
    ],
    good=[
        "1. Nâng cao nhận thức trong toàn phường\n2. Hoàn thiện thể chế, chính sách\n"
        "3. Phát triển hạ tầng số đồng bộ\nPhụ lục\nPHÂN CÔNG NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì |\n"
        "| I | Nâng cao nhận thức trong toàn phường | |\n| 1 | Tuyên truyền | Phòng A |\n"
        "| II | Hoàn thiện thể chế, chính sách | |\n| 1 | Rà soát | Phòng A |\n"
        "| III | Phát triển hạ tầng số đồng bộ | |\n| 1 | Phủ sóng 5G | Phòng B |",
    ],
)
def groups_by_number(paper: Paper) -> Iterable[Found]:
    """No heading without a group, no group without a heading."""
    for found in compared(paper):
        pairs = dict(found.pairs)
        parts = [part for at, part in enumerate(found.parts) if at not in pairs]
        rows = [row for at, row in enumerate(found.groups) if at not in pairs.values()]
        said = f"lời văn có {len(found.parts)} nhóm, phụ lục có {len(found.groups)}"
        if parts:
            names = listed([f"“{passage.label} {text}”" for text, passage in parts])
            yield Found(shown(parts[0][1]), f"{said}; phụ lục không có {names}")
        elif rows:
            names = listed([f"“{name_of(found.grid, row)}”" for row in rows])
            yield Found(at_row(found.grid, rows[0]), f"{said}; lời văn không có {names}")
