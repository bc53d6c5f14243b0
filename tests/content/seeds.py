"""Mistakes a person makes, one at a time, as edits of the samples under ``specs/``."""

from __future__ import annotations

from dataclasses import dataclass

MINH_HUNG = "minh-hung/ke-hoach-2026.yaml"
CHU_VAN_AN = "chu-van-an/ke-hoach-2025.yaml"
HANG_GON = "hang-gon/bao-cao-2025.yaml"
NAM_DO_SON = "nam-do-son/bao-cao-2025.yaml"
GIA_PHUC = "gia-phuc/bao-cao-2025.yaml"


@dataclass(frozen=True, slots=True)
class Seed:
    """One mistake: ``old``, found once in ``sample``, becomes ``new``.

    A new finding of one of ``families`` (letters of the codes, or a whole code) must hold one of ``words``.
    ``missed`` says why no rule finds it.
    """

    name: str
    families: str
    sample: str
    old: str
    new: str
    words: tuple[str, ...]
    missed: str = ""


#: Why no rule finds a mistake, by its name.
MISSED: dict[str, str] = {}


def _of(families: str, sample: str, *seeds: tuple[str, str, str, tuple[str, ...]]) -> list[Seed]:
    return [
        Seed(name, families, sample, old, new, words, MISSED.get(name, "")) for name, old, new, words in seeds
    ]


ARITHMETIC = [
    *_of(
        "SO ND30-SN",
        NAM_DO_SON,
        ("a part of a total", "219 thủ tục (58,09%)", "213 thủ tục (58,09%)", ("213",)),
        ("a percentage of a part", "138 thủ tục (36,60%)", "138 thủ tục (38,60%)", ("38,60",)),
        ("the last part of a total", "20 thủ tục (5,31%)", "21 thủ tục (5,31%)", ("21 thủ", "5,31")),
        ("two figures of a percentage changed over", "đạt 74,99%", "đạt 79,49%", ("79,49",)),
        ("a percentage rounded wrong", "đạt 99,9%", "đạt 98,9%", ("98,9",)),
        ("a part in đồng", "phí hộ tịch 7.352.000", "phí hộ tịch 7.532.000", ("7.532.000", "29.061.000")),
        ("a part in brackets", "271 cấp đổi", "217 cấp đổi", ("217", "424")),
        ("a small part in brackets", "(02 về cấp Giấy", "(03 về cấp Giấy", ("04 phản ánh", "03", "3 + 1")),
        ("a decimal point", "đạt 74,99%", "đạt 74.99%", ("74.99",)),
        ("the rest of a total", "kết quả 3.094 hồ sơ", "kết quả 3.049 hồ sơ", ("3.049",)),
        ("a group of two figures", "là 29.061.000 đồng", "là 29.061.00 đồng", ("29.061.00 ", "29.061.00”")),
        ("n of m is no 100%", "Có 209/209 hồ sơ", "Có 209/290 hồ sơ", ("209/290",)),
    ),
    *_of("SO ND30-SN", HANG_GON, ("a decimal point before triệu", "1,2 triệu", "1.2 triệu", ("1.2 triệu",))),
]

