"""Quốc hiệu and Tiêu ngữ (ô số 1)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from nq57gen.checks.layout.column import TWIPS_PER_MM, column_of, gaps, stretch
from nq57gen.checks.layout.lines import has_line, line_faults
from nq57gen.checks.layout.looks import look, points
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.vietnamese.metrics import text_width_mm

NATIONAL_NAMES = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
MOTTO = "Độc lập - Tự do - Hạnh phúc"
#: Files round their widths; in millimetres.
_ROUNDED = 0.5
#: Sizes of national name, motto, place and date that the decree uses together.
_SETS = ((12, 13, 13), (13, 14, 14))


@rule(
    "ND30-QH-01",
    "PL I, Phần I, Mục II.1.a",
    "Quốc hiệu in hoa, đứng, đậm, cỡ 12-13, canh giữa cột phải của trang đầu",
    "chọn dòng Quốc hiệu, đặt cỡ 13, đậm, đứng, không gạch chân",
    bad=[
        edit("national_name", "cỡ 14", size=14),
        edit("national_name", "không đậm", bold=False),
        edit("national_name", "nghiêng", italic=True),
        edit("national_name", "sai chữ", text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"),
        edit("national_name", "chữ thường", text="Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ],
)
def national_name(parts: Parts) -> Iterable[Found]:
    """The text of the national name and its look."""
    name = parts.national_name
    if name is None:
        return
    if unicodedata.normalize("NFC", name.text) not in NATIONAL_NAMES:
        yield Found(name.place, "ghi không đúng chữ")
    yield from look(name, size=(12, 13), bold=True, italic=False, underline=False, align="center")


@rule(
    "ND30-QH-02",
    "hệ quả của sơ đồ PL I, Phần I, Mục IV; không có câu chữ riêng",
    "Quốc hiệu nằm gọn trên một dòng",
    "nới cột phải của bảng đầu trang (khoảng 60% chiều rộng), bỏ lề trong của ô, hoặc dùng cỡ 12",
    severity=WARNING,
    bad=[
        edit("letterhead", "cột phải rộng 80 mm", xml="right_column_80"),
        edit("national_name", "thụt vào 3 cm", left_cm=3),
    ],
)
def national_name_on_one_line(parts: Parts) -> Iterable[Found]:
    """The national name is not wider than its column."""
    name = parts.national_name
    if name is None or name.tabbed or not name.letters:
        return
    column = column_of(parts, name)
    if column.width is None:
        return
    run = name.letters[0]
    needs = text_width_mm(name.text, run.size_pt, run.bold, run.italic) * stretch(name)
    has = (column.width - name.paragraph.indent_left - name.paragraph.indent_right) / TWIPS_PER_MM
    if needs > has + _ROUNDED:
        yield Found(name.place, f"chữ dài {needs:.0f} mm, chỗ chỉ có {has:.0f} mm")


@rule(
    "ND30-TN-01",
    "PL I, Phần I, Mục II.1.b",
    "Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” chữ thường, đứng, đậm, cỡ 13-14, canh giữa dưới Quốc hiệu",
    "gõ lại “Độc lập - Tự do - Hạnh phúc” (dấu gạch nối ngắn, có dấu cách hai bên), cỡ 14, đậm, đứng",
    bad=[
        edit("motto", "cỡ 12", size=12),
        edit("motto", "nghiêng", italic=True),
        edit("motto", "gạch nối dài", text="Độc lập – Tự do – Hạnh phúc"),
        edit("motto", "gạch nối không cách", text="Độc lập-Tự do-Hạnh phúc"),
        edit("motto", "in hoa mọi âm tiết", text="Độc Lập - Tự Do - Hạnh Phúc"),
        edit("motto", "căn trái", align="left"),
    ],
)
def motto(parts: Parts) -> Iterable[Found]:
    """The text of the motto and its look; an underline in place of the line is left to TN-02."""
    piece = parts.motto
    if piece is None:
        return
    if unicodedata.normalize("NFC", piece.text) != MOTTO:
        yield Found(piece.place, "ghi không đúng chữ")
    underline = False if has_line(parts, [piece]) else None
    yield from look(piece, size=(13, 14), bold=True, italic=False, underline=underline, align="center")


@rule(
    "ND30-TN-02",
    "PL I, Phần I, Mục II.1.b",
    "Dưới Tiêu ngữ có đường kẻ ngang nét liền, dài bằng dòng chữ Tiêu ngữ",
    "bỏ gạch chân, kẻ một đường thẳng nét liền màu đen dưới Tiêu ngữ, dài bằng dòng chữ",
    bad=[
        edit("motto", "không có đường kẻ", xml="line_gone"),
        edit("motto", "gạch chân chữ", xml="line_as_underline"),
        edit("motto", "đường kẻ ngắn bằng nửa dòng chữ", xml="line_short"),
        edit("motto", "đường kẻ dài quá dòng chữ", xml="line_long"),
        edit("motto", "đường kẻ nét đứt", xml="line_dashed"),
        edit("motto", "đường kẻ màu đỏ", xml="line_red"),
    ],
)
def motto_line(parts: Parts) -> Iterable[Found]:
    """The line under the motto, within 5% of the motto's length."""
    pieces = [parts.motto] if parts.motto else []
    return line_faults(parts, pieces, shortest=1.0, longest=1.0, tolerance=0.05)


@rule(
    "ND30-TN-03",
    "PL I, Phần I, Mục II.1.c",
    "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn, không chèn dòng trống",
    "chọn hai dòng, đặt giãn dòng Đơn (Single), khoảng cách trước và sau đoạn 0 pt, xóa dòng trống ở giữa",
    bad=[
        edit("national_name", "sau Quốc hiệu 6 pt", after_pt=6),
        edit("motto", "trước Tiêu ngữ 12 pt", before_pt=12),
        edit("motto", "giãn dòng 1,5", line=1.5),
        edit("national_name", "dòng trống ở giữa", insert=""),
    ],
)
def single_spaced(parts: Parts) -> Iterable[Found]:
    """Nothing but a line break's distance between national name and motto."""
    if parts.national_name is not None and parts.motto is not None:
        yield from gaps(parts, [parts.national_name, parts.motto])


@rule(
    "ND30-TN-04",
    "bảng PL I, Phần I, Mục V và mẫu 1.4 PL III",
    "Nên dùng bộ cỡ chữ đồng bộ Quốc hiệu - Tiêu ngữ - địa danh: 12-13-13 hoặc 13-14-14",
    "đặt lại cỡ chữ ba dòng theo một trong hai bộ, ví dụ 13, 14, 14",
    severity=WARNING,
    bad=[
        edit("national_name", "12-14-14", size=12),
        edit("motto", "13-13-14", size=13),
        edit("date", "13-14-13", size=13),
    ],
)
def sizes_together(parts: Parts) -> Iterable[Found]:
    """The three sizes, when each is allowed by itself."""
    pieces = (parts.national_name, parts.motto, parts.date)
    sizes = tuple(piece.letters[0].size_pt for piece in pieces if piece is not None and piece.letters)
    if len(sizes) < len(pieces) or parts.national_name is None or sizes in _SETS:
        return
    if 12 <= sizes[0] <= 13 and all(13 <= size <= 14 for size in sizes[1:]):
        shown = " - ".join(points(size).removesuffix(" pt") for size in sizes)
        yield Found(parts.national_name.place, f"bộ cỡ {shown}")
