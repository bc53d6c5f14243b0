"""V: the register of communes, wards, special zones and provinces."""

from __future__ import annotations

from nq57gen.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "V001": Message(
        "Danh mục xã, phường, đặc khu không có “{name}”",
        "có phải: {suggestions}? Danh mục tính đến {as_of}",
    ),
    "V002": Message(
        "Danh mục xã, phường, đặc khu không có “{name}”",
        "kiểm tra lại tên; danh mục tính đến {as_of}",
    ),
    "V003": Message("Có {count} đơn vị cùng tên “{name}”", "ghi đủ dấu và thêm --tinh: {candidates}"),
    "V004": Message("{province} không có “{name}”", "đơn vị cùng tên có ở nơi khác: {candidates}"),
    "V005": Message("Không có “{name}”: sai loại đơn vị", "có phải: {candidates}?"),
    "V006": Message(
        "“{name}” đã thành “{now}” từ ngày {day} ({resolution})",
        "ghi “{now}”; văn bản ban hành trước ngày đó mới ghi “{name}” (lệnh clone: --nam trước năm đó, hoặc thêm "
        "--force-unit)",
    ),
    "V007": Message(
        "Từ ngày {day} mới có “{name}” ({resolution}); ngày {on} còn là “{then}”",
        "ghi “{then}”, hoặc sửa ngày ban hành",
    ),
    "V008": Message(
        "Ngày {on} chưa có “{name}”",
        "đơn vị này hoạt động từ ngày {day} ({resolution}); kiểm tra ngày ban hành",
    ),
    "V009": Message(
        "{province} không có “{name}”",
        "có phải: {suggestions}? Đơn vị cùng tên có ở nơi khác: {candidates}",
    ),
    "V010": Message("Không có tỉnh, thành phố “{name}”", "có phải: {suggestions}?"),
    "V011": Message("Không có tỉnh, thành phố “{name}”", "ghi một trong 34 tên sau sắp xếp: {known}"),
}
