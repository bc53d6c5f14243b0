"""The same target with two values, in two tables or in a table and the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.checks.content.indicators import Indicator, Likeness, indicators, said_in_text, words
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.targets.examples import STAGED_TABLES
from nq57gen.checks.content.rules.targets.same_targets import INSIDE, same_targets, short_name
from nq57gen.vietnamese.values import Comparator

#: A clause of the text must have so many telling words to be matched with a target.
_TELLING = 4
#: So many are enough when they are just those of a target.
_TELLING_EXACT = 3


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


def _value(one: Indicator) -> str:
    year = f" (năm {one.year})" if one.year else ""
    text = one.value.text.strip(" .;")
    return f"“{text if len(text) < 30 else text[:28] + '…'}”{year}"


@rule(
    "NV-01",
    "Một chỉ tiêu ở cùng một mốc thời gian có cùng một giá trị ở mọi chỗ",
    "đối chiếu hai chỗ và ghi một giá trị",
    bad=[
        STAGED_TABLES.format("90", "Phòng VH-XH", "80%"),
        "1. Khai thác lại 100% dữ liệu đã số hóa trong giải quyết thủ tục để cắt giảm giấy "
        "tờ.\nPhụ lục I\nCHỈ TIÊU\n"
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n| 1 | Tỷ lệ khai thác lại dữ liệu đã được "
        "số hóa trong giải quyết "
        "thủ tục | % | 80 |\n| 2 | Tỷ lệ phủ sóng 5G | % | 100 |",
    ],
    good=[
        STAGED_TABLES.format("100", "Phòng VH-XH", "80%"),
        "1. Tỷ lệ người dân được định danh số phải đạt 100%.\nPhụ lục I\nCHỈ TIÊU\n"
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |\n"
        "| 1 | Người dân có tài khoản định danh điện tử số | % | 80 |\n"
        "| 2 | Tỷ lệ người dân được định danh số | % | 100 |",
    ],
)
def two_values(paper: Paper) -> Iterable[Found]:
    """The same target in two tables, or in a table and the text."""
    all_of = indicators(paper)
    for one, other in same_targets(paper):
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
                there = f"{second.place} (“{short_name(second.name)}”)"
                yield Found(
                    f"{first.place}: “{short_name(first.name)}”",
                    f"{_value(first)}, còn ở {there} là {_value(second)}",
                )
    yield from _text_against_tables(paper, all_of)


def _text_against_tables(paper: Paper, all_of: list[Indicator]) -> Iterator[Found]:
    likeness = Likeness(one.name for one in all_of)
    told: dict[tuple[str, str], list[str]] = {}
    for said in said_in_text(paper):
        telling = words(said.name)
        exact = len(telling) >= _TELLING_EXACT and any(words(one.name) == telling for one in all_of)
        if len(telling) < _TELLING and not exact:
            continue
        inside = {one.name: likeness.inside(said.name, one.name) for one in all_of}
        best = max(inside, key=lambda name: (inside[name], likeness.alike(said.name, name)), default="")
        if not best or inside[best] < INSIDE:
            continue
        values = [one for one in all_of if one.name == best]
        if all(_differs(said, one) for one in values):
            listed = "; ".join(dict.fromkeys(f"{_value(one)} ở {one.place}" for one in values))
            key = (f"“{said.value.text}”, còn “{short_name(best)}” là {listed}", said.value.text)
            told.setdefault(key, []).append(said.place)
    for (text, _), places in told.items():
        more = f"; cũng ở {', '.join(place.split(':')[0] for place in places[1:])}" if places[1:] else ""
        yield Found(places[0], text + more)
