"""Documents cited wrongly."""

from __future__ import annotations

from tests.content.seeds.seed import CHU_VAN_AN, GIA_PHUC, HANG_GON, MINH_HUNG, NAM_DO_SON, seeds_of

CITATIONS = [
    *seeds_of(
        "VB ND30-VD",
        NAM_DO_SON,
        ("a State number in the Party's form", "so: 10/KH-UBND", "so: 10-KH/UBND", ("10-KH/UBND",)),
        ("a day that is none", "- Từ ngày 01/7/2025, Trung tâm", "- Từ ngày 31/6/2025, Trung tâm", ("31/6",)),
        (
            "a number against its date",
            "so: 75/KH-UBND\n    ngay: 24/10/2025",
            "so: 75/KH-UBND\n    ngay: 24/8/2025",
            ("75/KH-UBND", "71/KH-UBND"),
        ),
        (
            "a decision after its time",
            "so: 625/QĐ-UBND\n    ngay: 29/10/2025",
            "so: 625/QĐ-UBND\n    ngay: 29/10/2026",
            ("625/QĐ-UBND", "29 tháng 10 năm 2026"),
        ),
    ),
    *seeds_of(
        "VB ND30-VD",
        MINH_HUNG,
        ("a hyphen for a slash", "- Đưa <<nq57>> vào", "- Đưa Nghị quyết số 57-NQ-TW vào", ("57-NQ-TW",)),
        (
            "the date of a second mention",
            "tại <<kh91_tinh>> đều",
            "tại Kế hoạch số 91/KH-UBND ngày 21/02/2026 của UBND tỉnh Đồng Nai đều",
            ("91/KH-UBND",),
        ),
        (
            "the issuer of a second mention",
            "bám sát <<nq57>> của Bộ Chính trị",
            "bám sát Nghị quyết số 57-NQ/TW của Chính phủ",
            ("57-NQ/TW",),
        ),
        (
            "số left out",
            "bám sát <<nq57>> của Bộ Chính trị",
            "bám sát Nghị quyết 57-NQ/TW của Bộ Chính trị",
            ("Nghị quyết 57-NQ/TW",),
        ),
    ),
    *seeds_of(
        "VB ND30-VD",
        HANG_GON,
        (
            "a Party plan as one of the committee",
            "thực hiện <<kh16_du>> của Đảng ủy",
            "thực hiện Kế hoạch số 16/KH-UBND của Đảng ủy",
            ("16/KH-UBND",),
        ),
        (
            "month of a second mention",
            "<<kh02_bcdtw>> và kế hoạch của",
            "Kế hoạch số 02-KH/BCĐTW ngày 19/9/2025 và kế hoạch của",
            ("02-KH/BCĐTW",),
        ),
        (
            "figures of a number changed over",
            "kết quả thực hiện <<nq57>> năm <<nam_bao_cao>> và",
            "kết quả thực hiện Nghị quyết số 75-NQ/TW năm <<nam_bao_cao>> và",
            ("75-NQ/TW",),
        ),
    ),
    *seeds_of(
        "VB ND30-VD",
        CHU_VAN_AN,
        (
            "a Government resolution in the Party's form",
            "Các chỉ tiêu theo <<nq71.ngan>>",
            "Các chỉ tiêu theo Nghị quyết số 71-NQ/CP",
            ("71-NQ/CP",),
        ),
        (
            "year of a second mention",
            "tiến độ thực hiện <<nq57>> trên hệ thống",
            "tiến độ thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2025 trên hệ thống",
            ("57-NQ/TW",),
        ),
        (
            "a resolution as a plan",
            "của <<nq57>>, <<ubnd.ngan>> xác định",
            "của Kế hoạch số 57-NQ/TW, <<ubnd.ngan>> xác định",
            ("57-NQ/TW",),
        ),
    ),
    *seeds_of(
        "VB ND30-VD",
        GIA_PHUC,
        (
            "month of a decision",
            "so: 1241/QĐ-UBND\n    ngay: 17/10/2025",
            "so: 1241/QĐ-UBND\n    ngay: 17/7/2025",
            ("1241/QĐ-UBND", "1201/QĐ-UBND"),
        ),
    ),
]
