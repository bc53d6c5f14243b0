"""“k” in place of thousands."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import shown
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.arithmetic.figures import all_in_one, figures
from nq57gen.patterns import lazily

_THOUSANDS = lazily(r"(?<![\w.,/])\d+(?:[.,]\d+)?[kK](?![\w/-])")


@rule(
    "SO-09",
    "Văn bản hành chính không viết “k” thay cho nghìn",
    "viết số đầy đủ hoặc “nghìn”: 109.400 lượt, 109,4 nghìn lượt",
    bad=["Trang fanpage có 29k lượt tương tác, 109.4k lượt tiếp cận và 2.2k người theo dõi."],
    good=["Trang fanpage có 29.000 lượt tương tác; mạng 4K, 5G; đường truyền 100 Mb/s."],
)
def informal_thousands(paper: Paper) -> Iterable[Found]:
    """Figures with “k”, all in one finding."""
    found = [
        (passage, figure)
        for passage, figure in figures(paper)
        if _THOUSANDS.fullmatch(figure.written.strip()) and figure.value >= 2000 and figure.unit
    ]
    if found:
        figure = found[0][1]
        yield all_in_one(found, hint=f"viết “{shown(figure.value)}” hoặc “nghìn” thay cho “{figure.written}”")
