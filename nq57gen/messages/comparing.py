"""L: a report that does not say what its plan says."""

from __future__ import annotations

from nq57gen.messages.entry import Message

_AS_PLANNED = "ghi đúng như kế hoạch; kế hoạch đã điều chỉnh thì sửa ở tệp kế hoạch"

MESSAGES: dict[str, Message] = {
    # The plan.
    "L001": Message(
        "Không có tệp kế hoạch gốc {plan}",
        "đường dẫn tính từ thư mục của báo cáo; cùng thư mục thì chỉ ghi tên tệp, như ke-hoach-2025.yaml",
    ),
    "L002": Message(
        "Kế hoạch gốc {plan} có {count} lỗi nên chưa so được với báo cáo", "chạy nq57gen check {plan} rồi sửa"
    ),
    "L003": Message(
        "{plan} không phải là đặc tả của kế hoạch", "ke_hoach_goc nhận tệp có loai_van_ban: ke_hoach"
    ),
    "L004": Message(
        "Kế hoạch gốc {plan} nằm ngoài thư mục làm việc", "đặt tệp kế hoạch trong specs, cạnh báo cáo"
    ),
    "L005": Message(
        "Kế hoạch gốc là của {theirs}, báo cáo là của {ours}",
        "chọn lại tệp ở ke_hoach_goc; đơn vị đã đổi tên thì không cần làm gì",
        "warning",
    ),
    "L006": Message(
        "Kế hoạch gốc là của năm {theirs}, báo cáo là của năm {ours}",
        "chọn lại tệp ở ke_hoach_goc",
        "warning",
    ),
    # Its targets.
    "L010": Message(
        "Thiếu chỉ tiêu “{name}” của kế hoạch ({plan}, dòng {line})",
        "chép hàng ấy từ kế hoạch sang rồi ghi ket_qua; chưa có kết quả thì để trống ket_qua",
    ),
    "L011": Message(
        "Chỉ tiêu “{name}” đã có ở dòng {line}; kế hoạch chỉ có {count} chỉ tiêu như thế", "bỏ hàng thừa"
    ),
    "L012": Message(
        "Kế hoạch {plan} không có chỉ tiêu “{name}”",
        "gõ nhầm mã hoặc tên thì sửa lại; được giao thêm thì nên nói rõ ở ghi_chu",
        "warning",
    ),
    "L013": Message(
        "Chỉ tiêu “{name}”: {label} ghi ở tệp kế hoạch là “{planned}” ({plan}, dòng {line}), ở đây là “{said}”",
        _AS_PLANNED,
    ),
    "L014": Message(
        "Tên chỉ tiêu trong kế hoạch là “{planned}” ({plan}, dòng {line}), ở đây là “{said}”",
        _AS_PLANNED,
        "warning",
    ),
    "L015": Message(
        "Chỉ tiêu “{name}”: đơn vị chủ trì trong kế hoạch là “{planned}” ({plan}, dòng {line}), ở đây là “{said}”",
        "đã giao cho đơn vị khác thì không cần làm gì; nếu không thì ghi đúng như kế hoạch",
        "warning",
    ),
}
