"""The page of the content rules: what ``check`` looks for in what a document says."""

from __future__ import annotations

from nq57gen.checks.content.engine import rules  # registers the rules
from nq57gen.checks.content.rule import FAMILIES, RULES, Rule
from nq57gen.diagnostics import Severity
from tools.markdown import heading, link, literal

__all__ = ["content_page", "rules"]

_INTRO = (
    "`nq57gen check` soát nội dung của đặc tả (`.yaml`, báo đúng dòng, cột) và của tệp Word bất kỳ "
    "(`.docx`, báo đoạn hoặc ô của bảng) theo các quy tắc dưới đây. **Lỗi** là chỗ văn bản tự mâu thuẫn "
    "hoặc trái hình thức luật định, mã thoát 1; **lưu ý** là chỗ cần người quyết định, không đổi mã thoát. "
    "`render` không xét các quy tắc này.\n"
    "\n"
    "- `--ignore SO-03,NN` bỏ qua một quy tắc, cả một nhóm; `--select SO,CT-04` chỉ xem các quy tắc, các "
    "nhóm ấy.\n"
    "- Trong đặc tả hoặc bộ mẫu: `kiem_tra: {bo_qua: [NN-07]}`.\n"
    "- Chỉ một chỗ, trong đặc tả: `kiem_tra: {chap_nhan: [{ma: SO-03, cho: 21 thủ tục, ly_do: theo báo cáo "
    "của tỉnh}]}`; chỗ ấy được đếm, không báo nữa.\n"
    "\n"
    "Trong ví dụ, mỗi dòng là một đoạn văn; dòng có dấu `|` là hàng của bảng; dòng đầu có `@` cho biết đơn "
    "vị và ngày ban hành."
)
_SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "lưu ý"}


def content_page() -> str:
    """All content rules by family, each with its bad and good examples."""
    families = [letters for letters in FAMILIES if any(_family(rule) == letters for rule in RULES.values())]
    titles = [_title(letters) for letters in families]
    parts = ["# Quy tắc nội dung", _INTRO, "\n".join(f"- {link(title)}" for title in titles)]
    for letters in families:
        parts.append(heading(2, _title(letters)))
        for rule in sorted(RULES.values(), key=lambda rule: rule.code):
            if _family(rule) == letters:
                parts += _rule(rule)
    return "\n\n".join(parts) + "\n"


def _family(rule: Rule) -> str:
    return rule.code.partition("-")[0]


def _title(letters: str) -> str:
    return f"{letters}: {FAMILIES[letters]}"


def _rule(rule: Rule) -> list[str]:
    """Title, words and examples of one rule."""
    return [
        f"### {rule.code} ({_SEVERITIES[rule.severity]})",
        f"{literal(rule.says)}. Cách sửa: {literal(rule.hint)}.",
        *_examples("Sai", rule.bad),
        *_examples("Đúng", rule.good),
    ]


def _examples(title: str, texts: tuple[str, ...]) -> list[str]:
    return [f"{title}:", *(f"```text\n{text.strip()}\n```" for text in texts)]
