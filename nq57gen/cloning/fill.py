"""What is the unit's own goes into the blanks of a skeleton that have fixed names; all others stay."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nq57gen.cloning.edits import applied, line_below, put
from nq57gen.merging.tree import Node, parse
from nq57gen.merging.writing import scalar

#: A blank, with the quotes around it when it is all they hold.
_BLANK = re.compile(r'(?P<quote>["\']?)<<\?(?P<words>[^<>]+)>>(?P=quote)')
_PACK_LINE = re.compile(r"^(?:mau|an_ban_mau):.*\n", re.MULTILINE)
_YEARS = ("nam_ke_hoach", "nam_bao_cao")


@dataclass(frozen=True, slots=True)
class Own:
    """What a clone fills in: kind (xã, phường, đặc khu) and name, province with its kind, year.

    ``province``: blank when the spec leaves it to the pack.
    """

    kind: str
    name: str
    year: int
    province: str = ""
    province_kind: str = ""


def fill(skeleton: str, own: Own, pack: str, edition: str, *, say_province: bool = False) -> str:
    """The skeleton as the spec of a unit that follows ``edition`` of ``pack``; its comments stay.

    ``say_province``: write the province into ``don_vi`` although the skeleton leaves it to the pack.
    Raises ``InvalidInput`` (codes Y) for a skeleton that is no spec.
    """
    values = {
        "don_vi.loai": own.kind,
        "don_vi.ten": own.name,
        "don_vi.tinh": own.province,
        "don_vi.loai_tinh": own.province_kind,
        "nam": str(own.year),
    }

    def value(blank: re.Match[str]) -> str:
        words = blank["words"].strip()
        return scalar(values[words], flow=True) if words in values else blank[0]

    text = _BLANK.sub(value, skeleton)
    text = _followed(text, pack, edition)
    return _with_province(text, own) if say_province else text


def own_of(text: str, name: str = "") -> Own:
    """What a spec called ``name`` says of its unit; the year is 0 where it says none.

    Raises ``InvalidInput`` (codes Y) for a text that is no spec.
    """
    root = parse(text, name)
    unit = root.child("don_vi")

    def said(node: Node | None, key: str) -> str:
        child = node.child(key) if node is not None and node.kind == "map" else None
        return (child.text or "").strip() if child is not None else ""

    year = next((year for key in _YEARS if (year := said(root, key)).isascii() and year.isdigit()), "0")
    return Own(said(unit, "loai"), said(unit, "ten"), int(year), said(unit, "tinh"), said(unit, "loai_tinh"))


def _followed(text: str, pack: str, edition: str) -> str:
    """The spec says which edition of which pack it follows."""
    said = f"mau: {pack}\nan_ban_mau: {edition}\n"
    first = _PACK_LINE.search(text)
    if first is None:
        return said + text
    return text[: first.start()] + said + _PACK_LINE.sub("", text[first.start() :])


def _with_province(text: str, own: Own) -> str:
    root = parse(text, "")
    unit = root.child("don_vi")
    name = unit.child("ten") if unit is not None else None
    if unit is None or name is None or unit.child("tinh") is not None:
        return text
    entries = f"tinh: {scalar(own.province, flow=True)}", f"loai_tinh: {own.province_kind}"
    if unit.flow:
        edits = [put(name.end, "".join(f", {entry}" for entry in entries))]
    else:
        indent = " " * name.entry[1]
        edits = [line_below(name, f"{indent}{entries[0]}\n{indent}{entries[1]}")]
    return applied(root.doc.lines, edits)
