"""Where a document says a whole and its parts: in one sentence, or a paragraph and the list below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nq57gen.checks.content.paper import Kind, Paper, Passage, once_a_paper
from nq57gen.checks.content.quantities import Quantity, quantities, sentences

_MARKER = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm|chia ra|cụ thể)(?!\w)|\(", re.IGNORECASE)
_CLOSED = re.compile(r"gồm|chia ra", re.IGNORECASE)
_OPENS_LIST = re.compile(r"(?:trong đó|gồm|chia ra|cụ thể|như sau)[^:;.]{0,25}:$", re.IGNORECASE)
_TOTAL = re.compile(r"(?<!\w)tổng(?!\w)", re.IGNORECASE)
_AFTERWARDS = re.compile(r"(?<!\w)(?:tổng cộng|tổng số|tổng)(?!\w)[^\d;.]{0,30}$", re.IGNORECASE)
#: Words that together name everything there is.
_COMPLEMENTS = [
    ("trực tuyến", "trực tiếp"),
    ("toàn trình", "một phần"),
    ("nam", "nữ"),
    ("đã", "chưa"),
    ("đã", "đang"),
    ("cấp mới", "cấp"),
    ("đúng hạn", "quá hạn"),
    ("tập thể", "cá nhân"),
    ("còn lại",) * 2,
    ("hoàn thành", "chưa"),
]
#: One person can be several of these.
_OVERLAP = re.compile(
    r"đảng viên|dân tộc|tôn giáo|trình độ|kiêm|đồng thời|riêng|nhất là|trong số đó", re.IGNORECASE
)
#: A part must stand so near to the marker of its whole.
_FAR = 90


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole, with the percentage beside it."""

    passage: Passage
    count: Quantity
    percent: Quantity | None


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole and its parts; ``must_add_up``: nothing can be left out, else only a near miss is a mistake."""

    passage: Passage
    whole: Quantity
    parts: tuple[Part, ...]
    must_add_up: bool
    listed: bool

    @property
    def added(self) -> Decimal:
        """The sum of the parts."""
        return sum((part.count.value for part in self.parts), Decimal(0))

    @property
    def wrong(self) -> bool:
        """Whether the parts should give the whole and do not."""
        difference = abs(self.added - self.whole.value)
        near = difference * 10 <= self.whole.value and self.whole.value > 3
        return bool(difference) and (self.must_add_up or near)

    @property
    def span(self) -> tuple[int, int]:
        """Where the whole stands in its passage, for quoting."""
        return self.whole.start, self.whole.end


@once_a_paper
def partitions(paper: Paper) -> list[Partition]:
    """All wholes with at least two parts."""
    found: list[Partition] = []
    for passage in paper.passages:
        if passage.running or passage.kind is Kind.CELL:
            found += _in_sentences(passage)
            found += _in_list(paper, passage)
    return found


def _in_sentences(passage: Passage) -> Iterator[Partition]:
    for start, sentence in sentences(passage.text):
        figures = quantities(sentence)
        if len(figures) < 3:
            continue
        for marker in _MARKER.finditer(sentence):
            one = _after_marker(passage, sentence, marker, figures)
            if one:
                yield _moved(one, start)
                break
        else:
            yield from (_moved(one, start) for one in _before_total(passage, sentence, figures))


def _moved(one: Partition, by: int) -> Partition:
    """The same with the places of its figures counted from the beginning of the passage."""
    import dataclasses

    def move(figure: Quantity) -> Quantity:
        return dataclasses.replace(figure, start=figure.start + by, end=figure.end + by)

    parts = tuple(
        Part(part.passage, move(part.count), move(part.percent) if part.percent else None)
        for part in one.parts
    )
    return dataclasses.replace(one, whole=move(one.whole), parts=parts)


def _after_marker(
    passage: Passage, sentence: str, marker: re.Match[str], figures: tuple[Quantity, ...]
) -> Partition | None:
    before = [figure for figure in figures if figure.end <= marker.start() and _is_whole(figure)]
    if not before or marker.start() - before[-1].end > _FAR:
        return None
    whole = before[-1]
    end = _end_of_parts(sentence, marker)
    depth = _depths(sentence)
    inside = depth[marker.end() - 1]
    parts = [
        figure
        for figure in figures
        if marker.end() <= figure.start < end and figure.counts and depth[figure.start] == inside
    ]
    text = sentence[marker.end() : end]
    first = text.find(";")
    if first >= 0 and sum(part.start < marker.end() + first for part in parts) >= 2:
        parts = [part for part in parts if part.start < marker.end() + first]
    if len(parts) < 2 or _OVERLAP.search(text) or any(part.noun in _TIMES for part in parts):
        return None
    same = all(part.noun in ("", whole.noun) or not whole.noun for part in parts)
    sure = bool(
        _CLOSED.match(marker.group()) or _complementary(text) or _TOTAL.search(sentence[: whole.start])
    )
    shown = tuple(Part(passage, part, _percent_beside(sentence, part, figures)) for part in parts)
    return Partition(passage, whole, shown, same and sure, listed=False)


#: What is counted beside things, never as a part of them.
_TIMES = frozenset("nam thang ngay tuan quy gio phut lan cap".split())


def _is_whole(figure: Quantity) -> bool:
    return (figure.counts or figure.whole is not None) and not figure.percent and figure.noun not in _TIMES


def _end_of_parts(sentence: str, marker: re.Match[str]) -> int:
    if marker.group() != "(":
        return len(sentence)
    depth = 0
    for at in range(marker.start(), len(sentence)):
        depth += (sentence[at] == "(") - (sentence[at] == ")")
        if not depth:
            return at
    return len(sentence)


def _depths(sentence: str) -> list[int]:
    """How many brackets are open at each sign."""
    depths, depth = [], 0
    for sign in sentence:
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        depths.append(depth)
    return depths


def _complementary(text: str) -> bool:
    lower = text.lower()
    return any(
        re.search(rf"(?<!\w){one}(?!\w)", lower) and re.search(rf"(?<!\w){other}(?!\w)", lower)
        for one, other in _COMPLEMENTS
    )


def _before_total(passage: Passage, sentence: str, figures: tuple[Quantity, ...]) -> Iterator[Partition]:
    """“1.103 hồ sơ trực tuyến, 2.032 hồ sơ trực tiếp, tổng cộng 3.115 hồ sơ”, and sums with “+” and “=”."""
    for at, figure in enumerate(figures):
        if at < 2 or not figure.counts:
            continue
        said = _AFTERWARDS.search(sentence[: figure.start])
        parts = [part for part in figures[:at] if part.counts and part.noun == figure.noun]
        gaps = [sentence[a.end : b.start] for a, b in zip(figures[:at], figures[1 : at + 1], strict=True)]
        if gaps[-1].rstrip().endswith("=") and all("+" in gap for gap in gaps[:-1]):
            yield Partition(
                passage, figure, tuple(Part(passage, part, None) for part in figures[:at]), True, False
            )
        elif said and said.start() > figures[at - 1].end - 1 and len(parts) >= 2:
            yield Partition(passage, figure, tuple(Part(passage, part, None) for part in parts), False, False)


def _in_list(paper: Paper, passage: Passage) -> Iterator[Partition]:
    """A paragraph that ends in “trong đó:” and its sub-bullets."""
    opened = _OPENS_LIST.search(passage.text)
    if passage.kind is Kind.CELL or not opened:
        return
    wholes = [
        figure
        for figure in quantities(passage.text)
        if _is_whole(figure) and figure.end <= opened.start() + 1
    ]
    children = [child for child in paper.children(passage) if child.text.strip(" .;,")]
    if not wholes or len(children) < 2:
        return
    whole = wholes[-1]
    parts: list[Part] = []
    for child in children:
        counts = [
            figure
            for figure in quantities(child.text)
            if figure.counts and (figure.noun == whole.noun or (not figure.noun and whole.noun not in _TIMES))
        ]
        if not counts:
            return
        parts.append(Part(child, counts[0], _percent_beside(child.text, counts[0], quantities(child.text))))
    same = bool(whole.noun) and all(part.count.noun == whole.noun for part in parts)
    yield Partition(passage, whole, tuple(parts), same, listed=True)


_LINKS = re.compile(
    r"[(=,–-]|(?<!\w)(?:đạt|tỷ lệ|tỉ lệ|chiếm|bằng|tương đương|tương ứng)(?!\w)", re.IGNORECASE
)


def _percent_beside(text: str, count: Quantity, figures: tuple[Quantity, ...]) -> Quantity | None:
    """The percentage that follows a count with no other figure between, or None."""
    after = [figure for figure in figures if figure.start >= count.end]
    if not after or not after[0].percent or after[0].sign:
        return None
    gap = text[count.end : after[0].start]
    return after[0] if len(gap) <= 60 and ";" not in gap and _LINKS.search(gap) else None
