"""A number announced against the lines listed below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.listings import THINGS, Count, counts_in, listings
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.layout.pieces import folded

#: What a table of numbered rows may hold one a row.
_ROWS = frozenset(
    {"quyet dinh", "ke hoach", "van ban", "cong van", "nhiem vu", "chi tieu", "du an", "mo hinh"}
)


@rule(
    "DEM-01",
    "Số lượng nêu ở câu dẫn bằng số dòng liệt kê bên dưới",
    "đếm lại: sửa con số hoặc bổ sung, bớt dòng liệt kê",
    bad=[
        "* Có 3/5 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ một đạt 100%.\n- Tỷ lệ hai đạt 90%.\n* Có 2/5 "
        "chỉ tiêu chưa đạt.",
        "Tập trung bốn nhóm nhiệm vụ sau:\n- Nhóm một.\n- Nhóm hai.\n- Nhóm ba.",
        "UBND phường đã ban hành 03 văn bản, cụ thể:\n- Kế hoạch số 10/KH-UBND;\n- Quyết định số 86/QĐ-UBND.",
        "Đã ban hành 03 quyết định, gồm:\n| TT | Số, ký hiệu |\n| 1 | 86/QĐ-UBND |\n| 2 | 87/QĐ-UBND |",
    ],
    good=[
        "* Có 2/5 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ một đạt 100%.\n- Tỷ lệ hai đạt 90%.\n* Có 3/5 "
        "chỉ tiêu chưa đạt.",
        "UBND phường đã ban hành 01 quyết định, 02 kế hoạch, cụ thể:\n- Kế hoạch một;\n- Quyết "
        "định;\n- Kế hoạch hai.",
        "Triển khai 06 nhiệm vụ theo Kế hoạch số 10/KH-UBND, với các nội dung sau:\n- Một.\n- Hai.",
        "Vận hành chính quyền địa phương 2 cấp, đã thực hiện:\n- Rà soát.\n- Kiểm tra.\n- Báo cáo.",
        "Đã ban hành 02 quyết định, gồm:\n| TT | Số, ký hiệu |\n| 1 | 86/QĐ-UBND |\n| 2 | 87/QĐ-UBND |",
        "Có 03 nhiệm vụ, kinh phí như sau:\n| Năm | Kinh phí |\n| 2025 | 20 |\n| 2026 | 30 |",
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
    yield from _tables(paper)


def _tables(paper: Paper) -> Iterator[Found]:
    """The count of a paragraph that opens a table of numbered rows."""
    for grid in paper.grids:
        passage = paper.passages[grid.after] if 0 <= grid.after < len(paper.passages) else None
        if passage is None or not passage.running or not passage.text.rstrip().endswith(":"):
            continue
        counts = [one for one in counts_in(passage.text) if one.whole is None and one.thing in _ROWS]
        numbered = [row.cells[0].text.strip(" .") for row in grid.data if not row.cells[0].covered]
        size = len(numbered)
        if len(counts) != 1 or not size or numbered != [str(at + 1) for at in range(size)]:
            continue
        if counts[0].number != size and _is_about(passage, counts[0]):
            said = f"ghi {counts[0].written_in(passage.text)}, bảng bên dưới có {size} hàng"
            yield Found(passage.quoted(counts[0].start, counts[0].end), said)


def _is_about(passage: Passage, said: Count) -> bool:
    """Whether the list is of what is counted: nothing else is named between the count and the colon."""
    rest = folded(passage.text[said.end :])
    thing = rest.find(said.thing)
    later = re.search(rf"(?<!\w)(?:cac|nhung|mot so) (?:{THINGS})(?!\w)", rest[thing + len(said.thing) :])
    return later is None
