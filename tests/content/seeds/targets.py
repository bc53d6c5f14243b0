"""Targets and tasks that contradict themselves or lack something."""

from __future__ import annotations

from tests.content.seeds.seed import GIA_PHUC, HANG_GON, MINH_HUNG, seeds_of

TARGETS = [
    *seeds_of(
        "NV",
        GIA_PHUC,
        (
            "a value that falls",
            '"2040": 80%, "2045": 100%}\n            chu_tri: phong_vhxh\n            phoi_hop: [so_khcn',
            '"2040": 40%, "2045": 100%}\n            chu_tri: phong_vhxh\n            phoi_hop: [so_khcn',
            ("40%",),
        ),
        (
            "a value that falls at once",
            '"2025": ≥ 70%, "2030": ≥ 85%',
            '"2025": ≥ 70%, "2030": ≥ 65%',
            ("65%",),
        ),
        (
            "a value that falls late",
            '"2025": ≥ 70%, "2030": 85%, "2035": ≥ 95%',
            '"2025": ≥ 70%, "2030": 85%, "2035": ≥ 75%',
            ("75%",),
        ),
        (
            "a value of one of two places",
            "ten: Tỷ lệ người sử dụng có khả năng truy nhập băng rộng cố định với tốc độ trên 1 Gb/s\n"
            '                don_vi_tinh: "%"\n                ke_hoach: 100',
            "ten: Tỷ lệ người sử dụng có khả năng truy nhập băng rộng cố định với tốc độ trên 1 Gb/s\n"
            '                don_vi_tinh: "%"\n                ke_hoach: 90',
            ("“90”", "băng rộng"),
        ),
    ),
    *seeds_of(
        "NV",
        HANG_GON,
        ("a result below its plan called đạt", "ket_qua: 95%", "ket_qua: 95%\n    danh_gia: Đạt", ("95%",)),
        ("a figure of a result", "ket_qua: 91,4%", "ket_qua: 81,4%\n    danh_gia: Đạt", ("81,4",)),
        (
            "a result above its plan called chưa đạt",
            "ket_qua: 50%",
            "ket_qua: 50%\n    danh_gia: Chưa đạt",
            ("50%",),
        ),
        ("a result far below called đạt", "ket_qua: 58,8%", "ket_qua: 58,8%\n    danh_gia: Đạt", ("58,8",)),
    ),
    *seeds_of(
        "NV",
        MINH_HUNG,
        ("a deadline of last year", "Quý II/<<nam_ke_hoach>>", "Quý II/2025", ("Quý II/2025",)),
        (
            "a month before the bases",
            "Tháng 3/<<nam_ke_hoach>>",
            "Tháng 01/<<nam_ke_hoach>>",
            ("Tháng 01/2026",),
        ),
        ("a deadline years after the plan", "Quý II/<<nam_ke_hoach>>", "Quý II/2028", ("Quý II/2028",)),
        ("a quarter that is none", "Quý II/<<nam_ke_hoach>>", "Quý V/<<nam_ke_hoach>>", ("Quý V/2026",)),
        (
            "a percentage above 100",
            "ke_hoach: ≥ 60%\n            chu_tri: phong_vhxh",
            "ke_hoach: ≥ 600%\n            chu_tri: phong_vhxh",
            ("600%",),
        ),
        (
            "a task without an office",
            "chu_tri: phong_vhxh\n            phoi_hop: don_vi_phoi_hop\n            thoi_han: Tháng 3/",
            'chu_tri: "-"\n            phoi_hop: don_vi_phoi_hop\n            thoi_han: Tháng 3/',
            ("Ban hành Kế hoạch triển khai",),
        ),
        (
            "an office without duties",
            "            chu_tri: truong_hoc",
            "            chu_tri: Hội Nông dân phường",
            ("Hội Nông dân",),
        ),
        (
            "an office that works with itself",
            "chu_tri: cong_an\n            phoi_hop: don_vi_phoi_hop",
            "chu_tri: cong_an\n            phoi_hop: cong_an",
            ("Công an phường",),
        ),
    ),
]