COUNTS = [
    *_of(
        "DEM",
        MINH_HUNG,
        ("rows of a group", "hạ tầng (<<nhom.tong | hai_chu_so>>)", "hạ tầng (03)", ("(03)",)),
        (
            "rows of a large group",
            "phát triển chuyển đổi số (<<nhom.tong | hai_chu_so>>)",
            "phát triển chuyển đổi số (20)",
            ("(20)",),
        ),
        (
            "targets in the text",
            "<<phu_luc.chi_tieu.tong>> chỉ tiêu tại",
            "33 chỉ tiêu tại",
            ("33 chỉ tiêu",),
        ),
        (
            "tasks in the text",
            "<<phu_luc.nhiem_vu.so_nhiem_vu>> nhiệm vụ tại",
            "14 nhiệm vụ tại",
            ("14 nhiệm vụ",),
        ),
        ("things named after a number", "“6 rõ”", "“5 rõ”", ("5 rõ",)),
        (
            "targets in a column head",
            "<<nam_ke_hoach>> (<<phu_luc.chi_tieu.tong>> chỉ tiêu)",
            "<<nam_ke_hoach>> (30 chỉ tiêu)",
            ("30 chỉ tiêu",),
        ),
    ),
    *_of(
        "DEM",
        HANG_GON,
        ("bullets below n of m", "<<chi_tieu.dat | hai_chu_so>>/", "09/", ("09/13",)),
        ("bullets below n of m, too many", "<<chi_tieu.chua_dat | hai_chu_so>>/", "03/", ("03/13",)),
    ),
    *_of(
        "DEM",
        GIA_PHUC,
        ("documents in a footnote", "so_quyet_dinh: 10", "so_quyet_dinh: 11", ("11 Quyết định",)),
        ("documents in a long footnote", "so_ke_hoach: 17", "so_ke_hoach: 16", ("16 Kế hoạch",)),
        (
            "rows with a verdict",
            "Chưa đạt <<phu_luc.giai_doan.chua_dat | hai_chu_so>> chỉ tiêu",
            "Chưa đạt 02 chỉ tiêu",
            ("02 chỉ tiêu", "Chưa đạt"),
        ),
    ),
    *_of(
        "DEM",
        CHU_VAN_AN,
        ("a numbered list in a sentence", "vào 4 nhóm:", "vào 5 nhóm:", ("5 nhóm",)),
        ("years in a sentence", "qua 5 giai đoạn,", "qua 6 giai đoạn,", ("6 giai đoạn",)),
        ("things in brackets", "theo tinh thần 5 rõ (", "theo tinh thần 6 rõ (", ("6 rõ",)),
        ("targets in an appendix", "<<phu_luc.giai_doan.tong>> mục tiêu", "40 mục tiêu", ("40 mục tiêu",)),
    ),
    *_of("DEM", NAM_DO_SON, ("years in brackets", "03 năm (2022,", "04 năm (2022,", ("04 năm",))),
]

CITATIONS = [
    *_of(
        "VB ND30-VD",
        NAM_DO_SON,
        ("a State number in the Party's form", "so: 10/KH-UBND", "so: 10-KH/UBND", ("10-KH/UBND",)),
        ("a day that is none", "- Từ ngày 01/7/2025, Trung tâm", "- Từ ngày 31/6/2025, Trung tâm", ("31/6",)),
        (
            "a number against its date",
            "so: 75/KH-UBND\n    ngay: 24/10/2025",
            "so: 75/KH-UBND\n    ngay: 24/8/2025",
            ("75/KH-UBND", "71/KH-UBND"),
        ),
        (
            "a decision after its time",
            "so: 625/QĐ-UBND\n    ngay: 29/10/2025",
            "so: 625/QĐ-UBND\n    ngay: 29/10/2026",
            ("625/QĐ-UBND", "29 tháng 10 năm 2026"),
        ),
    ),
    *_of(
        "VB ND30-VD",
        MINH_HUNG,
        ("a hyphen for a slash", "- Đưa <<nq57>> vào", "- Đưa Nghị quyết số 57-NQ-TW vào", ("57-NQ-TW",)),
        (
            "the date of a second mention",
            "tại <<kh91_tinh>> đều",
            "tại Kế hoạch số 91/KH-UBND ngày 21/02/2026 của UBND tỉnh Đồng Nai đều",
            ("91/KH-UBND",),
        ),
        (
            "the issuer of a second mention",
            "bám sát <<nq57>> của Bộ Chính trị",
            "bám sát Nghị quyết số 57-NQ/TW của Chính phủ",
            ("57-NQ/TW",),
        ),
        (
            "số left out",
            "bám sát <<nq57>> của Bộ Chính trị",
            "bám sát Nghị quyết 57-NQ/TW của Bộ Chính trị",
            ("Nghị quyết 57-NQ/TW",),
        ),
    ),
    *_of(
        "VB ND30-VD",
        HANG_GON,
        (
            "a Party plan as one of the committee",
            "thực hiện <<kh16_du>> của Đảng ủy",
            "thực hiện Kế hoạch số 16/KH-UBND của Đảng ủy",
            ("16/KH-UBND",),
        ),
        (
            "month of a second mention",
            "<<kh02_bcdtw>> và kế hoạch của",
            "Kế hoạch số 02-KH/BCĐTW ngày 19/9/2025 và kế hoạch của",
            ("02-KH/BCĐTW",),
        ),
        (
            "figures of a number changed over",
            "kết quả thực hiện <<nq57>> năm <<nam_bao_cao>> và",
            "kết quả thực hiện Nghị quyết số 75-NQ/TW năm <<nam_bao_cao>> và",
            ("75-NQ/TW",),
        ),
    ),
    *_of(
        "VB ND30-VD",
        CHU_VAN_AN,
        (
            "a Government resolution in the Party's form",
            "Các chỉ tiêu theo <<nq71.ngan>>",
            "Các chỉ tiêu theo Nghị quyết số 71-NQ/CP",
            ("71-NQ/CP",),
        ),
        (
            "year of a second mention",
            "tiến độ thực hiện <<nq57>> trên hệ thống",
            "tiến độ thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2025 trên hệ thống",
            ("57-NQ/TW",),
        ),
        (
            "a resolution as a plan",
            "của <<nq57>>, <<ubnd.ngan>> xác định",
            "của Kế hoạch số 57-NQ/TW, <<ubnd.ngan>> xác định",
            ("57-NQ/TW",),
        ),
    ),
    *_of(
        "VB ND30-VD",
        GIA_PHUC,
        (
            "month of a decision",
            "so: 1241/QĐ-UBND\n    ngay: 17/10/2025",
            "so: 1241/QĐ-UBND\n    ngay: 17/7/2025",
            ("1241/QĐ-UBND", "1201/QĐ-UBND"),
        ),
    ),
]

