"""The province of the issuing unit as the register knows it."""

from __future__ import annotations

import datetime

from nq57gen.checks.content.counted import not_before, year_of
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.once import once_a_document
from nq57gen.units.places import Province
from nq57gen.units.register import register


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
