"""One seeded mistake a row: what is found, on which line, and what the user is told to do."""

from __future__ import annotations

import pytest

from nq57gen.messages import names, schema, tables
from tests.schema.snippets import PLAN, REPORT, changed, findings, line_of

OPENING = "Phổ biến cho <<phong_ban.truong_hoc>>."
GOALS = "chung: |\n    Đạt mọi chỉ tiêu tại <<phu_luc.muc_tieu>>."
TARGET = '- {ma: phu_song, ten: Phủ sóng 5G, don_vi_tinh: "%", ke_hoach: ≥ 60%, chu_tri: cong_an}'
SOLUTION = "- tieu_de: Chuyển đổi số\n"
SIGNATORY = "[TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]"
ROWS = f"bang: chi_tieu\n    chi_tieu:\n      {TARGET}"
FREE = """bang: tu_do
    cot: [{tieu_de: Nội dung}, {tieu_de: Nhận, nhom_cot: Hồ sơ}, {tieu_de: Trả, nhom_cot: Hồ sơ}]
    hang:
      - [Trực tiếp, "12", "9"]
      - [Trực tuyến, "20", "20"]"""
OUTLINE = "bo_cuc: [{tieu_de: Chung, muc: [muc_dich, yeu_cau]}, muc_tieu, giai_phap, to_chuc_thuc_hien]\n"


def own_outline(*changes: tuple[str, str]) -> tuple[str, str]:
    """An outline of the spec's own, with changes, put before muc_dich."""
    return "muc_dich: |", changed(OUTLINE, *changes) + "muc_dich: |"


def free_table(*changes: tuple[str, str]) -> tuple[str, str]:
    """A general table, with changes, in place of the table of targets."""
    return ROWS, changed(FREE, *changes)


def target(old: str, new: str) -> tuple[str, str]:
    return TARGET, changed(TARGET, (old, new))


