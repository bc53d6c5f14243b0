"""Numbers in the text against the rows of the appendix it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nq57gen.checks.content.listings import Count, counts_in
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.counts.rows import sizes
from nq57gen.vietnamese.labels import parse_roman

_APPENDIX = re.compile(r"phụ lục (?:số )?([IVX]+|\d{1,2})(?!\w)", re.IGNORECASE)
#: “(chi tiết tại Phụ lục I kèm theo)”, further on in the paragraph.
_DETAILS = re.compile(r"(?:chi tiết|danh mục|cụ thể)[^.;()]{0,30} (?=phụ lục)", re.IGNORECASE)
#: What the rows of an appendix are.
_ROWS_ARE = ("chi tieu", "nhiem vu", "muc tieu", "noi dung", "du an")
#: What makes a count one of some rows only: "31 chỉ tiêu chưa đánh giá".
_SOME = re.compile(
    r"\d+ (?:chỉ tiêu|nhiệm vụ|mục tiêu|nội dung) (?:đã |được )?"
    r"(?:đạt|vượt|chưa|không|hoàn thành|đánh giá|đang|khó)(?!\w)"
)


@rule(
    "DEM-08",
    "Số chỉ tiêu, nhiệm vụ nêu trong bài bằng số hàng ở phụ lục được dẫn",
    "đếm lại các hàng của phụ lục, sửa con số trong bài",
    bad=[
        "UBND phường xác định 4 mục tiêu cụ thể. Các mục tiêu thuộc 2 nhóm: (1) hạ tầng; (2) dữ liệu "
        "(chi tiết tại Phụ lục I kèm theo).\nPhụ lục I\nMỤC TIÊU\n| TT | Mục tiêu | Kết quả |\n| 1 "
        "| 5G | 60% |\n| 2 | Băng rộng | 70% |",
        "Phấn đấu hoàn thành 3 chỉ tiêu tại Phụ lục I.\nPhụ lục I\nCHỈ TIÊU CHỦ YẾU\n| TT | Chỉ "
        "tiêu | Kết quả |\n"
        "| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
    ],
    good=[
        "Xác định 4 mục tiêu và 9 nhiệm vụ để lãnh đạo, chỉ đạo thống nhất, quyết liệt trong toàn "
        "phường, hằng quý kiểm điểm. (chi tiết tại Phụ lục I).\nPhụ lục I\nMỤC TIÊU\n"
        "| TT | Mục tiêu | Kết quả |\n| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
        "Có 1 chỉ tiêu đạt, 1 chỉ tiêu chưa đánh giá (chi tiết tại Phụ lục I).\nPhụ lục I\nCHỈ TIÊU CHỦ YẾU\n"
        "| TT | Chỉ tiêu | Kết quả |\n| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
        "Phấn đấu hoàn thành 02 chỉ tiêu tại Phụ lục I.\nPhụ lục I\nCHỈ TIÊU CHỦ YẾU\n| TT | "
        "Chỉ tiêu | Kết quả |\n"
        "| 1 | 5G | 60% |\n| 2 | Băng rộng | 70% |",
    ],
)
def in_appendix(paper: Paper) -> Iterable[Found]:
    """“32 chỉ tiêu tại Phụ lục I”; the title of an appendix that says how many it holds."""
    parts = {
        _number(passage.text): passage.part for passage in paper.passages if passage.kind is Kind.APPENDIX
    }
    for passage in paper.passages:
        if not (passage.running or passage.kind is Kind.TITLE):
            continue
        counts = [one for one in counts_in(passage.text) if one.thing in _ROWS_ARE]
        for one in counts:
            part: int | None = passage.part
            if passage.kind is not Kind.TITLE:
                named = _appendix_of(passage, one, counts)
                part = parts.get(_number(named[0])) if named else None
            grids = [grid for grid in paper.grids if grid.part == part]
            if one.whole is not None or len(grids) != 1 or _SOME.match(passage.text, one.start):
                continue
            allowed = sizes(grids[0].rows)
            if one.number not in allowed:
                said = passage.text[one.start : one.end + 10].strip()
                yield Found(
                    passage.quoted(one.start, one.end),
                    f"ghi “{said}”, {grids[0].place} có {max(allowed)} hàng",
                )


def _appendix_of(passage: Passage, one: Count, counts: Sequence[Count]) -> re.Match[str] | None:
    """The appendix named right after a count, or as the place of its details when nothing else is counted."""
    named = _APPENDIX.search(passage.text[one.end : one.end + 80])
    if named or len(counts) > 1:
        return named
    details = _DETAILS.search(passage.text, one.end)
    return _APPENDIX.match(passage.text, details.end()) if details else None


def _number(text: str) -> int | None:
    match = _APPENDIX.search(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else parse_roman(match[1].upper())
