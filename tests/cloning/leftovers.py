"""Words of another unit, or of another kind of unit or province, in what was cloned for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from nq57gen.units.places import Province, Unit
from nq57gen.units.register import register

#: Words with the name of a kind of unit in them that fit every unit.
NEUTRAL = re.compile(r"(?i)cấp xã|cấp tỉnh|xã hội|hợp tác xã")
#: Words that only units of other kinds have.
OTHER_KINDS = {
    "phường": ("xã", "đặc khu", "thôn", "ấp", "khu dân cư"),
    "xã": ("phường", "đặc khu", "khu phố", "tổ dân phố", "khu dân cư", "Hạ tầng và Đô thị"),
    "đặc khu": ("phường", "xã", "thôn", "ấp", "tổ dân phố", "Hạ tầng và Đô thị"),
}
OTHER_PROVINCES = {"tỉnh": ("thành phố", "Thành ủy"), "thành phố": ("tỉnh", "Tỉnh ủy")}
#: What a province that is a city now issued before, under the name it had.
ISSUED_BEFORE = re.compile(r"469-KH/TU|91/KH-UBND|UBND tỉnh Đồng Nai|địa bàn tỉnh Đồng Nai")
_LONGEST_NAME = 4
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def leftovers(lines: Iterable[str], unit: Unit, province: Province) -> list[str]:
    """What of ``lines``, as printed, is of another unit: the word and its line, each once."""
    own = re.compile(rf"(?i)\b(?:{re.escape(unit.name)}|{re.escape(province.name)})\b")
    found: dict[str, None] = {}
    for line in lines:
        rest = NEUTRAL.sub("·", own.sub("·", line))
        for word in _kinds(rest, unit, province, line):
            found[f"{word}: {line}"] = None
        for name in _names(rest):
            found[f"{name}: {line}"] = None
    return list(found)


def _kinds(rest: str, unit: Unit, province: Province, line: str) -> Iterator[str]:
    words = OTHER_KINDS[unit.kind]
    if not ISSUED_BEFORE.search(line):
        words += OTHER_PROVINCES[province.kind]
    yield from (word for word in words if re.search(rf"(?i)\b{word}\b", rest))


def _names(rest: str) -> Iterator[str]:
    """Names of units of two words and more, written as names are."""
    for part in rest.split("·"):
        words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(part)]
        for first in range(len(words)):
            for last in range(first + 1, min(first + _LONGEST_NAME, len(words))):
                name = part[words[first][1] : words[last][2]]
                if name in _all_names():
                    yield name


@cache
def _all_names() -> frozenset[str]:
    places = [*register().units(), *register().provinces()]
    return frozenset(place.name for place in places if " " in place.name)
