"""Y: what the YAML reader says."""

from __future__ import annotations

from nq57gen.messages.entry import Message

_AS_TEXT = "Nếu là chữ của văn bản, đặt cả giá trị trong dấu nháy: {fix}"
_SAVE_UTF8 = (
    "Mở bằng Notepad, chọn File > Save As (Lưu dưới dạng), mục Encoding (Mã hóa) chọn UTF-8 rồi lưu lại."
)

MESSAGES: dict[str, Message] = {
    # The file.
    "Y001": Message(
        "Không tìm thấy tệp {name}.",
        "Kiểm tra lại đường dẫn và phần đuôi tên tệp (.yaml).",
    ),
    "Y002": Message(
        "{name} là thư mục, không phải tệp đặc tả.",
        "Ghi thêm tên tệp, ví dụ {name}/ke_hoach.yaml.",
    ),
    "Y003": Message(
        "Không mở được tệp {name}.",
        "Kiểm tra quyền đọc tệp; đóng chương trình đang giữ tệp rồi chạy lại.",
    ),
    "Y004": Message(
        "Tệp {name} lớn hơn {limit} MB, không phải một tệp đặc tả.",
        "Kiểm tra xem có chọn nhầm tệp (ảnh, Word, Excel) không.",
    ),
    "Y005": Message(
        "Tệp không phải văn bản UTF-8 (dòng {line}, byte {byte}).",
        _SAVE_UTF8 + " Chữ gõ bằng bảng mã cũ (TCVN3, VNI) phải chuyển sang Unicode trước.",
    ),
    "Y006": Message("Tệp UTF-16 bị hỏng hoặc thiếu dấu BOM ở đầu tệp.", _SAVE_UTF8),
    "Y070": Message(
        "{name} không phải tệp thường (là đường ống, ổ cắm hoặc thiết bị), không đọc.",
        "Ghi tên một tệp đặc tả (.yaml) đã lưu trên ổ đĩa.",
    ),
    "Y071": Message(
        "Dòng này dài quá {letters} chữ, hoặc có một từ dài quá {word} chữ; không đọc.",
        "Xóa nếu là dữ liệu dán nhầm; nếu là lời văn, chia thành nhiều đoạn, mỗi đoạn một dòng.",
    ),
    # Lines and indentation.
    "Y010": Message(
        "Tệp đặc tả trống.",
        "Bắt đầu bằng ba dòng: phien_ban_dac_ta: 1, loai_van_ban: ke_hoach, mau: chung.",
    ),
    "Y011": Message(
        'Tệp đặc tả phải gồm các dòng "khóa: giá trị"; tệp này không bắt đầu như vậy.',
        "Bắt đầu bằng phien_ban_dac_ta: 1; chữ của văn bản đặt dưới khóa của từng mục.",
    ),
    "Y012": Message(
        "Một tệp chỉ chứa một đặc tả; từ đây tệp bắt đầu một đặc tả khác.",
        "Xóa dòng --- hoặc ... phía trên, hoặc tách phần sau ra tệp riêng.",
    ),
    "Y013": Message(
        "Các cấp lồng nhau quá sâu (hơn {depth} cấp).",
        "Xem lại các dấu [ và {{ ở dòng này: mỗi dấu mở phải có dấu đóng.",
    ),
    "Y014": Message(
        "Không đọc được tệp từ chỗ này.",
        "So dòng này và dòng trên với một đặc tả mẫu: thụt đầu dòng, dấu hai chấm, dấu nháy, dấu ngoặc.",
    ),
    "Y015": Message(
        'Dòng "{text}" không có dạng "khóa: giá trị".',
        "Nếu là đoạn văn: đặt sau khóa một dấu | rồi thụt đoạn văn vào 2 dấu cách; "
        'nếu là một mục của danh sách: thêm "- " ở đầu dòng; nếu là khóa: thêm dấu hai chấm.',
    ),
    "Y016": Message("Thiếu dấu cách sau dấu hai chấm.", "Viết: {fix}"),
    "Y017": Message(
        "Dòng này thụt đầu dòng không khớp với các dòng phía trên.",
        "Các khóa, các mục cùng cấp phải thẳng cột nhau; cấp con thụt vào thêm 2 dấu cách. "
        "Nếu là đoạn văn, dòng khóa phía trên phải kết thúc bằng dấu |.",
    ),
    "Y018": Message(
        "Có phím Tab ở chỗ chỉ được dùng dấu cách (đầu dòng, sau dấu gạch, sau khóa).",
        "Xóa Tab, gõ dấu cách thay vào: mỗi cấp 2 dấu cách.",
    ),
    "Y019": Message(
        "Chỗ này là một khoảng trắng lạ ({character}), không phải dấu cách.",
        "Xóa khoảng trắng này rồi gõ lại bằng phím cách (thường do chép từ Word hoặc trang web).",
    ),
    "Y020": Message(
        "Đoạn văn sau dấu | phải thụt vào so với khóa.",
        "Thêm 2 dấu cách (so với khóa) ở đầu mọi dòng của đoạn văn.",
    ),
    "Y021": Message(
        "Có chữ cùng dòng với dấu |.",
        'Chuyển "{text}" xuống dòng dưới và thụt vào 2 dấu cách, hoặc đặt trong dấu nháy: {fix}',
    ),
    "Y022": Message(
        "Đoạn văn nhiều dòng chưa có dấu | sau khóa.",
        "Thêm dấu | vào cuối dòng khóa phía trên, ví dụ noi_dung: |",
    ),
    # Keys.
    "Y030": Message(
        'Khóa "{key}" viết hai lần; lần đầu ở dòng {first}.',
        "Nếu đây là một mục mới của danh sách, thêm “- ” ở đầu; nếu viết thừa, xóa một trong hai.",
    ),
    "Y031": Message(
        "Trước dấu hai chấm không có tên khóa.",
        "Thêm tên khóa trước dấu hai chấm; nếu là chữ của văn bản, đặt cả dòng trong dấu nháy kép.",
    ),
    "Y032": Message(
        '"{item}" bị hiểu thành khóa "{key}" vì có dấu hai chấm.',
        "Đặt cả dòng trong dấu nháy kép: {fix}",
    ),
    "Y033": Message(
        '"{key}" không phải tên khóa.',
        "Nếu là khóa, viết không dấu, chữ thường, nối bằng gạch dưới: {fix}; "
        "nếu là chữ của văn bản, dòng khóa phía trên phải kết thúc bằng dấu |, hoặc đặt trong dấu nháy: {quoted}",
    ),
    "Y034": Message(
        'Câu "{key}" bị hiểu thành khóa vì có dấu hai chấm.',
        "Thêm dấu | vào cuối dòng khóa phía trên và thụt câu này vào 2 dấu cách, "
        "hoặc đặt cả câu trong dấu nháy: {quoted}",
    ),
    "Y035": Message(
        "Khóa phải là một từ; ở đây khóa là một nhóm trong ngoặc hoặc đứng sau dấu ?.",
        "Nếu là chữ của văn bản, đặt trong dấu nháy: {fix}",
    ),
    "Y036": Message(
        "Đặc tả không dùng khóa gộp <<.",
        "Chép lại nội dung cần gộp vào đây. Biến viết ở phần giá trị, ví dụ ten: <<don_vi>>.",
    ),
    "Y037": Message(
        "Đặc tả không dùng tên neo &.", _AS_TEXT + "; nếu để dùng lại, chép nội dung ra từng chỗ."
    ),
    "Y038": Message(
        "Đặc tả không dùng tham chiếu *.",
        _AS_TEXT + "; nếu để dùng lại nội dung ở chỗ khác, chép nội dung đó vào đây.",
    ),
    "Y039": Message(
        "Đặc tả không dùng thẻ kiểu dữ liệu !.", _AS_TEXT + "; nếu không, bỏ dấu ! và chữ liền sau."
    ),
    # Characters.
    "Y040": Message("Có ký tự điều khiển không in được ({character}).", "Xóa ký tự này rồi gõ lại chỗ đó."),
    "Y041": Message(
        "Có ký tự hỏng ({character}): chữ ở đây đã mất khi chuyển mã.",
        "Gõ lại chữ đúng theo bản gốc.",
    ),
    "Y042": Message(
        "Có ký tự ẩn ({character}), không nhìn thấy nhưng lẫn trong chữ.",
        "Xóa cả chữ đứng liền trước và liền sau rồi gõ lại (thường do chép từ Word, PDF hoặc trang web).",
    ),
    "Y043": Message(
        "Có ký tự riêng của phông ({character}), máy khác sẽ in ra ô vuông.",
        'Nếu là dấu đầu dòng chép từ Word, thay bằng "- "; nếu là ký hiệu khác, gõ lại bằng chữ thường.',
    ),
    "Y044": Message("Có mã không phải ký tự ({character}).", "Xóa ký tự này rồi gõ lại chỗ đó."),
    "Y045": Message("Có nửa ký tự bị hỏng ({character}).", "Xóa ký tự này rồi gõ lại chỗ đó."),
    # Values.
    "Y050": Message(
        "Giá trị chưa đặt trong dấu nháy thì không được bắt đầu bằng dấu {character}",
        "Đặt cả giá trị trong dấu nháy: {fix}",
    ),
    "Y051": Message("Biến không viết trong hai dấu ngoặc nhọn.", "Viết biến trong << >>: {fix}"),
    "Y052": Message(
        "Đặc tả không dùng lệnh {{% %}}.",
        "Bỏ lệnh này; biến viết trong << >>, ví dụ <<don_vi>>.",
    ),
    "Y053": Message(
        "Dấu gạch đứng ngay sau khóa, trên cùng một dòng.",
        'Nếu là chữ: {fix}; nếu là danh sách: xuống dòng, thụt vào 2 dấu cách rồi gõ "- ".',
    ),
    "Y054": Message(
        "Dấu hai chấm nằm giữa một giá trị chưa đặt trong dấu nháy.",
        "Đặt cả giá trị trong dấu nháy: {fix}",
    ),
    "Y055": Message(
        "Dấu nháy cong “ ” không thay được dấu nháy thẳng; vì thế dấu hai chấm bên trong bị hiểu sai.",
        "Dùng dấu nháy thẳng: {fix}",
    ),
    "Y056": Message(
        'Mục của danh sách phải bắt đầu bằng dấu gạch và dấu cách ("- "), không phải "{mark}" như ở đây.',
        "Nếu là danh sách: {fix}; nếu là đoạn văn, dòng khóa phía trên phải kết thúc bằng dấu |.",
    ),
    "Y057": Message(
        'Sau dấu nháy đóng còn chữ: "{text}".',
        "Đặt cả giá trị trong một cặp nháy, nháy nằm trong chữ thì dùng loại khác: {fix}",
    ),
    "Y058": Message("Dấu nháy mở ở đây không có dấu nháy đóng.", "Thêm dấu nháy đóng ở cuối giá trị: {fix}"),
    "Y059": Message(
        "Trong dấu nháy kép, dấu \\ mở đầu một mã đặc biệt; {escape} không phải mã đúng.",
        "Thay dấu nháy kép bằng dấu nháy đơn: {fix}",
    ),
    "Y060": Message(
        'Phần "{lost}" bị bỏ vì dấu # sau dấu cách mở đầu một ghi chú.',
        "Nếu là chữ của văn bản: {fix}; nếu là ghi chú, chuyển xuống một dòng riêng.",
    ),
    "Y061": Message(
        "Dấu ngoặc {bracket} mở ở đây không có dấu {closing} đóng đúng chỗ.", "Thêm dấu {closing} ở cuối."
    ),
    "Y062": Message(
        '"{text}" trong dấu ngoặc nhọn không có dạng "khóa: giá trị".',
        "Thêm dấu hai chấm và dấu cách sau khóa; nếu cả cụm là chữ: {fix}",
    ),
    "Y063": Message(
        "Các mục trong dấu ngoặc phải cách nhau bằng một dấu phẩy.",
        "Xem lại dấu phẩy ở đây; mục nào có dấu phẩy, dấu hai chấm hoặc dấu nháy thì đặt trong dấu nháy.",
    ),
}
