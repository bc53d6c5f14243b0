"""Where a document says a whole and its parts: in one sentence, or a paragraph and the list below it."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nq57gen.checks.content.clauses import depths, distance, end_of_clause, reaches
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities, says_share, sentences, shown
from nq57gen.checks.content.rule import Found
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily

_MARKER = lazily(r"(?<!\w)(?:trong đó|bao gồm|gồm|chia ra|cụ thể)(?!\w)|\(", re.IGNORECASE)
_CLOSED = lazily(r"gồm|chia ra", re.IGNORECASE)
_OPENS_LIST = lazily(r"(?:trong đó|gồm|chia ra|cụ thể|như sau)[^:;.]{0,25}:$", re.IGNORECASE)
_TOTAL = lazily(r"(?<!\w)tổng(?!\w)", re.IGNORECASE)
_AFTERWARDS = lazily(r"(?<!\w)(?:tổng cộng|tổng số|tổng)(?!\w)[^\d;.]{0,30}$", re.IGNORECASE)
#: Words that together name everything there is.
_COMPLEMENTS = [
    ("trực tuyến", "trực tiếp"),
    ("toàn trình", "một phần"),
    ("nam", "nữ"),
    ("đã", "chưa"),
    ("đã", "đang"),
    ("cấp mới", "cấp lại"),
    ("cấp mới", "cấp đổi"),
    ("đúng hạn", "quá hạn"),
    ("tập thể", "cá nhân"),
    ("còn lại",) * 2,
    ("hoàn thành", "chưa"),
]
#: One person can be several of these.
_OVERLAP = lazily(
    r"đảng viên|dân tộc|tôn giáo|trình độ|kiêm|đồng thời|riêng|nhất là|trong số đó", re.IGNORECASE
)
#: A part must stand so near to the marker of its whole.
_FAR = 90
#: What is counted beside things, never as a part of them.
_TIMES = frozenset(["nam", "thang", "ngay", "tuan", "quy", "gio", "phut", "lan"])


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole, with the percentage beside it."""

    passage: Passage
    count: Quantity
    percent: Quantity | None


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole and its parts; ``wrong``: the parts should give it and do not."""

    passage: Passage
    whole: Quantity
    parts: tuple[Part, ...]
    wrong: bool
    listed: bool

    @property
    def added(self) -> Decimal:
        """The sum of the parts."""
        return sum((part.count.value for part in self.parts), Decimal(0))

    @property
    def span(self) -> tuple[int, int]:
        """Where the whole stands in its passage, for quoting."""
        return self.whole.start, self.whole.end


@once_a_document
def partitions(paper: Paper) -> list[Partition]:
    """All wholes with at least two parts."""
    found: list[Partition] = []
    for passage in paper.text_and_cells():
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
    before = [
        figure
        for figure in figures
        if figure.end <= marker.start()
        and _is_whole(figure)
        and reaches(sentence, figure.start, marker.start())
    ]
    if not before or distance(sentence, before[-1].end, marker.start()) > _FAR:
        return None
    whole = before[-1]
    end = end_of_clause(sentence, marker.start())
    depth = depths(sentence)
    inside = depth[marker.end() - 1]
    parts = [
        figure
        for figure in figures
        if marker.end() <= figure.start < end and figure.counts and depth[figure.start] == inside
    ]
    text = sentence[marker.end() : end]
    first = text.find(";")
    near = [part for part in parts if first < 0 or part.start < marker.end() + first]
    if len(near) >= 2 and sum(part.value for part in parts) != whole.value:
        parts = near
    if len(parts) < 2 or _OVERLAP.search(text) or any(part.noun in _TIMES for part in parts):
        return None
    shown = tuple(Part(passage, part, _percent_beside(sentence, part, figures)) for part in parts)
    complementary = _complementary(text)
    closed = bool(_CLOSED.match(marker.group()) or complementary)
    total = bool(_TOTAL.search(sentence[: whole.start]))
    alike = complementary and marker.group() == "(" and _named_alike(parts)
    alike = alike or bool(_CLOSED.match(marker.group()) and _are_people(whole, shown))
    if marker.group() == "(":
        bare = all(not part.noun for part in parts)
        closed = closed or ((total or bare) and not text.strip().startswith("trong đó"))
        closed = closed or bool(_CLOSED.match(text.strip()))
    return Partition(passage, whole, shown, _is_wrong(whole, shown, closed, total, alike), listed=False)


def _named_alike(parts: list[Quantity]) -> bool:
    """Whether three parts or more go by one word of their own: "148 cấp mới, 271 cấp đổi, 5 cấp lại"."""
    return len(parts) > 2 and len({part.noun for part in parts}) == 1


#: Who is counted, by the first words behind the figure: people of any kind are parts of people.
_PEOPLE = lazily(
    r"(?:luot )?nguoi|can bo|cong chuc|vien chuc|thanh vien|dai bieu|hoc sinh|hoc vien|doan vien|hoi vien"
    r"|giao vien|luot (?:can bo|dai bieu|hoc vien)"
)


def _are_people(whole: Quantity, parts: tuple[Part, ...]) -> bool:
    return all(_PEOPLE.match(" ".join(figure.unit)) for figure in (whole, *(part.count for part in parts)))


def _is_wrong(
    whole: Quantity, parts: tuple[Part, ...], closed: bool, total: bool, alike: bool = False
) -> bool:
    """Whether parts that do not give the whole are a mistake, and not just some of its parts.

    ``closed``: they are all there is; ``total``: the whole is called so, then they cannot be more; ``alike``:
    they count what the whole counts, though by another word. Else only a near miss is a mistake.
    """
    difference = sum((part.count.value for part in parts), Decimal(0)) - whole.value
    same = alike or all(part.count.noun in ("", whole.noun) for part in parts) or not whole.noun
    near = abs(difference) * 10 <= whole.value and whole.value > 3
    if not difference:
        return False
    return (same and (closed or near or (total and difference > 0))) or (closed and near)


def _is_whole(figure: Quantity) -> bool:
    return (
        (figure.counts or figure.whole is not None)
        and not figure.percent
        and figure.noun not in _TIMES | {"cap"}
    )


def _complementary(text: str) -> bool:
    lower = text.lower()
    return any(
        re.search(rf"(?<!\w){one}(?!\w)", lower) and re.search(rf"(?<!\w){other}(?!\w)", lower)
        for one, other in _COMPLEMENTS
    )


def _before_total(passage: Passage, sentence: str, figures: tuple[Quantity, ...]) -> Iterator[Partition]:
    """“915 hồ sơ trực tuyến, 1.745 hồ sơ trực tiếp, tổng cộng 2.660 hồ sơ”, and sums with “+” and “=”."""
    for at, figure in enumerate(figures):
        if at < 2 or not figure.counts:
            continue
        above = figures[at - 1]
        if sentence[above.end : figure.start].rstrip().endswith("=") and all(
            "+" in sentence[a.end : b.start] for a, b in itertools.pairwise(figures[:at])
        ):
            shown, closed = tuple(Part(passage, part, None) for part in figures[:at]), True
        elif _AFTERWARDS.search(sentence, above.end, figure.start):
            parts = [part for part in figures[:at] if part.counts and part.noun == figure.noun]
            shown, closed = tuple(Part(passage, part, None) for part in parts), False
            if len(parts) < 2:
                continue
        else:
            continue
        yield Partition(passage, figure, shown, _is_wrong(figure, shown, closed, False), listed=False)


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
    text = " ".join(child.text for child in children)
    if _OVERLAP.search(text):
        return
    closed = bool(
        _CLOSED.search(opened.group()) or _complementary(text) or all(part.percent for part in parts)
    )
    total = bool(_TOTAL.search(passage.text[: whole.start]))
    yield Partition(passage, whole, tuple(parts), _is_wrong(whole, tuple(parts), closed, total), listed=True)


def _percent_beside(text: str, count: Quantity, figures: tuple[Quantity, ...]) -> Quantity | None:
    """The percentage that follows a count with no other figure between, or None."""
    after = [figure for figure in figures if figure.start >= count.end]
    return after[0] if after and says_share(text, count, after[0]) else None


def wrong_sums(paper: Paper, *, listed: bool) -> Iterator[Found]:
    """A finding for each whole that its parts do not give: those of its list, or those of its sentence."""
    for one in partitions(paper):
        if one.wrong and one.listed == listed:
            parts = " + ".join(shown(part.count.value) for part in one.parts)
            difference = one.added - one.whole.value
            more = "thừa" if difference > 0 else "thiếu"
            said = f"trong khi ghi {shown(one.whole.value)} ({more} {shown(abs(difference))})"
            yield Found(one.passage.quoted(*one.span), f"{parts} = {shown(one.added)}, {said}")
