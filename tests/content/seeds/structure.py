"""Numbering, lists, appendices and tables out of order."""

from __future__ import annotations

from tests.content.seeds.seed import CHU_VAN_AN, HANG_GON, MINH_HUNG, NAM_DO_SON, seeds_of

STRUCTURE = [
    *seeds_of(
        "CT ND30-BC",
        MINH_HUNG,
        (
            "a number skipped",
            "  - tieu_de: Đẩy mạnh công tác thông tin, truyền thông",
            '  - danh_so: "4."\n    tieu_de: Đẩy mạnh công tác thông tin, truyền thông',
            ("4.", "Đẩy mạnh công tác"),
        ),
        (
            "an appendix that is not there",
            "nhiệm vụ tại <<phu_luc.nhiem_vu>> kèm theo",
            "nhiệm vụ tại Phụ lục III kèm theo",
            ("Phụ lục III",),
        ),
        (
            "a row number repeated",
            "          - ma: so_hoa_ho_so\n",
            '          - ma: so_hoa_ho_so\n            danh_so: "3"\n',
            (
                "Tỷ lệ hồ sơ, kết quả giải quyết",
                "3",
            ),
        ),
    ),
    *seeds_of(
        "CT NV",
        MINH_HUNG,
        ("an empty office", "            chu_tri: tram_y_te\n", "", ("bảng 3, hàng 36",)),
        (
            "an empty deadline",
            "            thoi_han: Quý II/<<nam_ke_hoach>>\n",
            "",
            ("Phối hợp triển khai các nền tảng",),
        ),
        (
            "a row twice",
            "ten: Tỷ lệ người dân có Sổ sức khỏe điện tử",
            "ten: Dân số từ 15 tuổi trở lên có tài khoản giao dịch tại ngân hàng "
            "hoặc các tổ chức được phép khác",
            ("Dân số từ 15 tuổi",),
        ),
    ),
    *seeds_of(
        "CT ND30-BC",
        NAM_DO_SON,
        (
            "a level below skipped",
            "      - tieu_de: Bảo đảm an ninh mạng",
            '      - danh_so: "2.6."\n        tieu_de: Bảo đảm an ninh mạng',
            ("2.6", "Bảo đảm an ninh mạng"),
        ),
        (
            "đ left out",
            "    - tieu_de: Bảo đảm an toàn, an ninh thông tin và bảo mật",
            '    - danh_so: "e)"\n      tieu_de: Bảo đảm an toàn, an ninh thông tin và bảo mật',
            ("e)", "Bảo đảm an toàn"),
        ),
        (
            "a bullet without its mark",
            "- Các doanh nghiệp viễn thông, công",
            "Các doanh nghiệp viễn thông, công",
            ("Các doanh nghiệp viễn thông",),
        ),
        (
            "a document twice in a list",
            "      - <<kh53>>;\n",
            "      - <<kh53>>;\n      - <<kh53>>;\n",
            ("53/KH-UBND",),
        ),
        ("a number twice in a sentence", "; (3) Cổng dịch vụ", "; (2) Cổng dịch vụ", ("(2)", "(4)")),
    ),
    *seeds_of(
        "CT ND30-BC",
        HANG_GON,
        (
            "a bullet twice",
            "  - Lập, đề xuất dự toán",
            "  - Lập, đề xuất dự toán kinh phí thực hiện Đề án 06 theo đúng lộ trình của năm 2026.\n"
            "  - Lập, đề xuất dự toán",
            ("Lập, đề xuất",),
        ),
        (
            "a bullet of a long list without its mark",
            "- Cung cấp dịch vụ công trực tuyến toàn trình trong",
            "Cung cấp dịch vụ công trực tuyến toàn trình trong",
            ("Cung cấp dịch vụ công",),
        ),
    ),
    *seeds_of(
        "CT ND30-BC",
        CHU_VAN_AN,
        (
            "an appendix beyond the last",
            "(chi tiết tại <<phu_luc.giai_doan>> kèm",
            "(chi tiết tại Phụ lục V kèm",
            ("Phụ lục V",),
        ),
        (
            "an empty product",
            "            san_pham: Chuyên mục, báo cáo số lượng tin bài\n",
            "",
            ("Mở chuyên mục",),
        ),
    ),
]
