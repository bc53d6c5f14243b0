"""Rows with ids in groups: rows that moved, groups that were renamed, came or went."""

from __future__ import annotations

import pytest

from nq57gen.merging import merge


def table(**groups: str) -> str:
    """An appendix; each group holds rows ``id`` or ``id=planned value``; ``_`` in its name is a space."""
    text = "phu_luc:\n  - ma: ct\n    chi_tieu:\n"
    for name, rows in groups.items():
        text += f"      - nhom: {name.replace('_', ' ')}\n        chi_tieu:\n"
        for row in rows.split():
            name, _, planned = row.partition("=")
            text += f"          - ma: {name}\n            ten: T{name}\n"
            text += f"            ke_hoach: {planned}\n" if planned else ""
    return text


BASE = table(Hạ_tầng="a b c", Nhân_lực="d e")
#: name: (theirs, mine, result, codes)
CASES: dict[str, tuple[str, str, str, list[str]]] = {
    "the province moves a row the ward changed": (
        table(Hạ_tầng="a c", Nhân_lực="d b e"),
        table(Hạ_tầng="a b=12 c", Nhân_lực="d rieng e"),
        table(Hạ_tầng="a c", Nhân_lực="d b=12 rieng e"),
        ["G004"],
    ),
    "the ward moves a row the province changed": (
        table(Hạ_tầng="a b=15 c", Nhân_lực="d e"),
        table(Hạ_tầng="a c", Nhân_lực="d e b"),
        table(Hạ_tầng="a c", Nhân_lực="d e b=15"),
        ["G001"],
    ),
    "the ward moves a row to a group of its own": (
        table(Hạ_tầng="a b=15 c", Nhân_lực="d e"),
        table(Hạ_tầng="a c", Của_phường="b", Nhân_lực="d e"),
        table(Hạ_tầng="a c", Của_phường="b=15", Nhân_lực="d e"),
        ["G001"],
    ),
    "the province moves a row to a new group": (
        table(Hạ_tầng="a c", Dữ_liệu="b=1 f", Nhân_lực="d e"),
        table(Hạ_tầng="a b c=9", Nhân_lực="d e"),
        table(Hạ_tầng="a c=9", Dữ_liệu="b=1 f", Nhân_lực="d e"),
        ["G001", "G004", "G001", "G001"],
    ),
    "both move a row to the same group": (
        table(Hạ_tầng="a c", Nhân_lực="d b e"),
        table(Hạ_tầng="a c", Nhân_lực="d e b"),
        table(Hạ_tầng="a c", Nhân_lực="d e b"),
        [],
    ),
    "the province renames a group": (
        table(Hạ_tầng_số="a b c f", Nhân_lực="d e"),
        table(Hạ_tầng="a b=7 rieng c", Nhân_lực="d e"),
        table(Hạ_tầng_số="a b=7 rieng c f", Nhân_lực="d e"),
        ["G002", "G001"],
    ),
    "both sides rename different groups": (
        table(Hạ_tầng_số="a b c", Nhân_lực="d e"),
        table(Hạ_tầng="a b c", Con_người="d e=1"),
        table(Hạ_tầng_số="a b c", Con_người="d e=1"),
        ["G002"],
    ),
    "the province removes a group": (
        table(Nhân_lực="d e"),
        table(Hạ_tầng="a b c", Nhân_lực="d e rieng"),
        table(Nhân_lực="d e rieng"),
        ["G003"],
    ),
    "a removed row stays removed when the province moves it": (
        table(Hạ_tầng="a c", Nhân_lực="d b e"),
        table(Hạ_tầng="a c", Nhân_lực="d e"),
        table(Hạ_tầng="a c", Nhân_lực="d e"),
        ["G203"],
    ),
    "the province moves a row to a group the ward removed": (
        table(Hạ_tầng="a c", Nhân_lực="d b e"),
        table(Hạ_tầng="a b c"),
        table(Hạ_tầng="a b c"),
        ["G202"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_rows_and_groups(name: str) -> None:
    theirs, mine, result, codes = CASES[name]
    merged = merge(BASE, theirs, mine)
    assert merged.text == result
    assert sorted(change.code for change in merged.changes) == sorted(codes)


def test_a_row_that_both_moved_apart_stays_with_the_ward_and_is_recorded() -> None:
    base = table(Một="a b", Hai="c", Ba="d")
    merged = merge(base, table(Một="a", Hai="c b", Ba="d"), table(Một="a", Hai="c", Ba="d b=3"))
    assert merged.text.startswith(table(Một="a", Hai="c", Ba="d b=3"))
    assert [(c.code, c.where, c.theirs) for c in merged.changes] == [
        ("G104", "phu_luc[ct].chi_tieu[b]", "Hai")
    ]
    assert "ly_do: tỉnh và đơn vị chuyển sang hai nhóm khác nhau" in merged.text


def test_a_row_the_ward_moved_and_the_province_removed_is_a_conflict() -> None:
    merged = merge(BASE, table(Hạ_tầng="a c", Nhân_lực="d e"), table(Hạ_tầng="a c", Nhân_lực="d e b"))
    assert [(c.code, c.where) for c in merged.changes] == [("G102", "phu_luc[ct].chi_tieu[b]")]
    assert merged.text.startswith(table(Hạ_tầng="a c", Nhân_lực="d e b"))


def test_a_group_the_ward_put_a_row_in_stays_when_the_province_removes_it() -> None:
    base = table(Một="a b", Hai="c")
    merged = merge(base, table(Một="a b=2"), table(Một="a", Hai="c b"))
    assert merged.text.startswith(table(Một="a", Hai="b=2"))
    assert {"G102 phu_luc[ct].chi_tieu[Hai]"} == {f"{c.code} {c.where}" for c in merged.conflicts}


def test_a_moved_row_keeps_its_comments_and_takes_the_indentation_of_the_place() -> None:
    base = table(Một="a b", Hai="c")
    mine = base.replace("          - ma: b", "          # của phường\n          - ma: b   # b")
    mine = mine.replace("          - ma: c\n            ten: Tc", "          -  ma: c\n             ten: Tc")
    merged = merge(base, table(Một="a", Hai="c b"), mine)
    assert merged.text == (
        table(Một="a", Hai="").rstrip("\n")
        + "\n          -  ma: c\n             ten: Tc\n          # của phường\n          - ma: b   # b\n"
        "            ten: Tb\n"
    )
