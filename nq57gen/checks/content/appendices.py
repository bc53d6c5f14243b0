"""Where the text names the appendices of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.layout.pieces import folded
from nq57gen.patterns import lazily

#: The number of an appendix.
ONE = r"(?:[ivxl]+|\d{1,2})\b(?![./]\d)"
#: An appendix without its number.
BARE = lazily(
    rf"(?<!cac )(?<!nhung )(?<!\d )(?<!hai )(?<!ba )(?<!muc )\bphu luc\b(?!(?: so)? {ONE})"
    r"(?= (?:dinh |gui |ban hanh )?kem| nay\b|\)|\.|;|,|$| chi tiet)"
)
#: Words after which an appendix is another document's.
OF_ANOTHER = lazily(
    r"[\s,)]*(?:(?:ban hanh )?kem theo |cua )?(?:nghi dinh|nghi quyet|quyet dinh|thong tu|luat|cong van|"
    r"huong dan|chi thi|(?:ke hoach|bao cao|chuong trinh) (?:hanh dong )?so)\b"
)


def appendices(paper: Paper) -> list[Passage]:
    """The labels of the appendices of the document."""
    return [passage for passage in paper.passages if passage.kind is Kind.APPENDIX]


def named(paper: Paper, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Where the main text has words of ``pattern``, without marks and in small letters, that name its own."""
    for passage in paper.text_and_cells():
        text = folded(passage.text)
        if not passage.part and len(text) == len(passage.text) and "phu luc" in text:
            for match in pattern.finditer(text):
                if not OF_ANOTHER.match(text, match.end()):
                    yield passage, match
