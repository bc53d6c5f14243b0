"""The shapes of targets, tasks, tables and appendices."""

from __future__ import annotations

from nq57gen.packs.shape import ALIGNMENTS, COLUMNS
from nq57gen.shape.types import Either, Field, Later, ListOf, Record, Table, Text

BLOCK = Text(kind="khối chữ", lines=True)
#: What a table prints in one cell, where each line is a paragraph.
IN_A_CELL = Text(lines=True)
YES_NO = Text("yes_no", kind="có | không")
VALUE = Text("target_value", kind="giá trị", lines=True)
EVALUATIONS = ("Đạt", "Vượt", "Chưa đạt", "Khó đạt", "Chưa đánh giá")
_OFFICES = Either(text=Text(), list=ListOf(Text(), 1))
#: The named layouts and the key that holds their rows.
LAYOUTS = {
    "chi_tieu": "chi_tieu",
    "giai_doan": "chi_tieu",
    "danh_gia": "chi_tieu",
    "nhiem_vu": "nhiem_vu",
    "tu_do": "hang",
}

#: What a target, a task or a group row may carry besides its name.
VALUE_FIELDS: dict[str, Field] = {
    "don_vi_tinh": Field(Text(blank=True), "Đơn vị tính; dấu % phải đặt trong dấu nháy", example='"%"'),
    "ke_hoach": Field(
        VALUE, "Giá trị kế hoạch: ≥ 60%, 100%, từ 80% trở lên, 80-90%, hoặc chữ", example="≥ 60%"
    ),
    "ket_qua": Field(
        Text("target_value", blank=True, kind="giá trị", lines=True),
        "Kết quả; chưa có thì để trống",
        example="75,2%",
    ),
    "danh_gia": Field(
        Text(allowed=EVALUATIONS, later=True), "Đánh giá của đơn vị; không ghi thì tự so ket_qua với ke_hoach"
    ),
    "chieu": Field(
        Text(allowed=("tang", "giam")), "Ghi “giam” khi càng thấp càng tốt; không ghi thì là “tang”"
    ),
    "giai_doan": Field(
        Table(VALUE, "year"), "Giá trị từng năm, cho bảng giai_doan", example='{"2025": ≥ 60%, "2030": 100%}'
    ),
    "chu_tri": Field(_OFFICES, "Cơ quan chủ trì: mã cơ quan, tên, hoặc danh sách", example="phong_vhxh"),
    "phoi_hop": Field(_OFFICES, "Cơ quan phối hợp, ghi như chu_tri", example="[cong_an, Các trường học]"),
    "nguoi_chi_dao": Field(IN_A_CELL, "Lãnh đạo chỉ đạo", example="Phó Chủ tịch UBND"),
    "nguoi_theo_doi": Field(IN_A_CELL, "Người theo dõi", example="Lê Thị Hoa"),
    "san_pham": Field(IN_A_CELL, "Sản phẩm đầu ra", example="Kế hoạch"),
    "thoi_han": Field(IN_A_CELL, "Thời hạn hoàn thành", example="Quý I/2026"),
    "viec": Field(IN_A_CELL, "Việc cụ thể trong nhiệm vụ, mỗi dòng một việc"),
    "kpi": Field(IN_A_CELL, "Chỉ số đo lường"),
    "ghi_chu": Field(IN_A_CELL, "Ghi chú"),
    "cau": Field(Text(), "Câu riêng, in thay câu mẫu khi trong bài có <<chi_tieu.liet_ke_dat>>"),
    "danh_so": Field(
        Text("literal", blank=True),
        'Số tự đặt thay cho số tự động, hàng sau đếm tiếp; ghi "" thì không có số',
        example='"2.1"',
    ),
}

_ROW = Record(
    "Chỉ tiêu, nhiệm vụ",
    {
        "ma": Field(
            Text("identifier", kind="mã"), "Mã để gọi trong bài: <<chi_tieu.mã>>", example="phu_song_5g"
        ),
        "ten": Field(Text(), "Tên chỉ tiêu hoặc nội dung công việc", required=True),
        **VALUE_FIELDS,
    },
)


def _rows(key: str) -> ListOf:
    """Rows and groups of rows under ``key``; a group is a mapping with the key ``nhom``."""
    group = Record(
        "Nhóm chỉ tiêu" if key == "chi_tieu" else "Nhóm nhiệm vụ",
        {
            "nhom": Field(Text(), "Tên nhóm; <<nhom.tong>> in số hàng trong nhóm", required=True),
            key: Field(Later(lambda: rows), "Các hàng trong nhóm", required=True),
            **VALUE_FIELDS,
        },
    )
    rows = ListOf(Either(mapping=_ROW, keyed=("nhom", group)), 1)
    return rows


