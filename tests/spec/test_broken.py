"""One mistake a snippet: which code, at which line and column."""

from __future__ import annotations

import pytest
import yaml

from nq57gen.diagnostics import format_key_path
from nq57gen.messages.reading import MESSAGES
from nq57gen.spec import ordinary, traps, tree
from tests.spec.snippets import data, diagnostics, problems

# text, code, line, column
BROKEN = [
    # the file as a whole
    ("", "Y010", 1, 1),
    ("# chỉ có ghi chú\n", "Y010", 1, 1),
    ("---\n", "Y010", 1, 1),
    ("~\n", "Y010", 1, 1),
    ("Kế hoạch năm 2026\n", "Y011", 1, 1),
    ("- a\n- b\n", "Y011", 1, 1),
    ("# x\n\n[a, b]\n", "Y011", 3, 1),
    ("a: 1\n---\nb: 1\n", "Y012", 2, 1),
    ("a: 1\n...\nb: 1\n", "Y012", 3, 1),
    ("a: " + "[" * 60 + "]" * 60 + "\n", "Y013", 1, 53),
    ("a: !<x y\n", "Y050", 1, 4),
    # lines and indentation
    ("a: 1\nxin chào\nb: 2\n", "Y015", 2, 1),
    ("a: 1\nxin chào\n", "Y015", 2, 1),
    ("a:\n  - b\n  c\nd: 1\n", "Y015", 3, 3),
    ("a: 1\nb:c\nd: 1\n", "Y016", 2, 2),
    ("phien_ban:1\nloai: x\n", "Y016", 1, 10),
    ("a:\n  b:c\n  d: 1\n", "Y016", 2, 4),
    ("a: x\n  b: 1\nc: 2\n", "Y017", 2, 3),
    ('a: "x"\n  b: 1\nc: 2\n', "Y017", 2, 3),
    ("a:\n    b: 1\n  c: 2\nd: 1\n", "Y017", 3, 3),
    ("a:\n  - b\n - c\n", "Y017", 3, 2),
    ("a:\n  - b: 1\n   c: 2\n", "Y017", 3, 4),
    (" a: 1\nb: 2\n", "Y017", 2, 1),
    ("a: x\n- b\n", "Y017", 2, 1),
    ("a: b\n  - c\n", "Y017", 2, 3),
    ("a:\n  - b\n    - c\n", "Y017", 3, 5),
    ("a:\n\tb: 1\n", "Y018", 2, 1),
    ("a:\n  b: 1\n  \tc: 2\n", "Y018", 3, 3),
    ("a:\n  -\tb\n", "Y018", 2, 4),
    ("a: |\n\tđoạn văn\nb: 1\n", "Y018", 2, 1),
    ("a:\n\u00a0\u00a0b: 1\n", "Y019", 2, 1),
    ("a:\u00a0b\nc: 1\n", "Y019", 1, 3),
    ("x: 1\na:\u00a0b\nc: 1\n", "Y019", 2, 3),
    ("a:\n  -\u00a0b: x\n  - c\n", "Y019", 2, 4),
    ("muc_dich: |\n- Cụ thể hóa\n- Nâng cao\nb: 1\n", "Y020", 2, 1),
    ("muc_dich: |\nCụ thể hóa\nb: 1\n", "Y020", 2, 1),
    ("a: |\n  một\n hai\nb: 1\n", "Y020", 3, 2),
    ("a: |\n  một\n\n# x\nhai ba\nb: 1\n", "Y020", 5, 1),
    ("- a: |\n  một hai\n- b\n", "Y020", 2, 3),
    ("a: | đoạn văn\n  hai\nb: 1\n", "Y021", 1, 4),
    ("a: |đoạn\nb: 1\n", "Y021", 1, 4),
    ("a:\n  Nâng cao\n  Rõ người: rõ việc\nb: 1\n", "Y022", 2, 3),
    # keys
    ("a: 1\nb: 2\na: 3\n", "Y030", 3, 1),
    ("a: {b: 1, b: 2}\n", "Y030", 1, 11),
    ("a:\n  - b: 1\n    b: 2\n", "Y030", 3, 5),
    ('"1": a\n1: b\n', "Y030", 2, 1),
    ("e\u0302: x\nê: y\n", "Y030", 2, 1),
    (": x\nb: 1\n", "Y031", 1, 1),
    ('"": x\n', "Y031", 1, 1),
    ("noi_nhan:\n  - Như trên\n  - Lưu: VT, VHXH\n", "Y032", 3, 5),
    ("noi_nhan: [Như trên, Lưu: VT]\n", "Y032", 1, 22),
    ("a:\n  - Nơi nhận: x\n", "Y032", 2, 5),
    ("Trích yếu: abc\n", "Y033", 1, 1),
    ("a:\n  Rõ người: rõ việc\n", "Y033", 2, 3),
    ("Nâng cao nhận thức của cán bộ, công chức: rõ người\n", "Y034", 1, 1),
    ("? a\n: b\n", "Y035", 1, 3),
    ("? [a]\n: b\n", "Y035", 1, 3),
    ("[a]: b\n", "Y035", 1, 1),
    ("b: 1\n<<: x\n", "Y036", 2, 1),
    ("a: &b chữ\n", "Y037", 1, 4),
    ("a: &b\n  c: 1\n", "Y037", 1, 4),
    ("a: 1\nb: *a\n", "Y038", 2, 4),
    ("*a : x\n", "Y038", 1, 1),
    ("a: !!str 5\n", "Y039", 1, 4),
    ("a: !chú ý\n", "Y050", 1, 4),
    ("a: !chu y\n", "Y039", 1, 4),
    ("a: !t [x]\n", "Y039", 1, 4),
    # characters
    ("a: x\x0by\n", "Y040", 1, 5),
    ("a: x\x00y\n", "Y040", 1, 5),
    ("a: x\x85y\n", "Y040", 1, 5),
    ("a: 1\n# \x01\n", "Y040", 2, 3),
    ('a: "x\\x07"\n', "Y040", 1, 6),
    ("a: Nguy\ufffdn\n", "Y041", 1, 8),
    ("a: x\ufffc\n", "Y041", 1, 5),
    ("a: |\n  rõ\u200b người\n", "Y042", 2, 5),
    ("a: 1\n\ufeffb: 2\n", "Y042", 2, 1),
    ("a: x\u202ey\n", "Y042", 1, 5),
    ("a: x\u2066y\n", "Y042", 1, 5),
    ("a: x\u2028y\n", "Y042", 1, 5),
    ("a: x\u200dy\n", "Y042", 1, 5),
    ("a: |\n  # không phải ghi chú \u200b\n", "Y042", 2, 24),
    ('a: "\\u200b"\n', "Y042", 1, 5),
    ("a:\n  - \uf0b7 Như trên\n", "Y043", 2, 5),
    ("a: x\ufdd0\n", "Y044", 1, 5),
    ("a: x\U0001ffff\n", "Y044", 1, 5),
    ("a: x\ufffe\n", "Y044", 1, 5),
    ("a: x\ud83d\n", "Y045", 1, 5),
    # the beginning of a value
    ("a: 1\nb: %\n", "Y050", 2, 4),
    ("a: 50\n% hộ dân\nb: 1\n", "Y050", 2, 1),
    ("a: *nghiêng* rồi\n", "Y050", 1, 4),
    ("a: *b c\n", "Y050", 1, 4),
    ("a: & b\n", "Y050", 1, 4),
    ("a: @b\n", "Y050", 1, 4),
    ("- `b\n", "Y050", 1, 3),
    ("a: {abc} def\n", "Y050", 1, 4),
    ("a: [abc] def\nb: 1\n", "Y050", 1, 4),
    ("a: [abc]: def\n", "Y050", 1, 4),
    ("a: > 70\n", "Y050", 1, 4),
    ("a: >70\n", "Y050", 1, 4),
    ("a: >5\nb: 1\n", "Y050", 1, 4),
    ("a: {b: > 70, c: 1}\n", "Y050", 1, 8),
    ("a: {b: %, c: 1}\n", "Y050", 1, 8),
    ("a: ? b\n", "Y050", 1, 4),
    ("a: , b\n", "Y050", 1, 4),
    ("a: ] b\n", "Y050", 1, 4),
    ("%YAML 1.2\na: 1\n", "Y050", 1, 1),
    ("a: 1\n%x y\nb: 1\n", "Y050", 2, 1),
    ("a: {{ don_vi }}\n", "Y051", 1, 4),
    ("a: {{ don_vi }} năm 2026\n", "Y051", 1, 4),
    ("a:\n  - {{ don_vi }}\n", "Y051", 2, 5),
    ("a: {% if x %}\nb: 1\n", "Y052", 1, 4),
    ("ke_hoach: -\n", "Y053", 1, 11),
    ("noi_nhan: - Như trên\n", "Y053", 1, 11),
    # inside a value
    ("a: 1\nten: rõ người: rõ việc\nb: 2\n", "Y054", 2, 14),
    ("a: về việc:\nb: 1\n", "Y054", 1, 11),
    ("a:\n  - rõ: a: b\n", "Y054", 2, 10),
    ("a: {x: 1, y: rõ: b}\n", "Y054", 1, 16),
    ("a: [x, y: z: t]\n", "Y054", 1, 12),
    ("a: “b: c”\n", "Y055", 1, 6),
    ("a:\n  -Như trên\n  -Lưu\nb: 1\n", "Y056", 2, 3),
    ("a:\n  - Như trên\n  -Lưu\nb: 1\n", "Y056", 3, 3),
    ("a:\n  - Như trên\n  -Lưu: VT\nb: 1\n", "Y056", 3, 3),
    ("a:\n  – Như trên\n  – Lưu\n", "Y056", 2, 3),
    ("a:\n  - Như trên\n  • Lưu\n", "Y056", 3, 3),
    ("a:\n  + b\n  + c\n", "Y056", 2, 3),
    ("-abc: x\n", "Y056", 1, 1),
    ('a: "b" c\nd: 1\n', "Y057", 1, 8),
    ("- 'Ea H'leo\n- 1\n", "Y057", 1, 9),
    ('a: "b": c\n', "Y057", 1, 7),
    ('a: "b\n  c" d\n', "Y057", 2, 6),
    ('a: "b c\nd: 1\n', "Y058", 1, 4),
    ('a: "b c\nd: "1"\n', "Y058", 1, 4),
    ('a: "b c\nd: 1"\ne: 2\n', "Y058", 1, 4),
    ("a:\n  - 'b c\n  - '1'\n", "Y058", 2, 5),
    ('a: ["b, c]\nd: 1\n', "Y058", 1, 5),
    ('a: "C:\\Users"\nb: 1\n', "Y059", 1, 7),
    ('a: "C:\\Dữ liệu"\nb: 1\n', "Y059", 1, 7),
    ('a: {b: "x\\dy", c: 1}\n', "Y059", 1, 10),
    ("a: hai chữ # ba\n", "Y060", 1, 12),
    ("a: chữ # hai\n", "Y060", 1, 8),
    ("a: xin # b\n  tiếp\nc: 1\n", "Y060", 1, 8),
    ("a: #5 phòng\n", "Y060", 1, 4),
    ("a: [hai chữ # ba\n  ]\n", "Y060", 1, 13),
    # brackets
    ("a: [abc, d\nb: 1\n", "Y061", 1, 4),
    ("a: {abc: x\nb: 1\nc: 2\n", "Y061", 1, 4),
    ("a:\n  - [abc, d\n  - e\n", "Y061", 2, 5),
    ("a: {x: [1, 2}\nb: 1\n", "Y061", 1, 8),
    ("a: [b\n", "Y061", 1, 4),
    ("a: {abc}\n", "Y062", 1, 5),
    ("a: {loai phường, ten: x}\n", "Y062", 1, 5),
    ("a: {loai:phường, ten: x}\n", "Y062", 1, 5),
    ("a: {ten: Phòng A, B, k: 1}\n", "Y062", 1, 19),
    ('a: ["b" "c"]\nd: 1\n', "Y063", 1, 9),
    ("a: [b,, c]\n", "Y063", 1, 7),
    ("a: {b: 1\n  c: 2}\n", "Y063", 2, 4),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), BROKEN)
