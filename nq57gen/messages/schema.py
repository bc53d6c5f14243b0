"""S: what the schema says about the shape of a spec or pack."""

from __future__ import annotations

from nq57gen.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "S001": Message("Không có khóa “{key}”", "ý bạn là {guess}?"),
    "S002": Message("Không có khóa “{key}”", "ở đây chỉ dùng được: {known}"),
    "S003": Message("Thiếu khóa bắt buộc “{key}” ({label})", "thêm vào, ví dụ: {example}"),
    "S004": Message("{label} ({key}) phải là {wanted}, ở đây lại là {got}", "viết như: {example}"),
    "S009": Message(
        "Đoạn văn của “{key}” chưa có dấu | sau khóa",
        "sửa dòng khóa thành “{key}: |”, các dòng dưới giữ nguyên",
    ),
    "S010": Message("{label} ({key}) là danh sách, không phải khối chữ", "bỏ dấu | sau “{key}:”"),
    "S011": Message(
        "Tên đơn vị “{value}” đã kèm chữ chỉ loại đơn vị",
        "chỉ ghi tên riêng; chữ xã, phường do loai thêm vào",
    ),
    "S012": Message(
        "Tiêu đề bắt đầu bằng “{label}”, mà mục đã được đánh số tự động",
        "bỏ “{label}”; muốn số khác thì ghi ở danh_so",
    ),
    "S005": Message(
        "{label} ({key}) phải là danh sách, nhưng dấu “-” không có dấu cách sau nó",
        "viết mỗi mục một dòng, bắt đầu bằng “- ” (gạch rồi dấu cách)",
    ),
    "S006": Message(
        "{label} ({key}) đang để trống", "ghi giá trị sau dấu hai chấm, hoặc bỏ hẳn khóa nếu không dùng"
    ),
    "S007": Message("{label}: không nhận giá trị “{value}”", "ý bạn là {guess}? Chỉ dùng được: {allowed}"),
    "S008": Message("{label}: không nhận giá trị “{value}”", "chỉ dùng được: {allowed}"),
    "S020": Message(
        "Mã “{value}” không hợp lệ",
        "mã chỉ gồm chữ thường không dấu, chữ số và gạch dưới, bắt đầu bằng chữ: kh_94",
    ),
    "S021": Message("Số chú thích “{value}” không hợp lệ", 'viết như "1": …, rồi dẫn trong bài bằng [^1]'),
    "S022": Message("{label}: “{value}” không phải là năm", "ghi đủ bốn chữ số, ví dụ 2026"),
    "S023": Message("{label}: “{value}” không phải là số nguyên dương", "ghi bằng chữ số, ví dụ 57"),
    "S024": Message(
        "{label}: “{value}” không phải là độ rộng", "ghi một số dương; các cột chia bề rộng theo tỉ lệ"
    ),
    "S025": Message("{label}: “{value}” không đọc được là ngày", "ghi ngày/tháng/năm, ví dụ 05/3/2026"),
    "S026": Message("{label}: không có ngày {value} ({reason})", "kiểm tra lại ngày và tháng"),
    "S027": Message("{label}: “{value}” phải là có hoặc không", "ghi “có” hoặc “không”"),
    "S028": Message("{label}: không có cách đánh số “{value}”", "chỉ dùng được: {allowed}"),
    "S029": Message(
        "Quyền hạn “{value}” không đúng thể thức",
        "ghi TM., KT., TL., TUQ. hoặc Q., một dấu cách, rồi chức danh in hoa: KT. CHỦ TỊCH (NĐ 30, PL I, II.7.b)",
    ),
    "S030": Message(
        "Quyền hạn “{value}” viết theo kiểu văn bản của Đảng",
        "văn bản hành chính ghi TM., KT., TL. có dấu chấm và dấu cách: TM. ỦY BAN NHÂN DÂN",
    ),
    "S031": Message(
        "Phiên bản đặc tả “{value}” không đọc được", "phiên bản hiện hành là 1: phien_ban_dac_ta: 1"
    ),
    "S032": Message("{label} in đúng như ghi, không dùng được << >>: “{value}”", "ghi thẳng chữ cần in"),
    "S033": Message(
        "{label} phải nằm trên một dòng, không có dấu Tab", "viết liền sau dấu hai chấm, không dùng dấu |"
    ),
    "S034": Message(
        "“{value}” không phải là mã quy tắc",
        "ghi mã như lệnh check in ra: ND30-BC-07, SO-03; hoặc chữ đầu của cả nhóm quy tắc nội dung: NN",
    ),
    "S035": Message("{label} quyết định cách tạo văn bản, không để điền sau được", "ghi ngay giá trị ở đây"),
    "S036": Message(
        "“{value}” không phải là mã quy tắc nội dung",
        "ghi mã như lệnh check in ra: SO-03; lỗi thể thức (ND30-…) thì dùng bo_qua",
    ),
    "S037": Message(
        "{label}: “{value}” quá ngắn để biết là chỗ nào", "chép cả cụm từ của chỗ ấy từ lời báo của check"
    ),
    "S040": Message(
        "Mục “{key}” không có trong bố cục nên sẽ không được in", "thêm “- {key}” vào bo_cuc, hoặc bỏ mục"
    ),
    "S041": Message("Bố cục nhắc đến mục “{key}” hai lần", "bỏ một lần"),
    "S042": Message("Bố cục có mục mới “{key}” nhưng chưa có tiêu đề", "ghi: - {{khoa: {key}, tieu_de: …}}"),
    "S043": Message(
        "Bố cục có mục “{key}” nhưng văn bản không có nội dung của mục này", "thêm “{key}: |” và nội dung"
    ),
    "S044": Message("Thiếu mục bắt buộc “{key}” ({title})", "thêm “{key}: |” và nội dung của mục"),
    "S045": Message("Mục này không có tiêu đề, cũng không có nội dung", "thêm tieu_de hoặc noi_dung"),
    "S046": Message(
        "Khóa “{key}” đã có nghĩa riêng, không đặt làm mục được", "chọn tên khác, ví dụ muc_{key}"
    ),
    "S047": Message(
        "Mục trong bố cục phải có khoa, hoặc có tieu_de và muc", "xem phần Bố cục trong docs/dac-ta.md"
    ),
    "S048": Message("Mục ghi cả {first} và {second}", "chỉ giữ một trong hai"),
    "S049": Message("Không dùng {key} trong {document_type}", "bỏ khóa này"),
}
