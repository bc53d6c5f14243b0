"""Percentages: beside the fraction they say once more, and those of one whole together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.partitions import partitions
from nq57gen.checks.content.quantities import (
    Quantity,
    is_share,
    quantities,
    says_share,
    sentences,
    share,
    shown,
)
from nq57gen.checks.content.rule import ERROR, Found, rule

#: What stands between a percentage and the fraction that says it once more.
_BEFORE = re.compile(r"\($|tương đương(?: với)?$|tương ứng(?: với)?$|=$")
#: A percentage after these words is what was planned, not what was reached.
_PLANNED = re.compile(
    r"(?:KH|kế hoạch|chỉ tiêu|giao|yêu cầu|mục tiêu|so với|tăng|giảm)[^\d;.]{0,25}$", re.IGNORECASE
)
_FAR = 60


@rule(
    "SO-06",
    "Tỷ lệ ghi cạnh phân số n/m bằng n chia cho m",
    "tính lại tỷ lệ, hoặc kiểm tra hai số của phân số",
    severity=ERROR,
    bad=[
        "Tỷ lệ số hóa hồ sơ đạt 98,9% tương đương 3.112/3.115 hồ sơ.",
        "Tái sử dụng dữ liệu số hóa đạt 75,99% (2.336/3.115 hồ sơ).",
        "Có 25/29 thôn có tổ công nghệ số, đạt 89%.",
        "Có 200/209 hồ sơ thuộc diện thu phí, lệ phí được thanh toán trực tuyến, đạt 100%.",
        "Đã cập nhật 3.118/3.115 hồ sơ lên hệ thống.",
        "Số hồ sơ thanh toán trực tuyến là 200/209 hồ sơ. Đạt tỷ lệ 100%.",
    ],
    good=[
        "Tỷ lệ số hóa đạt 99,9 % tương đương 3.112/3.115 hồ sơ; Tái sử dụng 74,99% (2.336/3.115 hồ sơ).",
        "Có 10/13 chỉ tiêu đạt kế hoạch, trong đó 100% cán bộ được bồi dưỡng.",
        "Có 10/13 chỉ tiêu đạt 100% kế hoạch; 5/10 trường đạt chuẩn, tỷ lệ giáo viên đạt chuẩn là 98%.",
        "Có 25/29 thôn có tổ công nghệ số, đạt 86% (kế hoạch 90%). Trực 24/7.",
    ],
)
def fractions(paper: Paper) -> Iterable[Found]:
    """Fractions and the nearest percentage that is linked to them."""
    for passage in paper.passages:
        if passage.running or passage.kind is Kind.CELL:
            yield from _fractions_in(passage)


def _fractions_in(passage: Passage) -> Iterator[Found]:
    figures = quantities(passage.text)
    for at, one in enumerate(figures):
        if one.whole is None or one.percent or one.whole < 2:
            continue
        if one.value > one.whole and one.noun:
            place = passage.quoted(one.start, one.end)
            yield Found(place, f"{shown(one.value)} lớn hơn {shown(one.whole)}")
            continue
        said = _beside(passage.text, figures, at)
        if said and not is_share(one.value, one.whole, said):
            exact = share(one.value, one.whole)
            place = passage.quoted(min(one.start, said.start), max(one.end, said.end))
            yield Found(place, f"{one.written} = {exact}, trong khi ghi {said.written}")


def _beside(text: str, figures: tuple[Quantity, ...], at: int) -> Quantity | None:
    """The percentage that says the fraction ``at`` once more: behind it, or before it as "74,99% (n/m)"."""
    one = figures[at]
    after = figures[at + 1] if at + 1 < len(figures) else None
    if after and says_share(text, one, after):
        return after
    before = figures[at - 1] if at else None
    if not before or not before.percent or before.sign or _PLANNED.search(text[: before.start]):
        return None
    gap = text[before.end : one.start]
    return before if len(gap) <= _FAR and _BEFORE.search(gap.strip()) else None


@rule(
    "SO-07",
    "Các tỷ lệ của cùng một tổng thể cộng lại bằng 100%",
    "tính lại từng tỷ lệ",
    bad=[
        "Trong tổng số hồ sơ, trực tuyến chiếm 58,09%, trực tiếp chiếm 36,6%, qua bưu chính chiếm 6,31%.",
        "- Kết quả giải quyết hồ sơ, cụ thể:\n+ Đúng hạn chiếm 95%;\n+ Quá hạn chiếm 3%.",
    ],
    good=[
        "Trong tổng số hồ sơ, trực tuyến chiếm 58,09%, trực tiếp chiếm 36,6%, qua bưu chính chiếm 5,31%.",
        "Kinh tế số chiếm 30% GRDP, thương mại điện tử chiếm 10% tổng mức bán lẻ.",
    ],
)
def hundred(paper: Paper) -> Iterable[Found]:
    """Percentages that follow “chiếm”, in one sentence or the lines of one list, and those of parts."""
    for passage in paper.running():
        for start, sentence in sentences(passage.text):
            figures = _of_whole(sentence)
            yield from _hundred(passage, figures, passage.quoted(start, start + len(sentence)))
        children = paper.children(passage) if passage.text.endswith(":") else ()
        lines = [_of_whole(child.text) for child in children]
        if len(lines) > 1 and all(len(line) == 1 for line in lines):
            yield from _hundred(passage, [line[0] for line in lines], passage.quoted())
    for one in partitions(paper):
        figures = [part.percent for part in one.parts if part.percent]
        shares_hold = all(
            is_share(part.count.value, one.whole.value, part.percent) for part in one.parts if part.percent
        )
        if len(figures) == len(one.parts) and shares_hold and one.added == one.whole.value:
            yield from _hundred(one.passage, figures, one.passage.quoted(*one.span))


def _of_whole(text: str) -> list[Quantity]:
    return [
        figure
        for figure in quantities(text)
        if figure.percent and not figure.sign and re.search(r"chiếm (?:tỷ lệ )?$", text[: figure.start])
    ]


def _hundred(passage: Passage, figures: list[Quantity], place: str) -> Iterator[Found]:
    """A finding when the sum is near 100 and not 100, roundings allowed for."""
    if len(figures) < 2:
        return
    added = sum((figure.value for figure in figures), Decimal(0))
    slack = max(Decimal(1).scaleb(-figure.decimals) for figure in figures) * len(figures) / 2
    if slack < abs(added - 100) <= 10:
        said = " + ".join(figure.written.replace(" ", "") for figure in figures)
        yield Found(place, f"{said} = {shown(added)}%")


_COMPARED = re.compile(
    r"kế hoạch|dự toán|so với|cùng kỳ|chỉ tiêu|vượt|tăng|giảm|nhu cầu|công suất|mục tiêu", re.IGNORECASE
)


@rule(
    "SO-12",
    "Tỷ lệ của một phần so với tổng thể không quá 100%",
    "kiểm tra lại tỷ lệ",
    bad=[
        "Tỷ lệ cán bộ được bồi dưỡng kỹ năng số đạt 103% (kế hoạch 80%).",
        "Bảo đảm 110% hồ sơ được cập nhật.",
    ],
    good=[
        "Thu ngân sách đạt 103% dự toán, bằng 112% so với cùng kỳ. Tỷ lệ số hóa đạt 100%.",
        "Hoàn thành vượt mức, đạt 120% kế hoạch giao.",
    ],
)
def more_than_all(paper: Paper) -> Iterable[Found]:
    """Percentages above 100 in sentences that compare with nothing."""
    for passage in paper.passages:
        if not (passage.running or passage.kind is Kind.CELL):
            continue
        for start, sentence in sentences(passage.text):
            bare = re.sub(r"\([^()]*\)", "", sentence)
            shares = bool(re.search(r"t[ỷỉ] lệ|bảo đảm|đảm bảo|phấn đấu", sentence, re.IGNORECASE))
            if _COMPARED.search(bare) or not shares:
                continue
            for one in quantities(sentence):
                if one.percent and one.value > 100:
                    yield Found(passage.quoted(start + one.start, start + one.end), f"ghi {one.written}")
