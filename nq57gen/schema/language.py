"""The spec language as shapes: every key, what it may hold, and what the reference says of it.

This is the one definition: the validator compiles it, ``docs/dac-ta.md`` is generated from it.
Rows, columns and tables are in :mod:`nq57gen.schema.language_tables`.
"""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.packs.shape import CITATION, OUTLINE
from nq57gen.packs.types import UNIT_KINDS
from nq57gen.schema.language_tables import APPENDIX, FREE_TABLE, TARGET_ROWS
from nq57gen.shape.types import Either, Field, Later, ListOf, Record, Shape, Table, Text

BLOCK = Text(kind="khối chữ")
YES_NO = Text("yes_no", kind="có | không")

_SECTION_FIELDS: dict[str, Field] = {
    "tieu_de": Field(Text(), "Tiêu đề của mục", example="Chuyển đổi số"),
    "danh_so": Field(
        Text(blank=True), "Số tự đặt thay cho số tự động; các mục sau đếm tiếp", example='"2.7."'
    ),
    "kieu_danh_so": Field(
        Text("number_style"), "Cách đánh số các mục con: phan, la_ma, so, so_cap, chu, khong"
    ),
    "noi_dung": Field(BLOCK, "Các đoạn văn, mỗi dòng một đoạn"),
    "muc": Field(ListOf(Later(lambda: ITEM), 1), "Các mục con"),
    "bang": Field(FREE_TABLE, "Bảng in sau các đoạn văn của mục"),
    "don_vi_chu_tri": Field(
        Text(), "Mã cơ quan; tên đầy đủ của cơ quan thành tiêu đề mục", example="phong_vhxh"
    ),
    "nhiem_vu": Field(BLOCK, "Các nhiệm vụ giao cho cơ quan, mỗi dòng một đoạn"),
}

ITEM: Record = Record("Mục con", _SECTION_FIELDS)


def section_shape(children: Iterable[str] = ()) -> Either:
    """A section: text, a list of items, or a mapping; ``children`` are the keys the outline puts inside."""
    inside = {key: Field(section_shape(), f"Nội dung của mục {key}") for key in children}
    return Either(text=BLOCK, list=ListOf(ITEM, 1), mapping=Record("Mục", {**_SECTION_FIELDS, **inside}))


UNIT = Record(
    "Đơn vị",
    {
        "loai": Field(
            Text(allowed=tuple(UNIT_KINDS)), "xã | phường | đặc khu", required=True, example="phường"
        ),
        "ten": Field(Text(), "Tên riêng, không kèm xã, phường", required=True, example="Minh Hưng"),
        "tinh": Field(Text(), "Tên riêng của tỉnh, thành phố; bỏ trống thì theo bộ mẫu", example="Đồng Nai"),
        "loai_tinh": Field(Text(allowed=("tỉnh", "thành phố")), "tỉnh | thành phố; bỏ trống thì theo bộ mẫu"),
        "viet_hoa_loai": Field(
            YES_NO,
            "Tên là tên người, chữ số hoặc sự kiện lịch sử: viết “Phường Chu Văn An” "
            "(NĐ 30, PL II, III.1.b; PL I, II.4.a)",
        ),
    },
)

ISSUER = Record(
    "Cơ quan",
    {
        "chu_quan": Field(Text(), "Cơ quan chủ quản; UBND cấp xã không có"),
        "ban_hanh": Field(
            Either(text=Text(), list=ListOf(Text(), 1)), "Tên cơ quan ban hành ở đầu trang, mỗi dòng một mục"
        ),
        "viet_tat": Field(Text(), "Chữ viết tắt trong ký hiệu", example="UBND"),
    },
)

SIGNATORY = Record(
    "Người ký",
    {
        "quyen_han": Field(
            Either(text=Text("authority"), list=ListOf(Text("authority"))),
            "TM., KT., TL., TUQ., Q.; nhiều dòng thì viết thành danh sách",
            example="[TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]",
        ),
        "chuc_vu": Field(
            Text(),
            "Chức vụ của người ký; bỏ trống khi đã ghi ở quyền hạn (Q. CHỦ TỊCH)",
            example="PHÓ CHỦ TỊCH",
        ),
        "ho_ten": Field(Text(blank=True), "Họ và tên; dự thảo có thể để trống", required=True),
    },
)

OFFICE = Record(
    "Cơ quan, phòng ban",
    {
        "ten": Field(Text(), "Tên đầy đủ", required=True),
        "ngan": Field(Text(), "Tên ngắn in trong bảng"),
    },
)

