"""Percentages of one whole together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.quantities import Quantity, is_share, quantities, sentences, shown
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.arithmetic.partitions import partitions
from nq57gen.patterns import lazily

_MAKES_UP = lazily(r"chiếm (?:tỷ lệ )?$")
_BRACKETS = lazily(r"\(([^()]*%[^()]*)\)")
#: One of several shares in brackets: its name, and the percentage at its end.
_SHARE = lazily(r"\s*(?:và )?[^\W\d][^\d%]*?\d+(?:,\d+)? ?%\s*")
#: Words that make a percentage something else than a share of one whole.
_NO_SHARE = lazily(
    r"(?<!\w)(?:đạt|tăng|giảm|vượt|kế hoạch|KH|tỷ lệ|hoàn thành|đúng hạn|năm)(?!\w)", re.IGNORECASE
)
_FEWEST = 3


@rule(
    "SO-07",
    "Các tỷ lệ của cùng một tổng thể cộng lại bằng 100%",
    "tính lại từng tỷ lệ",
    bad=[
        "Trong tổng số hồ sơ, trực tuyến chiếm 58,09%, trực tiếp chiếm 36,6%, qua bưu chính chiếm 6,31%.",
        "- Kết quả giải quyết hồ sơ, cụ thể:\n+ Đúng hạn chiếm 95%;\n+ Quá hạn chiếm 3%.",
        "Trang đăng 288 bài viết (tin tức 55%, chính sách 35%, phản ánh 15%).",
    ],
    good=[
        "Trong tổng số hồ sơ, trực tuyến chiếm 58,09%, trực tiếp chiếm 36,6%, qua bưu chính chiếm 5,31%.",
        "Kinh tế số chiếm 30% GRDP, thương mại điện tử chiếm 10% tổng mức bán lẻ.",
        "Các tỷ lệ đều tăng (số hóa 95%, thanh toán trực tuyến 60%, dùng lại dữ liệu 40%; đạt 90%).",
        "Trang đăng 288 bài viết (tin tức 55%, chính sách 30%, phản ánh 15%).",
    ],
)
def hundred(paper: Paper) -> Iterable[Found]:
    """Percentages that follow “chiếm”, in one sentence or the lines of one list, and those of parts."""
    for passage in paper.running():
        for start, sentence in sentences(passage.text):
            figures = _of_whole(sentence)
            yield from _hundred(figures, passage.quoted(start, start + len(sentence)))
        for match in _BRACKETS.finditer(passage.text):
            items = re.split(r"[,;](?!\d)", match[1])
            if len(items) >= _FEWEST and all(_SHARE.fullmatch(one) for one in items):
                shares = [] if _NO_SHARE.search(match[1]) else list(quantities(match[1]))
                yield from _hundred(shares, passage.quoted(*match.span()))
        children = paper.children(passage) if passage.text.endswith(":") else ()
        lines = [_of_whole(child.text) for child in children]
        if len(lines) > 1 and all(len(line) == 1 for line in lines):
            yield from _hundred([line[0] for line in lines], passage.quoted())
    for one in partitions(paper):
        figures = [part.percent for part in one.parts if part.percent]
        shares_hold = all(
            is_share(part.count.value, one.whole.value, part.percent) for part in one.parts if part.percent
        )
        if len(figures) == len(one.parts) and shares_hold and one.added == one.whole.value:
            yield from _hundred(figures, one.passage.quoted(*one.span))


def _of_whole(text: str) -> list[Quantity]:
    """The percentages right after “chiếm”."""
    return [
        figure
        for figure in quantities(text)
        if figure.percent and not figure.sign and _MAKES_UP.search(text[: figure.start])
    ]


def _hundred(figures: list[Quantity], place: str) -> Iterator[Found]:
    """A finding when the sum is near 100 and not 100, roundings allowed for."""
    if len(figures) < 2:
        return
    added = sum((figure.value for figure in figures), Decimal(0))
    slack = max(Decimal(1).scaleb(-figure.decimals) for figure in figures) * len(figures) / 2
    if slack < abs(added - 100) <= 10:
        said = " + ".join(figure.written.replace(" ", "") for figure in figures)
        yield Found(place, f"{said} = {shown(added)}%")
