"""Numbering, appendices, rows and bullets."""

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

STRUCTURE = [
    Independent(
        "S01",
        NAM_DO_SON,
        "1. rồi 3.",
        [
            (
                "  - tieu_de: Kết quả triển khai thực hiện các nhiệm vụ của <<nq57.ngan>>\n",
                (
                    "  - tieu_de: Kết quả triển khai thực hiện các nhiệm vụ của <<nq57.ngan>>\n"
                    '    danh_so: "3."\n'
                ),
            )
        ],
        "ND30-BC-11",
        "sau “1.” là “3.” (không có điều",
    ),
    Independent(
        "S02",
        MINH_HUNG,
        "a) rồi c)",
        [("      - tieu_de: Chuyển đổi số\n", '      - tieu_de: Chuyển đổi số\n        danh_so: "c)"\n')],
        "ND30-BC-11",
        "sau “a)” là “c)” (không có điều",
    ),
    Independent(
        "S03",
        NAM_DO_SON,
        "d) rồi e), thiếu đ)",
        [
            (
                "    - tieu_de: Bảo đảm an toàn, an ninh thông tin và bảo mật\n",
                ('    - tieu_de: Bảo đảm an toàn, an ninh thông tin và bảo mật\n      danh_so: "e)"\n'),
            )
        ],
        "ND30-BC-06",
        "sau “d)” là “e)”, thiếu “đ)” (NĐ",
    ),
    Independent(
        "S04",
        MINH_HUNG,
        "không có Phụ lục III",
        [("nhiệm vụ tại <<phu_luc.nhiem_vu>> kèm theo", "nhiệm vụ tại Phụ lục III kèm theo")],
        "CT-04",
        "Phụ lục III",
    ),
    Independent(
        "S05",
        CHU_VAN_AN,
        "không có Phụ lục IV",
        [("(chi tiết tại <<phu_luc.giai_doan>> kèm", "(chi tiết tại Phụ lục IV kèm")],
        "CT-04",
        "Phụ lục IV",
    ),
    Independent(
        "S06",
        CHU_VAN_AN,
        "Phụ lục III không được nhắc đến",
        [(" và <<phu_luc.phan_cong.so_nhiem_vu>> nhiệm vụ đã phân công tại <<phu_luc.phan_cong>>", "")],
        "CT-20",
        "lời văn không nhắc “Phụ lục III”,",
        at_first=False,
    ),
    Independent(
        "S07",
        MINH_HUNG,
        "ô đơn vị chủ trì trống",
        [("ke_hoach: 100%\n            chu_tri: cong_an", "ke_hoach: 100%\n            chu_tri:")],
        "S006",
        "Cơ quan chủ trì (chu_tri) đang để",
    ),
    Independent(
        "S08",
        KIEN_HUNG,
        "ô sản phẩm trống",
        [("            san_pham: CSDL\n", "")],
        "CT-09",
        "ô trống ở cột “Sản phẩm đầu ra”,",
    ),
    Independent(
        "S09",
        GIA_PHUC,
        "một gạch đầu dòng viết hai lần",
        [
            (
                "      - Hồ sơ lưu trữ tại cơ quan mới được số hóa ở mức hạn chế.\n",
                (
                    "      - Hồ sơ lưu trữ tại cơ quan mới được số hóa ở mức hạn chế.\n"
                    "      - Kỹ năng dùng công nghệ số của một số cán bộ, công chức, viên chức chưa "
                    "thuần thục, cần được tập huấn, thực hành thêm.\n"
                ),
            )
        ],
        "CT-13",
        "chức",
    ),
    Independent(
        "S10",
        CHU_VAN_AN,
        "một nhiệm vụ ghi hai hàng",
        [
            (
                (
                    "          - ten: Hoàn thiện cơ sở dữ liệu đất đai\n"
                    "            chu_tri: phong_kinh_te\n"
                    "            phoi_hop: [cong_an, don_vi_lien_quan]\n"
                    "            san_pham: Cơ sở dữ liệu\n"
                    "            thoi_han: Theo kế hoạch/đề án của cấp trên\n"
                ),
                (
                    "          - ten: Hoàn thiện cơ sở dữ liệu đất đai\n"
                    "            chu_tri: phong_kinh_te\n"
                    "            phoi_hop: [cong_an, don_vi_lien_quan]\n"
                    "            san_pham: Cơ sở dữ liệu\n"
                    "            thoi_han: Theo kế hoạch/đề án của cấp trên\n"
                    "          - ten: Hoàn thiện cơ sở dữ liệu đất đai\n"
                    "            chu_tri: phong_kinh_te\n"
                    "            phoi_hop: [cong_an, don_vi_lien_quan]\n"
                    "            san_pham: Cơ sở dữ liệu\n            thoi_han: Thường xuyên\n"
                ),
            )
        ],
        "CT-13",
        "thiện",
    ),
    Independent(
        "S11",
        NAM_DO_SON,
        "đoạn thiếu gạch đầu dòng",
        [("          - Thủ tục phi địa giới hành chính", "          Thủ tục phi địa giới hành chính")],
        "CT-02",
        "đoạn này không có gạch đầu dòng,",
        at_first=False,
    ),
    Independent(
        "S12",
        HANG_GON,
        "“-” giữa các dòng “+”",
        [("      + <<qd244>>", "      - <<qd244>>")],
        "CT-21",
        "dấu “-” giữa hai dòng dấu “+”",
        at_first=False,
    ),
    Independent(
        "S13",
        GIA_PHUC,
        "phần IV chỉ còn một mục con 1.",
        [
            (
                (
                    "  - tieu_de: Đối với HĐND <<don_vi.loai>>\n    noi_dung: |\n"
                    "      Hằng năm ưu tiên bố trí kinh phí cho chuyển đổi số; tiếp tục đầu tư hoàn "
                    "thiện hạ tầng CNTT để cán bộ có đủ điều kiện làm việc.\n"
                ),
                "",
            )
        ],
        "CT-01",
        "“IV.” chỉ có một mục con là “1.”",
        certain=False,
    ),
    Independent(
        "S14",
        GIA_PHUC,
        "chú thích 2 không được dẫn",
        [("Kế hoạch[^2]", "Kế hoạch")],
        "N023",
        "Văn bản viện dẫn: “kh01_bcd_tp”",
    ),
    Independent(
        "S15",
        MINH_HUNG,
        "không có mục VII",
        [
            (
                "quản lý và sử dụng theo quy định của pháp luật",
                "quản lý và sử dụng theo mục VII của Kế hoạch này và quy định của pháp luật",
            )
        ],
        "CT-22",
        "hoạch",
        at_first=False,
    ),
    Independent(
        "S16",
        NAM_DO_SON,
        "(4) rồi (6), (6)",
        [("(5) Hệ thống đăng ký và quản lý hộ tịch", "(6) Hệ thống đăng ký và quản lý hộ tịch")],
        "CT-18",
        "sau (4) là (6)",
    ),
    Independent(
        "S17",
        GIA_PHUC,
        "hai mục cùng tên",
        [("tieu_de: Về đầu tư cơ sở vật chất", "tieu_de: Về chỉ đạo, điều hành")],
        "CT-13",
        "chỉ đạo, điều hành",
    ),
    Independent(
        "S18",
        GIA_PHUC,
        "TT 1, 2, 2, 4",
        [('["3", <<qd77.so>>', '["2", <<qd77.so>>')],
        "CT-08",
        "lặp lại số “2”",
    ),
    Independent(
        "S19",
        CHU_VAN_AN,
        "8. 8. viết số hai lần",
        [("  - tieu_de: Tăng cường giám sát, đánh giá\n", "  - tieu_de: 8. Tăng cường giám sát, đánh giá\n")],
        "S012",
        "Tiêu đề bắt đầu bằng “8.”, mà mục",
    ),
    Independent(
        "S20",
        BINH_LOC,
        "sau “Các chỉ tiêu chưa đạt:” không có gì",
        [("      <<chi_tieu.liet_ke_chua_dat>>\n", "")],
        "CT-23",
        "sau “Các chỉ tiêu chưa đạt:”",
        at_first=False,
    ),
]
