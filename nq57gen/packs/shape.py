"""The shape of a pack.yaml, and the shapes that specs share with packs (outline, citations, columns)."""

from __future__ import annotations

from nq57gen.packs.types import UNIT_KINDS
from nq57gen.shape.types import Either, Field, Later, ListOf, Record, Shape, Table, Text

ALIGNMENTS = ("trai", "giua", "phai", "deu")

CITATION = Record(
    "Văn bản viện dẫn",
    {
        "loai": Field(Text(), "Tên loại: Nghị quyết, Kế hoạch, Luật…", required=True, example="Kế hoạch"),
        "so": Field(Text(), "Số và ký hiệu đầy đủ", example="94/KH-UBND"),
        "ngay": Field(Text("date", kind="ngày"), "Ngày ban hành", example="22/10/2025"),
        "co_quan": Field(Text(), "Cơ quan ban hành, viết như trong bài", example="UBND phường Minh Hưng"),
        "trich_yeu": Field(Text(), "Trích yếu, kể cả chữ “về” nếu có", example="về việc triển khai…"),
    },
)

OUTLINE_ITEM: Either = Either(
    text=Text("identifier", kind="khóa của mục"),
    mapping=Record(
        "Mục trong bố cục",
        {
            "khoa": Field(
                Text("identifier"), "Khóa của mục; bỏ trống nếu chỉ là tiêu đề chung", example="giai_phap"
            ),
            "tieu_de": Field(Text(), "Tiêu đề in ra", example="Nhiệm vụ, giải pháp"),
            "danh_so": Field(Text(blank=True), "Số tự đặt thay cho số tự động", example='"V."'),
            "kieu_danh_so": Field(Text("number_style"), "Cách đánh số các mục con", example="chu"),
            "bat_buoc": Field(Text("yes_no"), "Thiếu mục này thì báo lỗi (có | không)"),
            "muc": Field(Later(lambda: OUTLINE), "Các mục bên trong"),
        },
    ),
)
OUTLINE: Shape = ListOf(OUTLINE_ITEM, minimum=1)

COLUMN_RECORD = Record(
    "Cột của bảng",
    {
        "truong": Field(
            Text(), "Trường của hàng được in ở cột này; bảng tu_do không cần", example="ke_hoach"
        ),
        "tieu_de": Field(Text(blank=True), "Tiêu đề cột", example="Kết quả"),
        "rong": Field(Text("share", kind="số"), "Độ rộng theo tỉ lệ; không ghi thì tự tính", example="12"),
        "can_le": Field(Text(allowed=ALIGNMENTS), "Căn lề: trai, giua, phai, deu", example="giua"),
        "nhom_cot": Field(Text(), "Tiêu đề chung in phía trên nhiều cột liền nhau", example="Giai đoạn"),
        "kem_stt": Field(Text("yes_no"), "In số thứ tự của hàng trước chữ (bảng không có cột STT)"),
        "ten_day_du": Field(Text("yes_no"), "In tên đầy đủ của cơ quan thay cho tên ngắn"),
    },
)
COLUMNS: Shape = ListOf(
    Either(text=Text(kind="tên trường"), mapping=COLUMN_RECORD),
    minimum=1,
)

_KINDS = {key: Field(Text(), kind) for kind, key in UNIT_KINDS.items()}
_BY_KIND = Either(text=Text(), mapping=Record("Theo loại đơn vị", _KINDS))

PACK = Record(
    "Bộ mẫu",
    {
        "phien_ban_dac_ta": Field(Text("version"), "Phiên bản của ngôn ngữ đặc tả", required=True),
        "ten": Field(Text(), "Tên bộ mẫu", required=True),
        "an_ban": Field(Text("whole_number"), "Số lần ban hành của bộ mẫu", required=True),
        "ke_thua": Field(Text(), "Bộ mẫu được kế thừa"),
        "tinh": Field(
            Record(
                "Tỉnh, thành phố",
                {
                    "ten": Field(Text(), "Tên riêng", required=True),
                    "loai": Field(Text(allowed=("tỉnh", "thành phố")), "tỉnh | thành phố", required=True),
                },
            ),
            "Đơn vị cấp tỉnh",
        ),
        "loai_van_ban": Field(
            Table(
                Record(
                    "Loại văn bản của bộ mẫu",
                    {
                        "ten_loai": Field(Text(), "Tên loại in ở trang đầu"),
                        "viet_tat": Field(Text(), "Chữ viết tắt trong ký hiệu (NĐ 30, PL III, mục I)"),
                        "tep_mau": Field(
                            Text(), "Tệp Word mẫu, tìm trong thư mục của bộ mẫu rồi bộ được kế thừa"
                        ),
                        "danh_so_cac_cap": Field(ListOf(Text("number_style"), 1), "Cách đánh số từng cấp"),
                        "bo_cuc": Field(OUTLINE, "Bố cục mặc định"),
                    },
                )
            ),
            "Các loại văn bản",
        ),
        "thuat_ngu": Field(Table(_BY_KIND), "Từ dùng khác nhau theo loại đơn vị"),
        "phong_ban": Field(
            Table(
                Record("Cơ quan", {"ten": Field(_BY_KIND, "Tên", True), "ngan": Field(_BY_KIND, "Tên ngắn")})
            ),
            "Cơ quan, phòng ban của đơn vị",
        ),
        "van_ban": Field(Table(CITATION), "Văn bản viện dẫn dùng chung"),
        "bang": Field(Table(COLUMNS), "Các cột của từng kiểu bảng"),
        "cau_chi_tieu": Field(Text(), "Câu in cho một chỉ tiêu có kết quả khi liệt kê trong bài"),
        "cau_chua_co_ket_qua": Field(Text(), "Câu in cho một chỉ tiêu chưa có kết quả"),
    },
)
