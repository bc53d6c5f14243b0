"""One target with two values or two leading offices, and values that fall over the years."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.indicators import (
    Indicator,
    Likeness,
    indicators,
    read_value,
    roles,
    said_in_text,
    words,
)
from nq57gen.checks.content.offices import office_key, offices_in
from nq57gen.checks.content.paper import GridCell, Paper, RowKind
from nq57gen.checks.content.quantities import shown
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.once import once_a_document
from nq57gen.vietnamese.syllables import fold
from nq57gen.vietnamese.values import Comparator

#: Two names alike to this degree are one target; a shorter one may stand wholly in the longer.
_ALIKE = 0.6
_INSIDE = 0.97
_LEAST_ALIKE = 0.3
#: A clause of the text must have so many telling words to be matched with a target.
_TELLING = 4
#: A name needs fewer.
_FEW = 3
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?\s?%[.;]?")
#: So many cells of a column make a habit.
_MANY = 4
_FALLS = re.compile(r"giam|thoi gian|qua han|cham|ngheo|tre han|vi pham|ton dong|sai sot|so vu")


def _differs(one: Indicator, other: Indicator) -> bool:
    """Whether two values cannot both be meant: other figures, or "≥" against ">"."""
    first, second = one.value, other.value
    units = {unit.lower() for unit in (first.unit, second.unit)} - {""}
    if len(units) > 1:
        return False
    if (first.low, first.high) != (second.low, second.high):
        return True
    strict = {Comparator.MORE, Comparator.LESS}
    both = first.comparator and second.comparator
    return bool(both) and (first.comparator in strict) != (second.comparator in strict)


def _short(name: str) -> str:
    name = name.strip(" .;")
    return name if len(name) <= 90 else name[:88].rsplit(" ", 1)[0] + "…"


def _value(one: Indicator) -> str:
    year = f" (năm {one.year})" if one.year else ""
    text = one.value.text.strip(" .;")
    return f"“{text if len(text) < 30 else text[:28] + '…'}”{year}"


@once_a_document
def _pairs(paper: Paper) -> list[tuple[str, str]]:
    """Names of two tables that mean one target: each is the likest to the other."""
    all_of = indicators(paper)
    by_source: dict[str, list[str]] = {}
    for stated in all_of:
        names = by_source.setdefault(stated.source, [])
        if stated.name not in names:
            names.append(stated.name)
    likeness = Likeness(stated.name for stated in all_of)
    pairs = []
    for first, second in itertools.combinations(by_source, 2):
        scores = {
            (one, other): _score(likeness, one, other)
            for one in by_source[first]
            for other in by_source[second]
        }
        for (one, other), score in scores.items():
            best_other = max(scores[one, name] for name in by_source[second])
            best_one = max(scores[name, other] for name in by_source[first])
            if score and score == best_other == best_one:
                pairs.append((one, other))
    return pairs


def _score(likeness: Likeness, one: str, other: str) -> float:
    alike = likeness.alike(one, other)
    if alike >= _ALIKE:
        return alike
    short, long = sorted((one, other), key=lambda name: len(words(name)))
    inside = likeness.inside(short, long) >= _INSIDE and len(words(short)) >= _FEW
    return alike if inside and alike >= _LEAST_ALIKE else 0.0


_TABLES = """Phụ lục I
CHỈ TIÊU ĐẾN NĂM 2030
| TT | Chỉ tiêu | Đơn vị tính | Kết quả | Cơ quan chủ trì |
| I | Đến năm 2030 | | | |
| 1 | Tỷ lệ dịch vụ công trực tuyến toàn trình đủ điều kiện | % | {0} | {1} |
| 2 | Tỷ lệ phủ sóng 5G | % | 100 | Phòng VH-XH |
| 3 | Tỷ lệ thanh toán không dùng tiền mặt | % | 80 | Phòng Kinh tế |
Phụ lục II
CHỈ TIÊU THEO GIAI ĐOẠN
| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Cơ quan chủ trì |
| 1 | Tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình đủ điều kiện | {2} | 100% | Phòng VHXH |
| 2 | Tỷ lệ phủ sóng 5G trên địa bàn | ≥ 60% | 100% | Phòng Văn hóa - Xã hội |"""


@rule(
    "NV-01",
    "Một chỉ tiêu ở cùng một mốc thời gian có cùng một giá trị ở mọi chỗ",
    "đối chiếu hai chỗ và ghi một giá trị",
    bad=[
        _TABLES.format("90", "Phòng VH-XH", "80%"),
        "1. Khai thác lại 100% dữ liệu đã số hóa trong giải quyết thủ tục để cắt giảm giấy "
        "tờ.\nPhụ lục I\nCHỈ TIÊU\n"
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Tỷ lệ khai thác lại dữ liệu đã được "
        "số hóa trong giải quyết "
        "thủ tục | % | 80 |\n| 2 | Tỷ lệ phủ sóng 5G | % | 100 |",
    ],
    good=[_TABLES.format("100", "Phòng VH-XH", "80%")],
)
def two_values(paper: Paper) -> Iterable[Found]:
    """The same target in two tables, or in a table and the text."""
    all_of = indicators(paper)
    for one, other in _pairs(paper):
        for first in (found for found in all_of if found.name == one):
            second = next(
                (
                    found
                    for found in all_of
                    if found.name == other and found.year == first.year and found.source != first.source
                ),
                None,
            )
            if second and _differs(first, second):
                yield Found(
                    f"{first.place}: “{_short(first.name)}”",
                    f"{_value(first)}, còn ở {second.place} (“{_short(second.name)}”) là {_value(second)}",
                )
    yield from _text_against_tables(paper, all_of)


def _text_against_tables(paper: Paper, all_of: list[Indicator]) -> Iterator[Found]:
    likeness = Likeness(one.name for one in all_of)
    told: dict[tuple[str, str], list[str]] = {}
    for said in said_in_text(paper):
        if len(words(said.name)) < _TELLING:
            continue
        inside = {one.name: likeness.inside(said.name, one.name) for one in all_of}
        best = max(inside, key=lambda name: inside[name], default="")
        if not best or inside[best] < _INSIDE:
            continue
        values = [one for one in all_of if one.name == best]
        if all(_differs(said, one) for one in values):
            listed = "; ".join(dict.fromkeys(f"{_value(one)} ở {one.place}" for one in values))
            key = (f"“{said.value.text}”, còn “{_short(best)}” là {listed}", said.value.text)
            told.setdefault(key, []).append(said.place)
    for (text, _), places in told.items():
        more = f"; cũng ở {', '.join(place.split(':')[0] for place in places[1:])}" if places[1:] else ""
        yield Found(places[0], text + more)


@rule(
    "NV-02",
    "Giá trị của chỉ tiêu không giảm qua các mốc thời gian",
    "kiểm tra giá trị của từng mốc, hoặc ghi rõ chỉ tiêu này phấn đấu giảm",
    bad=[
        "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Năm 2035 |\n| 1 | Tỷ lệ phủ sóng 5G | ≥ 60% | 100% | 90% |",
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| I | Đến năm 2030 | | |\n| 1 | Tỷ lệ phủ "
        "sóng 5G | % | 95 |\n"
        "| II | Đến năm 2045 | | |\n| 1 | Tỷ lệ phủ sóng 5G | % | 90 |",
    ],
    good=[
        "| TT | Chỉ tiêu | Năm 2025 | Năm 2030 | Năm 2035 |\n| 1 | Tỷ lệ phủ sóng 5G | ≥ 60% | 100% | - |\n"
        "| 2 | Giảm tỷ lệ hồ sơ quá hạn | 5% | 3% | 1% |\n| 3 | Tỷ lệ khác | - | 80-90% | ≥ 90% |",
    ],
)
def falling(paper: Paper) -> Iterable[Found]:
    """Stages of one row, and of one name in two blocks of a table."""
    rows: dict[tuple[str, str], list[Indicator]] = {}
    for one in indicators(paper):
        rows.setdefault((one.source, one.name), []).append(one)
    for (_, name), values in rows.items():
        if _FALLS.search(fold(name).lower()):
            continue
        staged = sorted((one for one in values if one.year), key=lambda one: one.year)
        for one, other in itertools.pairwise(staged):
            before, after = one.value, other.value
            one_unit = before.unit == after.unit or "" in (before.unit, after.unit)
            if before.low is None or after.high is None or not one_unit:
                continue
            if one.year < other.year and after.high < before.low:
                yield Found(
                    f"{other.place}: “{_short(name)}”",
                    f"năm {one.year} {before.text}, năm {other.year} chỉ còn {after.text} "
                    f"(thấp hơn {shown(before.low - after.high)})",
                )


@rule(
    "NV-03",
    "Một chỉ tiêu do một cơ quan chủ trì",
    "thống nhất cơ quan chủ trì ở hai bảng",
    bad=[_TABLES.format("100", "Công an phường", "80%")],
    good=[_TABLES.format("100", "Phòng Văn hóa - Xã hội", "80%")],
)
def two_leads(paper: Paper) -> Iterable[Found]:
    """The same target in two tables with leading offices that are not the same."""
    leads = {(one.source, one.name): one for one in indicators(paper) if one.lead}
    for (source, name), (other_source, other_name) in itertools.combinations(leads, 2):
        if source == other_source or (name, other_name) not in _pairs(paper):
            continue
        one, other = leads[source, name], leads[other_source, other_name]
        first = {office_key(office) for office in offices_in(one.lead)}
        second = {office_key(office) for office in offices_in(other.lead)}
        if "" not in first | second and not first & second:
            yield Found(
                f"{one.place}: “{_short(one.name)}”",
                f"“{one.lead}”, còn ở {other.place} (“{_short(other.name)}”) là “{other.lead}”",
            )


@rule(
    "NV-04",
    "Cột giá trị ghi một kiểu: chỉ tiêu dưới 100% đều có dấu “≥” như các hàng khác",
    "thêm “≥” (hoặc “đạt”) để biết đây là mức tối thiểu",
    bad=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Một | % | ≥ 60% |\n| 2 | Hai | % | ≥ "
        "70% |\n| 3 | Ba | % | ≥ 80% |\n"
        "| 4 | Bốn | % | ≥ 90% |\n| 5 | Năm | % | 95% |\n| 6 | Sáu | % | 100% |"
    ],
    good=[
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Một | % | ≥ 60% |\n| 2 | Hai | % | ≥ "
        "70% |\n| 3 | Ba | % | 80% |\n"
        "| 4 | Bốn | % | 90% |\n| 5 | Năm | % | 95% |"
    ],
)
def bare(paper: Paper) -> Iterable[Found]:
    """The few bare percentages below 100 of a column of bounded ones, all in one finding."""
    for grid in paper.grids:
        columns = roles(grid)
        without: list[GridCell] = []
        bounded = 0
        for column in columns.values:
            if column == columns.result and columns.plan is not None:
                continue
            cells = [row.cells[column] for row in grid.rows if row.kind is RowKind.DATA]
            read = [(cell, value) for cell in cells if (value := read_value(cell.text))]
            below = [
                (cell, one)
                for cell, one in read
                if one.low is not None and one.low < 100 and one.low == one.high
            ]
            plain = [cell for cell, _ in below if _PLAIN.fullmatch(cell.text.strip())]
            if plain and len(below) - len(plain) >= _MANY and len(plain) * 5 <= len(below):
                without += plain
                bounded += len(below) - len(plain)
        if without:
            said = ", ".join(f"“{cell.text.strip()}” ({cell.place})" for cell in without)
            yield Found(
                f"{without[0].place}: “{without[0].text.strip()}”",
                f"{said}; {bounded} hàng khác của cột có dấu",
            )
