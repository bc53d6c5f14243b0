"""Appendices: announced and not there, named without a number, groups that differ from the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nq57gen.checks.content.paper import Grid, GridRow, Kind, Paper, Passage, RowKind
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.structure import (
    at_row,
    letters,
    likeness,
    listed,
    name_of,
    outline,
    shown,
    words,
)
from nq57gen.checks.once import once_a_document
from nq57gen.vietnamese.labels import parse_roman
from nq57gen.vietnamese.syllables import fold

_ONE = r"(?:[ivxl]+|\d{1,2})\b(?![./]\d)"
_NUMBERED = re.compile(rf"phu luc(?: so)? (?P<list>{_ONE}(?:\s*(?:,|;|va\b|den\b|-)\s*(?:phu luc )?{_ONE})*)")
_BARE = re.compile(
    rf"(?<!cac )(?<!nhung )(?<!\d )(?<!hai )(?<!ba )(?<!muc )\bphu luc\b(?!(?: so)? {_ONE})"
    r"(?= (?:dinh |gui |ban hanh )?kem| nay\b|\)|\.|;|,|$| chi tiet)"
)
#: Words after which an appendix is another document's.
_OF_ANOTHER = re.compile(
    r"[\s,)]*(?:(?:ban hanh )?kem theo |cua )?(?:nghi dinh|nghi quyet|quyet dinh|thong tu|luat|cong van|"
    r"huong dan|chi thi|(?:ke hoach|bao cao|chuong trinh) (?:hanh dong )?so)\b"
)
_LISTED = re.compile(r"\((\d)\)\s*([^;:()]{6,120}?)\s*(?=[;,.]?\s*\(|[.;]|$)")
#: Groups and headings are about the same things when this share of them is alike, each pair by this much.
_MANY, _ALIKE = 0.6, 0.5
_FEWEST = 3
_UNITS = frozenset({"xa", "phuong", "dac", "khu", "thanh", "pho", "tinh", "toan"})
#: Higher numbers in a list of appendices count something else.
_MOST_APPENDICES = 12
#: So much of a differing wording is shown.
_SHOWN = 80


def _labels(paper: Paper) -> list[Passage]:
    return [passage for passage in paper.passages if passage.kind is Kind.APPENDIX]


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else parse_roman(number.upper()) or 0


def _numbers(listed_as: str) -> list[int]:
    """What "i, phu luc ii va 28" counts: numbers of one kind, those of other things left out."""
    found = re.findall(r"\b(?:[ivxl]+|\d+)\b", listed_as)
    counts = [_count(number) for number in found if number.isdecimal() == found[0].isdecimal()]
    return [count for at, count in enumerate(counts) if at == 0 or count <= _MOST_APPENDICES]


def _text(paper: Paper) -> Iterator[tuple[Passage, str]]:
    """What the document itself says, folded letter by letter."""
    for passage in paper.passages:
        if not passage.part and (passage.running or passage.kind is Kind.CELL):
            folded = fold(passage.text).lower()
            if len(folded) == len(passage.text) and "phu luc" in folded:
                yield passage, folded


@rule(
    "CT-04",
    "Phụ lục đã nhắc tới trong lời văn thì phải có trong văn bản",
    "kèm phụ lục còn thiếu, hoặc sửa số phụ lục, bỏ câu nhắc",
    bad=[
        "Thực hiện các nhiệm vụ tại Phụ lục III kèm theo Kế hoạch này.\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\n"
        "NHIỆM VỤ",
        "Chi tiết tại phụ lục kèm theo.\nNơi khác không có phụ lục nào.",
    ],
    good=[
        "Chi tiết tại Phụ lục I, Phụ lục II kèm theo Kế hoạch này.\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\n"
        "NHIỆM VỤ",
        "Trình bày theo Phụ lục I Nghị định số 30/2020/NĐ-CP.",
        "Chi tiết tại Phụ lục 2 kèm theo.\nPhụ lục 1\nMỤC TIÊU\nPhụ lục 2\nNHIỆM VỤ",
    ],
)
def not_there(paper: Paper) -> Iterable[Found]:
    """Every appendix that the text names is there."""
    labels = _labels(paper)
    told: set[int] = set()
    for passage, folded in _text(paper):
        for match in _NUMBERED.finditer(folded):
            if _OF_ANOTHER.match(folded, match.end()):
                continue
            missing = [
                number for number in _numbers(match["list"]) if number > len(labels) and number not in told
            ]
            if missing:
                told.update(missing)
                named = passage.text[match.start() : match.end()]
                have = f"chỉ có {len(labels)} phụ lục" if labels else "không có phụ lục nào"
                yield Found(passage.quoted(match.start(), match.end()), f"nhắc “{named}”, văn bản {have}")
        for match in _BARE.finditer(folded):
            if not labels and not _OF_ANOTHER.match(folded, match.end()) and 0 not in told:
                told.add(0)
                yield Found(
                    passage.quoted(match.start(), match.end()), "nhắc phụ lục, văn bản không có phụ lục nào"
                )


@rule(
    "CT-05",
    "Văn bản có nhiều phụ lục thì lời văn ghi rõ phụ lục nào",
    "ghi số của phụ lục, ví dụ “(Chi tiết tại Phụ lục I kèm theo)”",
    bad=["2. Mục tiêu cụ thể: (Kèm theo phụ lục)\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\nNHIỆM VỤ"],
    good=[
        "2. Mục tiêu cụ thể: (Kèm theo Phụ lục I)\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\nNHIỆM VỤ",
        "Chi tiết tại các phụ lục kèm theo.\nPhụ lục I\nMỤC TIÊU\nPhụ lục II\nNHIỆM VỤ",
        "Chi tiết tại phụ lục kèm theo.\nPhụ lục\nMỤC TIÊU",
    ],
)
def which_one(paper: Paper) -> Iterable[Found]:
    """No "phụ lục" by itself where there are several."""
    labels = _labels(paper)
    if len(labels) < 2:
        return
    for passage, folded in _text(paper):
        for match in _BARE.finditer(folded):
            if not _OF_ANOTHER.match(folded, match.end()):
                said = f"không ghi là phụ lục nào trong {len(labels)} phụ lục"
                yield Found(passage.quoted(match.start(), match.end()), said)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Parts announced in the text and the groups of a table that are about the same."""

    grid: Grid
    parts: tuple[tuple[str, Passage], ...]
    groups: tuple[GridRow, ...]
    pairs: tuple[tuple[int, int], ...]


