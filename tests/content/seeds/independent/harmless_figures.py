"""Other right figures, counts and citations: nothing new may be said of them."""

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

HARMLESS_FIGURES = [
    Harmless("H01", NAM_DO_SON, [("138 thủ tục (36,60%)", "138 thủ tục (36,6%)")]),
    Harmless(
        "H02", NAM_DO_SON, [("148 cấp mới, 271 cấp đổi, 5 cấp lại", "147 cấp mới, 271 cấp đổi, 6 cấp lại")]
    ),
    Harmless("H03", NAM_DO_SON, [("3.094 hồ sơ; còn 21 hồ sơ", "3.095 hồ sơ; còn 20 hồ sơ")]),
    Harmless("H04", NAM_DO_SON, [("nhận 04 phản ánh", "nhận bốn phản ánh")]),
    Harmless(
        "H05",
        BINH_LOC,
        [
            (
                "trực tuyến đạt 95% (8.208/8.640 hồ sơ)",
                "trực tuyến đạt 95,0% (8.208/8.640 hồ sơ), tăng 15 điểm phần trăm so với năm 2025",
            )
        ],
    ),
    Harmless(
        "H06", BINH_LOC, [("là 850 triệu đồng, đã sử dụng 790,5", "là 900 triệu đồng, đã sử dụng 812,25")]
    ),
    Harmless("H07", GIA_PHUC, [("so_phong_hop: 02", "so_phong_hop: 03")]),
    Harmless("H08", GIA_PHUC, [("so_thon: 29", "so_thon: 31")]),
    Harmless(
        "H09",
        CHU_VAN_AN,
        [
            (
                "(1) phát triển hạ tầng; (2) nguồn lực; (3) khoa học, công nghệ; (4) chuyển đổi số",
                "phát triển hạ tầng; nguồn lực; khoa học, công nghệ; chuyển đổi số",
            )
        ],
    ),
    Harmless("H10", CHU_VAN_AN, [("qua 5 giai đoạn", "qua năm giai đoạn")]),
    Harmless(
        "H11", MINH_HUNG, [("phấn đấu đạt <<phu_luc.chi_tieu.tong>> chỉ tiêu", "phấn đấu đạt 32 chỉ tiêu")]
    ),
    Harmless(
        "H12",
        MINH_HUNG,
        [("Về phát triển hạ tầng (<<nhom.tong | hai_chu_so>>)", "Về phát triển hạ tầng (02)")],
    ),
    Harmless(
        "H13",
        HANG_GON,
        [
            (
                "thực hiện nghiêm các nhiệm vụ được giao tại chương trình",
                (
                    "thực hiện nghiêm Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ và các nhiệm "
                    "vụ được giao tại chương trình"
                ),
            )
        ],
    ),
    Harmless(
        "H14",
        HANG_GON,
        [
            (
                "chú trọng cách dùng chữ ký số",
                "chú trọng cách dùng chữ ký số theo Luật Giao dịch điện tử năm 2023",
            )
        ],
    ),
    Harmless(
        "H15",
        CHU_VAN_AN,
        [
            (
                "số hóa và lưu trữ hồ sơ công việc điện tử.",
                (
                    "số hóa và lưu trữ hồ sơ công việc điện tử theo Nghị định số 30/2020/NĐ-CP ngày "
                    "05/3/2020 của Chính phủ về công tác văn thư."
                ),
            )
        ],
    ),
    Harmless(
        "H16",
        MINH_HUNG,
        [
            (
                "- Thực hiện đầy đủ chính sách, quy định của Trung ương",
                (
                    "- Thực hiện đầy đủ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ "
                    "và chính sách, quy định của Trung ương"
                ),
            )
        ],
    ),
    Harmless(
        "H17",
        GIA_PHUC,
        [
            (
                "Kỹ năng số được tập huấn, phổ cập",
                (
                    "Thực hiện Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị, kỹ năng số được "
                    "tập huấn, phổ cập"
                ),
            )
        ],
    ),
    Harmless(
        "H18",
        KIEN_HUNG,
        [
            (
                "- Rà soát, kiến nghị bỏ quy định",
                (
                    "- Thực hiện Chỉ thị số 07/CT-TTg ngày 14/3/2025 của Thủ tướng Chính phủ; rà soát, "
                    "kiến nghị bỏ quy định"
                ),
            )
        ],
    ),
    Harmless(
        "H19", NAM_DO_SON, [("so: 53/KH-UBND\n    ngay: 17/9/2025", "so: 53/KH-UBND\n    ngay: 18/9/2025")]
    ),
    Harmless(
        "H20",
        MINH_HUNG,
        [
            (
                "- Triển khai mạng 5G, mở rộng vùng phủ sóng ra khắp <<don_vi.loai>>,",
                (
                    "- Triển khai mạng 5G, mở rộng vùng phủ sóng ra khắp <<don_vi.loai>>, các hợp tác xã "
                    "nông nghiệp,"
                ),
            )
        ],
    ),
    Harmless(
        "H21",
        MINH_HUNG,
        [
            (
                "- Phổ biến Kế hoạch này đến Nhân dân trên địa bàn.",
                (
                    "- Phổ biến Kế hoạch này đến Nhân dân trên địa bàn; trao đổi kinh nghiệm với các xã, "
                    "phường lân cận."
                ),
            )
        ],
    ),
    Harmless(
        "H22",
        GIA_PHUC,
        [
            (
                "Sau các đợt tập huấn, phần lớn",
                "Sau các đợt tập huấn và chuyến học tập tại các phường, xã khác của thành phố, phần lớn",
            )
        ],
    ),
    Harmless(
        "H23",
        CHU_VAN_AN,
        [
            (
                "Tổ chức học tập kinh nghiệm tại những đơn vị, địa phương",
                "Tổ chức học tập kinh nghiệm tại những đơn vị, địa phương của các tỉnh, thành phố khác",
            )
        ],
    ),
    Harmless(
        "H24",
        BINH_LOC,
        [
            (
                "hỗ trợ kinh phí thay 20 máy tính cũ",
                "đề xuất Bộ Khoa học và Công nghệ, Bộ Tài chính hỗ trợ kinh phí thay 20 máy tính cũ",
            )
        ],
    ),
    Harmless(
        "H25",
        NAM_DO_SON,
        [
            (
                "- Chuẩn hóa dữ liệu, tích hợp các hệ thống giáo dục, y tế, đất đai,",
                (
                    "- Chuẩn hóa dữ liệu, tích hợp các hệ thống giáo dục, y tế, đất đai của Bộ Nông "
                    "nghiệp và Môi trường,"
                ),
            )
        ],
    ),
]
