"""Numbers in the text against the rows of the appendix it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from nq57gen.checks.content.appendices import BARE, OF_ANOTHER
from nq57gen.checks.content.listings import Count, counts_in
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.counts.rows import sizes
from nq57gen.checks.layout.pieces import folded
from nq57gen.patterns import lazily
from nq57gen.vietnamese.labels import parse_roman

_APPENDIX = lazily(r"phụ lục (?:số )?([IVX]+|\d{1,2})(?!\w)", re.IGNORECASE)
#: “(chi tiết tại Phụ lục I kèm theo)”, further on in the paragraph.
_DETAILS = lazily(r"(?:chi tiết|danh mục|cụ thể)[^.;()]{0,30} (?=phụ lục)", re.IGNORECASE)
#: What the rows of an appendix are.
_ROWS_ARE = ("chi tieu", "nhiem vu", "muc tieu", "noi dung", "du an")
#: So far behind a count its appendix is named.
_FAR = 80
_SENTENCE_ENDS = lazily(r"[.;](?=\s)")
#: What makes a count one of some rows only: "chủ trì 5 nhiệm vụ", "31 chỉ tiêu chưa đánh giá".
_SOMEBODYS = lazily(r"(?:chủ trì|phụ trách|phối hợp|theo dõi)[^.;:]{0,30}$", re.IGNORECASE)
_SOME = lazily(
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
        "Năm 2026 hoàn thành 3 nhiệm vụ tại Phụ lục kèm theo.\nPhụ lục\nNHIỆM VỤ TRỌNG TÂM\n| TT | "
        "Nhiệm vụ | Thời hạn |\n| 1 | Họp tổ công tác | Quý I |\n| 2 | Mở lớp tập huấn | Quý II |",
        "Giao việc theo danh mục kèm theo.\nPhụ lục\n03 NHIỆM VỤ TRỌNG TÂM\n| TT | Nhiệm vụ | Thời hạn |\n"
        "| 1 | Họp tổ công tác | Quý I |\n| 2 | Mở lớp tập huấn | Quý II |",
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
        "Hoàn thành 5 nhiệm vụ tại Phụ lục kèm theo Kế hoạch số 12/KH-UBND của tỉnh. Trong quý I có 3 nhiệm "
        "vụ gấp. Chi tiết tại Phụ lục kèm theo; công an chủ trì 1 nhiệm vụ tại Phụ lục.\nPhụ lục\nNHIỆM VỤ\n"
        "| TT | Nhiệm vụ | Thời hạn |\n| 1 | Họp tổ | Quý I |\n| 2 | Mở lớp | Quý II |",
    ],
)
def in_appendix(paper: Paper) -> Iterable[Found]:
    """“32 chỉ tiêu tại Phụ lục I”, “tại Phụ lục” where there is one only; the title of an appendix."""
    parts = {
        _number(passage.text): passage.part for passage in paper.passages if passage.kind is Kind.APPENDIX
    }
    for passage in paper.passages:
        if not (passage.running or passage.kind is Kind.TITLE):
            continue
        counts = [one for one in counts_in(passage.text) if one.thing in _ROWS_ARE]
        for one in counts:
            title = passage.kind is Kind.TITLE
            part = passage.part if title else _part_named(passage, one, counts, parts)
            grids = [grid for grid in paper.grids if grid.part == part]
            some = _SOME.match(passage.text, one.start) or _SOMEBODYS.search(passage.text[: one.start])
            if one.whole is not None or len(grids) != 1 or some:
                continue
            allowed = sizes(grids[0].rows)
            if one.number not in allowed:
                said = passage.text[one.start : one.end + 10].strip()
                yield Found(
                    passage.quoted(one.start, one.end),
                    f"ghi “{said}”, {grids[0].place} có {max(allowed)} hàng",
                )


def _part_named(
    passage: Passage, one: Count, counts: Sequence[Count], parts: Mapping[int | None, int]
) -> int | None:
    """The part of the appendix named right after a count, or as the place of its details if it is alone."""
    text, named = passage.text, _named(passage.text, parts)
    end = _SENTENCE_ENDS.search(text, one.end)
    last = min(one.end + _FAR, end.start() if end else len(text))
    if near := [part for start, part in named.items() if one.end <= start < last]:
        return near[0]
    details = _DETAILS.search(text, one.end) if len(counts) == 1 else None
    return named.get(details.end()) if details else None


def _named(text: str, parts: Mapping[int | None, int]) -> dict[int, int | None]:
    """The parts of the appendices named in ``text``, by where; the only one needs no number."""
    found = {match.start(): parts.get(_number(match[0])) for match in _APPENDIX.finditer(text)}
    plain = folded(text)
    if len(parts) == 1 and len(plain) == len(text):
        (only,) = parts.values()
        bare = [match for match in BARE.finditer(plain) if not OF_ANOTHER.match(plain, match.end())]
        found |= {match.start(): only for match in bare}
    return dict(sorted(found.items()))


def _number(text: str) -> int | None:
    match = _APPENDIX.search(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else parse_roman(match[1].upper())
