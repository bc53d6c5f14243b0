"""Texts of paragraphs: changes of different paragraphs go together."""

from __future__ import annotations

import pytest

from nq57gen.merging import merge

BASE = "a: |\n  - Một.\n  - Hai.\n  - Ba.\n"
#: name: (theirs, mine, result, conflicts as (of the ward, of the province))
CASES: dict[str, tuple[str, str, str, list[tuple[str | None, str | None]]]] = {
    "paragraphs next to each other": (
        "a: |\n  - Một mới.\n  - Hai.\n  - Ba.\n",
        "a: |   # ghi\n     - Một.\n     - Hai của phường.\n\n     - Ba.\n",
        "a: |   # ghi\n     - Một mới.\n     - Hai của phường.\n\n     - Ba.\n",
        [],
    ),
    "paragraphs added by both at one place": (
        "a: |\n  - Một.\n  - Hai.\n  - Ba.\n  - Của tỉnh.\n",
        "a: |\n  - Một.\n  - Hai.\n  - Ba.\n  - Của phường.\n",
        "a: |\n  - Một.\n  - Hai.\n  - Ba.\n  - Của tỉnh.\n  - Của phường.\n",
        [],
    ),
    "one removed, one changed": (
        "a: |\n  - Một.\n  - Ba.\n",
        "a: |\n  - Một sửa.\n  - Hai.\n  - Ba.\n",
        "a: |\n  - Một sửa.\n  - Ba.\n",
        [],
    ),
    "paragraphs put in a new order": (
        "a: |\n  - Ba.\n  - Một.\n  - Hai.\n",
        "a: |\n  - Một.\n  - Hai.\n  - Ba.\n  - Bốn.\n",
        "a: |\n  - Ba.\n  - Bốn.\n  - Một.\n  - Hai.\n",
        [],
    ),
    "the same paragraph changed by both": (
        "a: |\n  - Một của tỉnh.\n  - Hai.\n  - Ba tỉnh.\n",
        "a: |\n  - Một của phường.\n  - Hai.\n  - Ba.\n",
        "a: |\n  - Một của phường.\n  - Hai.\n  - Ba tỉnh.\n",
        [("- Một của phường.", "- Một của tỉnh.")],
    ),
    "written in the ward's style": (
        "a: |\n  - Một.\n  - Hai mới.\n  - Ba.\n",
        "a: >\n  - Một.\n\n  - Hai.\n\n  - Ba\n  sửa.\n",
        "a: >\n  - Một.\n\n  - Hai mới.\n\n  - Ba\n  sửa.\n",
        [],
    ),
    "one line becomes several": (
        BASE.replace("Ba.", "Ba mới."),
        'a: "- Một.\\n- Hai.\\n- Ba.\\n- Bốn."   # ghi\n',
        "a: |   # ghi\n  - Một.\n  - Hai.\n  - Ba mới.\n  - Bốn.\n",
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_text_is_merged_by_paragraphs(name: str) -> None:
    theirs, mine, result, conflicts = CASES[name]
    merged = merge(BASE, theirs, mine)
    text, _, recorded = merged.text.partition("\n# Chỗ tỉnh")
    assert text == result
    assert [(change.mine, change.theirs) for change in merged.conflicts] == conflicts
    assert bool(recorded) == bool(conflicts)
    assert all(words in recorded for pair in conflicts for words in pair if words)


def test_a_text_that_is_one_paragraph_is_one_value() -> None:
    merged = merge("a: |\n  Một.\n", "a: |\n  Hai.\n  Ba.\n", "a: |\n  Một.\n")
    assert merged.text == "a: |\n  Hai.\n  Ba.\n"
    merged = merge("a: |\n  Một.\n", "a: |\n  Hai.\n", "a: |\n  Ba.\n")
    assert [(change.code, change.theirs, change.mine) for change in merged.changes] == [
        ("G101", "Hai.", None)
    ]


def test_changed_by_one_and_removed_by_the_other() -> None:
    one, two = "Rà soát từng chỉ tiêu được giao", "Báo cáo kết quả trước ngày 15"
    base = f"a: |\n  {one}.\n  {two}.\n  Ba.\n"
    merged = merge(base, f"a: |\n  {two} hằng tháng.\n  Ba.\n", f"a: |\n  {one} năm nay.\n  Ba.\n")
    assert [(change.code, change.mine, change.theirs) for change in merged.conflicts] == [
        ("G102", f"{one} năm nay.", None),
        ("G103", None, f"{two} hằng tháng."),
    ]
    assert merged.text.startswith(f"a: |\n  {one} năm nay.\n  Ba.\n\n#")


def test_what_the_ward_made_of_a_removed_paragraph_is_its_own_when_hardly_alike() -> None:
    merged = merge(BASE, "a: |\n  - Hai.\n  - Ba.\n", "a: |\n  - Một điều khác hẳn.\n  - Hai.\n  - Ba.\n")
    assert merged.text == "a: |\n  - Một điều khác hẳn.\n  - Hai.\n  - Ba.\n"


def test_both_reorder_and_the_ward_keeps_its_order() -> None:
    merged = merge(BASE, "a: |\n  - Ba.\n  - Một.\n  - Hai.\n", "a: |\n  - Hai.\n  - Một.\n  - Ba.\n")
    assert merged.text == "a: |\n  - Hai.\n  - Một.\n  - Ba.\n"
    assert [change.code for change in merged.changes] == ["G201"]
