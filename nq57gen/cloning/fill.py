"""What is the unit's own goes into the blanks of a skeleton that have fixed names; all others stay."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from nq57gen.cloning.edits import applied, line_below, put
from nq57gen.merging.tree import Node, parse
from nq57gen.merging.writing import scalar
from nq57gen.patterns import lazily

#: A blank, with the quotes around it when it is all they hold.
_BLANK = lazily(r'(?P<quote>["\']?)<<\?(?P<words>[^<>]+)>>(?P=quote)')
_PACK_LINE = lazily(r"^(?:mau|an_ban_mau):.*\n", re.MULTILINE)
_CAPITAL = "viet_hoa_loai"
_YEARS = ("nam_ke_hoach", "nam_bao_cao")


class Own(Struct, frozen=True):
    """What a clone fills in: kind (xã, phường, đặc khu) and name, province with its kind, year.

    ``province``: blank when the spec leaves it to the pack. ``capital_kind``: "Phường Chu Văn An" inside a
    sentence too, after a person or an event (decree 30/2020/NĐ-CP, appendix II, III.1.b).
    """

    kind: str
    name: str
    year: int
    province: str = ""
    province_kind: str = ""
    capital_kind: bool = False


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
    if own.capital_kind:
        text = _with_capital(text, own)
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
    return Own(
        said(unit, "loai"),
        said(unit, "ten"),
        int(year),
        said(unit, "tinh"),
        said(unit, "loai_tinh"),
        said(unit, _CAPITAL) == "có",
    )


def _followed(text: str, pack: str, edition: str) -> str:
    """The spec says which edition of which pack it follows."""
    said = f"mau: {pack}\nan_ban_mau: {edition}\n"
    first = _PACK_LINE.search(text)
    if first is None:
        return said + text
    return text[: first.start()] + said + _PACK_LINE.sub("", text[first.start() :])


def _with_province(text: str, own: Own) -> str:
    return _beside_name(text, {"tinh": scalar(own.province, flow=True), "loai_tinh": own.province_kind})


def _with_capital(text: str, own: Own) -> str:
    """The unit's kind is a capital one, and a comment says why and what to do about it."""
    printed = f"{own.kind.capitalize()} {own.name}"
    why = f"   # tên người, sự kiện nên in “{printed}” (NĐ 30, PL II, III.1.b); không phải thì ghi không"
    return _beside_name(text, {_CAPITAL: "có"}, why)


def _beside_name(text: str, entries: Mapping[str, str], comment: str = "") -> str:
    """``text`` with the ``entries`` behind the name of the unit, unless the unit says the first of them.

    ``comment`` stands behind the last of them where they have lines of their own.
    """
    root = parse(text, "")
    unit = root.child("don_vi")
    name = unit.child("ten") if unit is not None else None
    if unit is None or name is None or unit.child(next(iter(entries))) is not None:
        return text
    said = [f"{key}: {value}" for key, value in entries.items()]
    if unit.flow:
        edits = [put(name.end, "".join(f", {entry}" for entry in said))]
    else:
        indent = " " * name.entry[1]
        edits = [line_below(name, "\n".join(f"{indent}{entry}" for entry in said) + comment)]
    return applied(root.doc.lines, edits)
