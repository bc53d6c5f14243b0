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
    "M108": Message("Mẫu không in: {names}", "thêm {how}; thiếu thẻ thì văn bản mất chữ"),
    "M109": Message("Mẫu thiếu kiểu đoạn (style): {names}", "chép kiểu từ mẫu của bộ mẫu chung"),
    "M110": Message("Mẫu thiếu {what}", "bắt đầu lại từ mẫu của bộ mẫu chung"),
    "M111": Message(
        "Mẫu có macro, tệp nhúng hoặc liên kết ra ngoài",
        "xóa phần này trong Word; mẫu chỉ được có chữ, bảng và hình",
    ),
    "M112": Message(
        "Thẻ nằm ở chỗ không dùng được: “{text}”", "chỉ đặt thẻ trong chữ của đoạn hoặc của ô bảng"
    ),
    "M113": Message(
        "Không điền được mẫu: {reason}",
        "mở mẫu bằng Word rồi lưu lại; vẫn lỗi thì chép chỗ này từ mẫu của bộ mẫu chung",
    ),
    "M114": Message(
        "Có ký tự {character}, ký tự tệp Word không chứa được, sau “{text}”",
        "xóa ký tự đó hoặc gõ lại đoạn chữ",
    ),
    "M121": Message(
        "Thẻ “{tag}” nằm ngoài bảng; {{%{level} … %}} chỉ dùng trong hàng, ô của bảng",
        "ở ngoài bảng thì gõ {type}",
    ),
    "M122": Message(
        "Thẻ “{tag}” nhắc đến {name} mà không thẻ nào in {name}",
        "thêm thẻ in vào chỗ này, hoặc sửa tên: {type}",
    ),
    "M123": Message("“{text}” không phải là thẻ nên không được thay bằng chữ", "gõ {type}"),
    "M124": Message(
        "Thẻ “{tag}” in {name} thêm một lần nữa: “{text}”", "đã in ở {other}; xóa một trong hai thẻ"
    ),
    "M125": Message("Mẫu không in {name} của văn bản này: “{text}”", "{how}"),
    "M126": Message(
        "Thẻ “{tag}” làm đổi chữ của {name}: “{text}” thành “{changed}”",
        "bỏ phần sau dấu |; muốn in hoa thì đặt kiểu chữ trong Word (Font > All caps)",
    ),
    "M127": Message(
        "Thẻ “{tag}” in {name} không đúng thứ tự của văn bản: “{text}”",
        "in noi_dung trước, rồi đến cac_phu_luc, mỗi danh sách một vòng lặp",
    ),
    "M128": Message(
        "Mẫu có chú thích (footnote) của riêng nó: “{text}”",
        "xóa chú thích ấy trong mẫu; chú thích của văn bản ghi trong đặc tả",
    ),
    "M129": Message(
        "Mẫu dùng “{part}”, phần không có trong tệp",
        "xóa hình hoặc đối tượng ở chỗ này rồi chèn lại trong Word",
    ),
    "M130": Message(
        "Bảng trong mẫu bị hỏng: {reason}",
        "xóa bảng rồi vẽ lại trong Word, hoặc chép bảng từ mẫu của bộ mẫu chung",
    ),
    "M132": Message(
        "Thẻ “{tag}” không in được: danh sách rỗng ở văn bản này",
        "đặt thẻ giữa {{%p if … %}} và {{%p endif %}} hỏi chính danh sách ấy",
    ),
    "M133": Message(
        "Thẻ “{tag}” không tính được: {reason}",
        "hỏi cho đúng, ví dụ {{%p if kinh_gui | length > 1 %}} hay {{%p if khoi.kieu == 'doan' %}}",
    ),
    "M134": Message(
        "Thẻ “{tag}” dài hoặc lồng ngoặc quá mức, không đọc",
        "viết điều kiện ngắn lại, hoặc tách thành vài thẻ {{%p if … %}}",
    ),
    "M135": Message(
        "Thẻ “{tag}”: các if và for lồng nhau quá {most} tầng",
        "nối điều kiện bằng and, hoặc dùng elif, rồi bớt tầng",
    ),
    "M136": Message(
        "Thẻ “{tag}” nằm trong chỗ đang theo dõi thay đổi (Track Changes)",
        "nhận hoặc bỏ các thay đổi trước: Xem lại (Review) > Chấp nhận (Accept) hoặc Từ chối (Reject)",
    ),
    "M131": Message(
        "Mẫu lưu ở dạng Strict Open XML, chương trình không điền được",
        "mở bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”",
    ),
}

