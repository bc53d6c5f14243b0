"""Headings without a group in the appendix, and groups without a heading."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.examples import AWARENESS, GROUPED
from nq57gen.checks.content.rules.structure.groups import compared
from nq57gen.checks.content.rules.structure.outline import shown
from nq57gen.checks.content.rules.structure.rows import at_row, name_of
from nq57gen.checks.content.rules.structure.words import listed


@rule(
    "CT-07",
    "Phụ lục phân công đủ các nhóm nhiệm vụ mà lời văn nêu",
    "thêm nhóm còn thiếu vào phụ lục, hoặc bỏ mục ở lời văn",
    bad=[
        GROUPED.format(AWARENESS, "\n4. Tăng cường giám sát, đánh giá", AWARENESS),
    ],
    good=[GROUPED.format(AWARENESS, "", AWARENESS)],
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
