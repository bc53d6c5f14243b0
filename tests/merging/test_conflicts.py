"""Conflicts: how they stand in the spec, and that they are recorded once."""

from __future__ import annotations

import pytest

from nq57gen.diagnostics import Severity
from nq57gen.errors import InternalError, InvalidInput
from nq57gen.merging import Outcome, merge, merger, open_conflicts
from nq57gen.spec.reader import read_spec
from nq57gen.spec.source import SourceFile

BASE = "a: 1\nb:\n  - {ma: x, ten: X}\n  - {ma: y, ten: Y}\nc: |\n  Một.\n  Hai.\n"
THEIRS = "a: 2\nb:\n  - ma: y\n    ten: Y của tỉnh\n    ke_hoach: ≥ 5%\nc: |\n  Một của tỉnh.\n  Hai.\n"
MINE = "a: 3   # của phường\nb:\n  - {ma: x, ten: X sửa}\nc: |\n  Một của phường.\n  Hai.\n"
RESULT = (
    MINE
    + """
# Chỗ tỉnh và đơn vị cùng sửa: văn bản đang dùng chữ của đơn vị. Muốn theo tỉnh thì thay chữ ở chỗ ghi
# ở cho (có cua_don_vi thì chỉ thay đoạn ấy) bằng cua_tinh. Xong thì xóa mục; hết thì xóa xung_dot.
xung_dot:
  - cho: a
    ly_do: tỉnh và đơn vị cùng sửa
    cua_tinh: |
      2
  - cho: b[y]
    ly_do: đơn vị đã bỏ, tỉnh đã sửa
    cua_tinh: |
      ma: y
      ten: Y của tỉnh
      ke_hoach: ≥ 5%
  - cho: b[x]
    ly_do: tỉnh đã bỏ, đơn vị đã sửa
  - cho: c
    ly_do: tỉnh và đơn vị cùng sửa
    cua_don_vi: |
      Một của phường.
    cua_tinh: |
      Một của tỉnh.
"""
)


def read(text: str) -> list[tuple[str, int]]:
    """Message and line of every open conflict."""
    found = open_conflicts(read_spec(SourceFile("x.yaml", text)))
    assert all(d.code == "G301" and d.severity is Severity.WARNING for d in found)
    return [(d.message, d.position.line) for d in found if d.position is not None]


def test_the_ward_keeps_its_words_and_finds_the_others_at_the_end() -> None:
    merged = merge(BASE, THEIRS, MINE)
    assert merged.text == RESULT
    assert [change.code for change in merged.conflicts] == ["G101", "G103", "G102", "G101"]
    assert all(change.outcome is Outcome.CONFLICT for change in merged.changes)


def test_open_conflicts_are_listed_with_their_lines() -> None:
    assert read(RESULT) == [
        ("Chưa chọn giữa chữ của đơn vị và chữ của tỉnh ở “a”.", 11),
        ("Chưa chọn giữa chữ của đơn vị và chữ của tỉnh ở “b[y]”.", 15),
        ("Chưa chọn giữa chữ của đơn vị và chữ của tỉnh ở “b[x]”.", 21),
        ("Chưa chọn giữa chữ của đơn vị và chữ của tỉnh ở “c”.", 23),
    ]
    assert read(MINE) == []
    assert read("a: 1\nxung_dot:\n") == []


def test_a_recorded_conflict_is_not_recorded_again() -> None:
    assert merge(BASE, THEIRS, RESULT).text == RESULT
    assert merge(THEIRS, THEIRS, RESULT).text == RESULT


def test_a_resolved_conflict_stays_resolved_with_the_next_edition() -> None:
    resolved = RESULT.partition("\n#")[0]
    merged = merge(THEIRS, THEIRS + "d: 1\n", resolved)
    assert merged.text == resolved + "d: 1\n"
    assert [change.code for change in merged.changes] == ["G001"]


def test_taking_the_words_of_the_province_resolves_a_conflict() -> None:
    merged = merge("a: 1\n", "a: 2\n", "a: 2\n")
    assert (merged.text, merged.changes) == ("a: 2\n", ())


@pytest.mark.parametrize(
    "given",
    [
        "xung_dot:\n",
        "xung_dot: []\n",
        "xung_dot:\n- cho: x\n  cua_tinh: y   # ghi\n",
        "xung_dot: [{cho: x, cua_tinh: y}]\n",
    ],
)
def test_new_conflicts_join_those_that_are_there(given: str) -> None:
    merged = merge("a: 1\nb: 1\n", "a: 2\nb: 1\n", "a: 3\n" + given + "b: 1\n")
    data = read_spec(SourceFile("", merged.text)).data
    old = [{"cho": "x", "cua_tinh": "y"}] if "cho" in given else []
    new = {"cho": "a", "ly_do": "tỉnh và đơn vị cùng sửa", "cua_tinh": "2\n"}
    recorded = data["xung_dot"]
    assert isinstance(recorded, list)
    assert [
        dict(entry, cua_tinh=str(entry["cua_tinh"]).strip()) for entry in recorded if isinstance(entry, dict)
    ] == [
        *old,
        dict(new, cua_tinh="2"),
    ]
    assert list(data) == ["a", "xung_dot", "b"]
    assert ("# ghi" in merged.text) == ("# ghi" in given)
    assert merge("a: 1\nb: 1\n", "a: 2\nb: 1\n", merged.text).text == merged.text


def test_conflicts_of_the_province_are_no_part_of_its_edition() -> None:
    merged = merge("a: 1\nxung_dot:\n  - {cho: z}\n", "a: 2\n", "a: 1\n")
    assert merged.text == "a: 2\n"


def test_kinds_that_differ_are_one_value() -> None:
    merged = merge("a: x\n", "a: [x, y]\n", "a: {k: x}\n")
    assert [(change.code, change.theirs) for change in merged.changes] == [("G101", "- x\n- y")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: 1\na: 2\n", "Y030"),
        ("a: &x 1\nb: *x\n", "Y037"),
        ("a:\n\t- 1\n", "Y018"),
        ("- a\n", "Y011"),
        ("", "Y010"),
        ("a: [1\n", "Y061"),
    ],
)
@pytest.mark.parametrize("side", [0, 1, 2])
def test_a_text_that_is_no_spec_is_refused(text: str, code: str, side: int) -> None:
    texts = ["a: 1\n"] * 3
    texts[side] = text
    with pytest.raises(InvalidInput) as caught:
        merge(texts[0], texts[1], texts[2], base_name="0", theirs_name="1", mine_name="2")
    assert code in [diagnostic.code for diagnostic in caught.value.diagnostics]
    assert {diagnostic.path for diagnostic in caught.value.diagnostics} == {str(side)}


def test_all_three_texts_are_judged_in_one_run() -> None:
    with pytest.raises(InvalidInput) as caught:
        merge("- a\n", "- a\n", "- a\n", base_name="0", theirs_name="1", mine_name="2")
    assert [diagnostic.path for diagnostic in caught.value.diagnostics] == ["0", "1", "2"]


def test_a_text_that_does_not_say_what_was_decided_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in ("a: 4\n", "a: [\n"):
        monkeypatch.setattr(merger, "render", lambda root, line_end, wrong=wrong: wrong)
        with pytest.raises(InternalError, match="G901"):
            merge("a: 1\n", "a: 2\n", "a: 1\n")
