"""The spec language as shapes: every key, what it may hold, and what the reference says of it.

This is the one definition: the validator compiles it, ``docs/dac-ta.md`` is generated from it.
Rows, columns and tables are in :mod:`nq57gen.schema.language_tables`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nq57gen.packs.shape import CITATION, LAYOUT_CHECK, OUTLINE
from nq57gen.packs.types import UNIT_KINDS
from nq57gen.schema.language_tables import APPENDIX, FREE_TABLE, TARGET_ROWS
from nq57gen.shape.types import Either, Field, Later, ListOf, Record, Shape, Table, Text

BLOCK = Text(kind="khối chữ", lines=True)
YES_NO = Text("yes_no", kind="có | không")

_SECTION_FIELDS: dict[str, Field] = {
    "tieu_de": Field(Text(), "Tiêu đề in ra; số thứ tự được thêm tự động", example="Chuyển đổi số"),
    "danh_so": Field(
        Text("literal", blank=True),
        'Số tự đặt thay cho số tự động, mục sau đếm tiếp; ghi "" thì mục không có số',
        example='"2.7."',
    ),
    "kieu_danh_so": Field(
        Text("number_style", kind="cách đánh số"),
        "Cách đánh số các mục con, khi khác cách chung",
        example="chu",
    ),
    "noi_dung": Field(BLOCK, "Các đoạn văn, mỗi dòng một đoạn"),
    "muc": Field(ListOf(Later(lambda: ITEM), 1), "Các mục con; mỗi mục lại có các khóa của bảng này"),
    "bang": Field(FREE_TABLE, "Bảng in sau các đoạn văn của mục"),
    "don_vi_chu_tri": Field(
        Text(kind="mã cơ quan"),
        "Cơ quan thực hiện: tên đầy đủ in thành tiêu đề của mục; dùng thay cho tieu_de",
        example="phong_vhxh",
    ),
    "nhiem_vu": Field(BLOCK, "Nhiệm vụ giao cho cơ quan, mỗi dòng một đoạn; dùng thay cho noi_dung"),
}

ITEM: Record = Record("Mục con", _SECTION_FIELDS)


def section_shape(children: Iterable[str] = ()) -> Either:
    """A section: text, a list of items, or a mapping; ``children`` are the keys the outline puts inside."""
    inside = {key: Field(section_shape(), f"Nội dung của mục {key}") for key in children}
    return Either(text=BLOCK, list=ListOf(ITEM, 1), mapping=Record("Mục", {**_SECTION_FIELDS, **inside}))


UNIT = Record(
    "Đơn vị",
    {
        "loai": Field(Text(allowed=tuple(UNIT_KINDS)), "Loại đơn vị", required=True, example="phường"),
        "ten": Field(
            Text("unit_name"), "Tên riêng, không kèm chữ xã, phường", required=True, example="Minh Hưng"
        ),
        "tinh": Field(
            Text("literal"),
            "Tên riêng của tỉnh, thành phố; bộ mẫu của tỉnh đã có sẵn, bộ mẫu chung thì phải ghi",
            example="Đồng Nai",
        ),
        "loai_tinh": Field(
            Text(allowed=("tỉnh", "thành phố")), "Loại đơn vị cấp tỉnh; ghi cùng với tên tỉnh", example="tỉnh"
        ),
        "viet_hoa_loai": Field(
            YES_NO,
            "Ghi “có” khi tên đơn vị là tên người hoặc sự kiện lịch sử: in “Phường Chu Văn An”; "
            "tên bằng chữ số thì tự viết hoa (NĐ 30, PL II, III.1.b; PL I, II.4.a)",
            example="có",
        ),
    },
)

ISSUER = Record(
    "Cơ quan ở đầu trang",
    {
        "chu_quan": Field(
            Text("literal"), "Cơ quan chủ quản, in phía trên; UBND cấp xã không có nên để trống"
        ),
        "ban_hanh": Field(
            Either(text=Text("literal"), list=ListOf(Text("literal"), 1)),
            "Tên cơ quan ban hành ở đầu trang; mỗi dòng in là một mục của danh sách",
            example="[ỦY BAN NHÂN DÂN, PHƯỜNG MINH HƯNG]",
        ),
        "viet_tat": Field(Text("literal"), "Chữ viết tắt của cơ quan trong ký hiệu văn bản", example="UBND"),
    },
)

_AUTHORITY = Text("authority", later=True)
SIGNATORY = Record(
    "Người ký",
    {
        "quyen_han": Field(
            Either(text=_AUTHORITY, list=ListOf(_AUTHORITY)),
            "Ký thay ai: TM., KT., TL., TUQ., Q. rồi chức danh in hoa; nhiều dòng thì viết thành danh sách",
            example="[TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]",
        ),
        "chuc_vu": Field(
            Text("literal"),
            "Chức vụ của người ký; bỏ khi đã ghi ở quyen_han (Q. CHỦ TỊCH)",
            example="PHÓ CHỦ TỊCH",
        ),
        "ho_ten": Field(
            Text("literal", blank=True),
            "Họ và tên; dự thảo thì để trống",
            required=True,
            example="Nguyễn Văn An",
        ),
    },
)

OFFICE = Record(
    "Cơ quan, phòng ban",
    {
        "ten": Field(
            Text(), "Tên đầy đủ, in trong bài và ở tiêu đề", required=True, example="Phòng Văn hóa - Xã hội"
        ),
        "ngan": Field(
            Text(), "Tên ngắn, in trong bảng; không ghi thì dùng tên đầy đủ", example="Phòng VH-XH"
        ),
    },
)

#: What a merge with a new edition of the pack left to decide (written by ``merging.conflicts``).
CONFLICT = Record(
    "Chỗ chưa thống nhất",
    {
        "cho": Field(
            Text(blank=True, lines=True), "Chỗ ấy ở trong tệp này", required=True, example="muc_dich"
        ),
        "ly_do": Field(Text(blank=True, lines=True), "Vì sao phải chọn"),
        "cua_don_vi": Field(Text(blank=True, lines=True), "Đoạn của đơn vị, đang dùng"),
        "cua_tinh": Field(Text(blank=True, lines=True), "Chữ của tỉnh; tỉnh đã bỏ thì không có"),
    },
)

ACCEPTED = Record(
    "Chỗ được chấp nhận",
    {
        "ma": Field(
            Text("content_code", kind="mã quy tắc"), "Mã như check in ra", required=True, example="SO-03"
        ),
        "cho": Field(
            Text("words_of_a_place"), "Chữ ở chỗ ấy, chép từ lời báo", required=True, example="21 thủ tục"
        ),
        "ly_do": Field(
            Text(lines=True), "Vì sao chỗ ấy đúng", required=True, example="theo báo cáo của tỉnh"
        ),
    },
)

CHECK = Record(
    "Kiểm tra",
    {
        **LAYOUT_CHECK.fields,
        "chap_nhan": Field(
            ListOf(ACCEPTED, 1), "Từng chỗ nội dung mà check báo nhưng đã xem và giữ nguyên, kèm lý do"
        ),
    },
)

_COMMON: dict[str, Field] = {
    "phien_ban_dac_ta": Field(
        Text("version", kind="số"), "Phiên bản của cách viết này, luôn là 1", required=True, example="1"
    ),
    "loai_van_ban": Field(
        Text(kind="loại văn bản"), "Kế hoạch hay báo cáo", required=True, example="ke_hoach"
    ),
    "mau": Field(
        Text(kind="tên bộ mẫu"),
        "Bộ mẫu của tỉnh; tỉnh chưa có bộ mẫu thì dùng chung",
        required=True,
        example="dong-nai",
    ),
    "an_ban_mau": Field(
        Text("whole_number", kind="số"),
        "Ấn bản của bộ mẫu mà đặc tả đang theo; lệnh clone, update tự ghi",
        example="202511",
    ),
    "don_vi": Field(
        UNIT, "Xã, phường ban hành văn bản", required=True, example="{loai: phường, ten: Minh Hưng}"
    ),
    "nam_ban_hanh": Field(
        Text("year", kind="năm"), "Năm in ở dòng ngày tháng khi chưa có ngày ban hành", example="2026"
    ),
    "du_thao": Field(YES_NO, "Ghi “có” thì in chữ DỰ THẢO ở trang đầu", example="có"),
    "so_van_ban": Field(
        Text("whole_number", blank=True, kind="số", later=True),
        "Số văn bản; để trống khi chưa cấp số",
        example="57",
    ),
    "ky_hieu": Field(Text("literal"), "Ký hiệu; không ghi thì in KH-UBND hoặc BC-UBND", example="KH-UBND"),
    "ngay_ban_hanh": Field(
        Text("date", blank=True, kind="ngày", later=True),
        "Ngày ban hành; để trống khi chưa ký",
        example="05/3/2026",
    ),
    "dia_danh": Field(
        Text("literal"), "Địa danh ở dòng ngày tháng; không ghi thì in tên đơn vị", example="Minh Hưng"
    ),
    "co_quan": Field(ISSUER, "Tên cơ quan ở đầu trang; chỉ ghi khi khác “ỦY BAN NHÂN DÂN” và tên đơn vị"),
    "trich_yeu": Field(
        Text(),
        "Trích yếu nội dung, in dưới tên loại văn bản",
        required=True,
        example="Triển khai <<nq57>> năm <<nam_ke_hoach>>",
    ),
    "van_ban": Field(
        Table(CITATION),
        "Văn bản viện dẫn: đặt cho mỗi văn bản một mã rồi gọi <<mã>>; văn bản của bộ mẫu không phải khai lại",
    ),
    "phong_ban": Field(Table(OFFICE), "Cơ quan bộ mẫu chưa có, hoặc gọi tên khác bộ mẫu; mỗi cơ quan một mã"),
    "thuat_ngu": Field(
        Table(Text("literal")), "Thay từ quen dùng của bộ mẫu", example="{khu_dan_cu: khu phố}"
    ),
    "bien": Field(
        Table(Text(lines=True)),
        "Số liệu, chữ dùng nhiều lần: ghi một lần ở đây, trong bài gọi <<bien.mã>>",
        example="{so_ho: 12500}",
    ),
    "chi_tieu": Field(TARGET_ROWS, "Chỉ tiêu chỉ nhắc trong bài, khi văn bản không có bảng chỉ tiêu"),
    "can_cu": Field(
        ListOf(Text()),
        "Căn cứ: mã văn bản (chữ “Căn cứ” và dấu cuối dòng được thêm tự động), hoặc cả câu",
        example="[nq57, nq71]",
    ),
    "mo_dau": Field(BLOCK, "Đoạn mở đầu, in sau căn cứ"),
    "danh_so_cac_cap": Field(
        ListOf(Text("number_style", kind="cách đánh số"), 1),
        "Cách đánh số từng cấp, từ cấp lớn nhất; không ghi thì theo bộ mẫu",
        example="[phan, so, so_cap]",
    ),
    "bo_cuc": Field(OUTLINE, "Bố cục riêng, thay cả bố cục của bộ mẫu: đổi tên, sắp xếp, thêm, bỏ mục"),
    "ket_thuc": Field(BLOCK, "Đoạn kết; dấu ./. ở cuối được thêm tự động"),
    "chu_thich": Field(
        Table(BLOCK, "footnote_key"),
        "Chú thích cuối trang; trong bài gọi bằng [^1]",
        example='{"1": Số liệu đến 31/12/2025.}',
    ),
    "phu_luc": Field(ListOf(APPENDIX), "Các phụ lục, mỗi phụ lục bắt đầu ở trang mới"),
    "kiem_tra": Field(CHECK, "Quy tắc không áp dụng, và chỗ đúng dù lệnh check báo"),
    "xung_dot": Field(
        ListOf(CONFLICT),
        "Chỗ tỉnh và đơn vị cùng sửa, do lệnh update ghi; chọn xong chỗ nào thì xóa mục đó",
    ),
    "noi_nhan": Field(
        ListOf(Text(), 1),
        "Nơi nhận; gạch đầu dòng và dấu cuối dòng được thêm tự động, dòng cuối là dòng Lưu",
        required=True,
        example='[Thường trực Đảng ủy, "Lưu: VT, VHXH"]',
    ),
    "nguoi_ky": Field(SIGNATORY, "Quyền hạn, chức vụ, họ tên người ký", required=True),
}

#: Keys only one document type has.
_OF_TYPE: dict[str, dict[str, Field]] = {
    "ke_hoach": {
        "nam_ke_hoach": Field(
            Text("year", kind="năm"), "Năm thực hiện kế hoạch", required=True, example="2026"
        ),
    },
    "bao_cao": {
        "nam_bao_cao": Field(
            Text("year", kind="năm"), "Năm của số liệu báo cáo", required=True, example="2025"
        ),
        "kinh_gui": Field(
            ListOf(Text(), 1),
            "Nơi kính gửi, khi báo cáo lên cấp trên (NĐ 30, PL I, II.9.b)",
            example="[<<tinh.ubnd>>]",
        ),
        "ke_hoach_goc": Field(
            Text("literal"),
            "Tệp của kế hoạch được báo cáo, tính từ thư mục của báo cáo: lệnh check so từng chỉ tiêu "
            "với kế hoạch ấy; không in ra",
            example="ke-hoach-2025.yaml",
        ),
    },
}

#: Keys that a section may not take.
RESERVED_KEYS = frozenset(_COMMON) | {key for fields in _OF_TYPE.values() for key in fields}
#: Keys that a section inside another may not take.
RESERVED_INSIDE = RESERVED_KEYS | set(_SECTION_FIELDS)


def spec_shape(
    document_type: str,
    types: Mapping[str, str],
    sections: Iterable[tuple[str, tuple[str, ...]]],
    other_sections: Iterable[str] = (),
) -> Record:
    """The shape of a whole spec.

    ``types`` are the document types the pack has, each with its name; ``sections`` the section keys of
    the outline in force, each with the keys inside it; ``other_sections`` those it leaves out.
    """
    fields = dict(_COMMON)
    fields["loai_van_ban"] = Field(Text(allowed=tuple(types)), _COMMON["loai_van_ban"].help, required=True)
    year_and_own = _OF_TYPE.get(document_type, {})
    bodies: dict[str, Field] = {
        key: Field(
            section_shape(child for child in children if child not in RESERVED_INSIDE),
            f"Nội dung của mục {key}",
        )
        for key, children in sections
        if key not in RESERVED_KEYS
    }
    refused: dict[str, tuple[str, dict[str, str]]] = {key: ("S040", {}) for key in other_sections}
    for own in _OF_TYPE.values():
        refused |= {key: ("S049", {"document_type": types.get(document_type, "").lower()}) for key in own}
    return Record("Đặc tả", {**fields, **year_and_own, **bodies}, refused)


def reference_records() -> list[tuple[str, Shape]]:
    """The records the reference page shows, in reading order."""
    return [
        ("Toàn văn bản", Record("Đặc tả", _COMMON)),
        ("Riêng kế hoạch", Record("Kế hoạch", _OF_TYPE["ke_hoach"])),
        ("Riêng báo cáo", Record("Báo cáo", _OF_TYPE["bao_cao"])),
        ("Mục nội dung", ITEM),
    ]