@once_a_document
def _compared(paper: Paper) -> list[_Compared]:
    """Tables of the appendices whose groups follow headings, or a list "(1) …; (2) …", of the text."""
    found = []
    announced = list(_announced(paper))
    for grid in paper.grids:
        groups = tuple(row for row in grid.rows if row.kind is RowKind.GROUP and len(words(row.text)) > 2)
        if not grid.part or len(groups) < _FEWEST:
            continue
        names = [name_of(grid, group) for group in groups]
        for parts in announced:
            pairs = _pairs([text for text, _ in parts], names)
            if len(pairs) >= max(_FEWEST, _MANY * len(groups)):
                found.append(_Compared(grid, parts, groups, tuple(pairs)))
                break
    return found


def _announced(paper: Paper) -> Iterator[tuple[tuple[str, Passage], ...]]:
    for siblings in outline(paper):
        if siblings.passages[0].part == 0 and len(siblings.passages) >= _FEWEST:
            yield tuple((passage.text, passage) for passage in siblings.passages)
    for passage in paper.running():
        found = _LISTED.findall(passage.text) if passage.part == 0 and "(3)" in passage.text else []
        if [int(number) for number, _ in found] == list(range(1, len(found) + 1)) and len(found) >= _FEWEST:
            yield tuple((text, passage) for _, text in found)


def _pairs(parts: Sequence[str], names: Sequence[str]) -> list[tuple[int, int]]:
    """Which part is which group: the most alike ones first, then the one left between two neighbours."""
    alike = sorted(
        ((likeness(part, name), at, to) for at, part in enumerate(parts) for to, name in enumerate(names)),
        key=lambda found: -found[0],
    )
    pairs: dict[int, int] = {}
    for share, at, to in alike:
        if share >= _ALIKE and at not in pairs and to not in pairs.values():
            pairs[at] = to
    if len(pairs) >= _FEWEST:
        for at in range(len(parts)):
            before, after = pairs.get(at - 1), pairs.get(at + 1)
            if at not in pairs and before is not None and after == before + 2:
                pairs[at] = before + 1
    return sorted(pairs.items())


