"""C: new specs from a pack, its new editions, new packs."""

from __future__ import annotations

from nq57gen.messages.entry import Message

MESSAGES: dict[str, Message] = {
    # Cloning.
    "C001": Message(
        "Bộ mẫu {pack} là của {province}, không dùng cho {asked}",
        "dùng bộ mẫu của {asked}, hoặc bộ mẫu chung; muốn làm bộ mẫu mới: nq57gen pack new",
    ),
    "C002": Message(
        "Đã có tệp này: không ghi đè, chưa ghi tệp nào",
        "ghi vào thư mục khác bằng -o; hoặc chuyển tệp cũ đi rồi chạy lại",
    ),
    "C003": Message("Chưa biết “{name}” thuộc tỉnh, thành phố nào", 'thêm --tinh, ví dụ --tinh "Thanh Hóa"'),
    "C004": Message("Tệp này không phải là đặc tả của kế hoạch", "--from nhận tệp có loai_van_ban: ke_hoach"),
    "C005": Message(
        "Chưa rõ “{name}” là xã, phường hay đặc khu", 'ghi cả loại, ví dụ --unit "phường {name}"'
    ),
    "C006": Message(
        "“{name}” không giống tên đơn vị", "tên chỉ có chữ, số, dấu cách, dài không quá 60 ký tự"
    ),
    "C007": Message("Còn thiếu: {missing}", 'ví dụ: nq57gen clone hai-phong --unit "phường Chu Văn An"'),
    "C008": Message("Năm “{year}” không đúng", "ghi năm có bốn chữ số, ví dụ --nam 2026"),
    # What a pack has.
    "C010": Message(
        "Bộ mẫu {pack} không có {file}, bộ mẫu mà nó kế thừa cũng không",
        "chép khung của một bộ mẫu khác vào, hoặc ghi ke_thua: chung ở pack.yaml",
    ),
    "C011": Message(
        "Khung của bộ mẫu có lỗi nên đặc tả này chưa được ghi; số dòng dưới đây là của đặc tả",
        "sửa tệp ở thư mục khung của bộ mẫu rồi chạy lại",
    ),
    "C012": Message("{province} có bộ mẫu riêng: {packs}", "nên dùng bộ mẫu ấy thay cho chung", "warning"),
    # Writing.
    "C020": Message(
        "Tệp này vừa đổi trong lúc chương trình làm việc; chưa ghi tệp nào", "lưu và đóng tệp rồi chạy lại"
    ),
    # Updating.
    "C030": Message(
        "Không có {base}: không biết đặc tả này bắt đầu từ đâu nên chưa cập nhật được",
        "lấy lại tệp ấy từ bản sao lưu; không còn thì chạy nq57gen clone cho đơn vị này vào một thư mục tạm (-o), "
        "chép thư mục .mau ở đó về đây: những gì tỉnh đã sửa đến nay coi như đã xem; "
        "không theo bộ mẫu nữa thì bỏ dòng an_ban_mau",
    ),
    "C031": Message(
        "Đặc tả ghi mau: {mine}, còn {base} theo bộ mẫu {then}",
        "ghi lại mau: {then}; muốn theo {mine} thì chạy nq57gen clone {mine} rồi chép nội dung sang",
    ),
    "C032": Message(
        "Tệp Word này đã sửa riêng, bộ mẫu {pack} cũng có bản mới: giữ nguyên tệp",
        "so với {new}; chép chỗ cần lấy vào tệp, rồi chép {new} đè lên {base} để khỏi báo lại",
        "warning",
    ),
    "C033": Message(
        "Bộ mẫu {pack} ở thư mục này (ấn bản {own}) che ấn bản {bundled} đi kèm chương trình",
        "muốn theo ấn bản mới thì chuyển thư mục này đi nơi khác; muốn giữ thì không cần làm gì",
        "warning",
    ),
    "C034": Message(
        "Đặc tả sau khi cập nhật có lỗi", "chạy nq57gen check rồi sửa; bản trước khi cập nhật ở {backup}"
    ),
    # New packs.
    "C040": Message(
        "“{name}” không dùng làm tên bộ mẫu được",
        "chỉ dùng chữ thường không dấu, số và gạch nối, không quá 60 ký tự: thanh-hoa",
    ),
    "C050": Message("Windows không cho đặt tên thư mục là “{name}”", "thêm chữ vào tên: bo-mau-{name}"),
    "C041": Message("Đã có bộ mẫu {name}: không ghi đè", "chọn tên khác, hoặc sửa thẳng {folder}"),
}
