"""Lists that a paragraph announces with a number: “Có 10/13 chỉ tiêu đạt:” and the lines below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold

#: What lists are made of, folded.
THINGS = (
    "chi tieu|nhiem vu|muc tieu|noi dung|nhom|giai phap|van ban|quyet dinh|ke hoach|cong "
    "van|thong bao|bao cao"
    "|giai doan|linh vuc|tieu chi|yeu cau|don vi|co quan|buoc|van de|kien nghi|de xuat|mo "
    "hinh|he thong|nen tang"
    "|du an|de an|chuong trinh|phong trao|hoat dong|san pham|nguyen nhan|han che|bai hoc|tru cot|nguyen tac"
    "|diem moi|khau dot pha|dot pha|ban chi dao|phan|cap|ro|to chuc|chuyen de|cong trinh|dich vu|khoan"
)
_THING = lazily(rf"(?:{THINGS})(?!\w)")
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_IN_WORDS = lazily(rf"(?<!\w)({'|'.join(_WORDS)}) ((?:\w+ ?){{1,3}})", re.IGNORECASE)
#: Only these are counted in words ("bốn nhóm"): others stand after such words by chance ("hai cấp").
_COUNTED_IN_WORDS = lazily(
    r"(?:nhom|nhiem vu|giai phap|muc tieu|noi dung|giai doan|tru cot|yeu cau|dot pha)(?!\w)"
)
_OPENS = lazily(r":\s*$")
_ONLY_SIGNS = lazily(r"[\s.;,:/]*$")


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what: ``number`` of ``thing`` (folded: "chi tieu"), of ``whole`` in "10/13" (else None)."""

    number: int
    whole: int | None
    thing: str
    start: int
    end: int

    def written_in(self, text: str) -> str:
        """The count in its text, with the words of what it counts: "10/13 chỉ tiêu"."""
        words = text[self.end :].split()[: len(self.thing.split())]
        return " ".join([text[self.start : self.end], *words]).rstrip('”":,')


@dataclass(frozen=True, slots=True)
class Listing:
    """A paragraph with its counts and the lines that it opens."""

    passage: Passage
    counts: tuple[Count, ...]
    lines: tuple[Passage, ...]


def counts_in(text: str) -> list[Count]:
    """The counts of things that can be listed."""
    found = [_count(figure) for figure in quantities(text)]
    counts = [one for one in found if one]
    for match in _IN_WORDS.finditer(text):
        thing = _COUNTED_IN_WORDS.match(fold(match[2]).lower())
        if thing:
            counts.append(Count(_WORDS[match[1].lower()], None, thing.group(), match.start(), match.end(1)))
    return sorted(counts, key=lambda one: one.start)


def _count(figure: Quantity) -> Count | None:
    thing = _THING.match(" ".join(figure.unit))
    if not thing or figure.percent or figure.sign or figure.value % 1 or figure.high != figure.value:
        return None
    whole = int(figure.whole) if figure.whole is not None else None
    return Count(int(figure.value), whole, thing.group(), figure.start, figure.end)


@once_a_document
def listings(paper: Paper) -> list[Listing]:
    """All paragraphs that end in a colon, with what they list (two lines at least)."""
    found = []
    for passage in paper.running():
        if _OPENS.search(passage.text):
            lines = tuple(_lines(paper, passage))
            if len(lines) >= 1:
                found.append(Listing(passage, tuple(counts_in(passage.text)), lines))
    return found


def _lines(paper: Paper, opener: Passage) -> Iterator[Passage]:
    """The lines of one kind after ``opener``; deeper ones and stray signs are passed over."""
    first: Passage | None = None
    for passage in paper.passages[opener.at + 1 :]:
        if passage.part != opener.part or not passage.running or passage.kind is Kind.NOTE:
            return
        if _ONLY_SIGNS.match(passage.text):
            continue
        if not passage.label or _same_level(passage, opener):
            return
        if first is None:
            first = passage
        if _same_level(passage, first):
            yield passage
        elif passage.rank < first.rank:
            return


def _same_level(one: Passage, other: Passage) -> bool:
    if bool(one.number) != bool(other.number):
        return False
    return one.rank == other.rank and (bool(one.number) or one.label == other.label)
