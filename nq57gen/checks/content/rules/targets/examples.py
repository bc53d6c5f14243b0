"""Tables that the examples of several rules are made of."""

from __future__ import annotations

#: A plan with offices and their work; gaps for the second office, its work, and who leads the last row.
ASSIGNED = """IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
- Chủ trì các nhiệm vụ tại Phụ lục I.
2. {0}
- {1}
3. Công an phường
- Thực hiện nhiệm vụ tại Phụ lục I.
Phụ lục I
CHỈ TIÊU
| TT | Chỉ tiêu | Đơn vị tính | Kết quả | Đơn vị chủ trì |
| 1 | Một | % | 80 | Phòng VH-XH |
| 2 | Hai | % | 90 | Công an phường |
| 3 | Ba | % | 90 | {2} |"""
HEALTH_STATION = "Trạm Y tế phường"
UNIT_TABLE = "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Tỷ lệ phủ sóng 5G | % | 60 |\n"
TASK_HEAD = (
    "| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời gian hoàn thành |\n"
)
#: Gaps for the number and the deadline.
TASK_ROW = "| {0} | Xây dựng kế hoạch {0} | Phòng Kinh tế | Công an xã | Kế hoạch | {1} |\n"
TASK_ROWS = "".join(TASK_ROW.format(n, "Tháng 6/2026") for n in (1, 2, 3))
#: The targets of a year and of stages; gaps for a value and its lead, and the same value in the other table.
STAGED_TABLES = """Phụ lục I
CHỈ TIÊU ĐẾN NĂM 2030
| TT | Chỉ tiêu | Đơn vị tính | Kết quả | Cơ quan chủ trì |
| I | Đến năm 2030 | | | |
| 1 | Tỷ lệ dịch vụ công trực tuyến toàn trình đủ điều kiện | % | {0} | {1} |
| 2 | Tỷ lệ phủ sóng 5G | % | 100 | Phòng VH-XH |
| 3 | Tỷ lệ thanh toán không dùng tiền mặt | % | 80 | Phòng Kinh tế |
Phụ lục II
CHỈ TIÊU THEO GIAI ĐOẠN
| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Cơ quan chủ trì |
| 1 | Tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình đủ điều kiện | {2} | 100% | Phòng VHXH |
| 2 | Tỷ lệ phủ sóng 5G trên địa bàn | ≥ 60% | 100% | Phòng Văn hóa - Xã hội |"""
