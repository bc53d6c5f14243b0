"""Small files for the tests of what stands in the text: a plan with a text of one's own, changed by hand."""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Callable

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from nq57gen.checks.layout.engine import findings_of
from nq57gen.checks.layout.parts import Parts, recognise
from nq57gen.checks.layout.rule import RULES
from nq57gen.reading.word_file import read_word_file
from tests.checks.maker import Way, make_file
from tests.checks.texts import PLAN, Words

OURS = re.compile(r"ND30-(TL|TY|TQ|CC|VD|ND|BC|BANG)-")
LONG = (
    "Các cơ quan, đơn vị chủ động thực hiện nhiệm vụ được giao, bảo đảm đúng tiến độ, chất lượng và báo cáo."
)
END = (
    "last",
    "Đề nghị các cơ quan, đơn vị nghiêm túc thực hiện các nội dung trên, báo cáo kết quả hằng tháng./.",
)


def plan(*body: tuple[str, str]) -> Words:
    """A plan without appendices whose text is ``body``."""
    return dataclasses.replace(PLAN, body=(*PLAN.body[:3], *body, END), annexes=())


def parts_of(words: Words) -> Parts:
    return recognise(read_word_file(make_file(words, Way()), "tep.docx"))


def codes(data: bytes) -> list[str]:
    parts = recognise(read_word_file(data, "tep.docx"))
    return sorted(
        rule.code.removeprefix("ND30-")
        for rule in RULES.values()
        if OURS.match(rule.code)
        and (not rule.types or parts.document_type in rule.types)
        and findings_of(rule, parts)
    )


def changed(words: Words, change: Callable[[Document], None]) -> bytes:
    """The file of ``words`` after a change by hand."""
    document = docx.Document(io.BytesIO(make_file(words, Way())))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_words(document: Document, beginning: str) -> Paragraph:
    return next(one for one in document.paragraphs if one.text.startswith(beginning))
