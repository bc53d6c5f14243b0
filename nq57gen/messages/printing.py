"""P Printed pages: the tools that draw them, and what only the drawn pages show."""

from __future__ import annotations

from nq57gen.messages.entry import Message

_OTHER_PAGES = (
    "Word và LibreOffice có thể ngắt trang hơi khác nhau: xem lại trang này trong Word; nếu đúng vậy, "
)

MESSAGES: dict[str, Message] = {
    # The tools.
    "P001": Message(
        "Không tìm thấy LibreOffice (lệnh soffice) nên không in thử được",
        "cài LibreOffice rồi thêm thư mục chứa soffice vào PATH",
    ),
    "P002": Message(
        "LibreOffice không chuyển được tệp sang PDF: {reason}",
        "mở tệp bằng Word (hoặc LibreOffice), lưu lại dạng .docx rồi kiểm tra lại",
    ),
    "P003": Message(
        "LibreOffice chạy quá {seconds} giây mà chưa xong nên đã bị dừng",
        "mở thử tệp bằng LibreOffice; thu nhỏ ảnh, bỏ đối tượng nhúng rồi kiểm tra lại",
    ),
    "P004": Message(
        "Không tìm thấy {tool} nên không đọc được bản in thử",
        "cài bộ công cụ Poppler (poppler-utils) rồi thêm thư mục chứa {tool} vào PATH",
    ),
    "P005": Message(
        "{tool} không đọc được bản in thử: {reason}", "cập nhật Poppler (poppler-utils) rồi kiểm tra lại"
    ),
    "P006": Message(
        "Chưa xem được văn bản như khi in: thiếu {tools}",
        "cài LibreOffice và Poppler (poppler-utils) nếu muốn xem cả vị trí trên trang in",
        severity="warning",
    ),
    "P007": Message(
        "Máy này không có Times New Roman hay phông cùng bề rộng, bản in thử không giống bản Word nên không xét",
        "cài phông Times New Roman hoặc Liberation Serif (gói fonts-liberation)",
        severity="warning",
    ),
    # What the pages show.
    "P101": Message(
        "Quốc hiệu bị tách thành {lines} dòng khi in",
        "kéo rộng cột bên phải, đặt đệm ô bằng 0 hoặc giảm Quốc hiệu xuống cỡ 12 để nằm trọn một dòng",
    ),
    "P102": Message(
        "Tiêu ngữ bị tách thành {lines} dòng khi in",
        "kéo rộng cột bên phải hoặc đặt đệm ô bằng 0 để Tiêu ngữ nằm trọn một dòng",
    ),
    "P103": Message(
        "Dòng “{text}” của tên cơ quan tự xuống dòng khi in",
        "kéo rộng cột bên trái, hoặc tự ngắt tên ở chỗ đọc thuận (Shift+Enter)",
        severity="warning",
    ),
    "P104": Message(
        "Địa danh và thời gian ban hành bị tách thành {lines} dòng khi in",
        "kéo rộng cột bên phải hoặc giảm cỡ chữ xuống 13 để nằm trọn một dòng",
    ),
    "P105": Message(
        "Phần ký và Nơi nhận nằm riêng một trang, không có dòng nội dung nào ở trên",
        _OTHER_PAGES
        + "bỏ ngắt trang và dòng trống phía trên, hoặc chuyển đoạn cuối sang cùng trang với phần ký",
        severity="warning",
    ),
    "P106": Message(
        "Phần ký và Nơi nhận bị chia ra {pages} trang: “{text}” không cùng trang với “{anchor}”",
        _OTHER_PAGES + "không cho hàng của bảng ký tách sang trang (Allow row to break across pages)",
        severity="warning",
    ),
    "P107": Message(
        "Đề mục “{text}” là dòng cuối trang, nội dung của nó sang trang sau",
        _OTHER_PAGES + "đặt đề mục “Giữ với đoạn sau” (Keep with next) và bỏ ngắt trang ngay sau đề mục",
        severity="warning",
    ),
    "P108": Message(
        "Chữ trong bảng vượt ra ngoài lề trang {millimetres} mm, ở dòng “{text}”",
        "thu hẹp bảng cho vừa vùng chữ (AutoFit Window), hoặc đặt phần chứa bảng khổ ngang",
    ),
    "P109": Message(
        "“{text}” không nằm ở đầu trang khi in",
        "đặt ngắt phần sang trang mới (Next Page) ngay trước dòng nhãn phụ lục",
    ),
    "P110": Message(
        "Bảng sang trang mới mà không lặp lại hàng tiêu đề “{text}”",
        "chọn hàng tiêu đề, đánh dấu Lặp lại hàng tiêu đề (Repeat Header Rows)",
        severity="warning",
    ),
    "P111": Message(
        "Trang in không có số trang",
        "chèn số trang ở giữa đầu trang; kiểm tra đầu trang của từng phần (section)",
    ),
    "P112": Message(
        "Trang thứ nhất hiện số trang khi in",
        "đánh dấu Trang đầu khác biệt (Different First Page) và xóa số ở đầu trang của trang đầu",
    ),
}
