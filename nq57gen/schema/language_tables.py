"""The shapes of targets, tasks, tables and appendices."""

from __future__ import annotations

from nq57gen.packs.shape import ALIGNMENTS, COLUMNS
from nq57gen.shape.types import Either, Field, Later, ListOf, Record, Table, Text

BLOCK = Text(kind="khối chữ")
YES_NO = Text("yes_no", kind="có | không")
VALUE = Text("target_value", kind="giá trị")
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
    "don_vi_tinh": Field(Text(blank=True), "Đơn vị tính", example='"%"'),
    "ke_hoach": Field(VALUE, "Giá trị kế hoạch: ≥ 60%, 100%, từ 80% trở lên, hoặc chữ", example="≥ 60%"),
    "ket_qua": Field(Text("target_value", blank=True, kind="giá trị"), "Kết quả đạt được", example="75,2%"),
    "danh_gia": Field(
        Text(allowed=EVALUATIONS), "Đánh giá ghi sẵn; không ghi thì tự tính từ kết quả và kế hoạch"
    ),
    "chieu": Field(Text(allowed=("tang", "giam")), "giam: càng thấp càng tốt; mặc định tang"),
    "giai_doan": Field(Table(VALUE, "year"), "Giá trị từng năm", example='{"2025": ≥ 60%, "2030": 100%}'),
    "chu_tri": Field(_OFFICES, "Cơ quan chủ trì: mã, tên, hoặc danh sách", example="phong_vhxh"),
    "phoi_hop": Field(_OFFICES, "Cơ quan phối hợp"),
    "nguoi_chi_dao": Field(Text(), "Người chỉ đạo"),
    "nguoi_theo_doi": Field(Text(), "Người theo dõi"),
    "san_pham": Field(Text(), "Sản phẩm đầu ra"),
    "thoi_han": Field(Text(), "Thời hạn hoàn thành", example="Quý I/2026"),
    "viec": Field(Text(), "Việc cụ thể trong nhiệm vụ"),
    "kpi": Field(Text(), "Chỉ số đo lường"),
    "ghi_chu": Field(Text(), "Ghi chú"),
    "cau": Field(Text(), "Câu in thay cho câu mẫu khi liệt kê chỉ tiêu trong bài"),
    "danh_so": Field(Text(blank=True), "Số tự đặt thay cho số tự động"),
}

_ROW = Record(
    "Chỉ tiêu, nhiệm vụ (một hàng của bảng)",
    {
        "ma": Field(Text("identifier"), "Mã để gọi trong bài: <<chi_tieu.ma>>", example="phu_song_5g"),
        "ten": Field(Text(), "Tên chỉ tiêu hoặc nội dung công việc", required=True),
        **VALUE_FIELDS,
    },
)


def _rows(key: str) -> ListOf:
    """Rows and groups of rows under ``key``; a group is a mapping with the key ``nhom``."""
    group = Record(
        "Nhóm hàng",
        {
            "nhom": Field(Text(), "Tên nhóm; <<nhom.tong>> là số hàng trong nhóm", required=True),
            key: Field(Later(lambda: rows), "Các hàng trong nhóm", required=True),
            **VALUE_FIELDS,
        },
    )
    rows = ListOf(Either(mapping=_ROW, keyed=("nhom", group)), 1)
    return rows


TARGET_ROWS = _rows("chi_tieu")
TASK_ROWS = _rows("nhiem_vu")

_CELL = Either(
    text=Text(blank=True),
    mapping=Record(
        "Ô",
        {
            "chu": Field(Text(blank=True), "Chữ trong ô", required=True),
            "gop_cot": Field(Text("whole_number"), "Số cột mà ô chiếm"),
            "gop_hang": Field(Text("whole_number"), "Số hàng mà ô chiếm; các hàng dưới bỏ ô này đi"),
            "can_le": Field(Text(allowed=ALIGNMENTS), "Căn lề riêng của ô"),
            "dam": Field(YES_NO, "In đậm"),
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
        "o": Field(_CELLS, "Các ô", required=True),
        "dam": Field(YES_NO, "In đậm cả hàng"),
    },
)
FREE_ROWS: ListOf = ListOf(Either(list=_CELLS, mapping=_FREE_ROW, keyed=("nhom", _FREE_GROUP)), 1)

TOTALS = Record(
    "Dòng tổng",
    {
        "nhan": Field(Text(), "Chữ ở đầu dòng", required=True, example="Tổng cộng"),
        "cot": Field(ListOf(Text("whole_number", kind="số"), 1), "Các cột cộng, đếm từ 1", required=True),
    },
)

FREE_TABLE = Record(
    "Bảng tự do",
    {
        "cot": Field(COLUMNS, "Các cột", required=True),
        "hang": Field(FREE_ROWS, "Các hàng", required=True),
        "dong_tong": Field(TOTALS, "Dòng tổng tự tính"),
    },
)

APPENDIX = Record(
    "Phụ lục",
    {
        "ma": Field(Text("identifier"), "Mã để gọi <<phu_luc.ma>>", required=True, example="chi_tieu"),
        "tieu_de": Field(Text(), "Tên phụ lục", required=True),
        "danh_so": Field(Text(), "Số tự đặt thay cho số La Mã"),
        "huong": Field(Text(allowed=("doc", "ngang")), "doc | ngang; mặc định theo số cột của bảng"),
        "dong_kem_theo": Field(Text(), "Thay cho dòng “(Kèm theo …)” tự động"),
        "noi_dung": Field(BLOCK, "Các đoạn văn trước bảng"),
        "bang": Field(
            Text(allowed=tuple(LAYOUTS)), "Kiểu bảng: chi_tieu, giai_doan, danh_gia, nhiem_vu, tu_do"
        ),
        "cot": Field(COLUMNS, "Chọn cột, đổi tiêu đề, độ rộng"),
        "danh_so_lien_tuc": Field(YES_NO, "Số thứ tự đếm tiếp qua các nhóm"),
        "chi_tieu": Field(TARGET_ROWS, "Các chỉ tiêu"),
        "nhiem_vu": Field(TASK_ROWS, "Các nhiệm vụ"),
        "hang": Field(FREE_ROWS, "Các hàng của bảng tự do"),
        "dong_tong": Field(TOTALS, "Dòng tổng tự tính của bảng tự do"),
    },
)
