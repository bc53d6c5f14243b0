"""Viết hoa tên văn bản, viện dẫn, chức vụ, ngày lễ, ngày tháng, sự kiện (Phụ lục II, Mục V)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.wording import INSIDE, UPPER, Slip, all_groups, old_tones, slip, slips, words

_KINDS = (
    "luật|nghị quyết|nghị định|quyết định|thông tư(?: liên tịch)?|chỉ thị|kế hoạch(?: hành động)?|công "
    "văn|công điện|"
    "thông báo(?: kết luận)?|chương trình(?: hành động)?|đề án|kết luận|hướng dẫn|tờ trình|báo cáo"
)


def _first_up(match: re.Match[str]) -> str:
    return match.group()[:1].upper() + match.group()[1:]


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]


_DOCUMENTS = [
    slip(rf"(?<!\w)(?<!Thông báo )(?:{_KINDS}) số (?=\d+\S*[/-]\w)", _first_up, " số "),
    *(
        slip(
            rf"(?<!\w)(?:[Ll]uật {_lower_first(name)}|luật {name})(?!\w)",
            f"Luật {name}",
            f"luật {old_tones(name).lower()}",
        )
        for name in words("laws")
    ),
]
_CITATIONS = [
    slip(rf"{INSIDE}Khoản (\d+)", r"khoản \1", "khoản "),
    slip(rf"{INSIDE}Điểm ([a-zđ])(?=[,)]? [Kk]hoản \d)", r"điểm \1", "điểm "),
    slip(r"((?<!\w)[Kk]hoản \d+,? )điều (\d+)", r"\1Điều \2", "điều "),
    slip(r"((?<!\w)(?:[Tt]ại|[Tt]heo) )điều (\d+)(?=[ ,;.]|$)", r"\1Điều \2", "điều "),
    slip(r"(?<!\w)Điều (\d+),? khoản (\d+)(?![^.;]*Điều)", r"khoản \2 Điều \1", "điều "),
    slip(r"(?<!\w)khoản (\d+),? điểm ([a-zđ])(?!\w)(?![^.;]*khoản)", r"điểm \2 khoản \1", "khoản "),
]
_BODY_OF_UNIT = (
    rf"(?=(?:Ủy ban nhân dân|UBND|HĐND|Hội đồng nhân dân) (?:tỉnh|thành phố|phường|xã|đặc khu) [{UPPER}])"
)
_POSTS = [
    slip(
        r"(?<!\w)Phó chủ tịch (?=Ủy ban nhân dân|UBND|HĐND|Hội đồng nhân dân)", "Phó Chủ tịch ", "chủ tịch "
    ),
    slip(rf"{INSIDE}(?<!phó )chủ tịch {_BODY_OF_UNIT}", "Chủ tịch ", "chủ tịch "),
    slip(r"(?<!\w)chủ tịch nước(?!\w)", "Chủ tịch nước", "chủ tịch nước"),
    slip(r"(?<!\w)thủ tướng Chính phủ", "Thủ tướng Chính phủ", "thủ tướng"),
    slip(r"(?<!\w)Phó thủ tướng(?!\w)", "Phó Thủ tướng", "thủ tướng"),
    slip(r"(?<!\w)[Tt]ổng bí thư(?!\w)", "Tổng Bí thư", "tổng bí thư"),
]
_PARTY = [
    slip(r"(?<!\w)bác Hồ(?!\w)", "Bác Hồ", "bác hồ"),
    slip(r"(?<!\w)(?:đảng [Cc]ộng sản|Đảng cộng sản) Việt Nam", "Đảng Cộng sản Việt Nam", "đảng"),
    slip(
        r"(?<!\w)((?:chủ trương|đường lối|chính sách|nghị quyết|lãnh đạo) của )đảng(?!\w)"
        r"(?! (?:bộ|ủy|viên|đoàn|phái))",
        r"\1Đảng",
        "đảng",
    ),
    slip(r"(?<!\w)đảng(,| và) Nhà nước(?!\w)", r"Đảng\1 Nhà nước", "đảng"),
]
_DAYS = "hai|ba|tư|năm|sáu|bảy"
_WEEK = [
    slip(rf"{INSIDE}Thứ ((?i:{_DAYS}))(?!\w)", lambda match: f"thứ {match[1].capitalize()}", "thứ "),
    slip(
        rf"(?<!\w)((?:sáng|tối) )thứ ({_DAYS})(?!\w)",
        lambda match: f"{match[1]}thứ {match[2].capitalize()}",
        "thứ ",
    ),
    slip(
        rf"(?<!\w)từ thứ ({_DAYS}) đến (hết )?thứ ((?i:{_DAYS}))(?!\w)",
        lambda match: f"từ thứ {match[1].capitalize()} đến {match[2] or ''}thứ {match[3].capitalize()}",
        "thứ ",
    ),
    slip(
        rf"(?<!\w)(?<!lần )thứ ({_DAYS}) (hằng|hàng) tuần",
        lambda match: f"thứ {match[1].capitalize()} {match[2]} tuần",
        "thứ ",
    ),
    slip(rf"{INSIDE}Tháng (\d{{1,2}})(?=/| năm)", r"tháng \1", "tháng "),
    slip(r"(?<!\w)tháng (giêng|chạp)(?!\w)", lambda match: f"tháng {match[1].capitalize()}", "tháng "),
]
_EVENTS = [
    slip(r"(?<!\w)[Cc]ách mạng [Tt]háng (?:8|tám)(?!\w)", "Cách mạng tháng Tám", "cách mạng "),
    slip(r"(?<!\w)cách mạng [Tt]háng Tám(?!\w)", "Cách mạng tháng Tám", "cách mạng "),
    slip(r"(?<!\w)[Cc]ách mạng [Tt]háng (?:10|mười)(?!\w)", "Cách mạng tháng Mười", "cách mạng "),
    slip(r"(?<!\w)cách mạng [Tt]háng Mười(?!\w)", "Cách mạng tháng Mười", "cách mạng "),
]


def _holiday(name: str) -> Slip:
    """A holiday after "ngày", "lễ" or "tết", its own words not all as in ``name``."""
    return slip(
        rf"(?<!\w)((?i:ngày|lễ|tết)) (?!{re.escape(name)}(?!\w))(?i:{re.escape(name)})(?!\w)",
        lambda match: match.group() if match.group().isupper() else f"{match[1]} {name}",
        old_tones(name).lower(),
    )


_HOLIDAYS = [_holiday(name) for name in words("holidays")]


@rule(
    "ND30-VH-09",
    "PL II, Mục V.6",
    "Tên loại của một văn bản cụ thể viết hoa chữ đầu, kèm chữ đầu của tên gọi: “Kế hoạch số …”, “Luật "
    "Giao dịch …”",
    "viết “Nghị quyết số 57-NQ/TW”, “Luật Tổ chức chính quyền địa phương”",
    bad=[
        edit(
            "body",
            "nghị quyết số",
            text="Các cơ quan quán triệt nghị quyết số 57-NQ/TW của Bộ Chính trị đến từng cán bộ, công chức.",
        ),
        edit(
            "body",
            "kế hoạch số",
            text="Các cơ quan thực hiện các nhiệm vụ được giao tại kế hoạch số 18/KH-UBND của tỉnh.",
        ),
        edit(
            "body",
            "Luật giao dịch điện tử",
            text="Văn bản điện tử được ký số, gửi, nhận theo quy định của Luật giao dịch điện tử.",
        ),
    ],
)
def documents(parts: Parts) -> Iterable[Found]:
    """Types before a number, and laws of the list."""
    yield from slips(all_groups(parts), _DOCUMENTS)


@rule(
    "ND30-VH-10",
    "PL II, Mục V.7",
    "Viện dẫn viết hoa Phần, Chương, Mục, Điều; viết thường khoản, điểm; ghi từ nhỏ đến lớn: “điểm a khoản "
    "2 Điều 5”",
    "viết “điểm a khoản 2 Điều 5”",
    bad=[
        edit(
            "body",
            "Khoản viết hoa",
            text="Kinh phí được bố trí theo quy định tại Khoản 2 Điều 5 của Quy chế chi tiêu nội bộ.",
        ),
        edit(
            "body",
            "điều viết thường",
            text="Kinh phí được bố trí theo quy định tại khoản 2 điều 5 của Quy chế chi tiêu nội bộ.",
        ),
        edit(
            "body",
            "sai thứ tự",
            text="Kinh phí được bố trí theo quy định tại Điều 5 khoản 2 của Quy chế chi tiêu nội bộ.",
        ),
        edit(
            "body",
            "Điểm viết hoa",
            text="Kinh phí được bố trí theo quy định tại Điểm a khoản 2 Điều 5 của Quy chế chi tiêu nội bộ.",
        ),
    ],
)
def citations(parts: Parts) -> Iterable[Found]:
    """Parts of a cited document, their capitals and their order."""
    yield from slips(all_groups(parts), _CITATIONS)


@rule(
    "ND30-VH-11",
    "PL II, Mục V.2, V.3",
    "Chức vụ đi liền tên người hoặc tên cơ quan cụ thể viết hoa: “Chủ tịch Ủy ban nhân dân phường …”, “Phó "
    "Chủ tịch”",
    "viết “Phó Chủ tịch Ủy ban nhân dân”, “Thủ tướng Chính phủ”, “Tổng Bí thư”",
    bad=[
        edit(
            "body",
            "Phó chủ tịch",
            text="Giao Phó chủ tịch Ủy ban nhân dân phường phụ trách văn hóa, xã hội trực tiếp chỉ đạo.",
        ),
        edit(
            "body",
            "thủ tướng Chính phủ",
            text="Các cơ quan thực hiện đúng chỉ đạo của thủ tướng Chính phủ về cắt giảm thủ tục hành chính.",
        ),
    ],
)
def posts(parts: Parts) -> Iterable[Found]:
    """Posts with the name of an agency, and those there is only one of."""
    yield from slips(all_groups(parts), _POSTS)


@rule(
    "ND30-VH-12",
    "PL II, Mục V.4",
    "“Đảng”, “Bác” viết hoa khi đứng độc lập, chỉ Đảng Cộng sản Việt Nam, Chủ tịch Hồ Chí Minh",
    "viết “chủ trương của Đảng”, “Bác Hồ”",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "chủ trương của đảng",
            text="Tuyên truyền chủ trương của đảng về phát triển khoa học, công nghệ đến từng hộ gia đình.",
        ),
        edit("body", "bác Hồ", text="Toàn thể cán bộ, công chức học tập và làm theo lời dạy của bác Hồ."),
    ],
)
def party(parts: Parts) -> Iterable[Found]:
    """Common nouns that have become names."""
    yield from slips(all_groups(parts), _PARTY)


@rule(
    "ND30-VH-13",
    "PL II, Mục V.5, V.8.b",
    "Tên ngày lễ, tết viết hoa chữ tạo nên tên gọi: “ngày Quốc khánh”, “ngày Quốc tế Lao động”, “tết "
    "Nguyên đán”",
    "viết “ngày Quốc khánh 2-9”, “tết Nguyên đán”",
    bad=[
        edit(
            "body",
            "ngày quốc khánh",
            text="Các khu phố treo cờ Tổ quốc chào mừng ngày quốc khánh và tổ chức ngày hội chuyển đổi số.",
        ),
        edit(
            "body",
            "tết Nguyên Đán",
            text="Các khu phố hoàn thành việc lắp đặt thiết bị trước tết Nguyên Đán để phục vụ người dân.",
        ),
    ],
)
def holidays(parts: Parts) -> Iterable[Found]:
    """Holidays of the list."""
    yield from slips(all_groups(parts), _HOLIDAYS)


@rule(
    "ND30-VH-14",
    "PL II, Mục V.8.a, V.8.c",
    "Thứ trong tuần, tháng bằng chữ viết hoa âm tiết chỉ thứ, tháng: “thứ Hai”, “tháng Giêng”; tháng bằng "
    "số viết thường",
    "viết “từ thứ Hai đến thứ Sáu”, “tháng 3 năm 2026”",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "từ thứ hai đến thứ sáu",
            text="Tổ hỗ trợ trực tại nhà văn hóa từ thứ hai đến thứ sáu để hướng dẫn người dân nộp hồ sơ.",
        ),
        edit(
            "body",
            "Tháng viết hoa trước số",
            text="Các cơ quan hoàn thành việc cập nhật dữ liệu trong Tháng 3 năm 2026 để kết nối với tỉnh.",
        ),
    ],
)
def days_and_months(parts: Parts) -> Iterable[Found]:
    """Days of the week and months where they can be nothing else."""
    yield from slips(all_groups(parts), _WEEK)


@rule(
    "ND30-VH-15",
    "PL II, Mục V.9, V.10",
    "Tên sự kiện lịch sử viết hoa, số trong tên viết bằng chữ: “Cách mạng tháng Tám”",
    "viết “Cách mạng tháng Tám”",
    bad=[
        edit(
            "body",
            "cách mạng tháng 8",
            text="Các hoạt động được tổ chức nhân kỷ niệm cách mạng tháng 8 tại nhà văn hóa các khu phố.",
        ),
        edit(
            "body",
            "Cách mạng tháng tám",
            text="Các hoạt động được tổ chức nhân kỷ niệm Cách mạng tháng tám tại nhà văn hóa các khu phố.",
        ),
    ],
)
def events(parts: Parts) -> Iterable[Found]:
    """The revolutions that are named after a month."""
    yield from slips(all_groups(parts), _EVENTS)
