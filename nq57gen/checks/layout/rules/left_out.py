"""Rules of the decree's list that are not checked, with the reason; those for people only are not listed."""

from __future__ import annotations

LEFT_OUT = {
    "ND30-BOCUC-02": "Đệm ô bằng 0 chỉ là cách làm; khung kẻ xét ở ND30-BOCUC-01, độ rộng cột ở ND30-QH-02.",
    "ND30-PL-09": "Quay ngang là lựa chọn của người soạn; nhãn, tên và số trang đã có quy tắc khác.",
}
