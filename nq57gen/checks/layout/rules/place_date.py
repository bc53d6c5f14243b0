"""Địa danh and thời gian ban hành (ô số 4)."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable

from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.parts import Parts, folded
from nq57gen.checks.layout.pieces import filled, paragraphs_of
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.patterns import lazily

#: What stands in a draft where day, month or year will be.
_BLANK = r"[\s.…_]*"
_FORM = lazily(
    rf"(?P<place>[^,]+), ngày(?: (?P<day>\d{{1,2}}) |{_BLANK})tháng(?: (?P<month>\d{{1,2}}) |{_BLANK})"
    rf"năm(?: (?P<year>\d{{4}})|(?: \d{{1,3}})?{_BLANK})"
)
_KIND = r"(?:phường|xã|đặc khu|thị trấn)"
_PLAIN_KIND = r"(?:phuong|xa|dac khu|thi tran)"
#: The council of a commune and the name of its unit, without marks.
_COUNCIL = lazily(rf"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\s+{_PLAIN_KIND}\s+(?P<name>.+)")
_WITH_KIND = lazily(rf"(?P<kind>{_KIND})\s+(?P<name>.+)", re.IGNORECASE)
#: "Thành phố Hồ Chí Minh": of a common noun in front only the first letter is a capital.
_COMMON_NOUN = lazily(r"(?:Thành phố|Thị xã|Thị trấn|Đặc khu) ")
_NUMBER_NAME = lazily(r"\d+|[IVXLC]+")


def _text(parts: Parts) -> str:
    return unicodedata.normalize("NFC", parts.date.text) if parts.date else ""


def _place(parts: Parts) -> str:
    """The name of the place; "" when the line has another form or the name is still blank."""
    match = _FORM.fullmatch(_text(parts))
    place = match["place"].strip() if match else ""
    return place if any(sign.isalnum() for sign in place) else ""


@rule(
    "ND30-DD-01",
    "PL I, Phần I, Mục II.4.c",
    "Địa danh, ngày tháng chữ thường, nghiêng, không đậm, cỡ 13-14, canh giữa dưới Tiêu ngữ",
    "chọn dòng địa danh, ngày tháng, đặt cỡ 14, nghiêng, bỏ đậm, canh giữa",
    bad=[
        edit("date", "cỡ 12", size=12),
        edit("date", "đứng", italic=False),
        edit("date", "đậm", bold=True),
        edit("date", "căn phải", align="right"),
    ],
)
def place_and_date(parts: Parts) -> Iterable[Found]:
    """The look of the line."""
    return look(parts.date, size=(13, 14), bold=False, italic=True, upper=False, align="center")


@rule(
    "ND30-DD-02",
    "PL I, Phần I, Mục II.4.b, II.4.c",
    "Ghi “<Địa danh>, ngày … tháng … năm …” bằng chữ số, địa danh viết hoa chữ đầu các âm tiết",
    "ghi như “Minh Hưng, ngày 05 tháng 3 năm 2026”, có dấu phẩy sau địa danh",
    bad=[
        edit("date", "dạng ngày/tháng/năm", text="Minh Hưng, 05/3/2026"),
        edit("date", "thiếu dấu phẩy", text="Minh Hưng ngày 05 tháng 3 năm 2026"),
        edit("date", "địa danh không viết hoa", text="Minh hưng, ngày 05 tháng 3 năm 2026"),
        edit("date", "địa danh in hoa", text="MINH HƯNG, ngày 05 tháng 3 năm 2026"),
        edit("date", "ngày không có thật", text="Minh Hưng, ngày 30 tháng 02 năm 2026"),
        edit("date", "dấu chấm cuối", text="Minh Hưng, ngày 05 tháng 3 năm 2026."),
    ],
)
def form_of_date(parts: Parts) -> Iterable[Found]:
    """The words of the line; blanks of a draft are allowed, dates that do not exist are not."""
    if parts.date is None:
        return
    match = _FORM.fullmatch(_text(parts))
    if not match:
        yield Found(parts.date.place, "không đúng mẫu")
        return
    place = _place(parts)
    name = _COMMON_NOUN.sub("", place)
    syllables = [syllable for syllable in re.split(r"[\s-]+", name) if syllable[:1].isalpha()]
    if any(syllable[0].islower() for syllable in syllables):
        yield Found(parts.date.place, "địa danh không viết hoa chữ đầu mọi âm tiết")
    elif place.isupper() and len(place) > len("TP"):
        yield Found(parts.date.place, "địa danh in hoa cả")
    if not _exists(match["day"], match["month"], match["year"]):
        yield Found(parts.date.place, "ngày không có trong lịch")


def _exists(day: str | None, month: str | None, year: str | None) -> bool:
    """Whether such a day exists; parts that are blank may become any."""
    try:
        datetime.date(int(year or 2024), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


@rule(
    "ND30-DD-03",
    "PL I, Phần I, Mục II.4.b",
    "Ngày nhỏ hơn 10 và tháng 1, tháng 2 có số 0 phía trước",
    "ghi “ngày 05”, “tháng 01”, “tháng 02”",
    bad=[
        edit("date", "ngày thiếu số 0", text="Minh Hưng, ngày 5 tháng 3 năm 2026"),
        edit("date", "tháng 1 thiếu số 0", text="Minh Hưng, ngày 15 tháng 1 năm 2026"),
        edit("date", "tháng 2 thiếu số 0", text="Minh Hưng, ngày 05 tháng 2 năm 2026"),
    ],
)
def zeros(parts: Parts) -> Iterable[Found]:
    """The zeros the decree asks for."""
    match = _FORM.fullmatch(_text(parts))
    if match is None or parts.date is None:
        return
    if match["day"] and len(match["day"]) == 1:
        yield Found(parts.date.place, f"ngày {match['day']}")
    if match["month"] in ("1", "2"):
        yield Found(parts.date.place, f"tháng {match['month']}")


@rule(
    "ND30-DD-04",
    "suy từ PL I, Phần I, Mục II.4.b và ví dụ của bảng Mục V",
    "Tháng 3 đến tháng 9 không thêm số 0",
    "ghi “tháng 3” thay cho “tháng 03”",
    severity=WARNING,
    bad=[
        edit("date", "tháng 03", text="Minh Hưng, ngày 05 tháng 03 năm 2026"),
        edit("date", "tháng 09", text="Minh Hưng, ngày 15 tháng 09 năm 2026"),
    ],
)
def no_zeros(parts: Parts) -> Iterable[Found]:
    """No zero before the months 3 to 9."""
    match = _FORM.fullmatch(_text(parts))
    if match and parts.date and re.fullmatch("0[3-9]", match["month"] or ""):
        yield Found(parts.date.place, f"tháng {match['month']}")


@rule(
    "ND30-DD-05",
    "PL I, Phần I, Mục II.4.a",
    "Địa danh của UBND cấp xã là tên xã, phường, đặc khu đó, không phải tên tỉnh",
    "ghi tên xã, phường của cơ quan ban hành trước chữ “ngày”",
    bad=[
        edit("date", "ghi tên tỉnh", text="Đồng Nai, ngày 05 tháng 3 năm 2026"),
        edit("date", "còn tên nơi khác", text="Thanh Bình, ngày 05 tháng 3 năm 2026"),
    ],
)
def place_of_council(parts: Parts) -> Iterable[Found]:
    """The place is the unit the council is named after."""
    place = _place(parts)
    head = parts.parent_body or parts.issuing_body
    council = _COUNCIL.match(" ".join(folded(piece.text) for piece in head))
    if not place or parts.date is None or council is None or _NUMBER_NAME.fullmatch(place):
        return
    said = folded(place)
    named = re.sub(rf"^{_PLAIN_KIND}\s+", "", said)
    if not council["name"].startswith((named, said)):  # "Phương Liệt", "Xa Dung" begin like a kind
        yield Found(parts.date.place, f"địa danh “{place}”")


@rule(
    "ND30-DD-06",
    "PL I, Phần I, Mục II.4.a và PL II, Mục III.1.b",
    "Đơn vị mang tên người, chữ số hoặc sự kiện lịch sử ghi đủ cả chữ “Phường”, “Xã” viết hoa",
    "ghi như “Phường 1, ngày …”, “Phường Điện Biên Phủ, ngày …”",
    bad=[
        edit("date", "chỉ ghi chữ số", text="1, ngày 05 tháng 3 năm 2026"),
        edit("date", "chỉ ghi số La Mã", text="IV, ngày 05 tháng 3 năm 2026"),
    ],
)
def full_place(parts: Parts) -> Iterable[Found]:
    """A number alone is no place. Names of persons cannot be told from others."""
    place = _place(parts)
    if parts.date is not None and _NUMBER_NAME.fullmatch(place):
        yield Found(parts.date.place, f"địa danh “{place}”")


@rule(
    "ND30-DD-07",
    "thông lệ; nghị định không nói rõ",
    "Địa danh chỉ ghi tên riêng, không kèm “xã”, “phường”, trừ đơn vị mang tên người, chữ số, sự kiện",
    "bỏ chữ “Phường”, “Xã” trước tên riêng ở dòng địa danh",
    severity=WARNING,
    bad=[
        edit("date", "kèm chữ Phường", xml="place_with_kind"),
    ],
)
def bare_place(parts: Parts) -> Iterable[Found]:
    """The kind of the unit before a name that the text itself does not treat as that of a person.

    Units named after persons and events write their kind with a capital everywhere (PL II, III.1.b); a
    text that writes "phường Minh Hưng" says that this one is not.
    """
    match = _WITH_KIND.fullmatch(_place(parts))
    if match is None or parts.date is None or _NUMBER_NAME.fullmatch(match["name"]):
        return
    kind, name = match["kind"].lower(), match["name"]
    text = unicodedata.normalize(
        "NFC", " ".join(paragraph.shown_text for paragraph in filled(paragraphs_of(parts.body)))
    )
    written = re.findall(rf"(?<=[^\W\d_] )({kind}) {re.escape(name)}(?!\w)", text, re.IGNORECASE)
    if written and all(word == kind for word in written):
        yield Found(parts.date.place, f"ghi “{match['kind']} {name}”")