# change; code, with those of what follows from the mistake; words on the blamed line; words of the answer
BROKEN = [
    # keys
    (("trich_yeu: Triển", "trich_yue: Triển"), "S001", "trich_yue", "ý bạn là trich_yeu?"),
    (("ket_thuc: |", "loi_ket: |"), "S002", "loi_ket", "chỉ dùng được"),
    (("ten: Minh Hưng", "tenn: Minh Hưng"), "S001", "tenn:", "ý bạn là ten?"),
    (("so: 94/KH-UBND", "soo: 94/KH-UBND"), "S001", "soo:", "ý bạn là so?"),
    (("don_vi_chu_tri: phong_vhxh", "don_vi_chu_chi: phong_vhxh"), "S001", "chu_chi", "don_vi_chu_tri?"),
    (target("don_vi_tinh", "don_vi_tin"), "S001", "don_vi_tin:", "ý bạn là don_vi_tinh?"),
    (("chuc_vu:", "chuc_vuj:"), "S001", "chuc_vuj", "ý bạn là chuc_vu?"),
    (("  chung: |", "  chungg: |"), "S001", "chungg", "ý bạn là chung?"),
    (("trich_yeu: Triển khai chuyển đổi số\n", ""), "S003", "phien_ban", "“trich_yeu” (Trích yếu)"),
    (("ma: phu_song, ten: Phủ sóng 5G", "ma: phu_song"), "S003", "phu_song", "“ten”"),
    ((", ho_ten: Nguyễn Văn A", ""), "S003", "nguoi_ky", "“ho_ten”"),
    (("nam_ke_hoach: 2026", "nam_bao_cao: 2026"), "S049 S003", "nam_bao_cao", "nam_bao_cao trong kế hoạch"),
    (("can_cu:", "kinh_gui: [UBND tỉnh]\ncan_cu:"), "S049", "kinh_gui", "bỏ khóa này"),
    (
        ("can_cu:", "ke_hoach_goc: ke-hoach.yaml\ncan_cu:"),
        "S049",
        "ke_hoach_goc",
        "ke_hoach_goc trong kế hoạch",
    ),
    # kinds of value
    (("can_cu: [kh94]", "can_cu: kh94"), "S004", "can_cu", "phải là danh sách"),
    (("can_cu: [kh94]", "can_cu: [[kh94]]"), "S004", "can_cu", "can_cu[1]"),
    (("ket_thuc: |\n  Trên", "ket_thuc:\n  a: Trên"), "S004", "a: Trên", "phải là chữ"),
    (("can_cu: [kh94]", 'can_cu: "-kh94"'), "S005", "can_cu", "“- ” (gạch rồi dấu cách)"),
    (("can_cu: [kh94]", "can_cu: |\n  - kh94"), "S010", "can_cu", "bỏ dấu | sau “can_cu:”"),
    (("yeu_cau: |\n  Tập", "yeu_cau:\n  - Tập"), "S009", "yeu_cau:", "“yeu_cau: |”"),
    (("ten: Minh Hưng", "ten: phường Minh Hưng"), "S011", "phường Minh Hưng", "chỉ ghi tên riêng"),
    ((SOLUTION, "- tieu_de: 1. Chuyển đổi số\n"), "S012", "1. Chuyển đổi số", "bỏ “1.”"),
    (
        target("chu_tri: cong_an", "chu_tri: 'cong_an, van_phong'"),
        "N018",
        "cong_an, van_phong",
        "[cong_an, van_phong]",
    ),
    (("Phổ biến cho <<", "Phổ biến cho <"), "N019", "Phổ biến", "gõ đủ hai dấu"),
    (("can_cu:", "kiem_tra: {bo_qua: [BC-07]}\ncan_cu:"), "S034", "BC-07", "ND30-BC-07"),
    (
        ("can_cu:", "kiem_tra: {chap_nhan: [{ma: ND30-BC-07, cho: ab, ly_do: b}]}\ncan_cu:"),
        "S036",
        "ND30-BC-07",
        "bo_qua",
    ),
    (
        ("can_cu:", "kiem_tra: {chap_nhan: [{ma: SO-03, cho: a, ly_do: b}]}\ncan_cu:"),
        "S037",
        "SO-03",
        "cả cụm từ",
    ),
    ((SIGNATORY, "TM. ỦY BAN NHÂN DÂN"), "N031", "nguoi_ky", "KT. CHỦ TỊCH"),
    (("ho_ten: Nguyễn Văn A", "ho_ten: "), "N032", "nguoi_ky", "điền ho_ten"),
    (("trich_yeu: Triển khai chuyển đổi số", "trich_yeu: "), "S006", "trich_yeu: \n", "đang để trống"),
    (('noi_nhan:\n  - Thường trực Đảng ủy\n  - "Lưu: VT"', "noi_nhan: []"), "S006", "noi_nhan", "để trống"),
    (("  so_luot: 75", "  so_luot:"), "S006", "so_luot:\n", "bỏ hẳn khóa nếu không dùng"),
    # settings
    (("phien_ban_dac_ta: 1", "phien_ban_dac_ta: 2"), "S031", "phien_ban", "phiên bản hiện hành là 1"),
    (("mau: dong-nai", "mau: dong-mai"), "M001", "mau:", "ý bạn là dong-nai?"),
    (("loai_van_ban: ke_hoach", "loai_van_ban: ke_hoac"), "S007", "loai_van_ban", "ý bạn là ke_hoach?"),
    (("loai: phường", "loai: thị trấn"), "S008", "thị trấn", "xã, phường, đặc khu"),
    (("loai: phường", "loai: phuong"), "S007", "phuong, ten", "ý bạn là phường?"),
    (("nam_ke_hoach: 2026", "nam_ke_hoach: 26"), "S022", "nam_ke_hoach: 26", "ghi đủ bốn chữ số"),
    (("can_cu:", "so_van_ban: 57/KH\ncan_cu:"), "S023", "57/KH", "ghi bằng chữ số"),
    (("can_cu:", "du_thao: yes\ncan_cu:"), "S027", "du_thao", "có hoặc không"),
    (("can_cu:", "ngay_ban_hanh: 30/02/2026\ncan_cu:"), "S026", "30/02", "tháng 2 có 28 ngày"),
    (("ngay: 22/10/2025", "ngay: 22/13/2025"), "S026", "22/13", "không có tháng 13"),
    (("ngay: 22/10/2025", "ngay: 2025-10-22"), "S025", "2025-10-22", "ngày/tháng/năm"),
    (("can_cu:", "danh_so_cac_cap: [la_ma, abc]\ncan_cu:"), "S028", "abc]", "la_ma, so, so_cap, chu"),
    ((SOLUTION, SOLUTION + "    kieu_danh_so: chuu\n"), "S028", "chuu", "chu, khong"),
    ((SIGNATORY, "[T/M. ỦY BAN NHÂN DÂN]"), "S030", "T/M", "văn bản của Đảng"),
    ((SIGNATORY, "[TM. ỦY BAN NHÂN DÂN, KT.CHỦ TỊCH]"), "S029", "KT.CHỦ", "KT. CHỦ TỊCH"),
    ((SIGNATORY, "THAY MẶT ỦY BAN"), "S029", "THAY MẶT", "NĐ 30, PL I, II.7.b"),
    (("can_cu:", "dia_danh: <<don_vi.ten>>\ncan_cu:"), "S032", "dia_danh", "ghi thẳng chữ cần in"),
    ((SIGNATORY, "TM. ỦY BAN NHÂN DÂN <<don_vi>>"), "S032", "<<don_vi>>, ch", "không dùng được << >>"),
    (("so: 94/KH-UBND", 'so: "94\\n/KH-UBND"'), "S033", "94\\n", "không dùng dấu |"),
    # ids
    (("kh94: {", "Kh94: {"), "S020 N012", "Kh94", "chữ thường không dấu"),
    (target("ma: phu_song", "ma: phủ_sóng"), "S020", "phủ_sóng", "bắt đầu bằng chữ"),
    (target("ma: phu_song", "ma: dat"), "T002", "ma: dat", "ct_dat"),
    ((TARGET, f"{TARGET}\n      - {{ma: phu_song, ten: Khác}}"), "T003", "Khác", "(dòng 38)"),
    (
        ("kh94: {loai", "don_vi: {loai: Luật, trich_yeu: Thủ đô}\n  kh94: {loai"),
        "N014",
        "Thủ đô",
        "đặt mã khác",
    ),
    (
        ("noi_nhan:\n", "  - {ma: muc_tieu, tieu_de: Khác, noi_dung: Chữ}\nnoi_nhan:\n"),
        "N015",
        "Khác",
        "Hai phụ lục cùng mã “muc_tieu”",
    ),
    # names in << >>
    ((OPENING, "<<don_vii>>"), "N001", "<<don_vii>>", "ý bạn là don_vi?"),
    ((OPENING, "<<nam_bao_cao>>"), "N001", "<<nam_bao_cao>>", "nam_ke_hoach, nq193"),
    ((OPENING, "<<kh95>> và <<phong_ban.truong_hoc>>"), "N001", "<<kh95>>", "ý bạn là kh94?"),
    ((OPENING, "<<don_vi.tem>>"), "N006", "<<don_vi.tem>>", "ý bạn là ten?"),
    ((OPENING, "<<phong_ban.truong_hocc>>"), "N006", "truong_hocc", "ý bạn là truong_hoc?"),
    (("<<bien.so_luot>>", "<<bien.so_luott>>"), "N006", "so_luott", "ý bạn là so_luot?"),
    (("<<phu_luc.muc_tieu>>", "<<phu_luc.muctieu>>"), "N006", "muctieu", "ý bạn là muc_tieu?"),
    (("<<phu_luc.muc_tieu>>", "<<phu_luc.muc_tieu.so_nhiem_vu>>"), "N006", "so_nhiem_vu", "“so_nhiem_vu”"),
    ((OPENING, "<<chi_tieu.phu_son>>"), "N006", "phu_son>>", "ý bạn là phu_song?"),
    ((OPENING, "<<kh227_tinh.ngay>>"), "N006", "kh227_tinh", "không có phần “ngay”"),
    ((OPENING, "<<phong_ban>>"), "N002", "<<phong_ban>>", "<<phong_ban.…>>, gồm: "),
    ((OPENING, "<<don_vi | hoaa>>"), "N003", "hoaa", "ý bạn là hoa?"),
    ((OPENING, "<<don_vi. | hoa>>"), "N003", "<<don_vi. |", "sai cách viết"),
    ((OPENING, "<<don_vi.ten.upper()>>"), "N004", "upper()", "chỉ dùng tên, phép tính đơn giản và bộ lọc"),
    ((OPENING, "<<don_vi | so>>"), "N005", "| so>>", "“phường Minh Hưng” không phải là số"),
    ((OPENING, "<<'31/4/2026' | ngay_day_du>>"), "N005", "31/4/2026", "không phải là ngày"),
    ((OPENING, "{{ don_vi }}"), "N008", "{{ don_vi }}", "dùng << >>"),
    ((OPENING, "{% if x %}"), "N008", "{% if", "dùng << >>"),
    ((OPENING, "<<don_vi>> và <<don_vi"), "N009", "<<don_vi>> và", "đóng bằng >>"),
    ((OPENING, "Theo nq57>> và"), "N024", "nq57>>", "mở bằng <<"),
    ((OPENING, "Theo <<nq57>>>> và"), "N024", "<<nq57>>", "mở bằng <<"),
    ((OPENING, "Theo <nq57> và"), "N025", "<nq57>", "gõ đủ hai dấu"),
    ((OPENING, "Theo <kh12_tu.ngan> và"), "N025", "<kh12_tu", "gõ đủ hai dấu"),
    ((OPENING, "<ubnd> và"), "N025", "<ubnd>", "gõ đủ hai dấu"),
    (("[^1]", "[^2]"), "N010", "[^2]", 'thêm vào chu_thich: "2"'),
    (('"1": Theo <<nq57.ngan>>.', '"1": Theo [^1].'), "N011", "Theo [^1]", "gộp hai chú thích"),
    (("can_cu: [kh94]", "can_cu: [kh94, kh91_tih]"), "N012", "kh91_tih", "ý bạn là kh91_tinh?"),
    (("don_vi_chu_tri: phong_vhxh", "don_vi_chu_tri: phong_vhx"), "N013", "phong_vhx\n", "phong_vhxh?"),
    (target("chu_tri: cong_an", "chu_tri: [cong_an, cong_na]"), "N013", "cong_na", "ý bạn là cong_an?"),
    (target("chu_tri: cong_an", "chu_tri: mtttq"), "N013", "mtttq", "ý bạn là mttq?"),
    (target("chu_tri: cong_an", "chu_tri: Cong_An"), "N013", "Cong_An", "ý bạn là cong_an?"),
    (target("chu_tri: cong_an", "chu_tri: công_an"), "N013", "công_an", "ý bạn là cong_an?"),
    (target("chu_tri: cong_an", "chu_tri: cong-an"), "N013", "cong-an", "ý bạn là cong_an?"),
    (("- Thường trực Đảng ủy", "- Thường trực Đảng ủy[^1]"), "N017", "ủy[^1]", "vào lời văn"),
    (("so_luot: 75", "so_luot: <<bien.so_luot>>"), "N007", "so_luot: <<", "gọi vòng lại chính nó"),
    (
        (
            "so_luot: 75",
            "so_luot: <<bien.b0>>\n"
            + "\n".join(f"  b{n}: <<bien.b{n + 1}>>" for n in range(40))
            + "\n  b40: 1",
        ),
        "N016",
        "b23:",
        "quá sâu",
    ),
    # declared and not used
    ((OPENING, "Phổ biến."), "N023", "truong_hoc: {", "“truong_hoc” khai báo mà không dùng"),
    (("can_cu: [kh94]", "can_cu: []"), "N023", "kh94: {", "“kh94” khai báo mà không dùng"),
    (("<<bien.so_luot>> lượt", "nhiều lượt"), "N023", "so_luot: 75", "“so_luot”"),
    (("lượt.[^1]", "lượt."), "N022", '"1": Theo', "đặt [^1] vào chỗ cần chú thích"),
    (
        ("can_cu:", "thuat_ngu: {khu_dan_c: khu phố}\ncan_cu:"),
        "N023",
        "khu_dan_c:",
        "“khu_dan_c” khai báo mà không dùng",
    ),
    (("{ten: Các trường học}", "{ten: Các trường học, ngan: Trường}"), "N021", "ngan: Trường", "Tên ngắn"),
    (("can_cu:", "chi_tieu: [{ten: Phủ sóng 6G}]\ncan_cu:"), "N020", "6G", "dẫn nó trong bài"),
    # places to fill in
    (("Số hóa hồ sơ", "Số hóa <<?số>> hồ sơ"), "N033", "<<?số>>", "Chưa điền “số”"),
    (("ho_ten: Nguyễn Văn A", "ho_ten: <<?họ tên>>"), "N033", "<<?họ tên>>", "“họ tên”"),
    (("Số hóa hồ sơ", "Số hóa <<? >> hồ sơ"), "N034", "<<? >>", "ghi lời nhắc sau dấu hỏi"),
    (("so: 94/KH-UBND", "so: <<?>>/KH-UBND"), "N034", "<<?>>", "ghi lời nhắc sau dấu hỏi"),
    (("Số hóa hồ sơ", "Số hóa <<?số của <<don_vi>> này>>"), "N035", "<<?số của", "đặt << >> kia ra ngoài"),
    (("so: 94/KH", "so: <<?số <<don_vi>> >>/KH"), "N035", "<<?số <<", "đặt << >> kia ra ngoài"),
    (("Số hóa hồ sơ", "Số hóa <<?số hồ sơ"), "N036", "<<?số hồ", "đóng lời nhắc bằng >>"),
    (("Số hóa hồ sơ", "Số hóa <<?số, <<don_vi>>"), "N036", "<<?số, <<", "đóng lời nhắc bằng >>"),
    (("loai: phường, ten", "loai: <<?loại>>, ten"), "S035", "<<?loại>>", "ghi ngay giá trị"),
    (("nam_ke_hoach: 2026", "nam_ke_hoach: <<?năm>>"), "S035", "<<?năm>>", "Năm kế hoạch quyết định"),
    (("- ma: muc_tieu", "- ma: <<?mã>>"), "S035 N006", "<<?mã>>", "ghi ngay giá trị"),
    (('  - "Lưu: VT"\n', ""), "N030", "Thường trực", "NĐ 30, PL I, II.9.d"),
    # targets and tables
    (target("≥ 60%", "≥ 6O%"), "T001", "6O%", "ghi như ≥ 60%"),
    (target("cong_an}", "cong_an, san_pham: Báo cáo}"), "T013", "Báo cáo}", "thêm cột san_pham vào cot"),
    (target("cong_an}", "cong_an, ket_qua: 61%}"), "T013", "61%", "thêm cột ket_qua vào cot"),
    (
        target("cong_an}", 'cong_an, giai_doan: {"2027": 1%}}'),
        "T013",
        "2027",
        "thêm cột giai_doan.2027 vào cot",
    ),
    (
        ("bang: chi_tieu\n    chi", "bang: chi_tieu\n    cot: [ten, ke_hoac]\n    chi"),
        "T011",
        "ke_hoac]",
        "ke_hoach?",
    ),
    (
        ("bang: chi_tieu\n    chi", "bang: chi_tieu\n    cot: [ten, kpi]\n    chi"),
        "T012",
        "kpi]",
        "{truong: kpi",
    ),
    (
        ("bang: chi_tieu\n    chi_tieu:", "bang: chi_tieu\n    nhiem_vu:"),
        "T014",
        "    nhiem_vu:\n      - {ma",
        "sang khóa chi_tieu",
    ),
    ((ROWS, "bang: chi_tieu"), "T010", "bang: chi_tieu", "thêm khóa chi_tieu:"),
    ((f"\n    {ROWS}", ""), "T015", "ma: muc_tieu", "thêm noi_dung, hoặc bang"),
    ((ROWS, "bang: tu_do\n    hang: [[a]]"), "T016", "bang: tu_do", "ghi cot: các cột"),
    (free_table(('"12", "9"]', '"12", "9", "1"]')), "T020", "Trực tiếp", "bỏ ô thừa"),
    (free_table(('"12", "9"]', '"12"]')), "T021", "Trực tiếp", 'ô trống ghi ""'),
    (free_table(('"12"', '{chu: "12", gop_cot: 2}')), "T020", "Trực tiếp", "Hàng này có 4 ô"),
    (free_table(('"20"]', '{chu: "20", gop_hang: 2}]')), "T022", "Trực tuyến", "giảm gop_hang"),
    (
        free_table(("[Trực tiếp, ", "[{chu: Trực tiếp, gop_hang: 2}, ")),
        "T020",
        "Trực tuyến",
        "chỉ có chỗ cho 2 ô",
    ),
    (
        free_table(
            ('"12", "9"]', '{chu: "12", gop_hang: 2}, "9"]'),
            ('[Trực tuyến, "20", "20"]', "[{chu: Vắt qua ô gộp, gop_cot: 2}]"),
        ),
        "T022",
        "Vắt qua",
        "giảm gop_hang",
    ),
    (
        free_table(
            ("[Trực tiếp, ", "[{chu: Gộp, gop_hang: 2}, "),
            ("- [Trực tuyến, ", "- {nhom: Nhóm, hang: [["),
            ('"20", "20"]', '"1", "20", "20"]]}'),
        ),
        "T022",
        "Nhóm",
        "của nhóm",
    ),
    (
        free_table(('"20", "20"]', '"20", "20"]\n    dong_tong: {nhan: Cộng, cot: [4]}')),
        "T023",
        "cot: [4]",
        "có 3 cột",
    ),
    (
        free_table(('"20", "20"]', '"20", "20"]\n    dong_tong: {nhan: Cộng, cot: [1]}')),
        "T023",
        "cot: [1]",
        "ghi nhãn",
    ),
    (
        free_table(('"20", "20"]', '"20", nhiều]\n    dong_tong: {nhan: Cộng, cot: [2, 3]}')),
        "T024",
        "nhiều",
        "ô “nhiều” ở cột 3 không phải là số",
    ),
    (
        free_table(
            ('"12", "9"]', '"1.250", "9"]'),
            ('"20", "20"]', '"2.5", "20"]\n    dong_tong: {nhan: Cộng, cot: [2]}'),
        ),
        "T030",
        "2.5",
        "ghi “2,5” thay cho “2.5”",
    ),
    (
        free_table(("{tieu_de: Nội dung}", "{tieu_de: Nội dung, rong: to}")),
        "S024",
        "rong: to",
        "ghi một số dương",
    ),
    (
        free_table(("{tieu_de: Nội dung}", "{tieu_de: Nội dung, can_le: trái}")),
        "S007",
        "can_le",
        "ý bạn là trai?",
    ),
    (
        (
            "bang: chi_tieu\n    chi_tieu:\n      - {",
            "bang: chi_tieu\n    cot: [ten, ke_hoach, don_vi_tinh, chu_tri]\n"
            "    chi_tieu:\n      - {danh_so: '1.7', ",
        ),
        "T013",
        "1.7",
        "thêm cột stt vào cot",
    ),
    # the outline
    (own_outline(("giai_phap", "giai_phaps")), "S042 S040", "bo_cuc", "khoa: giai_phaps, tieu_de"),
    (own_outline(("giai_phap", "giai_phap, giai_phap")), "S041", "bo_cuc", "“giai_phap” hai lần"),
    (
        own_outline(("giai_phap", "{khoa: noi_nhan, tieu_de: Gửi}")),
        "S046 S040",
        "bo_cuc",
        "ví dụ muc_noi_nhan",
    ),
    (own_outline(("giai_phap", "{tieu_de: Giải pháp}")), "S047 S040", "bo_cuc", "hoặc có tieu_de và muc"),
    (own_outline(("giai_phap", "kinh_phi, giai_phap")), "S043", "bo_cuc", "thêm “kinh_phi: |”"),
    (own_outline(("giai_phap", "{khoa: ban_do, tieu_de: Bản đồ}, giai_phap")), "S043", "bo_cuc", "“ban_do”"),
    (own_outline(("muc_dich, yeu_cau", "muc_dich")), "S040", "yeu_cau: |", "thêm “- yeu_cau” vào bo_cuc"),
    (
        own_outline(("muc_tieu, giai_phap", "{khoa: muc_tieu, tieu_dee: x}, giai_phap")),
        "S001",
        "tieu_dee",
        "tieu_de?",
    ),
    (own_outline(("Chung", "Chung <<nam_ke_hoac>>")), "N001", "nam_ke_hoac>>", "ý bạn là nam_ke_hoach?"),
    (
        ("giai_phap:\n  - tieu_de: Chuyển đổi số\n    noi_dung: |\n      - Số hóa hồ sơ.\n", ""),
        "S044",
        "phien_ban",
        "(Giải pháp)",
    ),
    (("  chung: |", "  muc: [{kieu_danh_so: chu}]\n  chung: |"), "S045", "kieu_danh_so", "thêm tieu_de"),
    (
        (
            SOLUTION,
            SOLUTION
            + "    kieu_danh_so: chu\n    muc:\n"
            + "      - {tieu_de: Việc}\n" * 23
            + "      - {tieu_de: Thừa}\n",
        ),
        "N040",
        "Thừa",
        "mục thứ 24",
    ),
    ((OPENING, "<<don_vi.ten == “x>> <<phong_ban.truong_hoc>>"), "N053", "“x>>", "nháy thẳng"),
    ((OPENING, "<<“a” ~ “b ” c>> <<phong_ban.truong_hoc>>"), "N054", "“b ”", "nháy cong"),
    ((OPENING, "Tại <<'a\\n' ~ 'b'>> <<phong_ban.truong_hoc>>"), "N055", "Tại", "riêng một dòng"),
    ((OPENING, "<<'\\x41'>> <<phong_ban.truong_hoc>>"), "N056", "x41", "gõ thẳng ký tự"),
    ((SOLUTION, SOLUTION + "    don_vi_chu_tri: cong_an\n"), "S048", "don_vi_chu_tri: cong_an", "tieu_de và"),
    ((SOLUTION, SOLUTION + "    nhiem_vu: Làm\n"), "S048", "nhiem_vu: Làm", "noi_dung và nhiem_vu"),
]