UNITS = [
    *_of(
        "DV",
        MINH_HUNG,
        (
            "xã in a phường",
            "Bảo đảm an toàn thông tin trên địa bàn <<don_vi.loai>>",
            "Bảo đảm an toàn thông tin trên địa bàn xã",
            ("địa bàn xã",),
        ),
        (
            "a neighbour's name",
            "Kế hoạch này đến Nhân dân trên địa bàn.",
            "Kế hoạch này đến Nhân dân trên địa bàn phường Minh Long.",
            ("Minh Long",),
        ),
        (
            "a ministry that ended",
            "Bộ Thông tin và Truyền thông (nay là Bộ Khoa học và Công nghệ)",
            "Bộ Thông tin và Truyền thông",
            ("Bộ Thông tin",),
        ),
        ("a province that ended", "do <<tinh.ubnd>> đề ra", "do UBND tỉnh Bình Phước đề ra", ("Bình Phước",)),
        (
            "a department that ended",
            "Sở Khoa học và Công nghệ (b/c)",
            "Sở Thông tin và Truyền thông (b/c)",
            ("Sở Thông tin",),
        ),
        (
            "xã in an office of a table",
            "            chu_tri: tram_y_te",
            "            chu_tri: Trạm Y tế xã",
            ("Trạm Y tế xã",),
        ),
    ),
    *_of(
        "DV",
        HANG_GON,
        ("xã of a phường", "fanpage Facebook của <<don_vi.loai>>", "fanpage Facebook của xã", ("của xã",)),
        (
            "a department in a citation",
            "co_quan: Sở Khoa học và Công nghệ <<tinh>>",
            "co_quan: Sở Thông tin và Truyền thông <<tinh>>",
            ("Sở Thông tin",),
        ),
    ),
    *_of(
        "DV",
        NAM_DO_SON,
        (
            "thị trấn in a phường",
            "Đề án 06/CP tại <<don_vi.loai>>,",
            "Đề án 06/CP tại thị trấn,",
            ("thị trấn",),
        ),
        (
            "a merged ministry",
            "doanh nghiệp của Bộ Tài chính",
            "doanh nghiệp của Bộ Kế hoạch và Đầu tư",
            ("Bộ Kế hoạch",),
        ),
        ("tỉnh in a city", "Đã đề nghị thành phố cấp", "Đã đề nghị tỉnh cấp", ("đề nghị tỉnh",)),
    ),
    *_of(
        "DV",
        GIA_PHUC,
        (
            "phường in a xã",
            "đăng tin trên Trang thông tin điện tử của <<don_vi.loai>>",
            "đăng tin trên Trang thông tin điện tử của phường",
            ("của phường",),
        ),
        (
            "a huyện",
            "UBND <<don_vi.loai>> đã ban hành <<kh23>>",
            "UBND huyện đã ban hành <<kh23>>",
            ("huyện",),
        ),
    ),
    *_of(
        "DV",
        CHU_VAN_AN,
        ("a plan of the quận", "CĐS của <<don_vi.loai>> cho từng", "CĐS của quận cho từng", ("quận",)),
    ),
]