#: What is wrong with a tag that cannot be read (M102), by kind: reason and hint; ``{type}``: the tag as it should be.
TAG_FAULTS: dict[str, tuple[str, str]] = {
    "empty": ("thẻ rỗng", "ghi tên cần in, ví dụ {{{{ so_ky_hieu }}}}, hoặc xóa thẻ"),
    "torn": (
        "thiếu ngoặc mở",
        "mỗi thẻ nằm trọn trong một đoạn và mở bằng cặp ngoặc như khi đóng: {{{{ … }}}}, {{% … %}}, {{# … #}}",
    ),
    "unclosed": ("thiếu ngoặc đóng", "gõ {type}, nằm trọn trong một đoạn"),
    "split": ("thẻ bị cắt làm hai đoạn hoặc hai ô", "gõ cả thẻ trong một đoạn: {type}"),
    "three": ("thừa ngoặc nhọn", "gõ {type}"),
    "quotes": (
        "dấu nháy mở mà không có dấu nháy đóng",
        "đặt chữ giữa hai dấu nháy cùng loại; trong chữ ấy không có %}} và }}}}",
    ),
    "level": ("chữ {level} phải viết thường, sát ngoặc mở, có một dấu cách ở sau", "gõ {type}"),
    "dash": ("dấu - và + ở đầu, cuối thẻ không dùng trong mẫu Word", "gõ {type}"),
    "keyword": ("không có lệnh “{word}”", "gõ {type}"),
    "unknown": (
        "không có lệnh “{word}”",
        "các lệnh: if, elif, else, endif, for, endfor; muốn in một tên thì gõ {{{{ tên }}}}",
    ),
    "alone": ("sau “{word}” không ghi gì nữa", "gõ {type}"),
    "condition": ("chưa ghi điều kiện", "ví dụ {{%p if du_thao %}}"),
    "loop": ("vòng lặp viết sai", "ví dụ {{%p for noi in noi_nhan %}}"),
    "equals": ("so sánh phải dùng hai dấu bằng", "gõ {type}"),
    "parentheses": ("ngoặc “{letter}” không có ngoặc đi cùng", "thêm ngoặc còn thiếu hoặc xóa ngoặc thừa"),
    "letter": (
        "có ký tự “{letter}”, trong thẻ không dùng",
        "xóa ký tự ấy; tên trong thẻ chỉ có chữ không dấu và dấu gạch dưới",
    ),
    "name": ("tên viết sai", "ý bạn là {type}?"),
    "other": ("không đọc được", "tên trong thẻ không dấu, không cách: {{{{ so_ky_hieu }}}}"),
}
#: Why a tag has no value (M133), by the name of Python's exception.
NO_VALUE = {
    "TypeError": "so sánh hoặc đếm hai thứ khác loại (chữ, số, danh sách)",
    "ArithmeticError": "con số không tính được",
    "RecursionError": "điều kiện quá dài",
    "Exception": "điều kiện không có kết quả",
}
#: What is wrong with two tags that should be a pair (M104), by kind: reason and hint.
PAIR_FAULTS: dict[str, tuple[str, str]] = {
    "open": ("chưa có thẻ đóng", "thêm {closer} ở nơi phần này kết thúc"),
    "open_before": ("chưa có thẻ đóng trước “{other}” ({place})", "thêm {closer} trước thẻ ấy"),
    "unopened": ("không có thẻ mở tương ứng", "xóa thẻ này, hoặc thêm thẻ mở ở trước"),
    "other": ("thẻ đang mở là “{other}” ({place})", "nếu đóng thẻ đang mở thì gõ {closer}, nếu thừa thì xóa"),
    "level": ("khác kiểu với thẻ mở “{other}” ({place})", "gõ {type}"),
    "place": ("không cùng chỗ với thẻ mở “{other}” ({place})", "đặt hai thẻ trong cùng một {container}"),
}
#: Why a text of a document is not printed (M125), and what to do.
MISSING_HOW = {
    "condition": "thẻ “{tag}” chỉ được in trong “{condition}” ({where}); bỏ điều kiện ấy, hoặc in cả ở nhánh khác",
    "kind": "khối kiểu '{kind}' chưa có chỗ in: thêm {{%p elif khoi.kieu == '{kind}' %}} với {type}",
    "place": "thêm {type} ({place})",
}
#: The hint for docxtpl's tags of table cells.
CELL_TAGS = "các thẻ vm, hm, colspan, cellbg của docxtpl không dùng ở đây; gộp ô, tô nền ngay trong Word"