def test_the_specs_that_the_mistakes_are_put_into_have_none() -> None:
    assert findings(PLAN) == ()
    assert findings(REPORT) == ()


def test_every_code_about_the_content_of_a_spec_is_in_the_table() -> None:
    in_table = {code for _, codes, _, _ in BROKEN for code in codes.split()}
    said_by_the_reader_before = {"S021"}
    about_a_pack = {"N037"}
    told_of_a_final_document = {"N038"}
    others = said_by_the_reader_before | about_a_pack | told_of_a_final_document
    assert {*schema.MESSAGES, *names.MESSAGES, *tables.MESSAGES} - in_table == others


@pytest.mark.parametrize(("change", "codes", "words", "told"), BROKEN, ids=range(len(BROKEN)))
def test_a_mistake_is_found_on_its_line_and_nothing_else_is_blamed(
    change: tuple[str, str], codes: str, words: str, told: str
) -> None:
    spec = changed(PLAN, change)
    found = findings(spec)
    code, *companions = codes.split()
    (blamed,) = [finding for finding in found if finding.code == code]
    assert blamed.position is not None
    assert blamed.position.line == line_of(spec, words)
    assert blamed.source_line == spec.split("\n")[blamed.position.line - 1]
    assert told in f"{blamed.message} {blamed.hint}"
    assert sorted(finding.code for finding in found) == sorted([code, *companions])


def test_a_title_in_the_outline_and_one_in_the_section_exclude_each_other() -> None:
    outline = own_outline(("giai_phap", "{khoa: giai_phap, tieu_de: Việc}"))
    spec = changed(
        PLAN, outline, ("giai_phap:\n  - tieu_de", "giai_phap:\n  tieu_de: Giải pháp\n  muc:\n  - tieu_de")
    )
    (found,) = findings(spec)
    assert (found.code, found.source_line) == ("S048", "  tieu_de: Giải pháp")


def test_a_section_inside_another_may_not_take_the_keys_of_sections() -> None:
    spec = changed(
        PLAN, own_outline(("muc_tieu, giai", "{khoa: muc_tieu, muc: [{khoa: noi_dung, tieu_de: X}]}, giai"))
    )
    assert "S046" in [found.code for found in findings(spec)]


def test_the_province_is_asked_for_only_where_it_is_printed() -> None:
    spec = changed(PLAN, ("mau: dong-nai", "mau: chung"))
    assert findings(spec) == ()
    (found,) = findings(changed(spec, (OPENING, f"{OPENING} <<tinh>>")))
    assert (found.code, found.source_line) == ("S003", "don_vi: {loai: phường, ten: Minh Hưng}")