_COMMON: dict[str, Field] = {
    "phien_ban_dac_ta": Field(Text("version"), "Luôn là 1", required=True, example="1"),
    "loai_van_ban": Field(Text(), "ke_hoach | bao_cao", required=True, example="ke_hoach"),
    "mau": Field(Text(), "Tên bộ mẫu: chung, dong-nai, hai-phong", required=True, example="dong-nai"),
    "don_vi": Field(UNIT, "Đơn vị ban hành", required=True),
    "nam_ban_hanh": Field(Text("year", kind="năm"), "Năm in ở dòng ngày tháng khi chưa có ngày ban hành"),
    "du_thao": Field(YES_NO, "In chữ DỰ THẢO ở trang đầu"),
    "so_van_ban": Field(Text("whole_number", blank=True, kind="số"), "Số văn bản; để trống khi chưa cấp số"),
    "ky_hieu": Field(Text(), "Ký hiệu; mặc định KH-UBND hoặc BC-UBND", example="KH-UBND"),
    "ngay_ban_hanh": Field(Text("date", blank=True, kind="ngày"), "Ngày ban hành; để trống khi chưa ký"),
    "dia_danh": Field(Text(), "Địa danh ở dòng ngày tháng; mặc định là tên đơn vị"),
    "co_quan": Field(ISSUER, "Tên cơ quan ở đầu trang, khi khác mặc định"),
    "trich_yeu": Field(Text(), "Trích yếu nội dung", required=True),
    "van_ban": Field(Table(CITATION), "Văn bản viện dẫn của riêng văn bản này"),
    "phong_ban": Field(Table(OFFICE), "Cơ quan bổ sung, hoặc thay tên trong bộ mẫu"),
    "thuat_ngu": Field(Table(Text()), "Thay từ dùng của bộ mẫu", example="{khu_dan_cu: khu phố}"),
    "bien": Field(Table(Text()), "Số liệu, chữ dùng nhiều lần, ghi một lần rồi gọi <<bien.ten>>"),
    "chi_tieu": Field(TARGET_ROWS, "Chỉ tiêu chỉ nhắc trong bài, khi văn bản không có bảng chỉ tiêu"),
    "can_cu": Field(ListOf(Text()), "Căn cứ: mã văn bản viện dẫn, hoặc cả câu", example="[nq57, kh91_tinh]"),
    "mo_dau": Field(BLOCK, "Đoạn mở đầu, sau căn cứ"),
    "danh_so_cac_cap": Field(
        ListOf(Text("number_style"), 1), "Cách đánh số từng cấp", example="[phan, so, so_cap]"
    ),
    "bo_cuc": Field(OUTLINE, "Bố cục riêng: đổi tên, sắp xếp, thêm, bỏ mục"),
    "ket_thuc": Field(BLOCK, "Đoạn kết; dấu ./. được thêm tự động"),
    "chu_thich": Field(
        Table(BLOCK, "footnote_key"), "Chú thích cuối trang, dẫn bằng [^1]", example='{"1": …}'
    ),
    "phu_luc": Field(ListOf(APPENDIX), "Các phụ lục"),
    "noi_nhan": Field(
        ListOf(Text(), 1), "Nơi nhận; gạch đầu dòng và dấu cuối dòng được thêm tự động", required=True
    ),
    "nguoi_ky": Field(SIGNATORY, "Người ký", required=True),
}

#: Keys only one document type has.
_OF_TYPE: dict[str, dict[str, Field]] = {
    "ke_hoach": {
        "nam_ke_hoach": Field(Text("year", kind="năm"), "Năm của kế hoạch", required=True, example="2026"),
    },
    "bao_cao": {
        "nam_bao_cao": Field(
            Text("year", kind="năm"), "Năm của số liệu báo cáo", required=True, example="2025"
        ),
        "kinh_gui": Field(ListOf(Text(), 1), "Nơi kính gửi, khi báo cáo lên cấp trên (NĐ 30, PL I, II.9.b)"),
    },
}

#: Keys that a section may not take.
RESERVED_KEYS = frozenset(_COMMON) | {key for fields in _OF_TYPE.values() for key in fields}


def spec_shape(
    document_type: str, types: Iterable[str], sections: Iterable[tuple[str, tuple[str, ...]]]
) -> Record:
    """The shape of a whole spec.

    ``types`` are the document types the pack has; ``sections`` the section keys of the outline in
    force, each with the keys inside it.
    """
    fields = dict(_COMMON)
    fields["loai_van_ban"] = Field(Text(allowed=tuple(types)), _COMMON["loai_van_ban"].help, required=True)
    year_and_own = _OF_TYPE.get(document_type, {})
    bodies: dict[str, Field] = {
        key: Field(section_shape(children), f"Nội dung của mục {key}") for key, children in sections
    }
    return Record("Đặc tả", {**fields, **year_and_own, **bodies})


def head_shape() -> Record:
    """What must be right before the pack and so the rest of the spec can be judged."""
    shape: dict[str, Field] = {key: _COMMON[key] for key in ("phien_ban_dac_ta", "loai_van_ban", "mau")}
    return Record("Đặc tả", {**shape, "bo_cuc": _COMMON["bo_cuc"]})


def reference_records() -> list[tuple[str, Shape]]:
    """The records the reference page shows, in reading order."""
    return [
        ("Toàn văn bản", Record("Đặc tả", _COMMON)),
        ("Riêng kế hoạch", Record("Kế hoạch", _OF_TYPE["ke_hoach"])),
        ("Riêng báo cáo", Record("Báo cáo", _OF_TYPE["bao_cao"])),
        ("Mục nội dung", ITEM),
    ]