def test_a_mistake_is_named_where_it_stands(text: str, code: str, line: int, column: int) -> None:
    assert problems(text) == [(code, line, column)]


@pytest.mark.parametrize(("text", "code", "line", "column"), BROKEN)
def test_the_slower_parser_says_the_same(
    text: str, code: str, line: int, column: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    assert problems(text) == [(code, line, column)]


def test_every_code_of_a_spec_is_in_the_table_above() -> None:
    of_the_file = {*(f"Y00{n}" for n in range(1, 7)), "Y070", "Y071"}
    last_resort = {"Y014"}
    assert {code for _, code, _, _ in BROKEN} == set(MESSAGES) - of_the_file - last_resort


def test_what_nothing_else_explains_is_still_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    # The slower parser fails on this escape without saying where.
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    assert problems('a: "\\UFFFFFFFF"\n') == [("Y014", 1, 1)]


def test_only_the_slower_parser_minds_a_tab_behind_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems("a:\t1\n") == []
    ordinary.remembered_part.cache_clear()
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    assert problems("a:\t1\n") == [("Y018", 1, 3)]


# text, line to replace, what the hint says to type there, the value it then has
REPAIRED = [
    ("ten: rõ người: rõ việc\n", 'ten: "rõ người: rõ việc"', "rõ người: rõ việc"),
    ('ten: Phòng "Một cửa": mở\n', "ten: 'Phòng \"Một cửa\": mở'", 'Phòng "Một cửa": mở'),
    ("ten: %x\n", 'ten: "%x"', "%x"),
    ("ten: [abc] def\n", 'ten: "[abc] def"', "[abc] def"),
    ("ten: {{ don_vi }} năm\n", "ten: <<don_vi>> năm", "<<don_vi>> năm"),
    ('ten: "b" c\n', "ten: '\"b\" c'", '"b" c'),
    ('ten: "b c\nd: 1\n', 'ten: "b c"', "b c"),
    ('ten: "C:\\Users"\n', "ten: 'C:\\Users'", "C:\\Users"),
    ("ten: hai chữ # ba\n", 'ten: "hai chữ # ba"', "hai chữ # ba"),
    ("ten: “b: c”\n", 'ten: "b: c"', "b: c"),
    ("ten: > 70\n", 'ten: "> 70"', "> 70"),
    ("ten: -\n", 'ten: "-"', "-"),
    ("ten:abc\nd: 1\n", "ten: abc", "abc"),
    ("ten: &b chữ\n", 'ten: "&b chữ"', "&b chữ"),
    ("ten: *b chữ\n", 'ten: "*b chữ"', "*b chữ"),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), BROKEN)
