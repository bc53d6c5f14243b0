"""Chức vụ, họ tên và chữ ký của người có thẩm quyền (ô số 7a, 7b, 7c)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.drafts import places_to_fill
from nq57gen.checks.layout.looks import look
from nq57gen.checks.layout.parts import Parts, folded
from nq57gen.checks.layout.pieces import Piece, once_each, split_at_tabs
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.wording import old_tones, once
from nq57gen.patterns import lazily
from nq57gen.reading.types import ParagraphView, TablePlace

_PREFIX = lazily(r"(?:T\s*/\s*M|K\s*/\s*T|T\s*/\s*L|T\s*/?\s*U\s*/\s*Q|(?:TM|KT|TL|TUQ|Q)(?![A-ZÀ-Ỹ\w]))")
_GOOD_PREFIX = lazily(r"(?:TM|KT|TL|TUQ|Q)\. \w")
_TITLES = lazily(
    r"(?:PGS|GS|TS|ThS|Th\.S|BS|KS|CN|CKI|CKII|BSCKI|BSCKII|Ths)(?:[.,]|\s)|"
    r"(?:Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Cử nhân|Ông|Bà|Đồng chí|Đ/c)\b"
)
_SIGNED = lazily(
    r"\(?\s*(?:đã ký|ký,? (?:tên,? )?(?:và )?đóng dấu|ký tên,? đóng dấu)\s*\)?\.?", re.IGNORECASE
)
_COLLECTIVE = "TM."


@rule(
    "ND30-KY-01",
    "PL I, Mục II.7.đ; II.9.d; bảng Mục V dòng 7",
    "Quyền hạn, chức vụ người ký in hoa, đứng, đậm, cỡ 13-14, canh giữa nửa phải, ngang dòng “Nơi nhận:”",
    "chọn các dòng quyền hạn, chức vụ, gõ chữ in hoa, đặt cỡ 14, đậm, đứng, canh giữa",
    bad=[
        edit("authority", "cỡ 12", size=12),
        edit("authority", "không đậm", bold=False),
        edit("authority", "nghiêng", italic=True),
        edit("authority", "chữ thường", text="TM. Ủy ban nhân dân"),
    ],
)
def authority(parts: Parts) -> Iterable[Found]:
    """The look of the lines above the name, and that they stand level with the recipients."""
    align = "" if _set_as_text(parts) else "center"
    yield from once(look(parts.authority, size=(13, 14), bold=True, italic=False, upper=True, align=align))
    label = parts.recipients_label
    if label and parts.authority and not _level(parts.authority[0], label):
        yield Found(parts.authority[0].place, "không ngang dòng “Nơi nhận:”")


def _set_as_text(parts: Parts) -> bool:
    """Whether who signs stands in paragraphs of the text: where these belong is one fault, told by KY-01."""
    return bool(parts.authority) and not (parts.authority[0].paragraph.in_table or parts.authority[0].tabbed)


def _level(piece: Piece, label: Piece) -> bool:
    one, other = _cells_around(piece), _cells_around(label)
    for inner, beside in zip(one, other, strict=False):
        if (inner.table, inner.row) != (beside.table, beside.row):
            return False
        if inner.cell != beside.cell:
            return True
    return piece.paragraph is label.paragraph or (bool(one) and len(one) == len(other))


def _cells_around(piece: Piece) -> list[TablePlace]:
    """The cells around ``piece``, the outermost first."""
    places: list[TablePlace] = []
    place = piece.paragraph.in_table
    while place is not None:
        places.insert(0, place)
        place = place.outer
    return places


@rule(
    "ND30-KY-02",
    "PL I, Mục II.7.c, II.7.đ",
    "Họ tên người ký ghi đầy đủ, chữ thường viết hoa đầu âm tiết, đứng, đậm, cỡ 13-14, canh giữa, "
    "không kèm học hàm, học vị, danh hiệu",
    "ghi họ tên như trong quyết định bổ nhiệm, cỡ 14, đậm, đứng; bỏ học hàm, học vị",
    bad=[
        edit("full_name", "in hoa", text="NGUYỄN VĂN DIỄN"),
        edit("full_name", "có học vị", text="ThS. Nguyễn Văn Diễn"),
        edit("full_name", "nghiêng", italic=True),
        edit("full_name", "không đậm", bold=False),
        edit("full_name", "cỡ 12", size=12),
        edit("full_name", "không viết hoa đầu âm tiết", text="Nguyễn văn Diễn"),
    ],
)
def full_name(parts: Parts) -> Iterable[Found]:
    """The look and the words of the name."""
    name = parts.full_name
    if name is None:
        return
    align = "" if _set_as_text(parts) else "center"
    yield from look(name, size=(13, 14), bold=True, italic=False, upper=False, align=align)
    if title := _TITLES.match(name.text):
        yield Found(name.place, f"có “{title.group().strip()}”")
    small = [word for word in name.text.split() if word[0].isalpha() and word[0].islower()]
    if small and not places_to_fill(name.paragraph):
        yield Found(name.place, f"“{small[0]}” không viết hoa")


@rule(
    "ND30-KY-03",
    "PL I, Mục II.7.b",
    "Chữ viết tắt quyền hạn là TM., KT., TL., TUQ., Q.: có dấu chấm, cách một khoảng trắng rồi đến tên "
    "hoặc chức vụ",
    "sửa thành dạng “TM. ỦY BAN NHÂN DÂN”, “KT. CHỦ TỊCH”",
    bad=[
        edit("authority", "kiểu văn bản Đảng", text="T/M ỦY BAN NHÂN DÂN"),
        edit("authority", "thiếu dấu chấm", text="TM ỦY BAN NHÂN DÂN"),
        edit("authority", "thiếu khoảng trắng", text="TM.ỦY BAN NHÂN DÂN"),
    ],
)
def prefixes(parts: Parts) -> Iterable[Found]:
    """How the powers are abbreviated."""
    for piece in parts.authority:
        if _PREFIX.match(piece.text) and not _GOOD_PREFIX.match(piece.text):
            yield Found(piece.place, f"“{piece.text}”")


@rule(
    "ND30-KY-04",
    "Điều 13 khoản 2; PL I Mục II.7.b; bảng Mục V dòng 7",
    "Văn bản Ủy ban nhân dân ghi “TM. ỦY BAN NHÂN DÂN” rồi “CHỦ TỊCH”; cấp phó ký thì “KT. CHỦ TỊCH” rồi "
    "chức vụ",
    "ghi đủ các dòng: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
    bad=[
        edit("authority", "thiếu tên tập thể", text="TM. CHỦ TỊCH"),
        edit("authority", "cấp phó không ghi KT.", at=1, text="CHỦ TỊCH"),
        edit("authority", "thiếu chức vụ người ký thay", at=-1, text=""),
    ],
)
def collective_signature(parts: Parts) -> Iterable[Found]:
    """The lines of a document that the committee issues as a body."""
    lines = [_tidy(piece) for piece in parts.authority]
    if not lines or not lines[0].startswith(_COLLECTIVE):
        return
    if not _of_committee(parts):
        if parts.national_name is not None:  # the Party has its own ways
            yield from _deputies(parts.authority, lines)
        return
    first = parts.authority[0]
    if not lines[0].startswith((f"{_COLLECTIVE} ỦY BAN NHÂN DÂN", f"{_COLLECTIVE} UBND")):
        yield Found(first.place, f"sau TM. là “{first.text[3:].strip()}”, không phải tên tập thể")
    elif not any("CHỦ TỊCH" in line or "ỦY VIÊN" in line for line in lines):
        yield Found(first.place, "thiếu dòng chức vụ dưới TM.")
    yield from _deputies(parts.authority, lines)


@rule(
    "ND30-KY-05",
    "Điều 13; PL I Mục II.7.b; mẫu 1.2 ghi chú thẩm quyền",
    "Văn bản thuộc thẩm quyền riêng của Chủ tịch không ghi TM.; ký thay, thừa lệnh, thừa ủy quyền thì ghi "
    "KT., TL., TUQ. trước “CHỦ TỊCH” rồi đến chức vụ người ký",
    "ghi “KT. CHỦ TỊCH” rồi “PHÓ CHỦ TỊCH”, hoặc “TL. CHỦ TỊCH” rồi chức vụ người ký",
    bad=[
        edit("authority", "cấp phó không ghi KT.", at=0, text="PHÓ CHỦ TỊCH"),
        edit("authority", "thừa lệnh mà vẫn ghi chức vụ Chủ tịch", at=0, text="TL. CHỦ TỊCH"),
    ],
)
def own_signature(parts: Parts) -> Iterable[Found]:
    """The lines of a document that the chairman issues himself, or somebody for him."""
    lines = [_tidy(piece) for piece in parts.authority]
    if not _of_committee(parts) or not lines or lines[0].startswith(_COLLECTIVE):
        return
    yield from _deputies(parts.authority, lines)
    for piece, line, following in zip(parts.authority, lines, [*lines[1:], ""], strict=True):
        if line.startswith(("TL. ", "TUQ. ")) and (not following or following.endswith(" CHỦ TỊCH")):
            yield Found(piece.place, f"dưới “{piece.text}” không có chức vụ của người được giao ký")


def _of_committee(parts: Parts) -> bool:
    return "uy ban nhan dan" in folded(" ".join(piece.text for piece in parts.issuing_body))


def _tidy(piece: Piece) -> str:
    """The line with the abbreviation as it should be: how it is written has a rule of its own."""
    text = old_tones(piece.text).upper()
    found = _PREFIX.match(text)
    if found is None:
        return text
    return f"{re.sub('[^A-Z]', '', found.group())}. {text[found.end() :].lstrip(' ./')}"


def _deputies(pieces: tuple[Piece, ...], lines: list[str]) -> Iterator[Found]:
    """A deputy signs for the head: "KT." stands above his post, and his post under "KT."."""
    for index, (piece, line) in enumerate(zip(pieces, lines, strict=True)):
        above = lines[index - 1] if index else ""
        if line.removeprefix("Q. ").startswith("PHÓ ") and not above.startswith(
            ("KT.", "TL.", "TUQ.", "K/T")
        ):
            yield Found(piece.place, f"“{piece.text}” ký mà dòng trên không ghi KT.")
        if line.startswith("KT.") and index + 1 == len(lines):
            yield Found(piece.place, f"dưới “{piece.text}” không có chức vụ của người ký")


@rule(
    "ND30-KY-09",
    "suy từ PL I, Mục II.7.d và các mẫu; thông lệ",
    "Bản trình ký chừa chỗ cho chữ ký, không in sẵn “(Đã ký)” hay “(Ký, đóng dấu)”",
    "xóa dòng chú dẫn trong ngoặc, để dòng trống cho chữ ký",
    severity=WARNING,
    bad=[
        edit("authority", "in sẵn (Đã ký)", at=-1, insert="(Đã ký)"),
        edit("authority", "in sẵn (Ký, đóng dấu)", at=-1, insert="(Ký, đóng dấu)"),
    ],
)
def place_of_signature(parts: Parts) -> Iterable[Found]:
    """No words where the signature comes."""
    for paragraph in parts.file.paragraphs():
        for piece in _signed(paragraph):
            yield Found(piece.place, f"in “{piece.text}”")


@once_each
def _signed(paragraph: ParagraphView) -> tuple[Piece, ...]:
    return tuple(piece for piece in split_at_tabs(paragraph) if _SIGNED.fullmatch(piece.text))


@rule(
    "ND30-KY-10",
    "nghị định không quy định; thông lệ",
    "Khối ký không bị ngắt đôi qua hai trang và không đứng một mình trên trang mới",
    "bỏ chọn “Allow row to break across pages” ở bảng ký; chọn “Keep with next” ở đoạn cuối nội dung",
    severity=WARNING,
    bad=[
        edit("body", "đoạn cuối không giữ cùng khối ký", at=-1, keep_next=False),
        edit("signature_table", "hàng ký ngắt được qua trang", xml="rows_may_split"),
    ],
)
def kept_together(parts: Parts) -> Iterable[Found]:
    """The rows of the signature table do not split, and the last paragraph stays with them."""
    if parts.signature_table is None:
        return
    for row in parts.signature_table.rows:
        if not row.cant_split:
            yield Found(row.place, "hàng của khối ký có thể bị ngắt qua trang")
            break
    if parts.body_paragraphs and not parts.body_paragraphs[-1].paragraph.keep_next:
        yield Found(parts.body_paragraphs[-1].place, "đoạn cuối không giữ cùng trang với khối ký")
