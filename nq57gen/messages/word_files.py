"""D Word files: what cannot be read, and what whoever trusts the reading must know."""

from __future__ import annotations

from nq57gen.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "D001": Message(
        "Đây là tệp Word đời cũ (.doc), không phải .docx",
        "mở bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”, rồi kiểm tra tệp mới",
    ),
    "D002": Message(
        "Tệp có mật khẩu mở nên không đọc được",
        "mở bằng Word, vào Tệp > Thông tin > Bảo vệ tài liệu, bỏ mật khẩu rồi lưu lại",
    ),
    "D003": Message(
        "Không phải tệp .docx: {kind}", "mở bằng Word (hoặc LibreOffice), lưu dạng .docx rồi kiểm tra lại"
    ),
    "D004": Message(
        "Tệp hỏng: không mở được như một gói zip",
        "tải hoặc sao chép lại tệp; nếu Word còn mở được thì lưu lại",
    ),
    "D005": Message(
        "Tệp lớn bất thường khi giải nén, không mở",
        "kiểm tra nguồn gốc tệp; nếu tin cậy, thu nhỏ ảnh trong Word rồi lưu lại",
    ),
    "D006": Message("Gói .docx có phần mang tên không hợp lệ hoặc trùng", "mở bằng Word rồi lưu lại"),
    "D007": Message(
        "Gói .docx không có phần văn bản", "tệp bị hỏng; lấy lại bản gốc, mở bằng Word rồi lưu lại"
    ),
    "D008": Message(
        "Phần “{part}” của tệp có khai báo DTD, điều Word không bao giờ ghi", "kiểm tra nguồn gốc tệp"
    ),
    "D009": Message("Phần “{part}” của tệp có XML hỏng: {reason}", "mở bằng Word (Word tự sửa) rồi lưu lại"),
    "D135": Message(
        "Phần “{part}” của tệp quá lớn (quá {megabytes} MB hoặc quá {marks} thẻ XML), không văn bản nào cần đến; "
        "không đọc",
        "kiểm tra nguồn gốc tệp; nếu là văn bản thật, chép nội dung sang một tệp mới, chia làm nhiều tệp",
    ),
    "D136": Message(
        "Ở {place} có dòng dài quá {letters} chữ, hoặc một từ dài quá {word} chữ; không đọc",
        "xem lại chỗ ấy trong Word: xóa nếu là dữ liệu dán nhầm, nếu là lời văn thì ngắt thành nhiều đoạn",
    ),
    "D137": Message(
        "Phần “{part}” của tệp có một đoạn với quá {marks} thẻ XML, không văn bản nào cần đến; không đọc",
        "kiểm tra nguồn gốc tệp; nếu là văn bản thật, chép lời văn của đoạn ấy (dán dạng chữ thuần) sang tệp mới",
    ),
    "D101": Message(
        "Văn bản còn {count} chỗ theo dõi sửa đổi (Track Changes); đã đọc như khi chấp nhận tất cả",
        "vào Xem lại (Review), chấp nhận hoặc từ chối hết các sửa đổi trước khi phát hành",
        severity="warning",
    ),
    "D102": Message(
        "Văn bản còn {count} ghi chú bên lề (Comments)",
        "vào Xem lại (Review), xóa hết ghi chú trước khi phát hành",
        severity="warning",
    ),
    "D103": Message(
        "Văn bản có {count} đối tượng nhúng (OLE); nội dung bên trong không được đọc",
        "chép nội dung ra thành chữ hoặc bảng của Word, hoặc tự kiểm tra phần đó",
        severity="warning",
    ),
    "D104": Message(
        "Văn bản chèn nguyên một tệp khác; phần chèn đó không được đọc",
        "mở bằng Word rồi lưu lại để phần chèn thành nội dung của văn bản",
        severity="warning",
    ),
    "D105": Message(
        "Văn bản có chứa macro", "văn bản hành chính không cần macro: lưu lại dạng .docx", severity="warning"
    ),
    "D106": Message(
        "Chữ dùng phông “{font}” (bảng mã {encoding}, không phải Unicode), {count} đoạn",
        "chuyển mã sang Unicode bằng công cụ chuyển mã (ví dụ UniKey: Ctrl+Shift+F6), đặt phông Times New Roman rồi kiểm tra lại",
        severity="warning",
    ),
    "D107": Message(
        "Chữ giống bảng mã {encoding} nhưng đặt phông “{font}”: “{sample}”, {count} đoạn",
        "chuyển mã sang Unicode bằng công cụ chuyển mã (ví dụ UniKey: Ctrl+Shift+F6)",
        severity="warning",
    ),
    "D125": Message(
        "Chữ gõ bằng bảng mã {encoding}: chữ cái và dấu là hai ký tự rời, {count} đoạn, đầu tiên là “{sample}”",
        "trong UniKey chọn Bảng mã “Unicode” (dựng sẵn) thay cho “Unicode tổ hợp”; chữ đã gõ thì chọn cả văn bản, "
        "chuyển mã từ “Unicode tổ hợp” sang “Unicode” (Ctrl+Shift+F6), nếu không thì tìm kiếm, so sánh sẽ sót",
        severity="warning",
    ),
    "D126": Message(
        "Văn bản của Đảng: thể thức theo quy định của Đảng, không theo Nghị định 30/2020/NĐ-CP, nên các quy tắc thể thức không được xem",
        "chỉ phần nội dung được xem; nếu đây là văn bản của cơ quan nhà nước thì ghi Quốc hiệu, Tiêu ngữ ở đầu trang",
        severity="warning",
    ),
    "D108": Message(
        "Không kể {count} chỗ trái quy tắc {codes}: khi tạo tệp, đặc tả hoặc bộ mẫu đã bỏ qua (kiem_tra.bo_qua)",
        "muốn xem các chỗ đó thì chạy check với --select và mã quy tắc",
        severity="warning",
    ),
    "D109": Message(
        "Không kể {count} chỗ đã chấp nhận ở kiem_tra.chap_nhan ({codes})",
        "muốn xem lại các chỗ đó thì bỏ mục tương ứng trong chap_nhan",
        severity="warning",
    ),
    "D111": Message(
        "Không kể {count} chỗ mà đặc tả đã chấp nhận kèm lý do ({codes})",
        "lý do ghi ở kiem_tra.chap_nhan của đặc tả; muốn xem lại các chỗ đó thì bỏ mục tương ứng rồi tạo lại tệp",
        severity="warning",
    ),
    "D112": Message(
        "Còn {count} chỗ chưa điền, in trong ngoặc vuông, tô vàng: {words}",
        "điền vào đặc tả rồi tạo lại tệp; nếu điền thẳng vào tệp Word thì bỏ cả ngoặc vuông và tô vàng",
        severity="warning",
    ),
    "D110": Message(
        "Không có lỗi {rule} nào có chữ “{words}” để chấp nhận",
        "đã sửa xong thì bỏ mục này; chưa thì chép mã và chữ đúng như lệnh check in ra",
        severity="warning",
    ),
    "D120": Message(
        "sửa theo quy tắc này thì chữ “{before}” thành “{after}”, nên --fix không sửa",
        severity="warning",
    ),
    "D121": Message("chưa chắc nhận đúng thành phần nên --fix không sửa", severity="warning"),
    "D122": Message(
        "đoạn có chỗ để trống, lời dặn người soạn, trường, dấu sửa đổi hay điều khiển nội dung nên --fix không sửa chữ",
        severity="warning",
    ),
    "D123": Message(
        "sửa theo quy tắc này thì đoạn không còn là thành phần cũ, nên --fix không sửa", severity="warning"
    ),
    "D124": Message(
        "sửa theo quy tắc này thì sai cấu trúc tệp Word hoặc lại trái quy tắc khác, nên --fix không sửa",
        severity="warning",
    ),
}
