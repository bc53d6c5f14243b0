"""Headings that run into their text."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.labels import PART
from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.structure.outline import outline
from nq57gen.patterns import lazily

_RUN_TOGETHER = lazily(r"[^.;:“”]{3,90}:\s+\S.{25,}$")
#: At least so many like headings, of which at most one in so many is another form.
_SEVERAL, _ONE_IN = 3, 4


@rule(
    "CT-03",
    "Các đề mục ngang hàng trình bày như nhau: tiêu đề một dòng riêng, lời văn xuống dòng",
    "để tiêu đề một dòng, bỏ dấu hai chấm, lời văn xuống dòng dưới",
    bad=[
        "I. MỤC ĐÍCH\nII. MỤC TIÊU\nIII. GIẢI PHÁP\n"
        "IV. KINH PHÍ: Nguồn kinh phí từ ngân sách nhà nước và các nguồn khác.\nV. TỔ CHỨC",
    ],
    good=[
        "I. MỤC ĐÍCH\nII. MỤC TIÊU\nIII. GIẢI PHÁP\nIV. KINH PHÍ THỰC HIỆN\nV. TỔ CHỨC THỰC HIỆN",
        "1. Kết quả nổi bật:\n2. Hạn chế:\n3. Nguyên nhân:",
    ],
)
def run_together(paper: Paper) -> Iterable[Found]:
    """Few of many headings that run into their text."""
    for siblings in outline(paper):
        together = [
            passage
            for passage in siblings.passages
            if passage.rank != PART and passage.kind is Kind.ITEM and _RUN_TOGETHER.match(passage.text)
        ]
        titles = sum(passage.kind is Kind.HEADING for passage in siblings.passages)
        if together and titles >= max(_SEVERAL, _ONE_IN * len(together)):
            for passage in together:
                title = passage.text.split(":")[0]
                yield Found(
                    passage.quoted(0, len(title) + 1),
                    f"“{passage.label} {title}:” viết liền lời văn, trong khi {titles} đề mục "
                    "ngang hàng thì không",
                )
