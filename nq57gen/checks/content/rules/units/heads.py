"""First lines of examples: a unit, its province, a day."""

#: After and before 1 July 2025, when provinces and communes were formed anew and districts ended.
TODAY = "@ phường Minh Hưng, tỉnh Đồng Nai; ngày 05/3/2026; kế hoạch\n"
BEFORE = "@ xã Gia Phúc; ngày 05/01/2025; báo cáo\n"
