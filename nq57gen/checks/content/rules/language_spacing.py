"""Spaces about labels, signs and marks, where the layout rules do not look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nq57gen.checks.content.labels import OTHER_SIGN
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import LETTER, once, without_addresses, written
from nq57gen.checks.layout.wording import LOWER, UPPER

_UNIT = "tỉnh|thành phố|thị xã|phường|xã(?! hội)|đặc khu|huyện|quận"


@dataclass(frozen=True, slots=True)
class _Space:
    """A wrong space: what is found, how it should be, and what to call it."""

    pattern: re.Pattern[str]
    right: str
    what: str


_WRONG = [
    _Space(
        re.compile(rf"(?<!\w)((?:KT|TM|TL|TUQ|Q)\.)([{UPPER}])"), r"\1 \2", "thiếu khoảng trắng sau dấu chấm"
    ),
    _Space(re.compile(rf"([{LETTER}]+:)([{LETTER}]+)"), r"\1 \2", "thiếu khoảng trắng sau dấu hai chấm"),
    _Space(re.compile(rf"([{LETTER}]+) +:(\w+)"), r"\1: \2", "khoảng trắng đứng trước dấu hai chấm"),
    _Space(
        re.compile(rf"([{LETTER}]+ ?(?:…|(?<!\.)\.\.\.))(?=[{LETTER}])([{LETTER}]+)"),
        r"\1 \2",
        "thiếu khoảng trắng sau dấu ba chấm",
    ),
    _Space(re.compile(rf"([{LETTER}]{{2,}})- ([{LETTER}]{{2,}})"), r"\1 - \2", "gạch nối cách một bên"),
    _Space(re.compile(rf"([{LETTER}]{{2,}}) -([{LETTER}]{{2,}})"), r"\1 - \2", "gạch nối cách một bên"),
    _Space(re.compile(rf"([{LETTER}]+)-((?:{_UNIT})(?!\w))"), r"\1, \2", "gạch nối dính giữa hai tên"),
    _Space(
        re.compile(r"((?<!\w)(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Kk]hoản|[Đđ]iều|[Ss]ố))(\d[\d/.]*)"),
        r"\1 \2",
        "thiếu khoảng trắng trước số",
    ),
    _Space(re.compile(rf"((?!số)(?<!\w)[{LETTER}]+)/ +([{LETTER}]+)"), r"\1/\2", "khoảng trắng sau dấu /"),
    _Space(
        re.compile(rf"((?<!\w)(?!số |ngày )[{LETTER}]+) +/([{LETTER}]{{2,}})(?!-)"),
        r"\1/\2",
        "khoảng trắng trước dấu /",
    ),
    _Space(
        re.compile(rf"([{LOWER}]{{2,}}\.)([{UPPER}][{LOWER}]+)"), r"\1 \2", "thiếu khoảng trắng sau dấu chấm"
    ),
    _Space(re.compile(rf"([(“]) +([{LETTER}\d]+)"), r"\1\2", "thừa khoảng trắng sau dấu mở ngoặc"),
    _Space(re.compile(rf"([{LETTER}\d]+) +([)”])"), r"\1\2", "thừa khoảng trắng trước dấu đóng ngoặc"),
    _Space(
        re.compile(rf"([{LOWER}]{{2,}})([(“][{LETTER}]{{2,}})"),
        r"\1 \2",
        "thiếu khoảng trắng trước dấu mở ngoặc",
    ),
    _Space(
        re.compile(rf"([{LOWER}\d][)”])([{LETTER}]{{2,}})"), r"\1 \2", "thiếu khoảng trắng sau dấu đóng ngoặc"
    ),
]
_COMPARED = re.compile(r"([≥≤<>])( *)(?=\d)")
_CELL_LABEL = re.compile(rf"(\d{{1,2}}[.)]|[a-zđ]\)|[-–+])(?=[{UPPER}][{LOWER}])")
#: So many places make a custom of the document.
_CUSTOM = 3


@rule(
    "NN-04",
    "Sau số, chữ hoặc gạch đầu dòng có một khoảng trắng",
    "thêm một khoảng trắng, ví dụ “1. Mục đích”, “- Thường trực Đảng ủy”",
    bad=[
        "I. KẾT QUẢ\n1. Công tác chỉ đạo\n2. Công tác tuyên truyền\n3.Kết quả thực hiện",
        "-Công tác tuyên truyền được chú trọng.",
    ],
    good=["1. Công tác chỉ đạo\n- Công tác tuyên truyền được chú trọng."],
)
def labels(paper: Paper) -> Iterable[Found]:
    """Labels that stick to their text."""
    yield from once(_glued_labels(paper))


def _glued_labels(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        if passage.glued and passage.rank != OTHER_SIGN and passage.text[:1].isalpha():
            label, rest = passage.label, passage.text
        elif passage.kind is Kind.CELL and (match := _CELL_LABEL.match(passage.text)):
            label, rest = match[1], passage.text[match.end() :]
        else:
            continue
        start = " ".join(rest.split()[:3])
        kind = "number" if label[0].isdigit() else label
        yield kind, passage, 0, 0, f"“{label}{start}” (viết “{label} {start}”)"


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
    ],
    good=[
        "Xem tại https://nq57.vn:8080/a và thu.vien@x.gov.vn lúc 08:30, tỷ lệ 1:2, kinh tế - xã hội.",
        "Kế hoạch số /KH-UBND ngày /11/2025; số ....../KH-UBND; Kế hoạch/Chương trình được triển khai.",
    ],
)
def marks(paper: Paper) -> Iterable[Found]:
    """Spaces about colons, ellipses, hyphens, slashes, brackets and numbers."""
    yield from once(_wrong_spaces(paper))


def _wrong_spaces(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        text = without_addresses(passage.text)
        for wrong in _WRONG:
            for match in wrong.pattern.finditer(text):
                if "·" in match.group():
                    continue
                right = match.expand(wrong.right)
                said = f"{wrong.what}: “{match.group().strip()}” (viết “{right.strip()}”)"
                yield wrong.what, passage, match.start(), match.end(), said


@rule(
    "NN-06",
    "Dấu ≥, ≤, >, < cách số một cách như nhau trong cả văn bản",
    "viết như đa số chỗ khác trong văn bản",
    bad=[
        "- Chỉ tiêu ≥ 50%;\n- Chỉ tiêu ≥ 60%;\n- Chỉ tiêu ≥ 70%;\n- Chỉ tiêu ≥10%.",
        "- Chỉ tiêu ≥ 50%;\n- Chỉ tiêu ≥ 60%;\n- Chỉ tiêu ≥ 70%;\n- Chỉ tiêu ≥  1%.",
    ],
    good=["- Chỉ tiêu ≥ 50%;\n- Chỉ tiêu ≥ 60%."],
)
def compared(paper: Paper) -> Iterable[Found]:
    """Comparison signs that are spaced otherwise than most of them."""
    seen = [(passage, match) for passage in written(paper) for match in _COMPARED.finditer(passage.text)]
    spaced = [match for _, match in seen if match[2]]
    custom = " " if len(spaced) * 2 >= len(seen) else ""
    if len(seen) <= _CUSTOM:
        return
    yield from once(
        (match[2], passage, match.start(), match.end(), _compared_said(match, custom, len(seen)))
        for passage, match in seen
        if match[2] != custom
    )


def _compared_said(match: re.Match[str], custom: str, total: int) -> str:
    number = re.match(r"[\d.,]+%?", match.string[match.end() :])
    shown = number.group() if number else ""
    return f"“{match[1]}{match[2]}{shown}”, đa số trong {total} chỗ viết “{match[1]}{custom}{shown}”"
