"""How each component looks, for the makers of correct files."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Look:
    """Looks of one paragraph: size in points, lengths in points, ``line`` in lines; ``first`` in cm."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    first: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    keep_next: bool = False


_PROSE = Look(first=1.27, before=6, line=1.15)
_HEADING = replace(_PROSE, bold=True, keep_next=True)
_MIDDLE = Look(align="center")

LOOKS = {
    "national": replace(_MIDDLE, size=13, bold=True),
    "motto": replace(_MIDDLE, bold=True),
    "parent": replace(_MIDDLE, size=13),
    "issuing": replace(_MIDDLE, size=13, bold=True),
    "number": replace(_MIDDLE, size=13),
    "about": replace(_MIDDLE, size=12, before=6),
    "about_more": replace(_MIDDLE, size=12),
    "date": replace(_MIDDLE, italic=True),
    "type": replace(_MIDDLE, bold=True, before=12),
    "subject": replace(_MIDDLE, bold=True),
    "authority_line": replace(_MIDDLE, bold=True, before=6),
    "decides": replace(_MIDDLE, bold=True, before=6, after=6),
    "addressees": Look(align="left", left=3.5, before=12),
    "addressee": Look(align="left", left=4.5),
    "basis": replace(_PROSE, italic=True),
    "part": replace(_HEADING, align="center", first=0, before=12),
    "part_title": replace(_HEADING, align="center", first=0, before=0),
    "roman": _HEADING,
    "clause": _HEADING,
    "point": _PROSE,
    "bullet": _PROSE,
    "text": _PROSE,
    "last": replace(_PROSE, keep_next=True),
    "recipients": Look(size=12, bold=True, italic=True, align="left"),
    "recipient": Look(size=11, align="left"),
    "authority": replace(_MIDDLE, bold=True),
    "name": replace(_MIDDLE, bold=True),
    "annex": replace(_MIDDLE, bold=True),
    "annex_title": replace(_MIDDLE, bold=True),
    "attached": replace(_MIDDLE, italic=True),
    "head_cell": replace(_MIDDLE, size=13, bold=True),
    "cell": Look(size=13, align="left"),
    "middle_cell": replace(_MIDDLE, size=13),
    "end": Look(align="right", before=6),
    "page_number": _MIDDLE,
    "empty": Look(align="left"),
}

#: The smaller of the two sets of sizes that belong together: national name 12, motto and date 13.
SMALL = {
    **LOOKS,
    "national": replace(LOOKS["national"], size=12),
    "motto": replace(LOOKS["motto"], size=13),
    "date": replace(LOOKS["date"], size=13),
    **{
        role: replace(look, size=13, first=look.first and 1.0)
        for role, look in LOOKS.items()
        if look in (_PROSE, _HEADING, replace(_PROSE, italic=True), replace(_PROSE, keep_next=True))
    },
}
