"""The province of the issuing unit as the register knows it, and places as a text names them."""

from __future__ import annotations

import datetime
import functools
import json
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

from nq57gen.checks.content.mentions import not_before, year_of
from nq57gen.checks.content.paper import Paper, once_a_paper
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.units.places import Province
from nq57gen.units.register import register

#: The kinds of units a commune's document can be of.
KINDS = ("xã", "phường", "đặc khu")
#: A name as a text writes it: up to four words that begin with a capital.
NAME = rf"[{UPPER}][{LOWER}’']*(?:[ -](?!(?:Quy|Kế|Về|Ban)(?!\w))[{UPPER}][{LOWER}’']*){{0,4}}"
#: What stands before a name that is rightly another's.
PARTNER = re.compile(
    r"(?:phối hợp|cùng|với|giữa|giáp|liên kết|học tập|kinh nghiệm|trao đổi|kết nghĩa|nguyên|sáp nhập|hợp "
    r"nhất|nhập|"
    r"các|những|hoặc|từ|so với|tách|trước đây|khu vực)(?: [^,;.]{0,25})?$",
    re.IGNORECASE,
)
#: What stands behind the name of what is no more.
PAST = re.compile(
    r"\s*\(?(?:cũ|trước đây|trước khi|trước sáp nhập|trước sắp xếp|nay là)(?!\w)", re.IGNORECASE
)


@once_a_paper
def province(paper: Paper) -> Province | None:
    """The province of the unit in its newest form, None when it cannot be told."""
    if paper.province and (meant := register().find_province(paper.province).meant):
        return meant
    if not paper.unit:
        return None
    found = register().find(f"{paper.unit_kind} {paper.unit}").meant
    return register().province(found.province_code) if found else None


@once_a_paper
def province_kind(paper: Paper) -> str:
    """ "tỉnh" or "thành phố", "" when it cannot be told or changes between the days the draft may be "
    "issued."""
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
    now: str
    source: str


@functools.cache
def gone(group: str) -> tuple[Gone, ...]:
    """One group of ``data/gone.json``: "agencies", "districts", "provinces"."""
    file = resources.files("nq57gen.checks.content").joinpath("data/gone.json")
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))[group]
    return tuple(
        Gone(
            row["name"],
            tuple(row["also"]),
            datetime.date.fromisoformat(row["last_day"]),
            row["now"],
            row["source"],
        )
        for row in rows
    )
