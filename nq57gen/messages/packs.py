"""M: template packs (M0) and Word templates (M1)."""

from __future__ import annotations

from nq57gen.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "M001": Message("Không tìm thấy bộ mẫu “{name}”", "các bộ mẫu hiện có: {known}"),
    "M002": Message("Bộ mẫu “{name}” kế thừa chính nó", "sửa dòng ke_thua trong pack.yaml"),
    "M003": Message(
        "Bộ mẫu “{pack}”, loại văn bản “{document_type}” còn thiếu: {missing}", "bổ sung vào pack.yaml"
    ),
    "M004": Message(
        "Bộ mẫu “{pack}” không có tệp Word “{file}”", "đặt tệp vào thư mục của bộ mẫu, hoặc sửa tep_mau"
    ),
    "M006": Message("Không đọc được tệp Word mẫu “{file}” ({reason})", "kiểm tra quyền đọc tệp"),
    "M101": Message("Mẫu Word không mở được: {reason}", "mở mẫu bằng Word rồi lưu lại dạng .docx"),
    "M102": Message(
        "Thẻ “{tag}” viết sai ({reason})", "tên trong thẻ không dấu, không cách: {{{{ so_ky_hieu }}}}"
    ),
    "M103": Message("Thẻ “{tag}”: không có tên “{name}”", "xóa phần sau dấu chấm: tên này không có tên con"),
    "M104": Message("Thẻ “{tag}”: {reason}", "mở và đóng cùng một kiểu: {{%p for %}} với {{%p endfor %}}"),
    "M105": Message(
        "Thẻ “{tag}” làm mất nội dung đứng cùng: “{text}”", "để thẻ riêng một đoạn (hoặc một hàng)"
    ),
    "M106": Message("Thẻ “{tag}”: {reason}"),
    "M107": Message(
        "Thẻ “{tag}” dùng thứ không được phép trong mẫu",
        "mẫu chỉ in, hỏi (if) và lặp (for, lồng tối đa 3 tầng) các tên có sẵn",
    ),
    "M108": Message("Mẫu không in: {names}", "thêm thẻ cho các tên này; thiếu chúng văn bản sẽ mất chữ"),
    "M109": Message("Mẫu thiếu kiểu đoạn (style): {names}", "chép kiểu từ mẫu của bộ mẫu chung"),
    "M110": Message("Mẫu thiếu {what}", "bắt đầu lại từ mẫu của bộ mẫu chung"),
    "M111": Message(
        "Mẫu có macro, tệp nhúng hoặc liên kết ra ngoài",
        "xóa phần này trong Word; mẫu chỉ được có chữ, bảng và hình",
    ),
    "M112": Message(
        "Thẻ nằm ở chỗ không dùng được: “{text}”", "chỉ đặt thẻ trong chữ của đoạn hoặc của ô bảng"
    ),
    "M113": Message("Không điền được mẫu: {reason}"),
    "M114": Message(
        "Có ký tự {character}, ký tự tệp Word không chứa được, sau “{text}”",
        "xóa ký tự đó hoặc gõ lại đoạn chữ",
    ),
}