STRUCTURE = [
    *_of(
        "CT ND30-BC",
        MINH_HUNG,
        (
            "a number skipped",
            "  - tieu_de: Đẩy mạnh công tác thông tin, truyền thông",
            '  - danh_so: "4."\n    tieu_de: Đẩy mạnh công tác thông tin, truyền thông',
            ("4.", "Đẩy mạnh công tác"),
        ),
        (
            "an appendix that is not there",
            "nhiệm vụ tại <<phu_luc.nhiem_vu>> kèm theo",
            "nhiệm vụ tại Phụ lục III kèm theo",
            ("Phụ lục III",),
        ),
        (
            "a row number repeated",
            "          - ma: so_hoa_ho_so\n",
            '          - ma: so_hoa_ho_so\n            danh_so: "3"\n',
            (
                "Tỷ lệ hồ sơ, kết quả giải quyết",
                "3",
            ),
        ),
    ),
    *_of(
        "CT NV",
        MINH_HUNG,
        ("an empty office", "            chu_tri: tram_y_te\n", "", ("bảng 3, hàng 36",)),
        (
            "an empty deadline",
            "            thoi_han: Quý II/<<nam_ke_hoach>>\n",
            "",
            ("Phối hợp triển khai các nền tảng",),
        ),
        (
            "a row twice",
            "ten: Tỷ lệ người dân có Sổ sức khỏe điện tử",
            "ten: Dân số từ 15 tuổi trở lên có tài khoản giao dịch tại ngân hàng "
            "hoặc các tổ chức được phép khác",
            ("Dân số từ 15 tuổi",),
        ),
    ),
    *_of(
        "CT ND30-BC",
        NAM_DO_SON,
        (
            "a level below skipped",
            "      - tieu_de: Bảo đảm an ninh mạng",
            '      - danh_so: "2.6."\n        tieu_de: Bảo đảm an ninh mạng',
            ("2.6", "Bảo đảm an ninh mạng"),
        ),
        (
            "đ left out",
            "    - tieu_de: Bảo đảm an toàn, an ninh thông tin và bảo mật",
            '    - danh_so: "e)"\n      tieu_de: Bảo đảm an toàn, an ninh thông tin và bảo mật',
            ("e)", "Bảo đảm an toàn"),
        ),
        (
            "a bullet without its mark",
            "- Các doanh nghiệp viễn thông, công",
            "Các doanh nghiệp viễn thông, công",
            ("Các doanh nghiệp viễn thông",),
        ),
        (
            "a document twice in a list",
            "      - <<kh53>>;\n",
            "      - <<kh53>>;\n      - <<kh53>>;\n",
            ("53/KH-UBND",),
        ),
        ("a number twice in a sentence", "; (3) Cổng dịch vụ", "; (2) Cổng dịch vụ", ("(2)", "(4)")),
    ),
    *_of(
        "CT ND30-BC",
        HANG_GON,
        (
            "a bullet twice",
            "  - Lập, đề xuất dự toán",
            "  - Lập, đề xuất dự toán kinh phí thực hiện Đề án 06 theo đúng lộ trình của năm 2026.\n"
            "  - Lập, đề xuất dự toán",
            ("Lập, đề xuất",),
        ),
        (
            "a bullet of a long list without its mark",
            "- Cung cấp dịch vụ công trực tuyến toàn trình trong",
            "Cung cấp dịch vụ công trực tuyến toàn trình trong",
            ("Cung cấp dịch vụ công",),
        ),
    ),
    *_of(
        "CT ND30-BC",
        CHU_VAN_AN,
        (
            "an appendix beyond the last",
            "(chi tiết tại <<phu_luc.giai_doan>> kèm",
            "(chi tiết tại Phụ lục V kèm",
            ("Phụ lục V",),
        ),
        (
            "an empty product",
            "            san_pham: Chuyên mục, báo cáo số lượng tin bài\n",
            "",
            ("Mở chuyên mục",),
        ),
    ),
]

