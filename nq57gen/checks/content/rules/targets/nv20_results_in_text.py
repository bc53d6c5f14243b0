"""Results that the text and the table give differently."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.indicators import read_value, roles, words
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import quantities, sentences
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily

_REACHED = lazily(r"(?<!phải )(?<!phấn đấu )(?<!cần )(?<!\w)đạt $")
_OTHER = lazily(r"(?<!\w)(?:20\d\d|năm trước|cùng kỳ|so với|kế hoạch|đầu năm|quý|tháng)(?!\w)", re.IGNORECASE)
_CLAUSE = lazily(r"[;,:.](?=\s)")
#: A name of fewer telling words is of too many targets.
_FEWEST = 3
_TABLE = (
    "@ phường Minh Hưng, tỉnh Đồng Nai; ngày 05/12/2026; năm 2026; báo cáo\n{}\nPhụ lục I\nCHỈ TIÊU\n"
    "| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Kết quả |\n"
    "| 1 | Tỷ lệ phủ sóng 5G trên địa bàn | % | ≥ 60% | 72% |\n"
    "| 2 | Tỷ lệ chữ ký số cá nhân | % | 50% | 55% |"
)


@rule(
    "NV-20",
    "Kết quả của một chỉ tiêu nêu trong lời văn bằng kết quả ghi ở bảng",
    "đối chiếu hai chỗ và ghi một kết quả",
    bad=[_TABLE.format("- Tỷ lệ phủ sóng 5G trên địa bàn đạt 68%; mở 02 lớp tập huấn.")],
    good=[
        _TABLE.format("- Tỷ lệ phủ sóng 5G trên địa bàn đạt 72%; mở 02 lớp tập huấn."),
        _TABLE.format("- Năm 2025, tỷ lệ phủ sóng 5G trên địa bàn đạt 68%."),
        _TABLE.format("- Tỷ lệ phủ sóng 5G tại khu công nghiệp đạt 68%."),
    ],
)
def results(paper: Paper) -> Iterable[Found]:
    """“<name> đạt 68%” in a report, the name just that of a target whose result is another."""
    known: dict[frozenset[str], tuple[str, str]] = {}
    for grid in paper.grids if paper.document_type == "bao_cao" else ():
        columns = roles(grid)
        if columns.name is None or columns.result is None or columns.plan is None:
            continue
        for row in grid.data:
            cell = row.cells[columns.result]
            telling = words(row.cells[columns.name].shown)
            if len(telling) >= _FEWEST:
                known.setdefault(telling, (cell.shown.strip(), cell.place))
    for passage in paper.running() if known else ():
        for start, sentence in sentences(passage.text):
            for figure in quantities(sentence):
                before = sentence[: figure.start]
                if not figure.percent or not _REACHED.search(before) or _OTHER.search(sentence):
                    continue
                found = known.get(words(_CLAUSE.split(before)[-1]))
                value = read_value(found[0]) if found else None
                if found and value and value.low not in (None, figure.value):
                    told = f"ghi {figure.written}, ở {found[1]} ghi “{found[0]}”"
                    yield Found(passage.quoted(start + figure.start, start + figure.end), told)