def test_no_mistake_is_passed_over_as_ordinary(
    text: str, code: str, line: int, column: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traps, "is_ordinary", lambda *_: False)
    assert problems(text) == [(code, line, column)]


@pytest.mark.parametrize(("text", "line", "value"), REPAIRED)
def test_what_the_hint_says_to_type_can_be_read(text: str, line: str, value: str) -> None:
    (diagnostic,) = diagnostics(text)
    assert line in diagnostic.hint
    _, *others = text.split("\n")
    assert data("\n".join([line, *others]))["ten"] == value


def test_a_list_item_taken_for_a_key_is_told_what_to_type() -> None:
    (diagnostic,) = diagnostics("noi_nhan:\n  - Như trên\n  - Lưu: VT, VHXH\n")
    assert diagnostic.message == '"- Lưu: VT, VHXH" bị hiểu thành khóa "Lưu" vì có dấu hai chấm.'
    assert diagnostic.hint == 'Đặt cả dòng trong dấu nháy kép: - "Lưu: VT, VHXH"'
    assert diagnostic.source_line == "  - Lưu: VT, VHXH"
    assert diagnostic.where == format_key_path(("noi_nhan", 1, "Lưu"))
    assert diagnostic.path == "thu.yaml"


def test_an_equal_key_names_the_line_of_the_first() -> None:
    (diagnostic,) = diagnostics("a: 1\n\nb: 2\na: 3\n")
    assert "dòng 1" in diagnostic.message


def test_a_character_is_named_by_its_code_point() -> None:
    (diagnostic,) = diagnostics("a: x\u200by\n")
    assert "U+200B" in diagnostic.message


def test_a_key_with_diacritics_gets_its_spelling() -> None:
    (diagnostic,) = diagnostics("Đơn vị chủ trì: abc\n")
    assert "don_vi_chu_tri" in diagnostic.hint


def test_a_long_line_is_shortened_in_the_hint() -> None:
    (diagnostic,) = diagnostics("ten: rõ người: " + "rõ việc " * 100 + "\n")
    assert len(diagnostic.hint) < 200
    assert "…" in diagnostic.hint
