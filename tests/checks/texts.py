"""The words of correct documents of other hands: what is printed, without any formatting."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Annex:
    """An appendix: label, title, "(Kèm theo …)", rows of its table, and whether the page lies across."""

    label: str
    title: str
    attached: str
    rows: tuple[tuple[str, ...], ...]
    landscape: bool = False


@dataclass(frozen=True)
class Words:
    """A document; ``body`` is pairs of (role, text), ``**`` around letters that are bold within a text."""

    issuing: tuple[str, ...]
    number: str
    date: str
    body: tuple[tuple[str, str], ...]
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    name: str
    type_name: str = ""
    subject: str = ""
    about: tuple[str, ...] = ()  # "V/v …" of a letter, line by line
    parent: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = field(default=())


UBND = ("ỦY BAN NHÂN DÂN", "PHƯỜNG MINH HƯNG")
DATE = "Minh Hưng, ngày 05 tháng 3 năm 2026"
ATTACHED = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân phường Minh Hưng)"
_ROWS = (
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch"),
    ("1", "Tỷ lệ hồ sơ nộp trực tuyến", "%", "≥ 80"),
    ("2", "Tỷ lệ hồ sơ trễ hẹn", "%", "< 1"),
)

PLAN = Words(
    issuing=UBND,
    number="Số: 05/KH-UBND",
    date=DATE,
    type_name="KẾ HOẠCH",
    subject="Triển khai Nghị quyết số 57-NQ/TW năm 2026",
    body=(
        (
            "basis",
            "Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển "
            "khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;",
        ),
        (
            "basis",
            "Căn cứ Kế hoạch số 18/KH-UBND ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Đồng Nai "
            "thực hiện Nghị quyết số 57-NQ/TW năm 2026.",
        ),
        ("text", "Ủy ban nhân dân phường Minh Hưng ban hành Kế hoạch triển khai với các nội dung sau:"),
        ("roman", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("clause", "1. Mục đích"),
        ("bullet", "- Cụ thể hóa Kế hoạch số 18/KH-UBND thành việc làm của từng cơ quan, từng khu phố."),
        ("bullet", "- Phân công theo yêu cầu **6 rõ**: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm."),
        ("clause", "2. Yêu cầu"),
        (
            "text",
            "Mỗi nhiệm vụ có một cơ quan chủ trì, một sản phẩm và một thời hạn; kết quả được cập nhật hằng "
            "tuần trên hệ thống của tỉnh.",
        ),
        ("roman", "II. NHIỆM VỤ, GIẢI PHÁP"),
        ("clause", "1. Hạ tầng số"),
        ("point", "a) Lắp điểm truy cập mạng miễn phí tại trụ sở và nhà văn hóa các khu phố;"),
        ("point", "b) Bảo đảm đường truyền, thiết bị của bộ phận tiếp nhận và trả kết quả."),
        ("clause", "2. Chỉ tiêu"),
        ("text", "Hoàn thành các chỉ tiêu tại Phụ lục I và nhiệm vụ tại Phụ lục II kèm theo Kế hoạch này."),
        ("roman", "III. TỔ CHỨC THỰC HIỆN"),
        (
            "text",
            "Phòng Văn hóa - Xã hội theo dõi, đôn đốc, tổng hợp báo cáo trước ngày 30 tháng 11 năm 2026.",
        ),
        (
            "last",
            "Trên đây là Kế hoạch triển khai Nghị quyết số 57-NQ/TW năm 2026, yêu cầu các cơ quan, đơn vị "
            "nghiêm túc thực hiện./.",
        ),
    ),
    recipients=("- UBND tỉnh;", "- Thường trực Đảng ủy phường;", "- Lưu: VT, VHXH."),
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    name="Nguyễn Văn Diễn",
    annexes=(
        Annex("Phụ lục I", "CHỈ TIÊU NĂM 2026", ATTACHED, _ROWS),
        Annex("Phụ lục II", "NHIỆM VỤ NĂM 2026", ATTACHED, _ROWS, landscape=True),
    ),
)

REPORT = Words(
    issuing=UBND,
    number="Số: 123/BC-UBND",
    date="Minh Hưng, ngày 15 tháng 12 năm 2025",
    type_name="BÁO CÁO",
    subject="Kết quả thực hiện Nghị quyết số 57-NQ/TW năm 2025",
    body=(
        ("addressees", "Kính gửi: Ủy ban nhân dân tỉnh Đồng Nai."),
        ("text", "Ủy ban nhân dân phường Minh Hưng báo cáo kết quả thực hiện năm 2025 như sau:"),
        ("part", "Phần I"),
        ("part_title", "KẾT QUẢ THỰC HIỆN"),
        ("clause", "1. Dịch vụ công trực tuyến"),
        ("text", "Tỷ lệ hồ sơ nộp trực tuyến đạt 85,4%, vượt kế hoạch; hồ sơ trễ hẹn còn 0,8%."),
        ("part", "Phần II"),
        ("part_title", "PHƯƠNG HƯỚNG, NHIỆM VỤ"),
        ("text", "Tiếp tục số hóa kết quả giải quyết, dùng lại dữ liệu đã số hóa."),
        ("last", "Trên đây là Báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW năm 2025./."),
    ),
    recipients=("- Như trên;", "- Thường trực Đảng ủy phường;", "- Lưu: VT, VHXH."),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    name="Lê Thị Minh",
)

LETTER = Words(
    issuing=UBND,
    number="Số: 45/UBND-VHXH",
    date=DATE,
    about=("V/v tăng cường chuyển đổi số", "trong giải quyết thủ tục hành chính"),
    body=(
        ("addressees", "Kính gửi:"),
        ("addressee", "- Các phòng, ban thuộc phường;"),
        ("addressee", "- Công an phường."),
        (
            "text",
            "Thực hiện Kế hoạch số 18/KH-UBND ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Đồng Nai "
            "thực hiện Nghị quyết số 57-NQ/TW năm 2026, Ủy ban nhân dân phường đề nghị các cơ quan:",
        ),
        (
            "text",
            "1. Hướng dẫn người dân nộp hồ sơ trực tuyến tại nơi tiếp nhận, không nhận hồ sơ giấy trùng lặp.",
        ),
        ("text", "2. Báo cáo kết quả về Phòng Văn hóa - Xã hội trước ngày 25 hằng tháng."),
        ("last", "Đề nghị các cơ quan nghiêm túc thực hiện./."),
    ),
    recipients=("- Như trên;", "- Lưu: VT, VHXH."),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    name="Lê Thị Minh",
)

DECISION = Words(
    issuing=UBND,
    number="Số: 15/QĐ-UBND",
    date=DATE,
    type_name="QUYẾT ĐỊNH",
    subject="Về việc thành lập Tổ công nghệ số cộng đồng phường Minh Hưng",
    body=(
        ("authority_line", "ỦY BAN NHÂN DÂN PHƯỜNG MINH HƯNG"),
        ("basis", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
        (
            "basis",
            "Căn cứ Kế hoạch số 18/KH-UBND ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Đồng Nai "
            "thực hiện Nghị quyết số 57-NQ/TW năm 2026;",
        ),
        ("basis", "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội."),
        ("decides", "QUYẾT ĐỊNH:"),
        ("text", "**Điều 1.** Thành lập Tổ công nghệ số cộng đồng phường Minh Hưng gồm 12 thành viên."),
        ("text", "**Điều 2.** Tổ công nghệ số cộng đồng hướng dẫn người dân dùng dịch vụ công trực tuyến."),
        (
            "last",
            "**Điều 3.** Các phòng, ban thuộc phường và các thành viên của Tổ chịu trách nhiệm thi hành "
            "Quyết định này./.",
        ),
    ),
    recipients=("- Như Điều 3;", "- UBND tỉnh;", "- Lưu: VT, VHXH."),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    name="Lê Thị Minh",
)

PROPOSAL = Words(
    issuing=("PHÒNG VĂN HÓA - XÃ HỘI",),
    parent=("UBND PHƯỜNG MINH HƯNG",),
    number="Số: 12/TTr-VHXH",
    date="Minh Hưng, ngày 02 tháng 3 năm 2026",
    type_name="TỜ TRÌNH",
    subject="Về việc thành lập Tổ công nghệ số cộng đồng",
    body=(
        ("addressees", "Kính gửi: Ủy ban nhân dân phường Minh Hưng."),
        ("text", "Phòng Văn hóa - Xã hội trình Ủy ban nhân dân phường xem xét, quyết định các nội dung sau:"),
        ("text", "1. Thành lập Tổ công nghệ số cộng đồng gồm 12 thành viên ở các khu phố."),
        ("text", "2. Giao Phòng Văn hóa - Xã hội bồi dưỡng kỹ năng số cho thành viên của Tổ."),
        ("last", "Phòng Văn hóa - Xã hội kính trình Ủy ban nhân dân phường xem xét, quyết định./."),
    ),
    recipients=("- Như trên;", "- Lưu: VT, VHXH."),
    authority=("TRƯỞNG PHÒNG",),
    name="Trần Quốc Bảo",
)
