"""Places of real documents at which ``check`` has nothing to say.

From the closing sections of the worked lists: what a careful reader checked and found right. What may rightly
be said of the same words by other rules is left open.
"""

from __future__ import annotations

#: Rules over the form, the number and the date of a citation.
_CITED = "VB-01 VB-02 VB-03 VB-05 VB-06 VB-07 VB-08"

#: (document, words, codes or beginnings of codes); without words: nowhere in the document.
SILENT = (
    # the groups of targets, their sum and the lines under each
    ("000", "10/13", "SO-01 SO-02 SO-06 DEM-01 DEM-02"),
    ("000", "2/13", "SO-01 SO-02 SO-06 DEM"),
    ("000", "01/13", "SO-01 SO-02 SO-06 DEM"),
    # met and not met as said
    ("000", "99.18%", "NV-05"),
    ("000", "91.4%", "NV-05"),
    ("000", "92%", "NV-05"),
    ("000", "58.8%", "NV-05"),
    # right forms; two plans of one number by two issuers
    ("000", "71/NQ-CP", _CITED),
    ("000", "17/KH-UBND", _CITED),
    ("000", "17/KH-SKHCN", _CITED),
    ("000", "469-KH/TU", _CITED),
    ("000", "02-KH/BCĐTW", _CITED),
    ("000", "01/QĐ-BCĐ", _CITED),
    ("000", "243/QĐ-UBND", _CITED),
    ("000", "244/QĐ-UBND", _CITED),
    ("000", "22/12/2024", "VB-05 VB-07 VB-10"),
    ("000", "", "VB-10"),
    # generic words, deliberate pairs
    ("000", "cấp xã, phường", "DV"),
    ("000", "Căn cước công dân/Căn cước", "NN"),
    # every count equals its rows, every number has its place
    ("001", "(32 chỉ tiêu)", "DEM"),
    ("001", "(02)", "DEM"),
    ("001", "(05)", "DEM"),
    ("001", "(04)", "DEM"),
    ("001", "(21)", "DEM"),
    ("001", "6 rõ", "DEM-01 DEM-03"),
    ("001", "", "CT-08 ND30-BC-08 ND30-BC-11"),
    ("001", "bảng 4, hàng", "CT-09"),
    ("001", "91/KH-UBND", _CITED),
    ("001", "469-KH/TU", _CITED),
    ("001", "71/NQ-CP", _CITED),
    ("001", "85/KH-UBND", _CITED),
    ("001", "94/KH-UBND", _CITED),
    ("001", "66.7/2025/NQ-CP", "VB-01 VB-02 SO"),
    ("001", "", "VB-10"),
    ("001", "hợp tác xã", "DV"),
    ("001", "xã hội", "DV"),
    ("001", "hợp hợp", "NN"),
    ("001", "đúng - đủ", "NN"),
    ("001", "2025-2030", "NN"),
    # milestones, groups, numbers with one date, values that never fall
    ("002", "5 giai đoạn", "DEM"),
    ("002", "4 nhóm", "DEM"),
    ("002", "238/KH-UBND", _CITED),
    ("002", "12-KH/TU", _CITED),
    ("002", "30-KH/ĐU", _CITED),
    ("002", "71/NQ-CP", _CITED),
    ("002", "", "ND30-BC-08 ND30-BC-11"),
    ("002", "", "NV-02"),
    ("002", "", "NN-01 NN-03"),
    ("002", "", "SO-03 SO-06"),
    ("002", "5G", "NV-01"),
    ("002", "băng rộng", "NV-01"),
    ("002", "triển khai ký số", "NV-01"),
    ("002", "giảng dạy về kỹ năng số", "NV-01"),
    ("002", "tích hợp khởi nghiệp", "NV-01"),
)
