"""Abbreviations: introduced before they are used, used once introduced, with one meaning; in tables too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nq57gen.checks.content.paper import RUNNING, Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language_names import brand_of, office_ways
from nq57gen.checks.content.wording import lists, once, words_of, written
from nq57gen.checks.layout.wording import UPPER
from nq57gen.checks.layout.wording import words as layout_words
from nq57gen.checks.once import once_a_document

_BRACKET = re.compile(
    rf"\((?:sau đây )?(?:gọi (?:tắt )?là |viết tắt là |gọi tắt: )?[“\"]?([{UPPER}]{{2,8}})[”\"]?\)"
)
_SHORT = re.compile(rf"(?<![\w/.@&-])[{UPPER}]{{3,7}}(?![\w/@&]|-\w|\.\w)")
_CODE = re.compile(r"[IVXLC]+$")
_SKIPPED = frozenset({"và", "của", "các", "về"})


@dataclass(frozen=True, slots=True)
class Introduction:
    """Where an abbreviation is explained: "chuyển đổi số (CĐS)"."""

    short: str
    meaning: str
    passage: Passage
    start: int


@once_a_document
def introductions(paper: Paper) -> list[Introduction]:
    """The brackets whose letters are the initials of the words before them."""
    return [
        Introduction(match[1], meaning, passage, match.start(1))
        for passage in written(paper)
        for match in _BRACKET.finditer(passage.text)
        if (meaning := _meaning(passage.text[: match.start()], match[1]))
    ]


def _meaning(before: str, short: str) -> str:
    """The words at the end of ``before`` whose initials are ``short``, or ""."""
    words = words_of(before)
    letters = list(short.lower())
    for word in reversed(words):
        if letters and word.group()[0].lower() == letters[-1]:
            letters.pop()
        elif word.group().lower() not in _SKIPPED:
            return ""
        if not letters:
            return before[word.start() :].strip().lower()
    return ""


def _uses(paper: Paper, short: str) -> Iterator[tuple[Passage, int]]:
    """Where an abbreviation stands, its introductions too; not in titles all in capitals."""
    pattern = re.compile(rf"(?<![\w/.-]){short}(?![\w/]|-{UPPER})")
    for passage in written(paper):
        if passage.kind is Kind.CELL or not passage.text.isupper():
            for match in pattern.finditer(passage.text):
                yield passage, match.start()


@rule(
    "NN-15",
    "Chữ viết tắt được giới thiệu ở lần đầu xuất hiện",
    "chuyển phần giới thiệu “… (CĐS)” lên lần đầu dùng chữ viết tắt",
    bad=["Đẩy mạnh CĐS trên địa bàn.\nPhát triển hạ tầng cho chuyển đổi số (CĐS) của phường; CĐS đồng bộ."],
    good=["Phát triển hạ tầng cho chuyển đổi số (CĐS) của phường.\nĐẩy mạnh CĐS trên địa bàn."],
)
def too_late(paper: Paper) -> Iterable[Found]:
    """Abbreviations in the running text above the place that introduces them."""
    first: dict[str, Introduction] = {}
    for known in introductions(paper):
        first.setdefault(known.short, known)
    for known in first.values():
        for passage, start in _uses(paper, known.short):
            place = passage.at, start
            if passage.kind in RUNNING - {Kind.SUBJECT} and place < (known.passage.at, known.start):
                said = f"“{known.short}” dùng ở đây nhưng đến {known.passage.place} mới giới thiệu"
                yield Found(passage.quoted(start, start + len(known.short)), said)
                break


@rule(
    "NN-16",
    "Chữ viết tắt đã giới thiệu thì được dùng về sau, và chỉ giới thiệu một lần",
    "bỏ phần giới thiệu không dùng đến, hoặc dùng chữ viết tắt ở các chỗ sau",
    bad=[
        "Phát triển thương mại điện tử (TMĐT) trên địa bàn phường. Hỗ trợ hộ kinh doanh lên sàn.",
        "Phát triển chuyển đổi số (CĐS) trên địa bàn. Chi cho chuyển đổi số (CĐS); CĐS là trọng tâm.",
    ],
    good=["Phát triển thương mại điện tử (TMĐT); thiết lập tài khoản TMĐT cho hộ kinh doanh (VNeID), (QR)."],
)
def unused(paper: Paper) -> Iterable[Found]:
    """Introductions that nothing after them uses, and second ones of the same meaning."""
    seen: dict[tuple[str, str], Introduction] = {}
    for known in introductions(paper):
        place = known.passage.quoted(known.start, known.start + len(known.short))
        if (known.short, known.meaning) in seen:
            yield Found(
                place, f"“{known.short}” đã giới thiệu ở {seen[known.short, known.meaning].passage.place}"
            )
            continue
        seen[known.short, known.meaning] = known
        where = known.passage.at, known.start
        if not any((passage.at, start) != where for passage, start in _uses(paper, known.short)):
            yield Found(place, f"“{known.short}” giới thiệu rồi không dùng lần nào")


@rule(
    "NN-17",
    "Một chữ viết tắt chỉ có một nghĩa trong cả văn bản",
    "viết đủ ở những chỗ mang nghĩa khác",
    bad=[
        "Nơi nhận:\n- TT Đảng ủy;\n- TT y tế, Bảo hiểm xã hội.",
        "Phát triển công nghệ số (CNS). Bảo đảm chi ngân sách (CNS); CNS và CNS.",
    ],
    good=["Nơi nhận:\n- TT Đảng ủy; TT HĐND phường;\n- CT, các PCT UBND phường."],
)
def meanings(paper: Paper) -> Iterable[Found]:
    """Abbreviations introduced with two meanings, or standing before words that give them two."""
    yield from _two_introductions(paper)
    for short, known in lists()["meanings"].items():
        seen: dict[str, tuple[Passage, re.Match[str]]] = {}
        for passage in written(paper):
            for meaning, patterns in known.items():
                for match in re.finditer(rf"(?<!\w)(?:{'|'.join(patterns)})", passage.text):
                    seen.setdefault(meaning, (passage, match))
        if len(seen) > 1:
            told = ", ".join(
                f"“{match.group().strip()}” là {meaning}" for meaning, (_, match) in seen.items()
            )
            passage, match = list(seen.values())[1]
            yield Found(passage.quoted(*match.span()), f"“{short}” có {len(seen)} nghĩa: {told}")


def _two_introductions(paper: Paper) -> Iterator[Found]:
    first: dict[str, Introduction] = {}
    for known in introductions(paper):
        other = first.setdefault(known.short, known)
        if other.meaning != known.meaning and other.meaning.split() != known.meaning.split():
            place = known.passage.quoted(known.start, known.start + len(known.short))
            yield Found(place, f"“{known.short}” là “{known.meaning}”, trước đó là “{other.meaning}”")


@rule(
    "NN-18",
    "Chữ viết tắt trong bảng được giới thiệu ở phần lời văn hoặc dưới bảng",
    "viết đủ, hoặc giới thiệu “… (CNSCĐ)” ở lần đầu trong phần lời văn",
    bad=["| TT | Nhiệm vụ | Đơn vị |\n| 1 | Bồi dưỡng | Tổ CNSCĐ |\n| 2 | Hỗ trợ người dân | Tổ CNSCĐ |"],
    good=[
        "Thành lập Tổ công nghệ số cộng đồng (CNSCĐ); Tổ CNSCĐ hoạt động.\n"
        "| TT | Nhiệm vụ | Đơn vị |\n| 1 | Bồi dưỡng kỹ năng STEM | Tổ CNSCĐ, UBND |"
    ],
)
def in_tables(paper: Paper) -> Iterable[Found]:
    """Abbreviations of table cells that nothing explains and the running text does not use."""
    known = {*layout_words("abbreviations"), *lists()["short_known"]}
    text = "\n".join(passage.text for passage in paper.passages if passage.kind is not Kind.CELL)
    explained = "\n".join(passage.text for passage in paper.passages)
    told = " ".join(found.got for found in office_ways(paper))
    found: dict[str, list[tuple[Passage, int, int]]] = {}
    for passage in paper.passages:
        if passage.kind is not Kind.CELL or (passage.text.isupper() and len(passage.text.split()) > 3):
            continue
        for match in _SHORT.finditer(passage.text):
            short = match.group()
            if (
                short in known
                or _CODE.match(short)
                or brand_of(short)
                or re.search(rf"\b{short}\b", f"{text} {told}")
            ):
                continue
            if not re.search(rf"\([^()]*\b{short}\b[^()]*\)|\b{short} \(|\b{short}:", explained):
                found.setdefault(short, []).append((passage, *match.span()))
    if found:
        listed = ", ".join(f"“{short}” {len(places)} chỗ" for short, places in found.items())
        yield from once([("tables", *next(iter(found.values()))[0], f"{listed} không được giới thiệu ở đâu")])
