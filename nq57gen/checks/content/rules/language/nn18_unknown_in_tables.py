"""Abbreviations in tables that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.brand_names import brand_of
from nq57gen.checks.content.rules.language.office_names import places_of_short_names
from nq57gen.checks.content.wording import Place, lists
from nq57gen.checks.layout.wording import UPPER
from nq57gen.checks.layout.wording import words as layout_words
from nq57gen.patterns import lazily

_SHORT = lazily(rf"(?<![\w/.@&-])[{UPPER}]{{3,7}}(?![\w/@&]|-\w|\.\w)")
#: The hint shows so many.
_SHOWN = 3
_CODE = lazily(r"[IVXLC]+$")


@rule(
    "NN-18",
    "Chữ viết tắt trong bảng được giới thiệu ở phần lời văn hoặc dưới bảng",
    "viết đủ, hoặc giới thiệu trong ngoặc sau tên đầy đủ ở lần đầu trong phần lời văn",
    bad=["| TT | Nhiệm vụ | Đơn vị |\n| 1 | Bồi dưỡng | Tổ CNSCĐ |\n| 2 | Hỗ trợ người dân | Tổ CNSCĐ |"],
    good=[
        "1. Trung tâm Phục vụ hành chính công\n- Báo cáo hằng tháng.\n"
        "| TT | Nhiệm vụ | Chủ trì |\n| 1 | Số hóa | Trung tâm PVHCC |",
        "Thành lập Tổ công nghệ số cộng đồng (CNSCĐ); Tổ CNSCĐ hoạt động.\n"
        "| TT | Nhiệm vụ | Đơn vị |\n| 1 | Bồi dưỡng kỹ năng STEM | Tổ CNSCĐ, UBND |",
    ],
)
def in_tables(paper: Paper) -> Iterable[Found]:
    """Abbreviations of table cells that nothing explains and the running text does not use."""
    known = {*layout_words("abbreviations"), *lists()["short_known"]}
    text = "\n".join(passage.text for passage in paper.passages if passage.kind is not Kind.CELL)
    explained = "\n".join(passage.text for passage in paper.passages)
    offices = {
        (passage.at, at) for passage, start, end in places_of_short_names(paper) for at in range(start, end)
    }
    found: dict[str, list[Place]] = {}
    for passage in paper.passages:
        if passage.kind is not Kind.CELL or (passage.text.isupper() and len(passage.text.split()) > 3):
            continue
        for match in _SHORT.finditer(passage.text):
            short = match.group()
            if (
                short in known
                or _CODE.match(short)
                or brand_of(short)
                or (passage.at, match.start()) in offices
                or re.search(rf"\b{short}\b", text)
            ):
                continue
            if not re.search(rf"\([^()]*\b{short}\b[^()]*\)|\b{short} \(|\b{short}:", explained):
                found.setdefault(short, []).append((passage, *match.span()))
    if found:
        listed = ", ".join(f"“{short}” {len(places)} chỗ" for short, places in found.items())
        shown = ", ".join(f"“… ({short})”" for short in list(found)[:_SHOWN])
        passage, start, end = next(iter(found.values()))[0]
        yield Found(
            passage.quoted(start, end),
            f"{listed} không được giới thiệu ở đâu",
            f"viết đủ, hoặc giới thiệu {shown} ở lần đầu trong phần lời văn",
        )
