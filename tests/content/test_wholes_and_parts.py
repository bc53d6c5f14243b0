"""Which number is the whole of which parts, and of which fraction a percentage is."""

from __future__ import annotations

import pytest

from nq57gen.checks.content.engine import findings_of
from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.rule import RULES

CODES = ("SO-01", "SO-02", "SO-03", "SO-06", "SO-13", "SO-20")


def said(text: str) -> list[str]:
    """The arithmetic rules that find something in a text."""
    return [one.code for code in CODES for one in findings_of(RULES[code], paper_of(text), "a.docx")]


@pytest.mark.parametrize(
    "text",
    [
        "Giao 976 biên chế công chức (gồm 343 biên chế cấp tỉnh, 633 biên chế cấp xã), 6.674 biên chế viên "
        "chức (gồm 2.174 biên chế cấp tỉnh, 4.500 biên chế cấp xã).",
        "Cấp 120 thẻ căn cước (gồm 80 thẻ cấp mới, 40 thẻ cấp đổi) và 350 thẻ bảo hiểm.",
        "Phân bổ 9.976 biên chế công chức (gồm 3.743 biên chế cấp tỉnh, 6.233 biên chế cấp xã), 60.674 biên "
        "chế viên chức.",
        "Kiến nghị thu đã thực hiện 99% (trong đó: phải thu 100 triệu đồng, đã thu 99 triệu đồng, chưa thực "
        "hiện là 1 triệu đồng); kiến nghị khác đạt 98% (trong đó: phải nộp 200 triệu đồng, đã nộp 196 triệu "
        "đồng, chưa thực hiện: 4 triệu đồng).",
        "Kiểm tra 42/139 cơ quan, đạt tỷ lệ 30,2% (4/15 phòng và 38/124 tổ dân phố).",
        "Kiểm tra các cơ quan đạt tỷ lệ 30,2% (4/15 phòng và 38/124 tổ dân phố).",
        "Đã rà soát 4.229 trường hợp; trong đó: 3.178 trường hợp khớp (chiếm 75,1%), 920 trường hợp thiếu "
        "(chiếm 21,8%); 131 trường hợp lệch (chiếm 3,1%).",
        "Trong tháng có 5.264 hồ sơ (4.031 hồ sơ khai sinh và 1.233 hồ sơ khai tử), trong đó: 4.568 hồ sơ đã "
        "trả kết quả (đạt tỷ lệ 86,8%).",
        "Ước thu 11.580 tỷ đồng, tăng 10,48% so cùng kỳ (10.482 tỷ đồng); trong đó: thu nội địa 11.080 tỷ "
        "đồng.",
    ],
)
def test_a_sentence_with_one_right_reading_is_right(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Giao 976 biên chế (gồm 343 biên chế cấp tỉnh, 634 biên chế cấp xã), 6.674 biên chế khác.", "SO-01"),
        ("Có 30 xã (trong đó có 35 xã đạt giải), 12 phường.", "SO-20"),
        (
            "Có 5.264 hồ sơ (4.031 hồ sơ cũ và 1.233 hồ sơ mới), trong đó: 5.268 hồ sơ đúng.",
            "SO-20",
        ),
        ("Kiểm tra 42/139 cơ quan, đạt tỷ lệ 35% (4/15 phòng và 38/124 tổ dân phố).", "SO-06"),
        ("Đã xem 4.229 trường hợp; trong đó: 3.178 trường hợp đã khớp, 920 trường hợp chưa khớp.", "SO-01"),
    ],
)
def test_a_sentence_with_no_right_reading_is_wrong(text: str, code: str) -> None:
    assert code in said(text)
