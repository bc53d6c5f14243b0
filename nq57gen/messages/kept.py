"""K files that were made earlier: hand edits, records, ``verify``; and why a document is made again."""

from __future__ import annotations

from nq57gen.messages.entry import Message

_WAYS = (
    "giữ bản sửa tay: chuyển nó sang thư mục khác hoặc đổi tên; "
    "lấy bản mới: thêm --force, bản sửa tay được chép vào {copies} trước khi thay; "
    "giữ cả hai: chép chỗ đã sửa tay vào đặc tả rồi thêm --force"
)

MESSAGES: dict[str, Message] = {
    "K101": Message("Tệp này đã sửa tay (hoặc không do nq57gen tạo): giữ nguyên; bản mới ở {beside}", _WAYS),
    "K102": Message(
        "Tệp này và {beside} đều đã sửa tay (hoặc không do nq57gen tạo): giữ nguyên cả hai, bản mới chưa được ghi",
        "chuyển {beside} sang thư mục khác rồi chạy lại",
    ),
    "K103": Message(
        "Tệp này đã sửa tay (hoặc không do nq57gen tạo): sẽ giữ nguyên; bản mới sẽ ở {beside}", _WAYS
    ),
    "K104": Message(
        "Tệp này đã sửa tay, còn {beside}, tên dành cho bản mới, là văn bản khác ({origin}): giữ nguyên cả hai, "
        "bản mới chưa được ghi",
        "chuyển {beside} sang thư mục khác rồi chạy lại; đặc tả tạo ra nó nếu còn thì đổi tên",
    ),
    "K105": Message(
        "Tệp này đã sửa tay (hoặc không do nq57gen tạo): sẽ được chép vào {copies} rồi thay bằng bản mới",
        "bỏ --force thì tệp này được giữ nguyên, bản mới ở {beside}",
        severity="warning",
    ),
    "K106": Message(
        "Tệp này không phải bản đã ghi nhận ở lần tạo trước: sẽ được chép vào {copies} rồi thay bằng bản mới",
        "muốn giữ tệp này ở chỗ khác thì chuyển nó đi hoặc đổi tên trước khi chạy",
        severity="warning",
    ),
    "K110": Message(
        "Tệp vừa thay hình như đang mở ở máy nào đó (có tệp khóa {lock})",
        "đóng tệp mà không lưu rồi mở lại để thấy bản mới; không ai mở thì xóa tệp khóa",
        severity="warning",
    ),
    "K111": Message(
        "Bản PDF này cũ hơn văn bản Word", "thêm --pdf để tạo lại, hoặc xóa bản PDF", severity="warning"
    ),
    "K112": Message(
        "Không ghi được ghi chép của lần tạo này ({reason}); lần sau có thể phải tạo lại",
        severity="warning",
    ),
    "K113": Message(
        "Tệp bị thay không phải bản đã ghi nhận ở lần tạo trước (bản cũ chép lại, văn bản khác, hoặc mất ghi "
        "chép): đã chép vào {copy} trước khi thay",
        "xem bản chép; không cần nữa thì xóa",
        severity="warning",
    ),
    "K114": Message(
        "Tệp sửa tay đã được chép vào {copy} rồi mới thay bằng bản mới",
        "xem bản chép để lấy lại chỗ sửa tay; không cần nữa thì xóa",
        severity="warning",
    ),
    "K201": Message(
        "Tệp không do nq57gen tạo, hoặc dấu của chương trình đã bị xóa khỏi thuộc tính của tệp",
        "chỉ xác minh được tệp .docx do nq57gen render tạo",
    ),
    "K202": Message("Tệp đã bị sửa sau khi tạo"),
    "K203": Message(
        "Không tìm thấy đặc tả đã tạo ra tệp này",
        "chạy lệnh trong thư mục có specs/ với đặc tả như lúc tạo tệp, hoặc ghi rõ --spec ĐẶC_TẢ",
    ),
    "K204": Message(
        "Đặc tả {spec} không phải là bản đã tạo ra tệp: đã sửa sau đó, hoặc là đặc tả khác",
        "tạo lại văn bản từ đặc tả này, hoặc ghi rõ --spec ĐẶC_TẢ",
    ),
    "K205": Message("Bộ mẫu {pack} không phải là bản đã tạo ra tệp", "tạo lại văn bản để theo bộ mẫu này"),
    "K206": Message(
        "Tệp do bản {then} của chương trình tạo, máy này dùng bản {now}",
        "tạo lại văn bản, hoặc xác minh bằng bản {then}",
    ),
    "K207": Message(
        "Tệp không giống văn bản tạo từ {spec}, khác ở: {parts}",
        "muốn thấy từng chỗ: nq57gen render -o THƯ_MỤC_KHÁC, rồi so hai tệp bằng Review > Compare của Word",
    ),
    "K208": Message(
        "Tệp gói lại khác lúc tạo (thứ tự, ngày giờ hoặc ghi chú của các phần), nội dung các phần vẫn đúng",
        "tạo lại văn bản",
    ),
    "K210": Message(
        "Không giữ kết quả trung gian ở đây: {place} của người khác, hoặc người khác ghi được; chạy tiếp, chậm hơn",
        "chủ thư mục phải là bạn và chỉ bạn ghi được (chmod go-w), hoặc đặt biến {variable} vào thư mục như thế",
        severity="warning",
    ),
}

#: What the parts of a Word file hold, as people know it: the first beginning of a part's name that fits.
PARTS: dict[str, str] = {
    "word/document.xml": "lời văn và bảng",
    "word/header": "đầu trang, chân trang",
    "word/footer": "đầu trang, chân trang",
    "word/footnotes": "chú thích",
    "word/endnotes": "chú thích",
    "word/styles": "định dạng (styles)",
    "word/numbering": "định dạng (styles)",
    "word/theme": "định dạng (styles)",
    "word/fontTable": "định dạng (styles)",
    "": "phần khác",
}

#: Why a document is made (again), as ``render`` says it.
REASONS: dict[str, str] = {
    "missing": "chưa có tệp kết quả",
    "no_pdf": "chưa có bản PDF",
    "old_pdf": "bản PDF cũ hơn văn bản",
    "unrecorded": "không có ghi chép của lần tạo trước",
    "older": "tệp kết quả không phải bản mới nhất",
    "edited": "tệp kết quả đã sửa tay hoặc không do nq57gen tạo",
    "force": "yêu cầu làm lại (--force)",
    "spec": "đặc tả đã sửa",
    "other_spec": "lần trước tạo từ đặc tả {spec}",
    "pack": "mẫu {pack} đã đổi: {file}",
    "added": "mẫu {pack} đã đổi: có thêm {file}",
    "version": "chương trình đổi từ bản {old} sang bản {new}",
    "code": "mã của chương trình đã đổi",
}
