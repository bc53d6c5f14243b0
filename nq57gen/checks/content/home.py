"""The province of the issuing unit as the register knows it, and places as a text names them."""

from __future__ import annotations

import datetime
import functools
import json
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

from nq57gen.checks.content.counted import not_before, year_of
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.checks.once import once_a_document
from nq57gen.units.places import Province
from nq57gen.units.register import register

#: The kinds of units a commune's document can be of.
KINDS = ("xã", "phường", "đặc khu")
#: A name as a text writes it: up to four words that begin with a capital.
NAME = rf"[{UPPER}][{LOWER}’']*(?:[ -](?!(?:Quy|Kế|Về|Ban)(?!\w))[{UPPER}][{LOWER}’']*){{0,4}}"
#: What stands before a name that is rightly another's.
PARTNER = re.compile(
    r"(?:phối hợp|cùng|giáp|liên kết|kinh nghiệm|mô hình|trao đổi|kết nghĩa|so với|trước đây)"
    r"(?: [^,;.“”]{0,25})?$"
    r"|(?<!\w)(?:với|giữa|nguyên|sáp nhập|hợp nhất|nhập|các|những|hoặc|từ|tách|khu vực)$",
    re.IGNORECASE,
)
#: Somewhere before a name: how units were made of others.
MERGED = re.compile(r"sáp nhập|sắp xếp|hợp nhất|nhập (?:toàn bộ|nguyên trạng)|trên cơ sở", re.IGNORECASE)
#: What stands behind the name of what is no more, a name of a place between.
PAST = re.compile(
    rf"(?: (?:\d+|{NAME}))?\s*(?:\([^()]{{0,30}})?"
    r"(?<!\w)(?:cũ|chuyển|trước đây|trước khi|trước sáp nhập|trước sắp xếp|nay là)(?!\w)"
)

#: In a sentence: that it tells of the time before the units of today.
FORMER_TIME = re.compile(
    r"(?<!\w)(?:cũ|trước đây|trước khi|trước ngày|trước sáp nhập|trước sắp xếp|nguyên là|nay là|thời kỳ"
    r"|chuyển giao|tiếp nhận từ|bàn giao|kết thúc|giải thể|bãi bỏ|không tổ chức|không còn)(?!\w)"
    r"|sáp nhập|sắp xếp|hợp nhất|(?<!\d)(?:19\d\d|20[01]\d|202[0-4])(?!\d)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;](?=\s|$)")


def sentence(text: str, at: int) -> str:
    """The sentence, or the part between semicolons, in which the place ``at`` of a text stands."""
    start = max((end.end() for end in _SENTENCE_END.finditer(text, 0, at)), default=0)
    end = _SENTENCE_END.search(text, at)
    return text[start : end.start() if end else len(text)]


@once_a_document
def province(paper: Paper) -> Province | None:
    """The province of the unit in its newest form, None when it cannot be told."""
    if paper.province and (meant := register().find_province(paper.province).meant):
        return meant
    if not paper.unit:
        return None
    found = register().find(f"{paper.unit_kind} {paper.unit}").meant
    return register().province(found.province_code) if found else None


@once_a_document
def province_kind(paper: Paper) -> str:
    """The kind of the province, "" when not known or when it changes while the draft may be issued."""
    home = province(paper)
    if home is None:
        return ""
    year = year_of(paper)
    first = not_before(paper)
    last = paper.date or (datetime.date(year, 12, 31) if year else first)
    forms = [register().province(home.code, on) for on in (first, last)]
    kinds = {form.kind if form else home.kind for form in forms}
    return kinds.pop() if len(kinds) == 1 else ""


@dataclass(frozen=True, slots=True)
class Gone:
    """What is no more: its last day, what took over, and by which document."""

    name: str
    also: tuple[str, ...]
    last_day: datetime.date
    successor: str
    source: str


@functools.cache
def gone() -> tuple[Gone, ...]:
    """Everything of ``data/gone.json``."""
    file = resources.files("nq57gen.checks.content").joinpath("data/gone.json")
    groups: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return tuple(
        Gone(
            row["name"],
            tuple(row["also"]),
            datetime.date.fromisoformat(row["last_day"]),
            row["successor"],
            row["source"],
        )
        for group in ("agencies", "districts", "provinces")
        for row in groups[group]
    )
