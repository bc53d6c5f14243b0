"""G: taking a province's new edition into a ward's spec."""

from __future__ import annotations

from nq57gen.messages.entry import Message

_CHOOSE = (
    "Văn bản đang dùng chữ của đơn vị; chữ của tỉnh ghi ở cuối tệp, dưới khóa xung_dot. "
    "Chọn xong thì xóa mục tương ứng ở đó."
)

MESSAGES: dict[str, Message] = {
    # Taken.
    "G001": Message("Thêm “{place}” theo bản mới của tỉnh.", severity="warning"),
    "G002": Message("Sửa “{place}” theo bản mới của tỉnh.", severity="warning"),
    "G003": Message("Bỏ “{place}”: bản mới của tỉnh không còn.", severity="warning"),
    "G004": Message("Chuyển “{place}” sang nhóm “{group}” theo bản mới của tỉnh.", severity="warning"),
    "G005": Message("Xếp lại thứ tự ở “{place}” theo bản mới của tỉnh.", severity="warning"),
    "G006": Message("Sửa {count} đoạn ở “{place}” theo bản mới của tỉnh.", severity="warning"),
    # Conflicts.
    "G101": Message("“{place}”: tỉnh và đơn vị cùng sửa, mỗi bên một khác.", _CHOOSE, "warning"),
    "G102": Message("“{place}”: tỉnh đã bỏ, đơn vị đã sửa.", _CHOOSE, "warning"),
    "G103": Message("“{place}”: đơn vị đã bỏ, tỉnh đã sửa.", _CHOOSE, "warning"),
    "G104": Message(
        "“{place}”: tỉnh chuyển sang nhóm “{group}”, đơn vị chuyển sang nhóm khác.", _CHOOSE, "warning"
    ),
    # Not taken.
    "G201": Message(
        "“{place}”: tỉnh và đơn vị cùng xếp lại thứ tự; giữ thứ tự của đơn vị.",
        "Nếu muốn theo thứ tự của tỉnh, chuyển chỗ các mục bằng tay.",
        "warning",
    ),
    "G202": Message(
        "“{place}”: tỉnh chuyển sang nhóm “{group}” mà đơn vị đã bỏ; giữ ở nhóm cũ.",
        "Nếu muốn theo tỉnh, thêm lại nhóm rồi chuyển mục này vào.",
        "warning",
    ),
    "G203": Message(
        "“{place}”: tỉnh chuyển sang nhóm “{group}”, đơn vị đã bỏ mục này; không thêm lại.",
        severity="warning",
    ),
    # Taken: comments.
    "G210": Message("Sửa ghi chú (sau dấu #) ở “{place}” theo bản mới của tỉnh.", severity="warning"),
    # What is recorded in the spec.
    "G301": Message(
        "Chưa chọn giữa chữ của đơn vị và chữ của tỉnh ở “{place}”.",
        "Giữ chữ của đơn vị thì chỉ xóa mục này; theo tỉnh thì thay chữ ở “{place}” (có cua_don_vi thì chỉ thay đúng đoạn ấy) bằng cua_tinh rồi xóa mục này.",
        "warning",
    ),
    # Our own fault.
    "G901": Message(
        "Tệp sau khi cập nhật không đúng như đã tính; không ghi gì.",
        "Gửi ba tệp (bản cũ, bản mới của tỉnh và đặc tả của đơn vị) cho người làm chương trình.",
    ),
}
