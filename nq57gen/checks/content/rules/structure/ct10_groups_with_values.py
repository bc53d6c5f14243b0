"""Group rows filled like rows of data."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.rows import at_row, groups_of, name_column
from nq57gen.checks.content.rules.structure.words import listed


@rule(
    "CT-10",
    "Hàng tên nhóm chỉ ghi tên nhóm, như các nhóm khác của bảng",
    "chuyển giá trị ấy về hàng chỉ tiêu, nhiệm vụ của nó",
    bad=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| I | Hạ tầng | | |\n| 1 | Phủ sóng 5G | % | 100% |\n"
        "| II | Nguồn lực | % | ≥ 50% |\n| 1 | Chi ngân sách | % | 3% |\n| III | Dữ liệu | | |\n"
        "| 1 | Số hóa | % | 80% |",
    ],
    good=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| I | Hạ tầng | | |\n| 1 | Phủ sóng 5G | % | 100% |\n"
        "| II | Nguồn lực | | |\n| 1 | Chi ngân sách | % | 3% |",
    ],
)
def groups_with_values(paper: Paper) -> Iterable[Found]:
    """A group row filled like a data row while the others hold only their name."""
    for grid in paper.grids:
        rows = [group.row for group in groups_of(grid) if group.row]
        column = name_column(grid)
        extra = {
            at: [cell.text for cell in row.cells[column + 1 :] if cell.text.strip()]
            for at, row in enumerate(rows)
        }
        filled = [at for at, texts in extra.items() if texts]
        if filled and len(filled) * 2 < len(rows):
            for at in filled:
                texts = listed([f"“{text}”" for text in extra[at]], 5)
                yield Found(
                    at_row(grid, rows[at]),
                    f"hàng nhóm này còn ghi {texts}, {len(rows) - len(filled)} hàng nhóm khác thì không",
                )
