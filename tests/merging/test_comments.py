"""New comments of the province's edition come into the ward's spec; the ward's own stay."""

from __future__ import annotations

import pytest

from nq57gen.merging import Outcome, merge

BASE = "# đầu tệp\n\n# về a\na: 1\nb:\n  # về x\n  - ma: x\n    ten: Một\n  - ma: y\n    ten: Hai\nc: 3\n"
CASES = {
    "a new comment above a key": (("c: 3\n", "# mới\nc: 3\n"),),
    "a changed comment above a key": (("# về a\n", "# về a, nói rõ hơn\n"),),
    "a changed head of the file": (("# đầu tệp\n", "# đầu tệp của ấn bản mới\n# thêm một dòng\n"),),
    "a comment that is gone": (("# về a\n", ""),),
    "a comment beside a value": (("a: 1\n", "a: 1   # cạnh a\n"),),
    "a comment above an item": (("  - ma: y\n", "  # về y\n  - ma: y\n"),),
    "a comment inside an item": (("    ten: Hai\n", "    # tên\n    ten: Hai\n"),),
    "a comment beside a list": (("b:\n", "b:   # danh mục\n"),),
    "comments and a value": (("a: 1\n", "a: 2   # hai\n"), ("c: 3\n", "# mới\nc: 3\n")),
}


def changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", CASES)
def test_a_ward_that_changed_nothing_gets_the_new_edition(name: str, line_end: str) -> None:
    theirs = changed(BASE, CASES[name])
    mine = BASE.replace("\n", line_end)
    merged = merge(BASE, theirs, mine)
    assert merged.text == theirs.replace("\n", line_end)
    assert {change.outcome for change in merged.changes} == {Outcome.TAKEN}
    assert "G210" in {change.code for change in merged.changes}
    assert merge(BASE, theirs, merged.text).text == merged.text
    assert merge(theirs, theirs, merged.text).text == merged.text


@pytest.mark.parametrize("name", CASES)
def test_the_comments_and_values_of_the_ward_stay(name: str) -> None:
    mine = changed(
        BASE,
        (
            ("# về a\n", "# về a\n# ghi chú của phường\n"),
            ("    ten: Hai\n", '    ten: "Hai, sửa"   # phường sửa\n'),
            ("c: 3\n", "# riêng c\nc: 3   # cạnh c\nrieng: 4\n"),
        ),
    )
    theirs = changed(BASE, CASES[name])
    merged = merge(BASE, theirs, mine)
    for own in (
        "# ghi chú của phường",
        "   # phường sửa",
        "# riêng c",
        "   # cạnh c",
        "rieng: 4",
        "Hai, sửa",
    ):
        assert merged.text.count(own) == 1
    for _, new in CASES[name]:
        for line in new.splitlines():
            if "#" in line:
                assert line[line.index("#") :] in merged.text
    assert merge(BASE, theirs, merged.text).text == merged.text


def test_a_comment_both_changed_is_the_wards_and_the_provinces() -> None:
    theirs = changed(BASE, (("# về a\n", "# về a của tỉnh\n"),))
    mine = changed(BASE, (("# về a\n", "# về a của phường\n"),))
    assert merge(BASE, theirs, mine).text == changed(
        BASE, (("# về a\n", "# về a của phường\n# về a của tỉnh\n"),)
    )


def test_a_comment_the_ward_deleted_and_nobody_changed_stays_away() -> None:
    theirs = changed(BASE, (("c: 3\n", "# mới\nc: 3\n"),))
    mine = changed(BASE, (("# về a\n", ""),))
    merged = merge(BASE, theirs, mine)
    assert merged.text == changed(mine, (("c: 3\n", "# mới\nc: 3\n"),))


def test_a_comment_beside_prose_goes_above_it() -> None:
    base, theirs = "a: Lời văn\n", 'a: "Lời văn"   # ghi chú\n'
    merged = merge(base, theirs, base)
    assert merged.text == "# ghi chú\na: Lời văn\n"
    assert merge(base, theirs, merged.text).text == merged.text


def test_editions_with_the_same_comments_change_nothing() -> None:
    mine = changed(BASE, (("# về a\n", ""), ("c: 3\n", "# riêng\nc: 4\n")))
    merged = merge(BASE, BASE, mine)
    assert (merged.text, merged.changes) == (mine, ())


def test_a_moved_item_takes_its_comment_along() -> None:
    base = "b:\n  # về x\n  - ma: x\n    ten: Một\n  # về y\n  - ma: y\n    ten: Hai\n"
    theirs = "b:\n  # về y, mới\n  - ma: y\n    ten: Hai\n  # về x\n  - ma: x\n    ten: Một\n"
    assert merge(base, theirs, base).text == theirs
