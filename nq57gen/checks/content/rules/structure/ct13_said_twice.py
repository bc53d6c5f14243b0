"""Items, headings and rows that are there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from nq57gen.checks.content.paper import Grid, GridRow, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.outline import outline, shown, under
from nq57gen.checks.content.rules.structure.rows import at_row, groups_of, name_column, name_of, number_column
from nq57gen.checks.content.rules.structure.words import letters, listed, unlabelled, words

_Thing = TypeVar("_Thing")

#: Texts of fewer letters are alike by chance.
_LEAST = 12
#: Words that two wordings of one item may differ by.
_FILLERS = frozenset({"va", "cac", "cua", "ve", "duoc", "da", "cho", "tren", "tai", "nhung", "trong"})


@rule(
    "CT-13",
    "Một nội dung, một chỉ tiêu chỉ nêu một lần trong một mục, một nhóm",
    "bỏ một chỗ, hoặc sửa cho hai chỗ khác nhau",
    bad=[
        "1. Giải pháp\n- Tăng cường tuyên truyền về chuyển đổi số;\n- Bồi dưỡng kỹ năng số;\n"
        "- Tăng cường tuyên truyền về chuyển đổi số.\n2. Khác",
        "1. Giải pháp\n- Tăng cường công tác tuyên truyền, phổ biến về chuyển đổi số cho người dân;\n"
        "- Tăng cường công tác phổ biến, tuyên truyền về chuyển đổi số cho người dân.\n2. Khác",
        "| TT | Chỉ tiêu | Kết quả |\n| 1 | Tỷ lệ hồ sơ trực tuyến | 80% |\n| 2 | Tỷ lệ phủ sóng | 100% |\n"
        "| 3 | Tỷ lệ hồ sơ trực tuyến | 90% |",
        "| TT | Chỉ tiêu |\n| 1 | Tỷ lệ hồ sơ trực tuyến | 80% |\n| 2 | Tỷ lệ phủ sóng | 100% |\n"
        "| 3 | Tỷ lệ hồ sơ trực tuyến | 90% |",
    ],
    good=[
        "1. Giải pháp\n- Tỷ lệ cán bộ được bồi dưỡng kỹ năng số đạt 100%;\n"
        "- Tỷ lệ người dân được bồi dưỡng kỹ năng số đạt 100%.\n2. Khác",
        "1. Phòng A\n- Thực hiện các nhiệm vụ được phân công tại Phụ lục I.\n"
        "2. Phòng B\n- Thực hiện các nhiệm vụ được phân công tại Phụ lục I.",
        "| TT | Chỉ tiêu | Kết quả |\n| I | Đến năm 2030 | |\n| 1 | Tỷ lệ hồ sơ trực tuyến | 80% |\n"
        "| II | Đến năm 2045 | |\n| 1 | Tỷ lệ hồ sơ trực tuyến | 90% |",
    ],
)
def twice(paper: Paper) -> Iterable[Found]:
    """Equal or nearly equal bullets of one section, headings of one level, rows of one group."""
    for _, held in under(paper):
        yield from _same_passages(held)
    for siblings in outline(paper):
        yield from _same_passages(siblings.passages)
    for grid in paper.grids:
        for group in groups_of(grid):
            yield from _same_rows(grid, group.rows)


def _same_passages(passages: Sequence[Passage]) -> Iterator[Found]:
    for first, passage in _repeated((passage.text, passage) for passage in passages):
        same = "giống" if letters(first.text) == letters(passage.text) else "gần giống"
        yield Found(shown(passage), f"{same} {first.place}")


def _same_rows(grid: Grid, rows: Sequence[GridRow]) -> Iterator[Found]:
    column = name_column(grid)
    named = ((name_of(grid, row), row) for row in rows if not row.cells[column].covered)
    for first, row in _repeated(named):
        differ = [
            f"“{head}”" if (head := grid.columns[at]) else f"thứ {at + 1}"
            for at, (one, other) in enumerate(zip(first.cells, row.cells, strict=True))
            if at not in (column, number_column(grid)) and letters(one.shown) != letters(other.shown)
        ]
        also = f", nhưng khác ở cột {listed(differ)}" if differ else ", các ô đều như nhau"
        yield Found(at_row(grid, row), f"trùng tên với {first.place}{also}")


def _repeated(things: Iterable[tuple[str, _Thing]]) -> Iterator[tuple[_Thing, _Thing]]:
    """Each thing whose text has the words of an earlier one, in any order, with the first such.

    Words that carry nothing are left out.
    """
    seen: dict[tuple[str, ...], _Thing] = {}
    for text, thing in things:
        content = tuple(sorted(word for word in words(unlabelled(text)) if word not in _FILLERS))
        if sum(map(len, content)) >= _LEAST and (first := seen.setdefault(content, thing)) is not thing:
            yield first, thing