TARGET_ROWS = _rows("chi_tieu")
TASK_ROWS = _rows("nhiem_vu")

_CELL = Either(
    text=Text(blank=True, lines=True),
    mapping=Record(
        "Ô",
        {
            "chu": Field(Text(blank=True, lines=True), 'Chữ trong ô; ô trống ghi ""', required=True),
            "gop_cot": Field(Text("whole_number", kind="số"), "Số cột mà ô chiếm", example="2"),
            "gop_hang": Field(
                Text("whole_number", kind="số"), "Số hàng mà ô chiếm; các hàng dưới bỏ ô này đi", example="2"
            ),
            "can_le": Field(Text(allowed=ALIGNMENTS), "Căn lề riêng của ô: trái, giữa, phải, đều hai bên"),
            "dam": Field(YES_NO, "Ghi “có” thì in đậm"),
        },
    ),
)
_CELLS = ListOf(_CELL, 1)
_FREE_GROUP = Record(
    "Nhóm hàng của bảng tự do",
    {
        "nhom": Field(Text(), "Chữ của hàng nhóm, in suốt bề ngang bảng", required=True),
        "hang": Field(Later(lambda: FREE_ROWS), "Các hàng trong nhóm", required=True),
    },
)
_FREE_ROW = Record(
    "Hàng của bảng tự do",
    {
        "o": Field(_CELLS, "Các ô của hàng, từ trái sang phải", required=True),
        "dam": Field(YES_NO, "Ghi “có” thì in đậm cả hàng"),
    },
)
FREE_ROWS: ListOf = ListOf(Either(list=_CELLS, mapping=_FREE_ROW, keyed=("nhom", _FREE_GROUP)), 1)

TOTALS = Record(
    "Dòng tổng",
    {
        "nhan": Field(Text(), "Chữ ở đầu dòng", required=True, example="Tổng cộng"),
        "cot": Field(
            ListOf(Text("whole_number", kind="số"), 1),
            "Các cột được cộng, đếm từ 1",
            required=True,
            example="[3, 4]",
        ),
    },
)

FREE_TABLE = Record(
    "Bảng tự do",
    {
        "cot": Field(COLUMNS, "Các cột, từ trái sang phải", required=True),
        "hang": Field(FREE_ROWS, "Các hàng, từ trên xuống", required=True),
        "dong_tong": Field(TOTALS, "Dòng tổng, chương trình tự cộng"),
    },
)

APPENDIX = Record(
    "Phụ lục",
    {
        "ma": Field(
            Text("identifier", kind="mã"),
            "Mã để gọi trong bài: <<phu_luc.mã>>",
            required=True,
            example="chi_tieu",
        ),
        "tieu_de": Field(Text(), "Tên phụ lục, in chữ hoa", required=True, example="Danh mục chỉ tiêu"),
        "danh_so": Field(Text("literal"), "Số tự đặt thay cho số La Mã", example='"1"'),
        "huong": Field(
            Text(allowed=("doc", "ngang")),
            "Hướng giấy: dọc hoặc ngang; không ghi thì bảng từ 6 cột trở lên in ngang",
        ),
        "dong_kem_theo": Field(
            Text(), "Dòng “(Kèm theo …)” tự viết; không ghi thì tự viết theo số, ngày của văn bản"
        ),
        "noi_dung": Field(BLOCK, "Các đoạn văn trước bảng"),
        "bang": Field(Text(allowed=tuple(LAYOUTS)), "Kiểu bảng, xem phần “Kiểu bảng”", example="chi_tieu"),
        "cot": Field(COLUMNS, "Chọn cột, đổi tiêu đề, độ rộng; không ghi thì theo kiểu bảng"),
        "danh_so_lien_tuc": Field(YES_NO, "Ghi “có” thì số thứ tự đếm tiếp qua các nhóm"),
        "chi_tieu": Field(TARGET_ROWS, "Các chỉ tiêu, cho bảng chi_tieu, giai_doan, danh_gia"),
        "nhiem_vu": Field(TASK_ROWS, "Các nhiệm vụ, cho bảng nhiem_vu"),
        "hang": Field(FREE_ROWS, "Các hàng, cho bảng tu_do"),
        "dong_tong": Field(TOTALS, "Dòng tổng của bảng tu_do, chương trình tự cộng"),
    },
)
