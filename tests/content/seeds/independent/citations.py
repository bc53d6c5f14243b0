"""Numbers, dates and issuers of cited documents."""

from __future__ import annotations

from tests.content.seeds.independent.seed import (
    BINH_LOC,
    CHU_VAN_AN,
    GIA_PHUC,
    HANG_GON,
    KIEN_HUNG,
    MINH_HUNG,
    NAM_DO_SON,
    Independent,
)

CITATIONS = [
    Independent(
        "L01",
        NAM_DO_SON,
        "ký hiệu của UBND: 10/KH-UBND",
        [("so: 10/KH-UBND", "so: 10-KH/UBND")],
        "VB-01",
        "10-KH/UBND",
    ),
    Independent(
        "L02",
        HANG_GON,
        "Đảng ủy không ban hành KH-UBND",
        [("so: 16-KH/ĐU", "so: 16/KH-UBND")],
        "VB-02",
        "16/KH-UBND",
    ),
    Independent(
        "L03",
        GIA_PHUC,
        "số 837 mang ngày trước số 64, 77",
        [
            (
                (
                    "ngay: 12/9/2025\n    co_quan: <<ubnd.ngan>>\n"
                    "    trich_yeu: về việc thành lập Hội đồng đánh giá"
                ),
                (
                    "ngay: 12/6/2025\n    co_quan: <<ubnd.ngan>>\n"
                    "    trich_yeu: về việc thành lập Hội đồng đánh giá"
                ),
            )
        ],
        "",
        "",
        at_first=False,
        missed="numbers began anew on 1 July 2025: a document of before may have any number",
    ),
    Independent(
        "L04",
        MINH_HUNG,
        "không có ngày 31/9",
        [
            (
                "theo nội dung của <<kh85>>.",
                (
                    "theo nội dung của <<kh85>> và Công văn số 512/SKHCN-CĐS ngày 31/9/2025 của Sở Khoa "
                    "học và Công nghệ."
                ),
            )
        ],
        "VB-10",
        "31/9/2025",
    ),
    Independent(
        "L05",
        MINH_HUNG,
        "Kế hoạch 94 ngày 22/10/2025",
        [
            (
                "các kế hoạch của Đảng ủy và <<ubnd.ngan>> để",
                "Kế hoạch số 94/KH-UBND ngày 20/10/2025 của <<ubnd.ngan>> để",
            )
        ],
        "VB-05",
        "Kế",
    ),
    Independent(
        "L06",
        HANG_GON,
        "02-KH/BCĐTW ngày 19/6/2025",
        [
            (
                "Quán triệt tinh thần <<kh02_bcdtw>>,",
                "Quán triệt tinh thần Kế hoạch số 02-KH/BCĐTW ngày 16/9/2025 của Ban Chỉ đạo Trung ương,",
            )
        ],
        "VB-07",
        "02-KH/BCĐTW",
    ),
    Independent(
        "L07",
        BINH_LOC,
        "thiếu chữ “số”",
        [("Kế hoạch số 12/KH-UBND", "Kế hoạch 12/KH-UBND")],
        "VB-12",
        "“Kế hoạch 12/KH-UBND” 1 chỗ thiếu",
    ),
    Independent(
        "L08",
        BINH_LOC,
        "57-NQ/TW",
        [("về thực hiện Nghị quyết số 57-NQ/TW năm 2026", "về thực hiện Nghị quyết số 57/NQ-TW năm 2026")],
        "VB-01",
        "57/NQ-TW",
    ),
    Independent(
        "L09",
        CHU_VAN_AN,
        "71/NQ-CP ngày 01/4/2025",
        [
            (
                "Thực hiện có hiệu quả các chương trình, kế hoạch của cấp trên",
                (
                    "Thực hiện có hiệu quả Nghị quyết số 71/NQ-CP ngày 22/12/2024 của Chính phủ, các "
                    "chương trình, kế hoạch của cấp trên"
                ),
            )
        ],
        "VB-07",
        "22/12/2024",
        at_first=False,
    ),
    Independent(
        "L10",
        CHU_VAN_AN,
        "193/2025/QH15 là của Quốc hội",
        [
            (
                "Thực hiện có hiệu quả các chương trình, kế hoạch của cấp trên",
                (
                    "Thực hiện có hiệu quả Nghị quyết số 193/2025/QH15 của Chính phủ, các chương trình, "
                    "kế hoạch của cấp trên"
                ),
            )
        ],
        "VB-02",
        "193/2025/QH15",
    ),
    Independent(
        "L11",
        CHU_VAN_AN,
        "Bộ GDĐT không ban hành TT-BKHCN",
        [("so: 02/2025/TT-BGDĐT", "so: 02/2025/TT-BKHCN")],
        "VB-02",
        "02/2025/TT-BKHCN",
        at_first=False,
    ),
    Independent(
        "L12",
        GIA_PHUC,
        "Quyết định không mang ký hiệu KH",
        [("so: 690/QĐ-UBND", "so: 690/KH-UBND")],
        "VB-08",
        "690/KH-UBND",
    ),
    Independent(
        "L13",
        GIA_PHUC,
        "HĐND không ban hành KH-UBND",
        [("so: 08/KH-TTHĐND", "so: 08/KH-UBND")],
        "VB-02",
        "08/KH-UBND",
    ),
    Independent(
        "L14",
        NAM_DO_SON,
        "Công văn ngày 17/11 dẫn Thông báo ngày 22/12",
        [
            (
                "ngay: 22/10/2025\n    co_quan: <<phong_ban.ban_chi_dao>>",
                "ngay: 22/12/2025\n    co_quan: <<phong_ban.ban_chi_dao>>",
            )
        ],
        "VB-20",
        "Công văn số 01-CV/TGV ngày 17",
        at_first=False,
    ),
    Independent(
        "L15",
        HANG_GON,
        "văn bản ngày 28/11/2025 dẫn văn bản ngày 13/12/2025",
        [
            ("du_thao: có", "du_thao: không"),
            ("so_van_ban:\n", "so_van_ban: 50\n"),
            ("ngay_ban_hanh:\n", "ngay_ban_hanh: 28/11/2025\n"),
            ("ngay: 13/10/2025", "ngay: 13/12/2025"),
        ],
        "VB-09",
        "Kế hoạch số 16-KH/ĐU ngày 13",
    ),
    Independent(
        "L16",
        KIEN_HUNG,
        "238/KH-UBND là của UBND thành phố",
        [
            (
                "<<kh12_tu>> và <<kh238_tp>> thành việc làm",
                "<<kh12_tu>> và Kế hoạch số 238/KH-UBND ngày 13/9/2025 của Thành ủy thành việc làm",
            )
        ],
        "VB-02",
        "238/KH-UBND",
    ),
    Independent(
        "L17",
        NAM_DO_SON,
        "Công điện của Thủ tướng: CĐ-TTg",
        [("so: 90/CĐ-TTg", "so: 90/CĐ-CP")],
        "VB-02",
        "90/CĐ-CP",
    ),
    Independent(
        "L18",
        HANG_GON,
        "hai quyết định khác nhau cùng số 244",
        [("so: 243/QĐ-UBND", "so: 244/QĐ-UBND")],
        "CT-19",
        "244/QĐ-UBND",
    ),
    Independent(
        "L19",
        MINH_HUNG,
        "06-KH/ĐU",
        [("so: 06-KH/ĐU", "so: 06-KH/DU")],
        "VB-01",
        "06-KH/DU",
        at_first=False,
    ),
    Independent(
        "L20",
        GIA_PHUC,
        "năm 2052 chưa tới",
        [
            (
                "  qd64:\n    loai: Quyết định\n    so: 64/QĐ-UBND\n    ngay: 01/7/2025",
                "  qd64:\n    loai: Quyết định\n    so: 64/QĐ-UBND\n    ngay: 01/7/2052",
            )
        ],
        "VB-09",
        "Quyết định số 64/QĐ-UBND ngày 01",
    ),
    Independent(
        "L21",
        CHU_VAN_AN,
        "57-NQ/TW là của Bộ Chính trị",
        [
            (
                "Thực hiện có hiệu quả các chương trình, kế hoạch của cấp trên",
                (
                    "Thực hiện có hiệu quả Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Ban Bí thư, các "
                    "chương trình, kế hoạch của cấp trên"
                ),
            )
        ],
        "VB-07",
        "22/12/2024",
        at_first=False,
    ),
]
