"""Paragraphs without a mark among bullets."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.outline import shown, under
from nq57gen.patterns import lazily

_ENDED = lazily(r"[.;]$|\./\.$")


@rule(
    "CT-02",
    "Các đoạn ngang hàng trong một mục cùng có hoặc cùng không có gạch đầu dòng",
    "thêm “-” ở đầu đoạn còn thiếu, hoặc bỏ ở đoạn kia",
    bad=[
        "1. Công tác triển khai\n- Ủy ban nhân dân phường ban hành Kế hoạch.\n"
        "Tham mưu Đảng ủy phường xây dựng Kế hoạch hành động.\n2. Kết quả",
        "1. Kết quả\n- Các việc đã làm, gồm:\n+ Tập huấn;\n+ Hội thi.\nThành lập Tổ công nghệ số.\n"
        "- Cấp chữ ký số.\n2. Hạn chế",
        "1. Kết quả\n- Phủ sóng 5G toàn phường.\nThành lập Tổ công nghệ số.\n- Cấp chữ ký số.\n2. Hạn chế",
    ],
    good=[
        "1. Kết quả\nĐạt được các kết quả sau:\n- Phủ sóng 5G.\n- Cấp chữ ký số.\n"
        "Các văn bản được ban hành kịp thời.\n"
        "2. Hạn chế",
        "1. Kết quả\n- Phủ sóng 5G.\nCụ thể như sau:\n- Cấp chữ ký số.\n2. Hạn chế",
    ],
)
def without_mark(paper: Paper) -> Iterable[Found]:
    """One bullet followed by plain paragraphs, or a plain one between bullets."""
    main = [passage for passage in paper.running() if not passage.part and passage.kind is not Kind.NOTE]
    closing = main[-1:]  # none when all is appendix
    for _, held in under(paper):
        text = [passage for passage in held if passage not in closing and not _is_closing(passage)]
        bullets = [at for at, passage in enumerate(text) if passage.kind is Kind.BULLET]
        plain = [
            passage
            for at, passage in enumerate(text)
            if passage.kind is Kind.PROSE and bullets and at > bullets[0] and _is_full(passage)
        ]
        between = [passage for passage in plain if passage.at < text[bullets[-1]].at]
        if bullets and bullets[0] == 0 and plain and (len(bullets) == 1 or between):
            odd = (between or plain)[0]
            bullet = next((text[at] for at in bullets if _is_full(text[at])), None)
            if bullet:
                yield Found(shown(odd), f"đoạn này không có gạch đầu dòng, {bullet.place} thì có")


def _is_closing(passage: Passage) -> bool:
    return passage.text.startswith("Trên đây là")


def _is_full(passage: Passage) -> bool:
    """Whether a passage is a sentence that introduces nothing."""
    return _ENDED.search(passage.text.rstrip(" ”)")) is not None and not passage.text.startswith("(")
