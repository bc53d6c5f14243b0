"""F files and folders, R what came out, U usage."""

from __future__ import annotations

from nq57gen.messages.entry import Message

#: Why a file is not read, as the reason of F130 and others.
NO_FILE = "không phải tệp thường (là đường ống, ổ cắm hoặc thiết bị)"
TOO_LARGE = "tệp lớn hơn {megabytes} MB"

MESSAGES: dict[str, Message] = {
    "F101": Message(
        "Không ghi được: ở chỗ này đã có một thư mục cùng tên", "đổi tên thư mục ấy, hoặc ghi ra chỗ khác"
    ),
    "F102": Message(
        "Không ghi được: không có quyền ghi vào thư mục này ({reason})",
        "chọn thư mục khác, hoặc xin quyền ghi",
    ),
    "F103": Message(
        "Không ghi được: tệp đang mở trong Word hoặc đang bị chương trình khác giữ",
        "đóng tệp trong Word rồi chạy lại",
    ),
    "F104": Message("Không ghi được: ổ đĩa đã đầy", "xóa bớt tệp, hoặc ghi ra ổ đĩa khác"),
    "F105": Message(
        "Không ghi được: tên tệp quá dài hoặc có ký tự ổ đĩa không nhận ({reason})", "đặt tên ngắn hơn"
    ),
    "F106": Message("Không ghi được: {reason}"),
    "F107": Message(
        "Không ghi được: tệp đang đặt chỉ đọc (Read-only)",
        "bấm chuột phải vào tệp, chọn Properties, bỏ dấu Read-only rồi chạy lại",
    ),
    "F120": Message(
        "Không phải tệp .docx: không mở được như một gói zip", "mở lại bằng Word, lưu dạng .docx"
    ),
    "F121": Message(
        "Tệp quá lớn: quá {parts} phần hoặc quá {megabytes} MB khi giải nén", "kiểm tra nguồn gốc tệp"
    ),
    "F122": Message(
        "Gói .docx có phần mang tên không hợp lệ hoặc trùng: “{part}”", "mở bằng Word rồi lưu lại"
    ),
    "F130": Message("Không mở được tệp: {reason}", "kiểm tra quyền đọc tệp; đóng chương trình đang giữ tệp"),
    "F133": Message(
        "Không có quyền đọc tệp hay thư mục này ({reason})",
        "xin quyền đọc (và quyền mở thư mục), hoặc chỉ tệp hay thư mục khác",
    ),
    "F108": Message(
        "Không ghi được: “{name}” là một tệp, mà chỗ này cần một thư mục",
        "đổi tên hoặc chuyển tệp ấy đi, hoặc ghi ra chỗ khác",
    ),
    "F131": Message("Tệp đã ký số; sửa tệp sẽ làm hỏng chữ ký", "sửa bản chưa ký, rồi trình ký lại"),
    "F132": Message(
        "Tệp lưu theo kiểu Strict Open XML, chương trình chỉ kiểm tra được, không sửa được",
        "mở bằng Word, lưu lại theo kiểu “Word Document (*.docx)” rồi chạy lại",
    ),
    "R101": Message(
        "Tệp Word vừa tạo thiếu: “{text}”",
        "mẫu Word có bỏ sót chỗ in nội dung này không? Nếu mẫu đúng, đây là lỗi của chương trình",
    ),
    "R102": Message(
        "Tệp Word vừa tạo thừa, hoặc đặt sai chỗ: “{text}”",
        "mẫu Word có in nội dung này hai lần không? Nếu mẫu đúng, đây là lỗi của chương trình",
    ),
    "R103": Message(
        "Tệp Word vừa tạo có XML hỏng: {reason}", "đây là lỗi của chương trình; hãy báo kèm đặc tả và mẫu"
    ),
    "U001": Message("Không có tệp hay thư mục “{name}”", "kiểm tra lại đường dẫn"),
    "U002": Message(
        "Thư mục “{folder}” không có đặc tả (.yaml) nào", "đặt tệp .yaml vào đó, hoặc chỉ thư mục khác"
    ),
    "U003": Message("“{name}” không phải là đặc tả", "đặc tả là tệp .yaml hoặc .yml"),
    "U004": Message(
        "Đặc tả này và “{other}” sẽ cùng ghi ra một tệp: “{output}”",
        "đổi tên một trong hai đặc tả, hoặc ghi ra hai thư mục khác nhau bằng -o",
    ),
    "U005": Message(
        "“{name}” không phải là đặc tả hay tệp Word",
        "kiểm tra được tệp .yaml, .yml và tệp Word .docx, .dotx, .docm, .dotm",
    ),
    "U006": Message(
        "Thư mục “{folder}” không có đặc tả (.yaml) hay tệp Word (.docx) nào",
        "đặt tệp vào đó, hoặc chỉ thư mục khác",
    ),
    "U007": Message(
        "{option}: không có mã “{name}”",
        "xem các mã ở docs/quy-tac.md, docs/quy-tac-noi-dung.md, docs/ma-loi.md",
    ),
    "U008": Message(
        "Đã có tệp “{output}”, không ghi đè", "xóa hoặc đổi tên tệp ấy, hoặc ghi rõ -o {output} để thay nó"
    ),
    "U009": Message("--fix chỉ sửa tệp Word; “{name}” là đặc tả", "sửa trong tệp .yaml rồi tạo lại văn bản"),
    "U010": Message("-o chỉ dùng cùng --fix, khi sửa một tệp", "bỏ -o, hoặc sửa từng tệp một"),
    "U011": Message("“{output}” là chính tệp gốc, không ghi đè", "đặt tên khác cho bản sửa"),
    "U012": Message("--spec chỉ dùng khi xác minh một tệp", "xác minh từng tệp một"),
    "U014": Message(
        "-o của render là thư mục, không phải tên tệp: “{name}”",
        "ghi -o THƯ_MỤC; tệp Word mang tên của đặc tả",
    ),
    "U030": Message(
        "“{name}” ({form}) và “{other}” ({other_form}) chỉ khác nhau ở cách ghi dấu Unicode",
        "giữ một, đổi tên hoặc chuyển cái kia đi",
    ),
    "U031": Message(
        "“{name}” là tệp khóa mà Word, Excel tạo khi đang mở một tệp, không phải là tệp ấy",
        "chỉ tệp không có ~$ ở đầu tên",
    ),
    "U013": Message(
        "Đặc tả này sẽ thành “{new}”, là tên dành cho bản mới của “{document}” (do “{other}” tạo ra)",
        "đổi tên một trong hai đặc tả, ví dụ thay đuôi “.moi.yaml” bằng “-moi.yaml”",
    ),
}