#: How the names a template must print are typed, and where they belong.
NAME_PLACES: dict[str, tuple[str, str]] = {
    "co_quan.chu_quan": ("{{ co_quan.chu_quan }}", "dòng đầu, bên trái"),
    "co_quan.ban_hanh": ("{{ dong }} trong {%p for dong in co_quan.ban_hanh %}", "dưới cơ quan chủ quản"),
    "so_ky_hieu": ("{{ so_ky_hieu }}", "dưới tên cơ quan ban hành"),
    "dia_danh_thoi_gian": ("{{ dia_danh_thoi_gian }}", "dưới Quốc hiệu, Tiêu ngữ"),
    "du_thao": ("{{ du_thao }}", "dưới số, ký hiệu"),
    "ten_loai": ("{{ ten_loai }}", "dưới khối đầu văn bản"),
    "trich_yeu": ("{{r trich_yeu }}", "dưới tên loại"),
    "kinh_gui": ("{{ noi }} trong {%p for noi in kinh_gui %}", "trước lời văn"),
    "noi_dung.chu": ("{{r khoi.chu }} trong {%p for khoi in noi_dung %}", "phần lời văn"),
    "noi_dung.bang": ("{{p khoi.bang }} trong {%p for khoi in noi_dung %}", "phần lời văn"),
    "nguoi_ky.quyen_han": ("{{ dong }} trong {%p for dong in nguoi_ky.quyen_han %}", "khối ký, bên phải"),
    "nguoi_ky.chuc_vu": ("{{ nguoi_ky.chuc_vu }}", "khối ký, dưới quyền hạn"),
    "nguoi_ky.ho_ten": ("{{ nguoi_ky.ho_ten }}", "cuối khối ký"),
    "noi_nhan": ("{{ noi }} trong {%p for noi in noi_nhan %}", "dưới “Nơi nhận:”"),
    "cac_phu_luc.nhan": ("{{ phu_luc.nhan }} trong {%p for phu_luc in cac_phu_luc %}", "đầu phụ lục"),
    "cac_phu_luc.tieu_de": ("{{r phu_luc.tieu_de }}", "dưới nhãn phụ lục"),
    "cac_phu_luc.dong_kem_theo": ("{{ phu_luc.dong_kem_theo }}", "dưới tên phụ lục"),
    "cac_phu_luc.duong_ke": ("{{p phu_luc.duong_ke }}", "dưới dòng kèm theo"),
    "cac_phu_luc.noi_dung.chu": ("{{r khoi.chu }} trong {%p for khoi in phu_luc.noi_dung %}", "phụ lục"),
    "cac_phu_luc.noi_dung.bang": ("{{p khoi.bang }} trong {%p for khoi in phu_luc.noi_dung %}", "phụ lục"),
    "cac_phu_luc.dau_het": ("{{ phu_luc.dau_het }}", "cuối phụ lục"),
    "duong_ke.co_quan": ("{{p duong_ke.co_quan }}", "dưới tên cơ quan ban hành"),
    "duong_ke.tieu_ngu": ("{{p duong_ke.tieu_ngu }}", "dưới Tiêu ngữ"),
    "duong_ke.trich_yeu": ("{{p duong_ke.trich_yeu }}", "dưới trích yếu"),
}
