"""Sums, shares and growth that do not come out."""

from __future__ import annotations

from tests.content.seeds.independent.seed import (
    BINH_LOC,
    GIA_PHUC,
    HANG_GON,
    KIEN_HUNG,
    MINH_HUNG,
    NAM_DO_SON,
    Independent,
)

ARITHMETIC = [
    Independent(
        "A01",
        NAM_DO_SON,
        "138/377 = 36,60%, không phải 38,60%",
        [("138 thủ tục (36,60%)", "138 thủ tục (38,60%)")],
        "SO-03",
        "38,60",
    ),
    Independent(
        "A02",
        NAM_DO_SON,
        "21.790.000 + 7.352.000 = 29.142.000 ≠ 29.061.000",
        [("21.709.000 đồng", "21.790.000 đồng")],
        "SO-01",
        "21.790.000",
    ),
    Independent(
        "A03",
        NAM_DO_SON,
        "148 + 217 + 5 = 370 ≠ 424",
        [("271 cấp đổi", "217 cấp đổi")],
        "SO-01",
        "217",
    ),
    Independent(
        "A04",
        NAM_DO_SON,
        "02 + 01 + 01 = 4 ≠ 05",
        [("nhận 04 phản ánh", "nhận 05 phản ánh")],
        "SO-01",
        "05",
    ),
    Independent(
        "A05",
        NAM_DO_SON,
        "3.094 + 12 = 3.106 ≠ 3.115 hồ sơ tiếp nhận",
        [("còn 21 hồ sơ đang thụ lý", "còn 12 hồ sơ đang thụ lý")],
        "SO-14",
        "12",
    ),
    Independent(
        "A06",
        NAM_DO_SON,
        "2.336/3.115 = 74,99%",
        [("đạt 74,99%", "đạt 79,44%")],
        "SO-06",
        "79,44",
    ),
    Independent(
        "A07",
        NAM_DO_SON,
        "190/209 = 90,9% ≠ 100%",
        [("Có 209/209 hồ sơ", "Có 190/209 hồ sơ")],
        "SO-06",
        "190/209",
    ),
    Independent(
        "A08",
        BINH_LOC,
        "8.208/8.640 = 95%",
        [("trực tuyến đạt 95% (8.208", "trực tuyến đạt 92% (8.208")],
        "SO-06",
        "92",
    ),
    Independent(
        "A09",
        BINH_LOC,
        "03 + 01 = 4 ≠ 05 sáng kiến",
        [("cấp cơ sở 04,", "cấp cơ sở 03,")],
        "",
        "",
        at_first=False,
        missed=(
            "“trong đó” may name only some of the parts, and the two levels are no words that name "
            "all there is"
        ),
    ),
    Independent(
        "A10",
        BINH_LOC,
        "12.400/20.000 = 62%",
        [("đạt 62% kế hoạch (20.000", "đạt 82% kế hoạch (20.000")],
        "SO-16",
        "82",
        at_first=False,
    ),
    Independent(
        "A11",
        BINH_LOC,
        "10 + 03 + 01 = 14 ≠ 13 nhiệm vụ",
        [("đang thực hiện 02,", "đang thực hiện 03,")],
        "SO-18",
        "10 + 3 + 1 = 14, trong khi ghi 13",
        at_first=False,
    ),
    Independent(
        "A12",
        BINH_LOC,
        "sử dụng 890,5 nhiều hơn kinh phí bố trí 850",
        [("đã sử dụng 790,5", "đã sử dụng 890,5")],
        "SO-19",
        "890,5",
        certain=False,
        at_first=False,
    ),
    Independent(
        "A13",
        HANG_GON,
        "52 + 33 = 85 ≠ 75",
        [
            (
                "Có 75 lượt người tham dự.",
                (
                    "Có 75 lượt người tham dự, gồm 52 cán bộ, công chức và 33 thành viên Tổ Công nghệ số "
                    "cộng đồng."
                ),
            )
        ],
        "SO-01",
        "cộng",
        at_first=False,
    ),
    Independent(
        "A14",
        HANG_GON,
        "55% + 35% + 15% = 105%",
        [
            (
                "trang đăng 288 bài viết,",
                "trang đăng 288 bài viết (tin tức 55%, chính sách 35%, phản ánh 15%),",
            )
        ],
        "SO-07",
        "chính",
        at_first=False,
    ),
    Independent(
        "A15",
        GIA_PHUC,
        "25 + 50 = 75 ≠ 57 (dòng cộng của bảng)",
        [("\n      dong_tong: {nhan: Cộng, cot: [3, 4]}", '\n        - ["", Cộng, "7", "57"]')],
        "SO-04",
        "57",
    ),
    Independent(
        "A16",
        MINH_HUNG,
        "650 + 250 + 200 = 1.100 ≠ 1.200",
        [
            (
                "quy định của pháp luật.\n\n# Mỗi đơn vị",
                (
                    "quy định của pháp luật. Tổng kinh phí 1.200 triệu đồng, gồm: hạ tầng 650 triệu "
                    "đồng, đào tạo 250 triệu đồng, truyền thông 200 triệu đồng.\n\n# Mỗi đơn vị"
                ),
            )
        ],
        "SO-01",
        "1.200",
    ),
    Independent(
        "A17",
        NAM_DO_SON,
        "5.31% giữa các số 58,09%",
        [("20 thủ tục (5,31%)", "20 thủ tục (5.31%)")],
        "ND30-SN-02",
        "5.31",
        at_first=False,
    ),
    Independent(
        "A18",
        KIEN_HUNG,
        "500 + 200 = 700 ≠ 650",
        [
            (
                "650 triệu đồng, từ ngân sách <<don_vi.loai>> và các nguồn hợp pháp khác",
                (
                    "650 triệu đồng, gồm ngân sách <<don_vi.loai>> 500 triệu đồng và các nguồn hợp pháp "
                    "khác 200 triệu đồng"
                ),
            )
        ],
        "SO-01",
        "gồm",
    ),
    Independent(
        "A19",
        BINH_LOC,
        "186/165 tăng 12,7% chứ không phải 20%",
        [("Đăng, phát 186 tin, bài;", "Đăng, phát 186 tin, bài (tăng 20% so với 165 tin, bài năm 2025);")],
        "SO-17",
        "tăng",
        at_first=False,
    ),
    Independent(
        "A20",
        NAM_DO_SON,
        "29.061.00 không phải một con số",
        [("là 29.061.000 đồng", "là 29.061.00 đồng")],
        "SO-15",
        "29.061.00",
    ),
]
