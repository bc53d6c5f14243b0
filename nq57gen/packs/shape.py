"""The shape of a pack.yaml, and the shapes that specs share with packs (outline, citations, columns)."""

from __future__ import annotations

from nq57gen.packs.types import UNIT_KINDS
from nq57gen.shape.types import Either, Field, Later, ListOf, Record, Shape, Table, Text

ALIGNMENTS = ("trai", "giua", "phai", "deu")

CITATION = Record(
    "Văn bản viện dẫn",
    {
        "loai": Field(
            Text("literal"), "Tên loại: Nghị quyết, Kế hoạch, Luật…", required=True, example="Kế hoạch"
        ),
        "so": Field(Text("literal"), "Số và ký hiệu đầy đủ", example="94/KH-UBND"),
        "ngay": Field(
            Text("date", kind="ngày", later=True), "Ngày ban hành, ghi ngày/tháng/năm", example="22/10/2025"
        ),
        "co_quan": Field(Text(), "Cơ quan ban hành, viết như muốn in", example="UBND phường Minh Hưng"),
        "trich_yeu": Field(
            Text(),
            "Trích yếu, ghi cả chữ “về” nếu muốn in; với Luật là tên luật",
            example="về việc triển khai…",
        ),
    },
)

OUTLINE_ITEM: Either = Either(
    text=Text("identifier", kind="khóa của mục"),
    mapping=Record(
        "Mục trong bố cục",
        {
            "khoa": Field(
                Text("identifier", kind="mã"),
                "Khóa của mục, cũng là khóa ghi nội dung ở tệp này; tiêu đề chung thì không có",
                example="giai_phap",
            ),
            "tieu_de": Field(
                Text(), "Tiêu đề in ra; mục có sẵn thì không cần ghi", example="Nhiệm vụ và giải pháp"
            ),
            "danh_so": Field(
                Text("literal", blank=True),
                'Số tự đặt thay cho số tự động, mục sau đếm tiếp; ghi "" thì không có số',
                example='"V."',
            ),
            "kieu_danh_so": Field(
                Text("number_style", kind="cách đánh số"),
                "Cách đánh số các mục con, khi khác cách chung",
                example="chu",
            ),
            "bat_buoc": Field(Text("yes_no", kind="có | không"), "Ghi “có” thì thiếu mục này là lỗi"),
            "muc": Field(Later(lambda: OUTLINE), "Các mục bên trong", example="[muc_dich, yeu_cau]"),
        },
    ),
)
OUTLINE: Shape = ListOf(OUTLINE_ITEM, minimum=1)

COLUMN_RECORD = Record(
    "Cột của bảng",
    {
        "truong": Field(
            Text(kind="tên trường"),
            "Cột này in khóa nào của hàng; bảng tu_do thì không ghi",
            example="ke_hoach",
        ),
        "tieu_de": Field(Text(blank=True), "Tiêu đề cột", example="Kết quả"),
        "rong": Field(
            Text("share", kind="số"),
            "Độ rộng, chia theo tỷ lệ giữa các cột; không ghi thì tự tính",
            example="12",
        ),
        "can_le": Field(Text(allowed=ALIGNMENTS), "Căn lề: trái, giữa, phải, đều hai bên", example="giua"),
        "nhom_cot": Field(
            Text(), "Tiêu đề chung, in phía trên các cột liền nhau có cùng chữ này", example="Giai đoạn"
        ),
        "kem_stt": Field(
            Text("yes_no", kind="có | không"), "In số thứ tự trước chữ, khi bảng không có cột stt"
        ),
        "ten_day_du": Field(Text("yes_no", kind="có | không"), "In tên đầy đủ của cơ quan thay cho tên ngắn"),
    },
)
COLUMNS: Shape = ListOf(
    Either(text=Text(kind="tên trường"), mapping=COLUMN_RECORD),
    minimum=1,
)

_KINDS = {key: Field(Text(), kind) for kind, key in UNIT_KINDS.items()}
_BY_KIND = Either(text=Text(), mapping=Record("Theo loại đơn vị", _KINDS))

LAYOUT_CHECK = Record(
    "Kiểm tra thể thức",
    {
        "bo_qua": Field(
            ListOf(Text("rule_code", kind="mã quy tắc"), 1),
            "Mã các quy tắc không áp dụng cho văn bản này, xem docs/quy-tac.md, docs/quy-tac-noi-dung.md",
            example="[ND30-BC-07]",
        ),
    },
)

PACK = Record(
    "Tệp pack.yaml",
    {
        "phien_ban_dac_ta": Field(
            Text("version", kind="số"), "Phiên bản của cách viết này, luôn là 1", required=True, example="1"
        ),
        "ten": Field(Text(), "Tên bộ mẫu", required=True, example="Đồng Nai"),
        "an_ban": Field(
            Text("whole_number", kind="số"), "Lần ban hành của bộ mẫu", required=True, example="1"
        ),
        "ke_thua": Field(Text(kind="tên bộ mẫu"), "Bộ mẫu được kế thừa: thiếu gì lấy ở đó", example="chung"),
        "tinh": Field(
            Record(
                "Tỉnh, thành phố",
                {
                    "ten": Field(Text(), "Tên riêng", required=True),
                    "loai": Field(Text(allowed=("tỉnh", "thành phố")), "Loại đơn vị", required=True),
                },
            ),
            "Đơn vị cấp tỉnh của các xã, phường dùng bộ mẫu",
        ),
        "loai_van_ban": Field(
            Table(
                Record(
                    "Loại văn bản của bộ mẫu",
                    {
                        "ten_loai": Field(Text(), "Tên loại in ở trang đầu", example="KẾ HOẠCH"),
                        "viet_tat": Field(
                            Text(), "Chữ viết tắt trong ký hiệu (NĐ 30, PL III, mục I)", example="KH"
                        ),
                        "tep_mau": Field(
                            Text(),
                            "Tệp Word mẫu, tìm trong thư mục của bộ mẫu rồi của bộ được kế thừa",
                            example="van_ban.docx",
                        ),
                        "danh_so_cac_cap": Field(
                            ListOf(Text("number_style", kind="cách đánh số"), 1),
                            "Cách đánh số từng cấp, từ cấp lớn nhất",
                            example="[la_ma, so, so_cap, chu]",
                        ),
                        "bo_cuc": Field(OUTLINE, "Bố cục mặc định"),
                    },
                )
            ),
            "Các loại văn bản: ke_hoach, bao_cao",
        ),
        "thuat_ngu": Field(
            Table(_BY_KIND), "Từ dùng khác nhau theo loại đơn vị", example="{khu_dan_cu: {xa: thôn}}"
        ),
        "phong_ban": Field(
            Table(
                Record(
                    "Cơ quan của bộ mẫu",
                    {"ten": Field(_BY_KIND, "Tên", True), "ngan": Field(_BY_KIND, "Tên ngắn")},
                )
            ),
            "Cơ quan, phòng ban của xã, phường",
        ),
        "van_ban": Field(Table(CITATION), "Văn bản viện dẫn dùng chung"),
        "bang": Field(Table(COLUMNS), "Các cột của từng kiểu bảng"),
        "kiem_tra": Field(LAYOUT_CHECK, "Quy tắc không áp dụng cho bộ mẫu này"),
        "cau_chi_tieu": Field(Text(), "Câu in cho một chỉ tiêu có kết quả khi liệt kê trong bài"),
        "cau_chua_co_ket_qua": Field(Text(), "Câu in cho một chỉ tiêu chưa có kết quả"),
    },
)
