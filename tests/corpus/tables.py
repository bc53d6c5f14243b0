"""The appendices of a corpus file as ``phu_luc`` of a spec."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from nq57gen.vietnamese.labels import NumberStyle, next_after, roman
from nq57gen.vietnamese.values import Evaluation, UnreadableValue, parse_target
from tests.corpus.emit import Inline, InlineList
from tests.corpus.source import Appendix, Row, escape

#: Patterns of column titles (lower case) -> the row field, tried in this order.
FIELDS: tuple[tuple[str, str], ...] = (
    (r"(?:stt|tt)", "stt"),
    (r"năm (20\d\d)", "giai_doan"),
    (r".*chủ trì.*", "chu_tri"),
    (r".*phối hợp.*", "phoi_hop"),
    (r"người chỉ đạo", "nguoi_chi_dao"),
    (r"người theo dõi", "nguoi_theo_doi"),
    (r".*sản phẩm.*", "san_pham"),
    (r".*(?:thời hạn|thời gian).*", "thoi_han"),
    (r".*kpi.*", "kpi"),
    (r".*tiểu nhiệm vụ.*", "viec"),
    (r"đơn vị(?: tính)?", "don_vi_tinh"),
    (r"đánh giá.*", "danh_gia"),
    (r"kế hoạch", "ke_hoach"),
    (r"kết quả", "ket_qua"),
    (r"ghi chú", "ghi_chu"),
    (r".*(?:chỉ tiêu|nhiệm vụ|công việc|nội dung).*", "ten"),
)

#: The number at the start of a row's text in a table without a column of numbers.
LEADING_NUMBER = re.compile(r"((?:\d+\.)*\d+\.?|[IVX]+\.)\s+(.+)")


@dataclass
class Entry:
    """A row, or a group (level from 1) with the rows under it; ``cells`` are escaped, field -> text.

    ``typed`` is the number a spec has to name, None where the automatic one is the same.
    """

    number: str
    cells: dict[str, str]
    level: int = 0
    typed: str | None = None
    children: list[Entry] = field(default_factory=list)


def appendices(items: Sequence[Appendix]) -> list[dict[str, Any]]:
    """Return ``phu_luc`` of a spec for the appendices ``items``."""
    ids = (f"c{n}" for n in range(1, 1_000_000))
    out = []
    for place, item in enumerate(items, start=1):
        label = re.sub(r"(?i)^phụ lục\s*", "", item["label"].strip())
        value: dict[str, Any] = {"ma": f"phu_luc_{place}", "tieu_de": escape(item["title"])}
        if label not in ((roman(place) if len(items) > 1 else ""), ""):
            value["danh_so"] = label
        if item["note"]:
            value["dong_kem_theo"] = escape(item["note"])
        out.append(value | (_named(item, ids) or _free(item)))
    return out


def field_names(columns: Sequence[str]) -> list[str] | None:
    """Return the row field of each column, None when a column has none or two have the same."""
    names: list[str] = []
    for title in columns:
        for pattern, name in FIELDS:
            found = re.fullmatch(pattern, " ".join(title.casefold().split()))
            if found:
                names.append(f"giai_doan.{found[1]}" if name == "giai_doan" else name)
                break
    if "ket_qua" in names and "ke_hoach" not in names:  # what a plan calls its results are its targets
        names[names.index("ket_qua")] = "ke_hoach"
    return names if len(set(names)) == len(columns) and "ten" in names else None


def layout(names: Sequence[str]) -> str | None:
    """Return the named layout that fits the fields ``names``, None when none does."""
    if any(name.startswith("giai_doan.") for name in names):
        return "giai_doan"
    if "ket_qua" in names:
        return "danh_gia"
    if "ke_hoach" in names:
        return "chi_tieu"
    return "nhiem_vu" if {"san_pham", "thoi_han"} & set(names) else None


def _named(item: Appendix, ids: Iterator[str]) -> dict[str, Any] | None:
    names = field_names(item["columns"])
    name = layout(names) if names else None
    entries = _entries(item["rows"], names) if names and name else None
    if not names or not name or not entries or _refused(entries):
        return None
    numbered = "stt" in names
    columns = [
        Inline(truong=column, tieu_de=escape(title))
        for column, title in zip(names, item["columns"], strict=True)
    ]
    if not numbered:
        columns[names.index("ten")]["kem_stt"] = "có"
    out: dict[str, Any] = {"bang": name, "cot": columns}
    restarting = _type_numbers(entries, dotted=not numbered, continuous=False)
    if _type_numbers(entries, dotted=not numbered, continuous=True) < restarting:
        out["danh_so_lien_tuc"] = "có"
    else:
        _type_numbers(entries, dotted=not numbered, continuous=False)
    key = "nhiem_vu" if name == "nhiem_vu" else "chi_tieu"
    out[key] = [_written(entry, key, ids) for entry in entries]
    return out


def _entries(rows: Sequence[Row], names: Sequence[str]) -> list[Entry] | None:
    """Return the rows as a tree of groups and rows, None when a row does not fit the columns."""
    root = Entry("", {})
    path = [root]
    for row in rows:
        level = (row.get("level") or 1) if row["group"] else 0
        entry = _entry(row, names, level)
        if entry is None:
            return None
        while len(path) > 1 and _is_over(path[-1], entry):
            path.pop()
        path[-1].children.append(entry)
        if level:
            path.append(entry)
    return root.children


def _entry(row: Row, names: Sequence[str], level: int) -> Entry | None:
    cells = [escape(cell) for cell in row["cells"]]
    if level and len(cells) == 2:
        return Entry(cells[0], {"ten": cells[1]}, level)
    if len(cells) != len(names):
        return None
    fields = {name: cell for name, cell in zip(names, cells, strict=True) if cell}
    number = fields.pop("stt", "")
    if "stt" not in names:
        found = LEADING_NUMBER.fullmatch(fields.get("ten", ""))
        if found:
            number, fields["ten"] = found[1], found[2]
    return Entry(number, fields, level) if "ten" in fields else None


def _is_over(group: Entry, entry: Entry) -> bool:
    """Whether ``group`` ends before ``entry``: a group of its level, or a row out of its series.

    A group numbered 1 whose rows are 1.1, 1.2, ... ends at the first row not numbered so.
    """
    if entry.level:
        return group.level >= entry.level
    series = f"{group.number.rstrip('.')}."
    in_series = bool(group.children) and group.children[0].number.startswith(series)
    return in_series and not entry.number.startswith(series)


def _refused(entries: Sequence[Entry]) -> bool:
    """Whether our language refuses a value or a group among ``entries``."""
    for entry in entries:
        for name, text in entry.cells.items():
            if name == "danh_gia" and text not in [*Evaluation]:
                return True
            if name.startswith(("ke_hoach", "ket_qua", "giai_doan.")) and not _readable(text):
                return True
        if entry.level and (not entry.children or _refused(entry.children)):
            return True
    return False


def _readable(value: str) -> bool:
    try:
        parse_target(value)
    except UnreadableValue:
        return False
    return True


def _type_numbers(
    entries: Sequence[Entry],
    *,
    dotted: bool,
    continuous: bool,
    series: str = "",
    counter: list[int] | None = None,
) -> int:
    """Set ``typed`` of ``entries`` and of all under them; return how many numbers are typed.

    Groups at the top are I, II, ...; rows and groups under them share one counter, which
    ``continuous`` takes on to the next group. Under an inner group numbered 1 stand 1.1, 1.2, ...
    ``dotted``: the numbers of the original end with a dot.
    """
    typed = 0
    top = counter is None
    groups, rows = [0], [0] if counter is None else counter
    for entry in entries:
        roman_one = top and entry.level > 0
        count = groups if roman_one else rows
        automatic = roman(count[0] + 1) if roman_one else f"{series}{count[0] + 1}"
        same = entry.number == automatic + ("." if dotted else "")
        entry.typed = None if same else entry.number
        style = NumberStyle.ROMAN if roman_one else NumberStyle.DECIMAL
        count[0] = count[0] + 1 if same else next_after(style, entry.number) or count[0]
        if roman_one and not continuous:
            rows = [0]
        typed += (not same) + _type_numbers(
            entry.children,
            dotted=dotted,
            continuous=continuous,
            series="" if roman_one else f"{entry.number.rstrip('.')}.",
            counter=rows if roman_one else [0],
        )
    return typed


def _written(entry: Entry, key: str, ids: Iterator[str]) -> dict[str, Any]:
    """Return a row, or a group whose rows stand under ``key``."""
    cells = dict(entry.cells)
    stages = {name: cells.pop(name) for name in list(cells) if name.startswith("giai_doan.")}
    value: dict[str, Any] = {"nhom": cells.pop("ten")} if entry.level else {"ma": next(ids)}
    if entry.typed is not None:
        value["danh_so"] = entry.typed
    value |= cells
    if stages:
        value["giai_doan"] = Inline({name.partition(".")[2]: text for name, text in stages.items()})
    if entry.level:
        value[key] = [_written(child, key, ids) for child in entry.children]
    return value


def _free(item: Appendix) -> dict[str, Any]:
    """Return the table of ``item`` in the general layout, every cell as it is."""
    width = len(item["columns"])
    rows: list[Any] = []
    for row in item["rows"]:
        cells: list[Any] = [escape(cell) for cell in row["cells"]]
        if len(cells) < width:
            cells[-1] = Inline(chu=cells[-1], gop_cot=width - len(cells) + 1)
        rows.append(Inline(o=cells, dam="có") if row["group"] else InlineList(cells))
    return {
        "bang": "tu_do",
        "cot": [Inline(tieu_de=escape(title)) for title in item["columns"]],
        "hang": rows,
    }
