"""Lists that a paragraph announces, and the counts of what can be listed."""

from __future__ import annotations

import pytest

from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.listings import counts_in, listings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 10/13 chỉ tiêu đạt", [(10, 13, "chi tieu")]),
        ("ban hành 10 Quyết định, 16 Kế hoạch", [(10, None, "quyet dinh"), (16, None, "ke hoach")]),
        ("tập trung bốn nhóm nhiệm vụ", [(4, None, "nhom")]),
        ("yêu cầu 6 rõ", [(6, None, "ro")]),
        ("trong năm nhiệm vụ còn lại của 6 tháng", []),
        ("đạt 80% chỉ tiêu, Kế hoạch số 16/KH-UBND", []),
    ],
)
def test_counts_are_of_things_that_can_be_listed(text: str, found: list[tuple[int, int | None, str]]) -> None:
    assert [(one.number, one.whole, one.thing) for one in counts_in(text)] == found


def test_a_listing_takes_the_lines_of_one_kind_and_passes_over_deeper_ones() -> None:
    paper = paper_of("Có 2 nhiệm vụ sau:\n- Một:\n+ một a;\n+ một b.\n;\n- Hai.\nII. PHẦN SAU")
    first, second = listings(paper)
    assert [line.text for line in first.lines] == ["Một:", "Hai."]
    assert [line.text for line in second.lines] == ["một a;", "một b."]


def test_a_listing_ends_at_the_next_line_like_its_opening() -> None:
    paper = paper_of("* Có 1/2 chỉ tiêu đạt:\n- Một.\n* Có 1/2 chỉ tiêu chưa đạt:\n- Hai.")
    assert [[line.text for line in one.lines] for one in listings(paper)] == [["Một."], ["Hai."]]
