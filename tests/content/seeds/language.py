"""Slips of spelling, signs and names."""

from __future__ import annotations

from tests.content.seeds.seed import CHU_VAN_AN, HANG_GON, MINH_HUNG, NAM_DO_SON, seeds_of

LANGUAGE = [
    *seeds_of(
        "NN ND30-SN",
        MINH_HUNG,
        (
            "a syllable that cannot be",
            "cách tuyên truyền, coi trọng",
            "cách tuyên truyềng, coi trọng",
            ("truyềng",),
        ),
        (
            "a tone on the wrong letter",
            "sản phẩm đầu ra và thời hạn hoàn thành",
            "sản phẩm đầu ra và thời hạn hòan thành",
            ("hòan",),
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
    *seeds_of(
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
    *seeds_of(
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
    *seeds_of(
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
