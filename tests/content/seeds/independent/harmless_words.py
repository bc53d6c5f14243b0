"""Other right names, values and wordings: nothing new may be said of them."""

from __future__ import annotations

from tests.content.seeds.independent.seed import (
    BINH_LOC,
    CHU_VAN_AN,
    GIA_PHUC,
    HANG_GON,
    KIEN_HUNG,
    MINH_HUNG,
    NAM_DO_SON,
    Harmless,
)

HARMLESS_WORDS = [
    Harmless(
        "H26",
        HANG_GON,
        [
            (
                "- Đẩy nhanh số hóa dữ liệu;",
                "- Đẩy nhanh số hóa dữ liệu, kể cả hồ sơ do cấp huyện trước đây bàn giao;",
            )
        ],
    ),
    Harmless(
        "H27",
        MINH_HUNG,
        [
            (
                "          - Quy định pháp luật trong các lĩnh vực này",
                (
                    "          - Góp ý dự thảo chính sách khi cấp trên lấy ý kiến.\n"
                    "          - Quy định pháp luật trong các lĩnh vực này"
                ),
            )
        ],
    ),
    Harmless(
        "H28",
        CHU_VAN_AN,
        [
            (
                "      - noi_dung: |\n          Vận động người dân và hộ kinh doanh học tập",
                (
                    "      - noi_dung: |\n"
                    "          Phối hợp với Đoàn Thanh niên Cộng sản Hồ Chí Minh mở lớp hướng dẫn công "
                    "nghệ số vào cuối tuần.\n      - noi_dung: |\n"
                    "          Vận động người dân và hộ kinh doanh học tập"
                ),
            )
        ],
    ),
    Harmless(
        "H29",
        GIA_PHUC,
        [
            (
                "cập nhật, khai thác dữ liệu dân cư, hộ tịch, tiêm chủng",
                "cập nhật, khai thác cơ sở dữ liệu (CSDL) dân cư, CSDL hộ tịch, CSDL tiêm chủng",
            )
        ],
    ),
    Harmless("H30", NAM_DO_SON, [("“Sống, sạch, đủ, tập trung, thống nhất”", "“đúng, đủ, sạch, sống”")]),
    Harmless("H31", HANG_GON, [("29.000 lượt tương tác", "29,5 nghìn lượt tương tác")]),
    Harmless(
        "H32",
        KIEN_HUNG,
        [
            (
                (
                    "ke_hoach: ≥ 95\n            chu_tri: phong_vhxh\n"
                    "            phoi_hop: [so_y_te, cac_don_vi]"
                ),
                (
                    "ke_hoach: ≥ 96\n            chu_tri: phong_vhxh\n"
                    "            phoi_hop: [so_y_te, cac_don_vi]"
                ),
            )
        ],
    ),
    Harmless(
        "H33", KIEN_HUNG, [("thoi_han: Tháng 11/<<nam_ke_hoach>>", "thoi_han: Quý IV/<<nam_ke_hoach>>")]
    ),
    Harmless("H34", BINH_LOC, [("ket_qua: 86%", "ket_qua: 91,5%")]),
    Harmless("H35", BINH_LOC, [("ket_qua: 72%", "ket_qua: 72,4%")]),
    Harmless(
        "H36",
        CHU_VAN_AN,
        [
            (
                '{"2025": 80%, "2030": 90%, "2035": 95%, "2040": 97%, "2045": 100%}',
                '{"2025": 80%, "2030": 90%, "2035": 96%, "2040": 98%, "2045": 100%}',
            )
        ],
    ),
    Harmless(
        "H37",
        MINH_HUNG,
        [
            (
                "ke_hoach: 80%\n            chu_tri: van_phong",
                "ke_hoach: 80%\n            chu_tri: trung_tam_hcc",
            )
        ],
    ),
    Harmless(
        "H38",
        HANG_GON,
        [
            (
                "- Mở rộng thanh toán không dùng tiền mặt trong",
                "- Thúc đẩy mạnh mẽ thanh toán không dùng tiền mặt trong",
            )
        ],
    ),
    Harmless("H39", GIA_PHUC, [("logistics, kho bãi", "logistics, e-learning, kho bãi")]),
    Harmless("H40", NAM_DO_SON, [("trên các nhóm Zalo,", "trên các nhóm Zalo, Facebook, YouTube,")]),
    Harmless(
        "H41",
        MINH_HUNG,
        [
            (
                "- Bảo đảm an toàn thông tin trên địa bàn <<don_vi.loai>>.",
                (
                    "- Bảo đảm an toàn thông tin trên địa bàn <<don_vi.loai>> theo Công văn số "
                    "1234/SKHCN-CĐS ngày 10/02/2026 của Sở Khoa học và Công nghệ."
                ),
            )
        ],
    ),
    Harmless("H42", CHU_VAN_AN, [("theo_doi_giao_duc: Đào Thị Thuý Hằng", "theo_doi_giao_duc: Ksor H'Bia")]),
    Harmless(
        "H43",
        KIEN_HUNG,
        [
            (
                "650 triệu đồng, từ ngân sách <<don_vi.loai>> và các nguồn hợp pháp khác",
                (
                    "650 triệu đồng, trong đó ngân sách <<don_vi.loai>> 400 triệu đồng, các nguồn hợp "
                    "pháp khác 250 triệu đồng"
                ),
            )
        ],
    ),
    Harmless(
        "H44",
        MINH_HUNG,
        [
            (
                "quy định của pháp luật.\n\n# Mỗi đơn vị",
                (
                    "quy định của pháp luật. Tổng kinh phí là 1,2 tỷ đồng, gồm 700 triệu đồng chi đầu tư "
                    "và 500 triệu đồng chi thường xuyên.\n\n# Mỗi đơn vị"
                ),
            )
        ],
    ),
    Harmless(
        "H45",
        NAM_DO_SON,
        [
            (
                "          + Đã lưu kho 1.460 hồ sơ trực tuyến.",
                (
                    "          + Đã lưu kho 1.460 hồ sơ trực tuyến, trong đó có 320 hồ sơ đất đai, 215 "
                    "hồ sơ hộ tịch."
                ),
            )
        ],
    ),
    Harmless(
        "H46",
        BINH_LOC,
        [("Đăng, phát 186 tin, bài;", "Đăng, phát 186 tin, bài (tăng 12,7% so với 165 tin, bài năm 2025);")],
    ),
    Harmless(
        "H47", GIA_PHUC, [("có ki-ốt lấy số tự động,", "có ki-ốt lấy số tự động, tiếp nhận hồ sơ 24/7,")]
    ),
    Harmless(
        "H48", BINH_LOC, [("mạng nội bộ còn chập chờn", "mạng nội bộ còn chập chờn; 2/3 máy quét đã cũ")]
    ),
    Harmless(
        "H49",
        KIEN_HUNG,
        [
            (
                "- Bố trí máy tính, đường truyền, thiết bị số hóa;",
                "- Bố trí máy tính (12 bộ), đường truyền (02 tuyến, tốc độ 300 Mb/s), thiết bị số hóa;",
            )
        ],
    ),
    Harmless(
        "H50",
        NAM_DO_SON,
        [
            (
                "Đã đề nghị thành phố cấp kinh phí",
                "Ngày 05/9/2025, UBND phường đã đề nghị thành phố cấp 1,5 tỷ đồng kinh phí",
            )
        ],
    ),
]
