"""Words of real documents at which ``check`` has nothing to say.

From the closing sections of the worked lists: what a careful reader checked and found right. ``families`` are
the codes that must not quote the words; what may rightly be said there of something else is left open.
"""

from __future__ import annotations

#: (document, words, families).
SILENT = (
    # the groups of targets and their sum
    ("000", "10/13 chỉ tiêu", "SO DEM-02"),
    ("000", "2/13 chỉ tiêu", "SO-01 DEM"),
    ("000", "01/13 chỉ tiêu", "SO-01 DEM"),
    # met and not met as said
    ("000", "99.18%", "NV-05"),
    ("000", "91.4%", "NV-05"),
    ("000", "đạt 92%", "NV-05"),
    ("000", "58.8%", "NV-05"),
    # right forms, two plans of one number by two issuers
    ("000", "71/NQ-CP", "VB-01 VB-02 VB-05"),
    ("000", "17/KH-UBND", "VB-01 VB-05 VB-08"),
    ("000", "17/KH-SKHCN", "VB-01 VB-05 VB-08"),
    ("000", "469-KH/TU", "VB-01 VB-05"),
    ("000", "02-KH/BCĐTW", "VB-01 VB-05"),
    ("000", "01/QĐ-BCĐ", "VB-01 VB-05"),
    ("000", "243/QĐ-UBND", "VB-01 VB-05 VB-08"),
    ("000", "244/QĐ-UBND", "VB-01 VB-05 VB-08"),
    ("000", "22/12/2024", "VB-05 VB-06"),
    # generic words, deliberate pairs
    ("000", "cán bộ cấp xã, phường", "DV"),
    ("000", "Căn cước công dân/Căn cước", "NN-12 NN-13"),
    # every count equals its rows, every number its place
    ("001", "(32 chỉ tiêu)", "DEM"),
    ("001", "hạ tầng (02)", "DEM"),
    ("001", "nguồn lực (05)", "DEM"),
    ("001", "sáng tạo (04)", "DEM"),
    ("001", "chuyển đổi số (21)", "DEM"),
    ("001", "6 rõ", "DEM-01 DEM-03"),
    ("001", "91/KH-UBND", "VB-01 VB-05 VB-08"),
    ("001", "469-KH/TU", "VB-01 VB-05"),
    ("001", "71/NQ-CP", "VB-01 VB-05"),
    ("001", "85/KH-UBND", "VB-01 VB-05 VB-08"),
    ("001", "94/KH-UBND", "VB-01 VB-05 VB-08"),
    ("001", "66.7/2025/NQ-CP", "VB-01"),
    ("001", "hợp tác xã", "DV"),
    ("001", "xã hội", "DV"),
    ("001", "kết hợp hợp lý", "NN"),
    ("001", "đúng - đủ", "NN ND30-SN-03"),
    # milestones, groups, numbers with one date, values that never fall
    ("002", "5 giai đoạn", "DEM"),
    ("002", "(1) Phát triển", "DEM"),
    ("002", "238/KH-UBND", "VB-01 VB-05 VB-08"),
    ("002", "12-KH/TU", "VB-01 VB-05 VB-08"),
    ("002", "30-KH/ĐU", "VB-01 VB-05 VB-08"),
    ("002", "71/NQ-CP", "VB-01 VB-05 VB-08"),
    ("002", "phủ sóng 5G", "NV-01 NV-02"),
    ("002", "băng rộng cố định", "NV-01 NV-02"),
    ("002", "kỹ năng số căn bản", "NV-01 NV-02"),
    ("002", "lồng ghép", "NV-01 NV-02"),
    ("002", "(", "NN-03"),
    ("002", "“", "NN-02"),
    ("002", "bảng", "SO-02 SO-03"),
)
