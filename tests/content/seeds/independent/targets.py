"""Targets, results, deadlines and who leads."""

from __future__ import annotations

from tests.content.seeds.independent.seed import (
    BINH_LOC,
    CHU_VAN_AN,
    GIA_PHUC,
    HANG_GON,
    KIEN_HUNG,
    MINH_HUNG,
    Independent,
)

TARGETS = [
    Independent(
        "T01",
        CHU_VAN_AN,
        "90% (2030) rồi 85% (2035)",
        [('"2030": 90%, "2035": 95%, "2040": 97%', '"2030": 90%, "2035": 85%, "2040": 97%')],
        "NV-02",
        "85",
    ),
    Independent(
        "T02",
        GIA_PHUC,
        "≥ 90% (2025) rồi ≥ 85% (2030)",
        [('{"2025": ≥ 70%, "2030": ≥ 85%, "2035": ≥ 95%', '{"2025": ≥ 90%, "2030": ≥ 85%, "2035": ≥ 95%')],
        "NV-02",
        "90",
    ),
    Independent(
        "T03",
        HANG_GON,
        "25% < 30% mà ghi Đạt",
        [("    ket_qua: 50%\n", "    ket_qua: 25%\n    danh_gia: Đạt\n")],
        "NV-05",
        "25%",
    ),
    Independent(
        "T04",
        BINH_LOC,
        "kế hoạch ghi ≥ 80%, báo cáo ghi ≥ 85%",
        [
            (
                "            ke_hoach: ≥ 80%\n            chu_tri: cong_an",
                "            ke_hoach: ≥ 85%\n            chu_tri: cong_an",
            )
        ],
        "L013",
        "85",
    ),
    Independent(
        "T05",
        BINH_LOC,
        "tỷ lệ 130% dân số là không thể",
        [("ket_qua: 97%", "ket_qua: 130%")],
        "NV-17",
        "130",
    ),
    Independent(
        "T06",
        MINH_HUNG,
        "nhiệm vụ không có thời hạn",
        [("            thoi_han: Theo quy định của tỉnh\n", "")],
        "CT-09",
        "ô trống ở cột “(7) Thời hạn hoàn",
    ),
    Independent(
        "T07",
        MINH_HUNG,
        "2027 ngoài kỳ kế hoạch 2026",
        [("thoi_han: Quý II/<<nam_ke_hoach>>", "thoi_han: Quý II/2027")],
        "NV-10",
        "II/2027",
    ),
    Independent(
        "T08",
        KIEN_HUNG,
        "11/2025 trước kỳ kế hoạch 2026",
        [("thoi_han: Tháng 11/<<nam_ke_hoach>>", "thoi_han: Tháng 11/2025")],
        "NV-10",
        "11/2025",
    ),
    Independent(
        "T09",
        KIEN_HUNG,
        "không có Quý V",
        [("thoi_han: Quý II/<<nam_ke_hoach>>", "thoi_han: Quý V/<<nam_ke_hoach>>")],
        "NV-16",
        "“Quý V”",
    ),
    Independent(
        "T10",
        CHU_VAN_AN,
        "không có tháng 13",
        [
            (
                "san_pham: Kế hoạch\n            thoi_han: 10/2025",
                "san_pham: Kế hoạch\n            thoi_han: 13/2025",
            )
        ],
        "NV-16",
        "13/2025",
        at_first=False,
    ),
    Independent(
        "T11",
        MINH_HUNG,
        "phụ lục I: ≥ 60%",
        [
            (
                "- Triển khai mạng 5G, mở rộng",
                ("- Triển khai mạng 5G, phấn đấu tỷ lệ phủ sóng 5G trên địa bàn đạt từ 80% trở lên, mở rộng"),
            )
        ],
        "NV-01",
        "phấn",
        at_first=False,
    ),
    Independent(
        "T12",
        CHU_VAN_AN,
        "Phụ lục I: 100 (2030), Phụ lục II: ≥ 80%",
        [
            (
                (
                    "            ten: Tỷ lệ người sử dụng có khả năng truy nhập băng rộng cố định với "
                    'tốc độ trên 1 Gb/s\n            giai_doan: {"2025": ≥ 60%, "2030": 100%'
                ),
                (
                    "            ten: Tỷ lệ người sử dụng có khả năng truy nhập băng rộng cố định với "
                    'tốc độ trên 1 Gb/s\n            giai_doan: {"2025": ≥ 60%, "2030": ≥ 80%'
                ),
            )
        ],
        "NV-01",
        "≥ 80",
    ),
    Independent(
        "T13",
        GIA_PHUC,
        "lời văn: khó đạt; phụ lục: Đạt",
        [
            (
                (
                    "ten: Tỷ lệ giao dịch hành chính thuộc diện “phi tiếp xúc”\n"
                    '            giai_doan: {"2025": ≥ 70%, "2030": 100%, "2035": 100%, "2040": '
                    '100%, "2045": 100%}\n            chu_tri: trung_tam_hcc\n'
                    "            phoi_hop: don_vi_lien_quan\n            danh_gia: Khó đạt"
                ),
                (
                    "ten: Tỷ lệ giao dịch hành chính thuộc diện “phi tiếp xúc”\n"
                    '            giai_doan: {"2025": ≥ 70%, "2030": 100%, "2035": 100%, "2040": '
                    '100%, "2045": 100%}\n            chu_tri: trung_tam_hcc\n'
                    "            phoi_hop: don_vi_lien_quan\n            danh_gia: Đạt"
                ),
            )
        ],
        "DEM-03",
        "Đạt",
        at_first=False,
    ),
    Independent(
        "T14",
        MINH_HUNG,
        "cơ quan chủ trì không được giao việc ở phần V",
        [("            chu_tri: tram_y_te", "            chu_tri: Ban Chỉ huy Quân sự phường")],
        "NV-11",
        "Ban Chỉ huy Quân sự phường",
    ),
    Independent(
        "T15",
        KIEN_HUNG,
        "chủ trì cũng là phối hợp",
        [
            (
                "            chu_tri: trung_tam_van_hoa\n            phoi_hop: phong_vhxh",
                "            chu_tri: trung_tam_van_hoa\n            phoi_hop: trung_tam_van_hoa",
            )
        ],
        "NV-09",
        "hàng I.3: “Trung tâm Văn hóa -",
    ),
    Independent(
        "T16",
        MINH_HUNG,
        "chỉ tiêu 110% là không thể",
        [("ke_hoach: 100%\n            chu_tri: cong_an", "ke_hoach: 110%\n            chu_tri: cong_an")],
        "NV-17",
        "110",
    ),
    Independent(
        "T17",
        HANG_GON,
        "75,2% ≥ 60% mà ghi Chưa đạt",
        [("    ket_qua: 75,2%\n", "    ket_qua: 75,2%\n    danh_gia: Chưa đạt\n")],
        "NV-05",
        "Chưa",
    ),
    Independent(
        "T18",
        BINH_LOC,
        "phụ lục: 72%",
        [
            (
                "- Hồ sơ nộp trực tuyến đạt 95%",
                "- Tỷ lệ phủ sóng 5G trên địa bàn đạt 68%; hồ sơ nộp trực tuyến đạt 95%",
            )
        ],
        "NV-20",
        "68%",
        at_first=False,
    ),
    Independent(
        "T19",
        HANG_GON,
        "năm 2025 đã đạt 50%",
        [
            (
                "đến quản lý đơn hàng, lập hóa đơn điện tử.",
                (
                    "đến quản lý đơn hàng, lập hóa đơn điện tử; tỷ lệ doanh nghiệp vừa và nhỏ ứng dụng "
                    "công nghệ số đạt từ 40% trở lên."
                ),
            )
        ],
        "",
        "",
        certain=False,
        at_first=False,
        missed="arguable: a later target of other scope may be lower than a result",
    ),
    Independent(
        "T20",
        CHU_VAN_AN,
        "Phụ lục I: Phòng VHXH chủ trì; Phụ lục II: Phòng Kinh tế",
        [
            (
                (
                    '"2040": "-", "2045": "-"}\n            chu_tri: phong_vhxh\n'
                    "            phoi_hop: vien_thong\n            nguoi_chi_dao: <<bien.chi_dao_vhxh>>\n"
                    "            nguoi_theo_doi: <<bien.theo_doi_cong_nghe>>\n"
                    "            san_pham: Báo cáo kết quả thực hiện\n      - nhom: Phát triển nguồn lực"
                ),
                (
                    '"2040": "-", "2045": "-"}\n            chu_tri: phong_kinh_te\n'
                    "            phoi_hop: vien_thong\n            nguoi_chi_dao: <<bien.chi_dao_vhxh>>\n"
                    "            nguoi_theo_doi: <<bien.theo_doi_cong_nghe>>\n"
                    "            san_pham: Báo cáo kết quả thực hiện\n      - nhom: Phát triển nguồn lực"
                ),
            )
        ],
        "NV-03",
        "“Phòng VH-XH”, còn ở dòng 436",
        certain=False,
    ),
    Independent(
        "T21",
        BINH_LOC,
        "đơn vị tính là Hội thi, kết quả ghi 2%",
        [("ket_qua: 2\n", "ket_qua: 2%\n")],
        "NV-19",
        "2%",
        at_first=False,
    ),
]
