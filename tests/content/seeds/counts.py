"""Numbers announced that are not the number of what is listed."""

from __future__ import annotations

from tests.content.seeds.seed import CHU_VAN_AN, GIA_PHUC, HANG_GON, MINH_HUNG, NAM_DO_SON, seeds_of

COUNTS = [
    *seeds_of(
        "DEM",
        MINH_HUNG,
        ("rows of a group", "hạ tầng (<<nhom.tong | hai_chu_so>>)", "hạ tầng (03)", ("(03)",)),
        (
            "rows of a large group",
            "phát triển chuyển đổi số (<<nhom.tong | hai_chu_so>>)",
            "phát triển chuyển đổi số (20)",
            ("(20)",),
        ),
        (
            "targets in the text",
            "<<phu_luc.chi_tieu.tong>> chỉ tiêu tại",
            "33 chỉ tiêu tại",
            ("33 chỉ tiêu",),
        ),
        (
            "tasks in the text",
            "<<phu_luc.nhiem_vu.so_nhiem_vu>> nhiệm vụ tại",
            "14 nhiệm vụ tại",
            ("14 nhiệm vụ",),
        ),
        ("things named after a number", "“6 rõ”", "“5 rõ”", ("5 rõ",)),
        (
            "targets in a column head",
            "<<nam_ke_hoach>> (<<phu_luc.chi_tieu.tong>> chỉ tiêu)",
            "<<nam_ke_hoach>> (30 chỉ tiêu)",
            ("30 chỉ tiêu",),
        ),
    ),
    *seeds_of(
        "DEM",
        HANG_GON,
        ("bullets below n of m", "<<chi_tieu.dat | hai_chu_so>>/", "09/", ("09/13",)),
        ("bullets below n of m, too many", "<<chi_tieu.chua_dat | hai_chu_so>>/", "03/", ("03/13",)),
    ),
    *seeds_of(
        "DEM",
        GIA_PHUC,
        ("documents in a footnote", "so_quyet_dinh: 10", "so_quyet_dinh: 11", ("11 Quyết định",)),
        ("documents in a long footnote", "so_ke_hoach: 17", "so_ke_hoach: 16", ("16 Kế hoạch",)),
        (
            "rows with a verdict",
            "Chưa đạt <<phu_luc.giai_doan.chua_dat | hai_chu_so>> chỉ tiêu",
            "Chưa đạt 02 chỉ tiêu",
            ("02 chỉ tiêu", "Chưa đạt"),
        ),
    ),
    *seeds_of(
        "DEM",
        CHU_VAN_AN,
        ("a numbered list in a sentence", "vào 4 nhóm:", "vào 5 nhóm:", ("5 nhóm",)),
        ("years in a sentence", "qua 5 giai đoạn,", "qua 6 giai đoạn,", ("6 giai đoạn",)),
        ("things in brackets", "theo tinh thần 5 rõ (", "theo tinh thần 6 rõ (", ("6 rõ",)),
        ("targets in an appendix", "<<phu_luc.giai_doan.tong>> mục tiêu", "40 mục tiêu", ("40 mục tiêu",)),
    ),
    *seeds_of("DEM", NAM_DO_SON, ("years in brackets", "03 năm (2022,", "04 năm (2022,", ("04 năm",))),
]
