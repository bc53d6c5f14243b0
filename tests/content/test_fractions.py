"""What reads like a fraction: shares of a set, plans that were exceeded, days."""

from __future__ import annotations

import pytest

from nq57gen.checks.content.engine import findings_of
from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.quantities import quantities
from nq57gen.checks.content.rule import RULES


def said(text: str) -> list[str]:
    found = findings_of(RULES["SO-06"], paper_of(text), "a.docx")
    return [one.message.partition("ở đây: ")[2] for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Các đơn vị gửi báo cáo trước ngày 01/6 và 15/11 hằng năm.",
        "Báo cáo định kỳ trước ngày 20/6, 15/12 hàng năm gửi về Sở.",
        "Báo cáo vào các ngày 15/3, 15/6, 15/9 và 15/12 hằng năm.",
        "Gửi báo cáo trước 15/11 hằng năm.",
        "Thực hiện từ 01/5 đến 30/9 hằng năm.",
        "Trực từ 15/10 đến 20/11; sơ kết trước 25/11, tổng kết chậm nhất 30/11.",
        "Cao điểm 15/10 - 31/12 năm 2026 ra quân.",
        "Nhân dịp 30/4 xã tổ chức hội thi.",
        "Hội thi mừng ngày Phụ nữ Việt Nam 20/10 và 22/12 năm nay.",
    ],
)
def test_days_without_a_year_are_no_fractions(text: str) -> None:
    assert quantities(text) == ()
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Có 15/11 xã đạt chuẩn nông thôn mới.",
        "Đến ngày 30/9, có 15/11 thôn hoàn thành.",
        "Đến ngày 30/9, 15/11 thôn hoàn thành.",
        "Tăng từ 15/11 xã của năm trước.",
        "Trong ngày có 15/11 thôn báo cáo.",
    ],
)
def test_counts_of_things_near_a_day_are_fractions(text: str) -> None:
    assert said(text) == ["15 lớn hơn 11"]


@pytest.mark.parametrize(
    "text",
    [
        "Quỹ vận động được 12.300/10.000 triệu đồng, vượt 23% kế hoạch.",
        "Thu ngân sách đạt 5.500/5.000 triệu đồng, đạt 110% dự toán.",
        "Bồi dưỡng 250/200 lượt người, đạt 125%.",
        "Bồi dưỡng đạt 125% (250/200 lượt người).",
        "Mở 12/10 lớp theo kế hoạch (vượt 02 lớp).",
        "Kết nạp 33/30 đảng viên, vượt chỉ tiêu được giao 10%.",
        "So với kế hoạch, đã trồng 120/100 ha rừng.",
        "Đã cấp 45/40 tài khoản, tăng 12,5% so với kế hoạch.",
    ],
)
def test_more_than_was_planned_is_right(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Quỹ vận động được 12.300/10.000 quyển sách, vượt 32% kế hoạch.",
            "12.300/10.000 = 123%, vượt 23%, trong khi ghi vượt 32%",
        ),
        ("Trồng 120/100 ha rừng, đạt 130% kế hoạch.", "120/100 = 120%, trong khi ghi 130%"),
        ("Bồi dưỡng đạt 135% (250/200 lượt người).", "250/200 = 125%, trong khi ghi 135%"),
        ("Đã cấp 45/40 tài khoản, tăng 12,5% so với cùng kỳ.", "45 lớn hơn 40"),
        ("Đã cập nhật 2.663/2.660 hồ sơ; trồng rừng vượt 20% kế hoạch.", "2.663 lớn hơn 2.660"),
        ("Thực hiện Kế hoạch số 5/KH-UBND, đã cập nhật 2.663/2.660 hồ sơ.", "2.663 lớn hơn 2.660"),
        ("Có 25/20 thôn có nhà văn hóa, đạt 100%.", "25 lớn hơn 20"),
        ("Hoàn thành 11/10 chỉ tiêu được giao.", "11 lớn hơn 10"),
        ("Có 5/4 trường đạt chuẩn, vượt khó vươn lên.", "5 lớn hơn 4"),
    ],
)
def test_more_than_there_is_or_another_percentage_of_the_plan_is_told(text: str, told: str) -> None:
    assert said(text) == [told]