TARGETS = [
    *_of(
        "NV",
        GIA_PHUC,
        (
            "a value that falls",
            '"2040": 80%, "2045": 100%}\n            chu_tri: phong_vhxh\n            phoi_hop: [so_khcn',
            '"2040": 40%, "2045": 100%}\n            chu_tri: phong_vhxh\n            phoi_hop: [so_khcn',
            ("40%",),
        ),
        (
            "a value that falls at once",
            '"2025": ≥ 70%, "2030": ≥ 85%',
            '"2025": ≥ 70%, "2030": ≥ 65%',
            ("65%",),
        ),
        (
            "a value that falls late",
            '"2025": ≥ 70%, "2030": 85%, "2035": ≥ 95%',
            '"2025": ≥ 70%, "2030": 85%, "2035": ≥ 75%',
            ("75%",),
        ),
        (
            "a value of one of two places",
            "ten: Tỷ lệ người sử dụng có khả năng truy nhập băng rộng cố định với tốc độ trên 1 Gb/s\n"
            '                don_vi_tinh: "%"\n                ke_hoach: 100',
            "ten: Tỷ lệ người sử dụng có khả năng truy nhập băng rộng cố định với tốc độ trên 1 Gb/s\n"
            '                don_vi_tinh: "%"\n                ke_hoach: 90',
            ("“90”", "băng rộng"),
        ),
    ),
    *_of(
        "NV",
        HANG_GON,
        ("a result below its plan called đạt", "ket_qua: 95%", "ket_qua: 95%\n    danh_gia: Đạt", ("95%",)),
        ("a figure of a result", "ket_qua: 91,4%", "ket_qua: 81,4%\n    danh_gia: Đạt", ("81,4",)),
        (
            "a result above its plan called chưa đạt",
            "ket_qua: 50%",
            "ket_qua: 50%\n    danh_gia: Chưa đạt",
            ("50%",),
        ),
        ("a result far below called đạt", "ket_qua: 58,8%", "ket_qua: 58,8%\n    danh_gia: Đạt", ("58,8",)),
    ),
    *_of(
        "NV",
        MINH_HUNG,
        ("a deadline of last year", "Quý II/<<nam_ke_hoach>>", "Quý II/2025", ("Quý II/2025",)),
        (
            "a month before the bases",
            "Tháng 3/<<nam_ke_hoach>>",
            "Tháng 01/<<nam_ke_hoach>>",
            ("Tháng 01/2026",),
        ),
        ("a deadline years after the plan", "Quý II/<<nam_ke_hoach>>", "Quý II/2028", ("Quý II/2028",)),
        ("a quarter that is none", "Quý II/<<nam_ke_hoach>>", "Quý V/<<nam_ke_hoach>>", ("Quý V/2026",)),
        (
            "a percentage above 100",
            "ke_hoach: ≥ 60%\n            chu_tri: phong_vhxh",
            "ke_hoach: ≥ 600%\n            chu_tri: phong_vhxh",
            ("600%",),
        ),
        (
            "an office without duties",
            "            chu_tri: truong_hoc",
            "            chu_tri: Hội Nông dân phường",
            ("Hội Nông dân",),
        ),
        (
            "an office that works with itself",
            "chu_tri: cong_an\n            phoi_hop: don_vi_phoi_hop",
            "chu_tri: cong_an\n            phoi_hop: cong_an",
            ("Công an phường",),
        ),
    ),
]

