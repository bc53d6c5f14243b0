"""A number announced against the lines listed below it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.listings import THINGS, Count, listings
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.layout.pieces import folded


@rule(
    "DEM-01",
    "Số lượng nêu ở câu dẫn bằng số dòng liệt kê bên dưới",
    "đếm lại: sửa con số hoặc bổ sung, bớt dòng liệt kê",
    bad=[
        "* Có 3/5 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ một đạt 100%.\n- Tỷ lệ hai đạt 90%.\n* Có 2/5 "
        "chỉ tiêu chưa đạt.",
        "Tập trung bốn nhóm nhiệm vụ sau:\n- Nhóm một.\n- Nhóm hai.\n- Nhóm ba.",
        "UBND phường đã ban hành 03 văn bản, cụ thể:\n- Kế hoạch số 10/KH-UBND;\n- Quyết định số 86/QĐ-UBND.",
    ],
    good=[
        "* Có 2/5 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ một đạt 100%.\n- Tỷ lệ hai đạt 90%.\n* Có 3/5 "
        "chỉ tiêu chưa đạt.",
        "UBND phường đã ban hành 01 quyết định, 02 kế hoạch, cụ thể:\n- Kế hoạch một;\n- Quyết "
        "định;\n- Kế hoạch hai.",
        "Triển khai 06 nhiệm vụ theo Kế hoạch số 10/KH-UBND, với các nội dung sau:\n- Một.\n- Hai.",
        "Vận hành chính quyền địa phương 2 cấp, đã thực hiện:\n- Rà soát.\n- Kiểm tra.\n- Báo cáo.",
        "Theo Nghị quyết 57, có 5 đơn vị tham gia các hoạt động sau:\n- Tập huấn.\n- Hội thi.",
    ],
)
def announced(paper: Paper) -> Iterable[Found]:
    """The last count of a paragraph that opens a list; several counts may stand for the list together."""
    for listing in listings(paper):
        counts = [one for one in listing.counts if one.thing not in ("cap", "to chuc", "ro", "phan")]
        size = len(listing.lines)
        if not counts or (size < 2 and not counts[-1].whole) or not _is_about(listing.passage, counts[-1]):
            continue
        said = counts[-1]
        allowed = {said.number, sum(one.number for one in counts)}
        named = sum(folded(line.text).startswith(said.thing) for line in listing.lines)
        if size not in allowed and named not in allowed:
            yield Found(
                listing.passage.quoted(said.start, said.end),
                f"ghi {said.written_in(listing.passage.text)}, bên dưới liệt kê {size}",
            )


def _is_about(passage: Passage, said: Count) -> bool:
    """Whether the list is of what is counted: nothing else is named between the count and the colon."""
    rest = folded(passage.text[said.end :])
    thing = rest.find(said.thing)
    later = re.search(rf"(?<!\w)(?:cac|nhung|mot so) (?:{THINGS})(?!\w)", rest[thing + len(said.thing) :])
    return later is None