@rule(
    "CT-06",
    "Tên nhóm trong phụ lục giống tên mục tương ứng ở lời văn",
    "sửa cho hai nơi cùng một tên",
    bad=[
        "1. Nâng cao nhận thức, tạo khí thế mới trong toàn phường\n2. Hoàn thiện thể chế, chính sách\n"
        "3. Phát triển hạ tầng số đồng bộ\nPhụ lục\nPHÂN CÔNG NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì |\n"
        "| I | Nâng cao nhận thức, đổi mới tư duy trong toàn phường | |\n| 1 | Tuyên truyền | Phòng A |\n"
        "| II | Hoàn thiện thể chế, chính sách | |\n| 1 | Rà soát | Phòng A |\n"
        "| III | Phát triển hạ tầng số đồng bộ | |\n| 1 | Phủ sóng 5G | Phòng B |",
    ],
    good=[
        "1. Nâng cao nhận thức trong toàn phường\n2. Hoàn thiện thể chế, chính sách\n"
        "3. Phát triển hạ tầng số đồng bộ\nPhụ lục\nPHÂN CÔNG NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì |\n"
        "| I | Nâng cao nhận thức trong toàn phường | |\n| 1 | Tuyên truyền | Phòng A |\n"
        "| II | Hoàn thiện thể chế, chính sách | |\n| 1 | Rà soát | Phòng A |\n"
        "| III | Phát triển hạ tầng số đồng bộ | |\n| 1 | Phủ sóng 5G | Phòng B |",
    ],
)
def groups_by_name(paper: Paper) -> Iterable[Found]:
    """Groups and headings that belong together have one name."""
    for found in _compared(paper):
        for at, to in found.pairs:
            text, passage = found.parts[at]
            group = found.groups[to]
            name = name_of(found.grid, group)
            there, here = _difference(name, text)
            left_out = not here and letters(name).endswith(letters(text)) and passage.text != text
            units = set(words(f"{there} {here}")) <= _UNITS  # another unit's words have their own rule, DV-02
            if (there or here) and not left_out and not units:  # "(1) phát triển hạ tầng; (2) nguồn lực"
                said = f"phụ lục {_said(there)}, {passage.place} {_said(here)}"
                yield Found(at_row(found.grid, group), said)


def _said(wording: str) -> str:
    if not wording:
        return "không có chữ ấy"
    return f"ghi “{wording[:_SHOWN]}{'…' if len(wording) > _SHOWN else ''}”"


def _difference(first: str, second: str) -> tuple[str, str]:
    """What is between the words that two texts begin and end with alike."""
    one, other = first.strip(" .;:").split(), second.strip(" .;:").split()
    keys, others = [[_key(word) for word in text] for text in (one, other)]
    start = 0
    while start < min(len(one), len(other)) and keys[start] == others[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and keys[-1 - end] == others[-1 - end]:
        end += 1
    return " ".join(one[start : len(one) - end]), " ".join(other[start : len(other) - end])


def _key(word: str) -> str:
    return fold(word).lower().strip(",.;:“”\"'()-–")


@rule(
    "CT-07",
    "Phụ lục phân công đủ các nhóm nhiệm vụ mà lời văn nêu",
    "thêm nhóm còn thiếu vào phụ lục, hoặc bỏ mục ở lời văn",
    bad=[
        "1. Nâng cao nhận thức trong toàn phường\n2. Hoàn thiện thể chế, chính sách\n"
        "3. Phát triển hạ tầng số đồng bộ\n4. Tăng cường giám sát, đánh giá\n"
        "Phụ lục\nPHÂN CÔNG NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì |\n"
        "| I | Nâng cao nhận thức trong toàn phường | |\n| 1 | Tuyên truyền | Phòng A |\n"
        "| II | Hoàn thiện thể chế, chính sách | |\n| 1 | Rà soát | Phòng A |\n"
        "| III | Phát triển hạ tầng số đồng bộ | |\n| 1 | Phủ sóng 5G | Phòng B |",
    ],
    good=[
        "1. Nâng cao nhận thức trong toàn phường\n2. Hoàn thiện thể chế, chính sách\n"
        "3. Phát triển hạ tầng số đồng bộ\nPhụ lục\nPHÂN CÔNG NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì |\n"
        "| I | Nâng cao nhận thức trong toàn phường | |\n| 1 | Tuyên truyền | Phòng A |\n"
        "| II | Hoàn thiện thể chế, chính sách | |\n| 1 | Rà soát | Phòng A |\n"
        "| III | Phát triển hạ tầng số đồng bộ | |\n| 1 | Phủ sóng 5G | Phòng B |",
    ],
)
def groups_by_number(paper: Paper) -> Iterable[Found]:
    """No heading without a group, no group without a heading."""
    for found in _compared(paper):
        parts = [part for at, part in enumerate(found.parts) if at not in dict(found.pairs)]
        rows = [row for at, row in enumerate(found.groups) if at not in dict(found.pairs).values()]
        said = f"lời văn có {len(found.parts)} nhóm, phụ lục có {len(found.groups)}"
        if parts:
            names = listed([f"“{passage.label} {text}”" for text, passage in parts])
            yield Found(shown(parts[0][1]), f"{said}; phụ lục không có {names}")
        elif rows:
            names = listed([f"“{name_of(found.grid, row)}”" for row in rows])
            yield Found(at_row(found.grid, rows[0]), f"{said}; lời văn không có {names}")
