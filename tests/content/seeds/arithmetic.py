"""Figures that do not add up."""

from __future__ import annotations

from tests.content.seeds.seed import HANG_GON, NAM_DO_SON, seeds_of

ARITHMETIC = [
    *seeds_of(
        "SO ND30-SN",
        NAM_DO_SON,
        ("a part of a total", "219 thủ tục (58,09%)", "213 thủ tục (58,09%)", ("213",)),
        ("a percentage of a part", "138 thủ tục (36,60%)", "138 thủ tục (38,60%)", ("38,60",)),
        ("the last part of a total", "20 thủ tục (5,31%)", "21 thủ tục (5,31%)", ("21 thủ", "5,31")),
        ("two figures of a percentage changed over", "đạt 74,99%", "đạt 79,49%", ("79,49",)),
        ("a percentage rounded wrong", "đạt 99,9%", "đạt 98,9%", ("98,9",)),
        ("a part in đồng", "phí hộ tịch 7.352.000", "phí hộ tịch 7.532.000", ("7.532.000", "29.061.000")),
        ("a part in brackets", "271 cấp đổi", "217 cấp đổi", ("217", "424")),
        ("a small part in brackets", "(02 về cấp Giấy", "(03 về cấp Giấy", ("04 phản ánh", "03", "3 + 1")),
        ("a decimal point", "đạt 74,99%", "đạt 74.99%", ("74.99",)),
        ("the rest of a total", "kết quả 3.094 hồ sơ", "kết quả 3.049 hồ sơ", ("3.049",)),
        ("a group of two figures", "là 29.061.000 đồng", "là 29.061.00 đồng", ("29.061.00 ", "29.061.00”")),
        ("n of m is no 100%", "Có 209/209 hồ sơ", "Có 209/290 hồ sơ", ("209/290",)),
    ),
    *seeds_of(
        "SO ND30-SN", HANG_GON, ("a decimal point before triệu", "1,2 triệu", "1.2 triệu", ("1.2 triệu",))
    ),
]
