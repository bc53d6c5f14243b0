"""N: variables, citations, offices, footnotes, and texts that nothing prints."""

from __future__ import annotations

from nq57gen.messages.entry import Message

#: The hint for an expression that is too much for one.
TOO_LONG = (
    "quá dài hoặc lồng quá sâu: đặt từng phần thành biến ở bien, mỗi phần một mã, rồi gọi bằng <<bien.mã>>"
)
_STRAIGHT = 'gõ nháy thẳng: "…"; Word và điện thoại hay tự đổi thành nháy cong'

MESSAGES: dict[str, Message] = {
    "N001": Message("Không có biến “{name}”", ""),
    "N002": Message(
        "<<{expression}>> không in thẳng được", "ghi rõ phần cần in: <<{expression}.…>>, gồm: {known}"
    ),
    "N003": Message(
        "Không đọc được <<{expression}>> ({reason})", "ghi <<tên>>, <<tên.phần>> hoặc <<giá_trị | bộ_lọc>>"
    ),
    "N004": Message(
        "<<{expression}>> không được phép", "trong << >> chỉ dùng tên, phép tính đơn giản và bộ lọc"
    ),
    "N005": Message("Không tính được <<{expression}>> ({reason})", "kiểm tra lại giá trị và bộ lọc"),
    "N006": Message("{owner} không có phần “{name}”", ""),
    "N007": Message("Chỗ này gọi vòng lại chính nó", "bỏ một trong các << >> gọi lẫn nhau"),
    "N008": Message("“{tag}” là dấu của tệp Word mẫu, không dùng trong đặc tả", "dùng << >> để gọi biến"),
    "N009": Message("Có << mà không có >>", "đóng bằng >>; nếu muốn in dấu << thì ghi \\<<"),
    "N010": Message("Không có chú thích “{key}”", 'thêm vào chu_thich: "{key}": nội dung chú thích'),
    "N018": Message("Nhiều cơ quan phải viết thành danh sách", "đặt trong ngoặc vuông: [{offices}]"),
    "N019": Message("Có >> mà chỉ có một dấu <", "gõ đủ hai dấu: <<tên>>"),
    "N024": Message("Có >> mà không có <<", "mở bằng <<: <<tên>>; nếu muốn in dấu >> thì ghi \\>>"),
    "N025": Message(
        "Tên trong << >> chỉ có một dấu < và một dấu >",
        "gõ đủ hai dấu mỗi bên: <<tên>>; nếu muốn in dấu < thì ghi \\<",
    ),
    "N011": Message("Chú thích không dẫn được chú thích khác ([^{key}])", "gộp hai chú thích làm một"),
    "N012": Message(
        "Không có văn bản “{name}” trong danh mục viện dẫn", "khai báo ở van_ban, hoặc ghi cả câu căn cứ"
    ),
    "N013": Message("Không có cơ quan “{name}”", "khai báo ở phong_ban, hoặc ghi thẳng tên cơ quan"),
    "N014": Message("Mã “{name}” trùng với một tên đã có nghĩa riêng", "đặt mã khác"),
    "N015": Message("Hai phụ lục cùng mã “{name}”", "mỗi phụ lục một mã riêng"),
    "N016": Message(
        "Các << >> gọi lẫn nhau quá sâu hoặc quá nhiều lần", "bỏ bớt tầng gọi, ghi thẳng giá trị"
    ),
    "N017": Message("Không đặt được chú thích ở đây", "chuyển dấu [^…] vào lời văn hoặc vào ô của bảng"),
    "N020": Message("Phần này không được in ở đâu cả", "dẫn nó trong bài, hoặc bỏ đi"),
    "N021": Message(
        "{label} khai báo ở đây không được in ở đâu cả",
        "gọi nó trong bài bằng << >>, hoặc bỏ khai báo",
        "warning",
    ),
    "N023": Message(
        "{label}: “{key}” khai báo mà không dùng ở đâu",
        "gọi nó trong bài, hoặc bỏ khai báo; nếu gõ nhầm mã thì sửa lại",
    ),
    "N022": Message(
        "Chú thích “{key}” không được dẫn ở đâu cả", "đặt [^{key}] vào chỗ cần chú thích, hoặc bỏ chú thích"
    ),
    "N033": Message(
        "Chưa điền “{words}”",
        "thay cả <<?…>> bằng nội dung thật; chưa điền thì bản nháp in chữ này trong ngoặc vuông, tô vàng",
        "warning",
    ),
    "N034": Message("Chỗ cần điền <<?>> không nói phải điền gì", "ghi lời nhắc sau dấu hỏi: <<?số lớp>>"),
    "N035": Message(
        "Trong chỗ cần điền <<?…>> có << >> khác", "lời nhắc chỉ là chữ thường; đặt << >> kia ra ngoài"
    ),
    "N036": Message("Có <<? mà không có >> trên cùng dòng", "đóng lời nhắc bằng >>: <<?số lớp>>"),
    "N037": Message(
        "Bộ mẫu còn chỗ chưa điền “{words}”",
        "ghi đè chữ này của bộ mẫu trong đặc tả (phong_ban, van_ban, thuat_ngu…), hoặc báo người giữ bộ mẫu",
        "warning",
    ),
    "N038": Message(
        "Văn bản chính thức mà đặc tả còn ghi du_thao: có, sẽ in chữ DỰ THẢO",
        "ghi du_thao: không, hoặc xóa dòng này; số và ngày có thể để trống, ghi tay khi ban hành",
        "warning",
    ),
    "N040": Message(
        "Quá nhiều mục ở một cấp: không có số thứ tự cho mục thứ {count}", "chia bớt, hoặc đổi kieu_danh_so"
    ),
    "N053": Message("Trong <<{expression}>> dấu nháy {quote} không có dấu nháy đóng", _STRAIGHT),
    "N054": Message("Không đọc được <<{expression}>>: có dấu nháy cong không rõ mở hay đóng", _STRAIGHT),
    "N056": Message(
        "<<{expression}>> ghi ký tự bằng mã ({sign}…)", "gõ thẳng ký tự cần in; muốn in dấu \\ thì gõ hai lần"
    ),
    "N055": Message(
        "<<{expression}>> có nhiều dòng mà đứng giữa câu: câu sẽ bị cắt làm nhiều đoạn",
        "để << >> ấy riêng một dòng, hoặc viết giá trị của nó trên một dòng",
    ),
    "N031": Message(
        "Phó Chủ tịch ký mà quyền hạn không có “KT. CHỦ TỊCH”",
        "ghi quyen_han: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH] (NĐ 30, PL I, II.7.b)",
    ),
    "N032": Message(
        "Văn bản không phải dự thảo mà chưa có họ tên người ký", "điền ho_ten, hoặc ghi du_thao: có"
    ),
    "N030": Message(
        "Dòng cuối của nơi nhận phải là dòng Lưu", 'thêm vào cuối: - "Lưu: VT, …" (NĐ 30, PL I, II.9.d)'
    ),
}