LANGUAGE = [
    *_of(
        "NN ND30-SN",
        MINH_HUNG,
        (
            "a syllable that cannot be",
            "cách tuyên truyền, coi trọng",
            "cách tuyên truyềng, coi trọng",
            ("truyềng",),
        ),
        ("a tone left out", "- Cấu trúc lại dịch", "- Cấu truc lại dịch", ("truc",)),
        ("a quote left open", "nhiều lần”.", "nhiều lần.", ("khai một lần",)),
        ("two spaces", "Lấy dữ liệu số làm", "Lấy dữ liệu  số làm", ("dữ liệu  số", "Lấy dữ liệu số")),
        ("no space after a comma", "- Hồ sơ, giấy tờ phải", "- Hồ sơ,giấy tờ phải", ("Hồ sơ,giấy",)),
        (
            "a space before a comma",
            "tiến hành đồng bộ, thống nhất",
            "tiến hành đồng bộ , thống nhất",
            ("đồng bộ ,",),
        ),
        (
            "an abbreviation not introduced",
            "các cơ sở dữ liệu (CSDL) quốc gia",
            "các cơ sở dữ liệu quốc gia",
            ("CSDL",),
        ),
        (
            "no full stop",
            "an toàn thông tin trên địa bàn <<don_vi.loai>>.",
            "an toàn thông tin trên địa bàn <<don_vi.loai>>",
            ("địa bàn phường",),
        ),
        (
            "a capital in mid-sentence",
            "Tăng cường tuyên truyền theo",
            "Tăng cường Tuyên truyền theo",
            ("Tuyên truyền",),
        ),
        (
            "two commas",
            "các cơ quan, đơn vị liên quan thực hiện nghiêm",
            "các cơ quan,, đơn vị liên quan thực hiện nghiêm",
            (",,",),
        ),
    ),
    *_of(
        "NN ND30-SN",
        HANG_GON,
        ("two spellings of a name", "ứng dụng VNeID; tận", "ứng dụng VneID; tận", ("VneID",)),
        ("a syllable twice", "- Đẩy nhanh số hóa", "- Đẩy nhanh nhanh số hóa", ("nhanh nhanh",)),
        (
            "a wrong tone on a known word",
            "- Mở lớp tập huấn kỹ năng",
            "- Mở lớp tập huấn kỷ năng",
            ("kỷ năng",),
        ),
        ("a wrong tone on the subject", "cho chuyển đổi số ở địa", "cho chuyển đổi sổ ở địa", ("đổi sổ",)),
    ),
    *_of(
        "NN ND30-SN",
        CHU_VAN_AN,
        (
            "a bracket left open",
            "cơ sở vật chất,...);",
            "cơ sở vật chất,...;",
            ("nhân lực, tài chính",),
        ),
        ("hàng for hằng", "- Hằng năm, mỗi phòng", "- Hàng năm, mỗi phòng", ("Hàng năm",)),
        ("an abbreviation of a long text", "khoa học, công nghệ (KHCN)", "khoa học, công nghệ", ("KHCN",)),
    ),
    *_of(
        "NN ND30-SN",
        NAM_DO_SON,
        (
            "a capital after a semicolon",
            "theo các quyết định công bố; thủ tục mới",
            "theo các quyết định công bố; Thủ tục mới",
            ("Thủ tục",),
        ),
        (
            "a vowel of a known word",
            "100% thủ tục hành chính đủ điều kiện được",
            "100% thủ tục hành chánh đủ điều kiện được",
            ("hành chánh",),
        ),
    ),
]

SEEDS = [*ARITHMETIC, *COUNTS, *CITATIONS, *UNITS, *STRUCTURE, *TARGETS, *LANGUAGE]
