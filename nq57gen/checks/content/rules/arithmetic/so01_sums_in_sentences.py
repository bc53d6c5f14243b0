"""Parts that do not give the whole named in their sentence."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.rules.arithmetic.partitions import wrong_sums


@rule(
    "SO-01",
    "Trong một câu, các phần cộng lại bằng tổng số đã ghi",
    "tính lại: sửa tổng số hoặc sửa số của một phần",
    severity=ERROR,
    bad=[
        "- Cả năm phường đã nhận 2.640 hồ sơ; trong đó trực tuyến là 915 hồ sơ, trực tiếp là 1.745 hồ sơ.",
        "Đã cấp 424 thẻ (cấp mới: 148, cấp đổi: 271, cấp lại: 6).",
        "Đã cấp 424 thẻ căn cước (148 cấp mới, 217 cấp đổi, 5 cấp lại).",
        "Thu được 18.450.000 đồng (chứng thực 12.300.000 đồng, hộ tịch 6.050.000 đồng).",
        "Kinh phí thực hiện 1,2 tỷ đồng, gồm 800 triệu đồng ngân sách phường và 300 triệu đồng xã hội hóa.",
        "Tiếp nhận 120 hồ sơ trực tuyến và 85 hồ sơ trực tiếp, tổng cộng 215 hồ sơ.",
        "Có 75 lượt người tham dự, gồm 52 cán bộ, công chức và 33 thành viên Tổ công nghệ số.",
        "Có 40 tổ công nghệ số cộng đồng (gồm 25 tổ loại tốt, 20 tổ loại khá).",
    ],
    good=[
        "Đã cấp 424 thẻ căn cước (148 cấp mới, 271 cấp đổi, 5 cấp lại).",
        "Đã tiếp nhận 40 hồ sơ (12 cấp mới, 5 cấp lại).",
        "Tổng số 2.660 hồ sơ; trong đó trực tuyến 915 hồ sơ, trực tiếp 1.745 hồ sơ.",
        "Có 50 cán bộ tham gia, trong đó 20 cán bộ nữ, 12 cán bộ lãnh đạo.",
        "Kinh phí 1,2 tỷ đồng, gồm 800 triệu đồng ngân sách phường và 400 triệu đồng xã hội hóa.",
        "Tổng số 1.250 hộ (trong đó 320 hộ nghèo, 410 hộ cận nghèo).",
        "Tổ chức 05 lớp với 250 lượt người, trong đó 120 cán bộ, 130 người dân.",
        "Đã cấp 20 suất cho học sinh, trong đó 12 người cao tuổi, 9 trẻ em dự lễ.",
        "Thành lập 06 tổ gồm 60 thành viên, hoạt động tại 12 khu phố.",
        "Tiếp nhận 04 phản ánh, kiến nghị (về đất đai 02, phát quà ngày 02/9).",
    ],
)
def in_sentence(paper: Paper) -> Iterable[Found]:
    """Wholes with their parts behind them, in brackets, or before them."""
    yield from wrong_sums(paper, listed=False)
