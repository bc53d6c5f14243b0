"""The page of the layout rules: what ``check`` looks for in a Word file, what ``--fix`` mends."""

from __future__ import annotations

from nq57gen.checks.layout.engine import rules  # registers the rules
from nq57gen.checks.layout.parts import LETTER, TYPE_NAMES, UNKNOWN
from nq57gen.checks.layout.rule import RULES, Rule
from nq57gen.checks.layout.rules.left_out import LEFT_OUT
from nq57gen.diagnostics import Severity
from nq57gen.fixing.fix import mends  # registers the mends
from nq57gen.fixing.mend import MENDS
from tools.markdown import heading, link, literal, table

__all__ = ["mends", "rules", "rules_page"]

_INTRO = (
    "`nq57gen check VĂN_BẢN.docx` so tệp Word bất kỳ (không chỉ tệp do chương trình tạo) với các quy "
    "tắc dưới đây, lấy từ Nghị định số 30/2020/NĐ-CP (NĐ 30); PL I, II, III là các phụ lục của nghị "
    "định. **Lỗi** là điều nghị định hoặc mẫu kèm theo yêu cầu, mã thoát 1; **lưu ý** là thông lệ "
    "hoặc điều suy ra, không đổi mã thoát. Chỗ nào không chắc thì chương trình im lặng.\n"
    "\n"
    "- Thư mục thì xem cả đặc tả (`.yaml`) và tệp Word (`.docx`) trong đó.\n"
    "- `--ignore MÃ,...` bỏ qua các mã này; `--select MÃ,...` chỉ xem các mã này.\n"
    "- `--fix` sửa vào một bản sao (`VĂN_BẢN.sua.docx`, hoặc tên ghi sau `-o`), liệt kê từng chỗ đã "
    "sửa, rồi kiểm tra lại bản sao. Tệp gốc không bao giờ bị đổi. Chỉ sửa quy tắc ghi “có” ở cột “Tự "
    "sửa”, và chỉ ở chỗ không cần ai quyết định; còn lại tự sửa trong Word."
)
_FAMILIES = {
    "TRANG": "Khổ giấy, lề",
    "FONT": "Phông, màu chữ",
    "SOTRANG": "Số trang",
    "BOCUC": "Vị trí các thành phần",
    "KE": "Đường kẻ",
    "QH": "Quốc hiệu",
    "TN": "Tiêu ngữ",
    "CQ": "Tên cơ quan",
    "SO": "Số, ký hiệu",
    "VT": "Chữ viết tắt tên loại",
    "DD": "Địa danh, thời gian",
    "TL": "Tên loại",
    "TY": "Trích yếu",
    "TQ": "Thẩm quyền ban hành",
    "CC": "Căn cứ",
    "VD": "Viện dẫn",
    "ND": "Nội dung",
    "BC": "Đề mục, bố cục",
    "BANG": "Bảng",
    "KY": "Chữ ký",
    "KG": "Kính gửi",
    "NN": "Nơi nhận",
    "PL": "Phụ lục",
    "MK": "Dấu khẩn, chỉ dẫn, địa chỉ",
    "VH": "Viết hoa",
    "SN": "Số, ngày, dấu câu",
    "PV": "Thành phần bắt buộc",
}
_SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "lưu ý"}
_TYPES = {kind: name.lower() for name, kind in TYPE_NAMES.items()} | {
    LETTER: "công văn",
    UNKNOWN: "loại khác",
}
_TITLES = ("Mã", "Mức", "Yêu cầu", "Căn cứ", "Cách sửa trong Word", "Tự sửa", "Ví dụ sai")
_LEFT_OUT = "Không kiểm tra"


def rules_page() -> str:
    """All rules by component, then those that are left out, with the reasons."""
    families = {_family(code): None for code in RULES}
    unknown = sorted(set(families) - set(_FAMILIES))
    if unknown:
        raise SystemExit(f"no title in _FAMILIES of {__file__} for {unknown}")
    titles = [_FAMILIES[family] for family in families]
    parts = ["# Quy tắc thể thức", _INTRO, "\n".join(f"- {link(title)}" for title in [*titles, _LEFT_OUT])]
    for family in families:
        rows = [_row(rule) for rule in RULES.values() if _family(rule.code) == family]
        parts += [heading(2, _FAMILIES[family]), table(_TITLES, rows)]
    parts += [
        heading(2, _LEFT_OUT),
        "Những quy tắc chương trình có thể xét mà không xét. Quy tắc chỉ con người xét được (thẩm quyền ký, "
        "đóng dấu, ký số, thứ tự số văn bản …) không kể ở đây.",
        table(("Mã", "Lý do"), [(code, literal(reason)) for code, reason in sorted(LEFT_OUT.items())]),
    ]
    return "\n\n".join(parts) + "\n"


def _family(code: str) -> str:
    """The component of a code: "QH" of "ND30-QH-01"."""
    return code.split("-")[1]


def _row(rule: Rule) -> tuple[str, ...]:
    only = ", ".join(sorted(_TYPES[kind] for kind in rule.types))
    return (
        rule.code,
        _SEVERITIES[rule.severity],
        literal(rule.says) + (f" (chỉ: {only})" if only else ""),
        literal(rule.clause),
        literal(rule.hint),
        "có" if rule.code in MENDS else "",
        literal("; ".join(bad.says for bad in rule.bad)),
    )
