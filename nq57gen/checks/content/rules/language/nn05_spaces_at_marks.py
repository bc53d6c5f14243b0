"""Spaces about marks and numbers, where the layout rules do not look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import LETTER, Slip, once, without_addresses, written
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.patterns import lazily

_UNIT = "tỉnh|thành phố|thị xã|phường|xã(?! hội)|đặc khu|huyện|quận"


@dataclass(frozen=True, slots=True)
class _Space:
    """A wrong space: what is found, how it should be, and what to call it."""

    pattern: re.Pattern[str]
    right: str
    what: str


_WRONG = [
    _Space(lazily(rf"(?<!\w)((?:KT|TM|TL|TUQ|Q)\.)([{UPPER}])"), r"\1 \2", "thiếu khoảng trắng sau dấu chấm"),
    _Space(lazily(rf"([{LETTER}]+:)([{LETTER}]+)"), r"\1 \2", "thiếu khoảng trắng sau dấu hai chấm"),
    _Space(lazily(rf"([{LETTER}]+) +:(\w+)"), r"\1: \2", "khoảng trắng đứng trước dấu hai chấm"),
    _Space(
        lazily(rf"([{LETTER}]+ ?(?:…|(?<!\.)\.\.\.))(?=[{LETTER}])([{LETTER}]+)"),
        r"\1 \2",
        "thiếu khoảng trắng sau dấu ba chấm",
    ),
    _Space(lazily(rf"([{LETTER}]{{2,}})- ([{LETTER}]{{2,}})"), r"\1 - \2", "gạch nối cách một bên"),
    _Space(lazily(rf"([{LETTER}]{{2,}}) -([{LETTER}]{{2,}})"), r"\1 - \2", "gạch nối cách một bên"),
    _Space(lazily(rf"([{LETTER}]+)-((?:{_UNIT})(?!\w))"), r"\1, \2", "gạch nối dính giữa hai tên"),
    _Space(
        lazily(r"((?<!\w)(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Kk]hoản|[Đđ]iều|[Ss]ố))(\d[\d/.]*)"),
        r"\1 \2",
        "thiếu khoảng trắng trước số",
    ),
    _Space(lazily(rf"((?!số)(?<!\w)[{LETTER}]+)/ +([{LETTER}]+)"), r"\1/\2", "khoảng trắng sau dấu /"),
    _Space(
        lazily(rf"((?<!\w)(?!số |ngày )[{LETTER}]+) +/([{LETTER}]{{2,}})(?!-)"),
        r"\1/\2",
        "khoảng trắng trước dấu /",
    ),
    _Space(lazily(rf"([{LOWER}]{{2,}}\.)([{UPPER}][{LOWER}]+)"), r"\1 \2", "thiếu khoảng trắng sau dấu chấm"),
    _Space(lazily(rf"([(“]) +([{LETTER}\d]+)"), r"\1\2", "thừa khoảng trắng sau dấu mở ngoặc"),
    _Space(lazily(rf"([{LETTER}\d]+) +([)”])"), r"\1\2", "thừa khoảng trắng trước dấu đóng ngoặc"),
    _Space(
        lazily(rf"([{LOWER}]{{2,}})([(“][{LETTER}]{{2,}})"),
        r"\1 \2",
        "thiếu khoảng trắng trước dấu mở ngoặc",
    ),
    _Space(lazily(r"(\d ?%)(\(\w[^()\s]*)"), r"\1 \2", "thiếu khoảng trắng trước dấu mở ngoặc"),
    _Space(
        lazily(rf"([{LOWER}\d][)”])([{LETTER}]{{2,}})"), r"\1 \2", "thiếu khoảng trắng sau dấu đóng ngoặc"
    ),
]


@rule(
    "NN-05",
    "Dấu câu liền chữ trước, cách chữ sau một khoảng trắng; gạch nối, gạch chéo cách đều hai bên",
    "thêm hoặc bỏ khoảng trắng như gợi ý",
    bad=[
        "Tuyên truyền bằng pano, áp phích...lồng ghép qua hội nghị.",
        "Báo cáo gửi qua phòng Văn hóa- Xã hội để tổng hợp.",
        "Trang fanpage phường Hàng Gòn-tỉnh Đồng Nai hoạt động thường xuyên.",
        "Quyết định số 77/QĐ-UBND ngày15/7/2025 của Ủy ban nhân dân phường.",
        "- Lưu: VT, CV:Tiên.",
        "Hồ sơ đã cập nhật :133 hồ sơ.",
        "Kế hoạch/ Chương trình được triển khai.",
        "Hồ sơ nộp trực tuyến đạt 95%(8.208/8.640 hồ sơ).",
    ],
    good=[
        "Xem tại https://nq57.vn:8080/a và thu.vien@x.gov.vn lúc 08:30, tỷ lệ 1:2, kinh tế - xã hội.",
        "Tỷ lệ đạt 100%(*); cả năm 95% (kế hoạch).",
        "Kế hoạch số /KH-UBND ngày /11/2025; số ....../KH-UBND; Kế hoạch/Chương trình được triển khai.",
    ],
)
def marks(paper: Paper) -> Iterable[Found]:
    """Spaces about colons, ellipses, hyphens, slashes, brackets and numbers."""
    yield from once(_wrong_spaces(paper))


def _wrong_spaces(paper: Paper) -> Iterator[Slip]:
    for passage in written(paper):
        text = without_addresses(passage.text)
        for wrong in _WRONG:
            for match in wrong.pattern.finditer(text):
                if "·" in match.group():
                    continue
                right = match.expand(wrong.right)
                said = f"{wrong.what}: “{match.group().strip()}” (viết “{right.strip()}”)"
                yield wrong.what, passage, match.start(), match.end(), said
