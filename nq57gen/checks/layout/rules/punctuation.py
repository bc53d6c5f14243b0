"""Ngày tháng, số, dấu câu, chính tả, viết tắt trong lời văn: thông lệ, nghị định không quy định."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import once_each
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.tones import toned_words
from nq57gen.checks.layout.wording import (
    LOWER,
    UPPER,
    Line,
    all_groups,
    all_lines,
    line_of,
    old_tones,
    once,
    prose,
    slip,
    slips,
    words,
)
from nq57gen.patterns import lazily

_ANY = LOWER + UPPER
_COUNTED = r"(?:đồng|người|hộ|hồ sơ|lượt|tài khoản|thủ tục|văn bản)(?!\w)"


def _day(text: str) -> str:
    return f"{int(text):02d}"


def _month(text: str) -> str:
    """A month with the zero of the decree: only before 1 and 2."""
    return f"{int(text):02d}" if int(text) <= 2 else f"{int(text)}"


_CITED_DATES = [
    slip(
        r"(số \S+ )ngày (\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?= của)",
        lambda match: f"{match[1]}ngày {_day(match[2])} tháng {_month(match[3])} năm {match[4]}",
        "ngày ",
    )
]
#: Dates of documents by their style; one is the document's own when it is so many times as frequent.
_DATED_SHORT = lazily(r"số:? \S+,? ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_DATED_LONG = lazily(r"số:? \S+,? ngày \d{1,2} tháng \d{1,2} năm \d{4}")
_CLEAR = 3
_ZEROS = [
    slip(
        r"(?<!\w)ngày (?!(?:0[1-9]|[12]\d|3[01]) tháng (?:0[12]|[3-9]|1[0-2]) năm)"
        r"(\d{1,2}) tháng (\d{1,2}) năm (\d{4})",
        lambda match: f"ngày {_day(match[1])} tháng {_month(match[2])} năm {match[3]}",
        "ngày ",
    ),
    slip(
        r"(?<![\d/])(\d{1,2})/0([3-9])/(\d{4})(?!\d)",
        lambda match: f"{_day(match[1])}/{match[2]}/{match[3]}",
        "/0",
    ),
]
_COMMAS, _POINTS = [f"{digit}," for digit in "0123456789"], [f"{digit}." for digit in "0123456789"]
_NUMBERS = [
    slip(
        r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])", lambda match: match.group().replace(",", "."), *_COMMAS
    ),
    slip(rf"(?<![\d.,])(\d{{1,3}}),(\d{{3}})(?= {_COUNTED})", r"\1.\2", *_COMMAS),
    slip(r"(?<![\d.,])(\d{1,3})\.(\d{1,2})(?= ?%)", r"\1,\2", "%"),
    slip(r"(?<![\d.,])(\d+)\.(\d{1,2})(?= (?:triệu|tỷ|tỉ|ha|km|m2)(?!\w))", r"\1,\2", *_POINTS),
    slip(r"(\d+(?:,\d+)?) %", r"\1%", " %"),
    slip(
        rf"(?<![\d.,/])\d{{5,}}(?= {_COUNTED})",
        lambda match: f"{int(match.group()):,}".replace(",", "."),
        *(f"{digit} " for digit in "0123456789"),
    ),
]
_SIGNS = [
    slip(rf"([{_ANY}0-9)]+) +([,;:!?])(?= |$)", r"\1\2", " ,", " ;", " :", " !", " ?"),
    slip(rf"([{LOWER}]+) +\.(?= |$)", r"\1.", " ."),
    slip(rf"([{_ANY}]+[,;])([{_ANY}]+)", r"\1 \2", ",", ";"),
    slip(rf"(?<!\w)(?!(?:ngày|tháng|năm|số)(?!\w))([{_ANY}]+[,;]?)  ([{_ANY}]+)", r"\1 \2", "  "),
    slip(rf"([{_ANY}]+) ?[–—] ?([{_ANY}]+)", r"\1 - \2", "–", "—"),
    slip(r"giai đoạn (\d{4})(?! - \d)\s?[-–—]\s?(\d{4})", r"giai đoạn \1 - \2", "giai đoạn "),
]
#: Alone among small letters: two words in capitals are shouted, not shortened.
_SHORT = lazily(
    rf"[{UPPER}](?<![\w/.@-].)(?<![{UPPER}] .)[{UPPER}]{{2,5}}(?![\w/@]|-\w|\.\w)(?! [{UPPER}]+(?!\w))"
)
_NAME = lazily(rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)+")
_ROMAN = lazily(r"[IVXLC]+")


def _main_text(parts: Parts) -> list[Line]:
    """The subject and the prose of the body."""
    return [*(line_of(piece.paragraph) for piece in parts.subject), *prose(parts)]


@rule(
    "ND30-SN-01",
    "PL I, Mục II.4.b; trong lời văn là thông lệ",
    "Ngày ban hành của văn bản viện dẫn ghi đầy đủ “ngày 05 tháng 3 năm 2026”; ngày dưới 10 và tháng 1, 2 "
    "thêm số 0, "
    "tháng 3 đến 9 không thêm",
    "viết “ngày 05 tháng 3 năm 2026”; dạng 05/3/2026 chỉ dùng trong bảng, trong ngoặc",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "viện dẫn ghi ngày dạng ngắn",
            text="Thực hiện Kế hoạch số 18/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh về dữ liệu số.",
        ),
        edit(
            "body",
            "thừa số 0 ở tháng",
            text="Các cơ quan gửi báo cáo về Phòng Văn hóa - Xã hội trước ngày 15 tháng 06 năm 2026.",
        ),
        edit(
            "body",
            "thiếu số 0 ở ngày",
            text="Các cơ quan gửi báo cáo về Phòng Văn hóa - Xã hội trước ngày 5 tháng 6 năm 2026.",
        ),
    ],
)
def dates(parts: Parts) -> Iterable[Found]:
    """Short dates of cited documents in the main text where these are the exception, and zeros anywhere.

    Where long ones are, a content rule tells these: each place is told of one style only.
    """
    if not _are_short(parts):
        yield from slips(map(_without_brackets, _main_text(parts)), _CITED_DATES, each=False)
    yield from slips(all_groups(parts), _ZEROS, each=False)


def _are_short(parts: Parts) -> bool:
    """Whether the document writes dates of documents in the short way: three times as often as the other."""
    text = "\n".join(line.text for line in all_lines(parts))
    return len(_DATED_SHORT.findall(text)) >= _CLEAR * len(_DATED_LONG.findall(text))


@once_each
def _without_brackets(line: Line) -> Line:
    """The line with what stands in brackets blanked out."""
    text = re.sub(r"\([^()]*\)", lambda match: "·" * len(match.group()), line.text)
    return Line(line.paragraph, text, text)


@rule(
    "ND30-SN-02",
    "nghị định không quy định; quy ước viết số tiếng Việt",
    "Số có dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân, ký hiệu % viết liền số",
    "viết “1.250.000 đồng”, “98,5%”",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "dấu phẩy ngăn hàng nghìn",
            text="Tổng kinh phí thực hiện trong năm là 1,250,000 đồng từ ngân sách.",
        ),
        edit(
            "body",
            "dấu chấm ngăn thập phân",
            text="Tỷ lệ hồ sơ nộp trực tuyến trên địa bàn phường đạt 98.5% trong năm.",
        ),
        edit(
            "body",
            "khoảng trắng trước %",
            text="Tỷ lệ hồ sơ nộp trực tuyến trên địa bàn phường đạt 98 % trong năm.",
        ),
        edit(
            "body",
            "không ngăn hàng nghìn",
            text="Tổng kinh phí thực hiện trong năm là 1250000 đồng từ ngân sách phường.",
        ),
    ],
)
def numbers(parts: Parts) -> Iterable[Found]:
    """Numbers that can be read in no other way."""
    yield from slips(all_groups(parts), _NUMBERS, each=False)


@rule(
    "ND30-SN-03",
    "nghị định không quy định; thông lệ",
    "Dấu câu dính liền chữ trước, cách chữ sau một khoảng trắng; giữa câu dùng gạch ngắn; giai đoạn viết "
    "“2026 - 2030”",
    "xóa khoảng trắng thừa, thêm khoảng trắng thiếu, thay gạch dài bằng “ - ”",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "khoảng trắng trước dấu phẩy",
            text="Các cơ quan , đơn vị thuộc phường hoàn thành nhiệm vụ được giao.",
        ),
        edit(
            "body",
            "thiếu khoảng trắng sau dấu phẩy",
            text="Các cơ quan,đơn vị thuộc phường hoàn thành nhiệm vụ được giao.",
        ),
        edit(
            "body",
            "hai khoảng trắng",
            text="Các cơ quan, đơn vị thuộc phường  hoàn thành nhiệm vụ được giao.",
        ),
        edit(
            "body",
            "gạch dài",
            text="Các cơ quan, đơn vị thúc đẩy phát triển kinh tế – xã hội trên địa bàn phường.",
        ),
        edit(
            "body",
            "giai đoạn viết liền",
            text="Các cơ quan, đơn vị hoàn thành các chỉ tiêu của giai đoạn 2026-2030.",
        ),
    ],
)
def signs(parts: Parts) -> Iterable[Found]:
    """Spaces about signs, and dashes; the letterhead, where people leave blanks, apart."""
    head = (parts.national_name, parts.motto, parts.number, parts.date)
    left_out = {id(piece.paragraph) for piece in head if piece}
    yield from slips(
        (line for line in all_lines(parts) if id(line.paragraph) not in left_out), _SIGNS, each=False
    )


@rule(
    "ND30-SN-04",
    "không có điều khoản; thông lệ",
    "Dấu thanh đặt thống nhất một kiểu trong cả văn bản: “hòa, ủy” hoặc “hoà, uỷ”",
    "chọn một kiểu bỏ dấu trong bộ gõ rồi sửa các chữ kiểu kia",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "lẫn hai kiểu bỏ dấu",
            text="Uỷ ban nhân dân phường Minh Hưng ban hành Kế hoạch triển khai với các nội dung sau đây:",
        ),
        edit(
            "body",
            "lẫn hoá với hóa",
            text="Các cơ quan tiếp tục số hoá hồ sơ, tài liệu lưu trữ theo đúng tiến độ.",
        ),
    ],
)
def tones(parts: Parts) -> Iterable[Found]:
    """Words that are written in both ways; names keep the way of their owner."""
    lines = all_lines(parts)
    written = set[str]().union(*map(_toned, lines))
    if len(written) == len(set(map(old_tones, written))):
        return  # every word in one way
    ways: dict[str, dict[str, list[tuple[Line, int, int]]]] = collections.defaultdict(dict)
    for line in lines:
        for start, end in _outside_names(line):
            shown = line.text[start:end].lower()
            ways[old_tones(shown)].setdefault(shown, []).append((line, start, end))
    for both in ways.values():
        if len(both) > 1:
            rare, usual = sorted(both, key=lambda shown: len(both[shown]))
            line, start, end = both[rare][0]
            yield Found(line.at(start, end), f"có chỗ “{rare}”, có chỗ “{usual}”")


@once_each
def _toned(line: Line) -> frozenset[str]:
    """The toned words of a line outside names, in small letters."""
    return frozenset(line.text[start:end].lower() for start, end in _outside_names(line))


def _outside_names(line: Line) -> list[tuple[int, int]]:
    """The toned words of a line, but not in the name of a person or place, written as its owner does."""
    toned = list(toned_words(line.text))
    names = [match.span() for match in _NAME.finditer(line.text)] if toned else []
    return [(start, end) for start, end in toned if not any(first <= start < last for first, last in names)]


@rule(
    "ND30-SN-05",
    "nghị định không quy định; thông lệ",
    "Chữ viết tắt không thông dụng thì lần đầu viết đủ, kèm chữ tắt trong ngoặc",
    "viết đủ ở lần đầu, ví dụ “chuyển đổi số (CĐS)”",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "viết tắt không giải thích",
            text="Các cơ quan bố trí kinh phí cho nhiệm vụ KHCN theo quy định.",
        ),
        edit("subject", "viết tắt trong trích yếu", text="Triển khai nhiệm vụ CĐS năm 2026"),
    ],
)
def abbreviations(parts: Parts) -> Iterable[Found]:
    """Abbreviations of the main text that no bracket explains and that are not common ones."""
    yield from _unexplained(_main_text(parts), "\n".join(line.text for line in all_lines(parts)))


@once_each
def _shortened(line: Line) -> tuple[re.Match[str], ...]:
    return () if line.text.isupper() else tuple(_SHORT.finditer(line.text))


def _unexplained(lines: Iterable[Line], text: str) -> Iterator[Found]:
    known = set(words("abbreviations"))
    found: dict[str, str] = {}
    for line in lines:
        for match in _shortened(line):
            short = match.group()
            if short in known or short in found or _ROMAN.fullmatch(short):
                continue
            if not re.search(rf"\([^()]*\b{short}\b[^()]*\)|\b{short} \(", text):
                found[short] = line.at(*match.span())
    if found:
        listed = [*found]
        more = f" và {len(listed) - 5} chữ khác" if len(listed) > 5 else ""
        yield from once([Found(found[listed[0]], ", ".join(f"“{short}”" for short in listed[:5]) + more)])
