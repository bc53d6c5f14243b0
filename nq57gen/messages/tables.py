"""T: targets, tasks and tables."""

from __future__ import annotations

from nq57gen.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "T001": Message(
        "{label}: không đọc được giá trị “{value}”",
        "kế hoạch ghi như ≥ 60%, 100%, từ 80% trở lên; kết quả ghi như 75,2%; chưa có thì ghi “-”",
    ),
    "T002": Message("Mã chỉ tiêu “{value}” là từ dành riêng", "đặt mã khác, ví dụ ct_{value}"),
    "T003": Message("Mã “{value}” đã dùng cho một hàng khác (dòng {line})", "mỗi hàng một mã riêng"),
    "T010": Message("Phụ lục dùng bảng {layout} nhưng không có hàng nào", "thêm khóa {key}: và các hàng"),
    "T011": Message("Không có trường “{field}” để in thành cột", ""),
    "T012": Message("Cột “{field}” chưa có tiêu đề", "ghi {{truong: {field}, tieu_de: …}}"),
    "T013": Message(
        "“{key}” của hàng này không được in ở cột nào", "thêm cột {key} vào cot, hoặc bỏ giá trị"
    ),
    "T014": Message("Bảng {layout} không dùng khóa {key}", "chuyển các hàng sang khóa {wanted}"),
    "T015": Message("Phụ lục không có nội dung, cũng không có bảng", "thêm noi_dung, hoặc bang và các hàng"),
    "T016": Message("Bảng tự do cần cả cot và hang", "ghi cot: các cột, hang: các hàng"),
    "T020": Message(
        "Hàng này có {got} ô, bảng chỉ có chỗ cho {wanted} ô",
        'chữ có dấu phẩy phải đặt trong dấu nháy: "Bồi dưỡng, tập huấn"; nếu không phải thế thì bỏ ô thừa hoặc thêm cột',
    ),
    "T021": Message("Hàng mới có {got} ô, cần {wanted} ô", 'thêm ô; ô trống ghi ""'),
    "T022": Message("Ô gộp hàng vượt quá số hàng của bảng hoặc của nhóm", "giảm gop_hang"),
    "T023": Message("Không cộng được cột {column}: bảng có {width} cột, cột 1 để ghi nhãn", "cột đếm từ 1"),
    "T024": Message(
        "Không cộng được: ô “{value}” ở cột {column} không phải là số", "ghi số, hoặc bỏ cột khỏi dong_tong"
    ),
    "T030": Message(
        "Không cộng được cột {column}, vì các số của cột viết theo hai cách: “{one}” (hàng {one_row}, dòng {one_line}) có "
        "{one_read}, “{other}” (hàng {other_row}) có {other_read}",
        "{typed}; cả cột một cách viết: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân",
    ),
}
