"""What the language promises beyond single mistakes: everything in one run, in order, and no traps."""

from __future__ import annotations

import random
import re

import pytest

from nq57gen.diagnostics import Severity
from nq57gen.model.document import Heading, plain
from nq57gen.packs.find import pack_folders
from nq57gen.packs.load import load_pack
from nq57gen.schema.language import RESERVED_KEYS, reference_records
from nq57gen.schema.outline import walk
from nq57gen.schema.read import read
from nq57gen.shape.types import Record
from nq57gen.spec.reader import read_spec
from nq57gen.spec.source import SourceFile
from nq57gen.terms import TERMS
from tests.schema.snippets import PLAN, REPORT, ROOT, changed, findings, line_of, spots, understood

MANY_MISTAKES = changed(
    PLAN,
    ("nam_ke_hoach: 2026", "nam_ke_hoach: 26"),
    ("ngay: 22/10/2025", "ngay: 31/11/2025"),
    ("<<phong_ban.truong_hoc>>", "<<phong_ban.truong_hocc>>"),
    ("lượt.[^1]", "lượt.[^một]"),
    ("tieu_de: Chuyển đổi số", "tieu_đề: Chuyển đổi số"),
    ("≥ 60%", "≥ 6O%"),
    ("chu_tri: cong_an", "chu_tri: cong_am"),
    ("KT. CHỦ TỊCH", "KT.CHỦ TỊCH"),
)


def test_all_mistakes_of_a_file_are_reported_in_one_run_in_file_order() -> None:
    assert spots(MANY_MISTAKES) == [
        ("S022", line_of(MANY_MISTAKES, "nam_ke_hoach: 26")),
        ("S026", line_of(MANY_MISTAKES, "31/11/2025")),
        ("N006", line_of(MANY_MISTAKES, "truong_hocc")),
        ("N010", line_of(MANY_MISTAKES, "[^một]")),
        ("S001", line_of(MANY_MISTAKES, "tieu_đề")),
        ("T001", line_of(MANY_MISTAKES, "6O%")),
        ("N013", line_of(MANY_MISTAKES, "cong_am")),
        ("S029", line_of(MANY_MISTAKES, "KT.CHỦ")),
    ]


def test_every_finding_says_where_what_and_how_to_mend_it() -> None:
    for found in findings(MANY_MISTAKES):
        assert re.fullmatch(r"[A-Z]\d{3}", found.code)
        assert found.severity is Severity.ERROR
        assert found.path == "thu.yaml"
        assert found.position is not None
        assert found.position.line >= 1
        assert found.position.column >= 1
        assert found.message
        assert found.hint
        assert found.where


def test_the_column_of_a_finding_is_that_of_the_wrong_word() -> None:
    spec = changed(
        PLAN, ("Phổ biến cho <<phong_ban.truong_hoc>>.", "Đã <<phong_ban.truong_hoc>>, <<don_vo>>")
    )
    (found,) = findings(spec)
    assert found.position is not None
    assert found.source_line[found.position.column - 1 :] == "<<don_vo>>"


def test_a_wrong_part_does_not_hide_a_mistake_in_a_part_whose_name_begins_alike() -> None:
    spec = changed(PLAN, ("yeu_cau: |", "muc: x\nyeu_cau: |"), ("Phổ biến cho", "<<khong>>"))
    assert sorted(code for code, _ in spots(spec)) == ["N001", "S001"]


def test_what_follows_from_a_wrong_part_alone_is_not_reported() -> None:
    # the citation is lost with its date, what cites it is not blamed
    spec = changed(PLAN, ("kh94: {loai: Kế hoạch", "kh94: {loai: [Kế hoạch]"))
    assert [code for code, _ in spots(spec)] == ["S004"]


def test_unprinted_texts_are_looked_for_only_when_all_else_is_right() -> None:
    unused = changed(PLAN, ("<<bien.so_luot>> lượt", "nhiều lượt"))
    assert [code for code, _ in spots(unused)] == ["N023"]
    assert [code for code, _ in spots(changed(unused, ("mau: dong-nai", "mau: dong-mai")))] == ["M001"]


@pytest.mark.parametrize(
    "key", ["schema", "type", "items", "keysrules", "validator", "anyof_type", "required"]
)
def test_ids_may_be_words_that_the_checking_library_uses(key: str) -> None:
    spec = changed(PLAN, ("  so_luot: 75", f"  {key}: 75"), ("<<bien.so_luot>>", f"<<bien.{key}>>"))
    assert findings(spec) == ()


@pytest.mark.parametrize("key", ["so_van_ban", "ngay_ban_hanh"])
def test_number_and_date_may_be_blank(key: str) -> None:
    assert findings(changed(PLAN, ("can_cu:", f"{key}:\ncan_cu:"))) == ()


@pytest.mark.parametrize("spec", [PLAN, REPORT])
def test_whatever_is_cut_out_of_a_spec_there_is_a_finding_or_a_document(spec: str) -> None:
    lines = spec.split("\n")
    for number in range(len(lines)):
        cut = "\n".join(lines[:number] + lines[number + 1 :])
        if all(found.severity is Severity.WARNING for found in findings(cut)):
            assert understood(cut).document.body


@pytest.mark.parametrize("seed", range(150))
def test_no_jumble_of_lines_is_more_than_a_list_of_findings(seed: int) -> None:
    """Words put at wrong places never stop the program; every finding has its line."""
    chance = random.Random(seed)  # noqa: S311  # reproducible jumble, no secret
    lines = chance.choice([PLAN, REPORT]).split("\n")
    for _ in range(chance.randint(1, 3)):
        at, of = chance.randrange(len(lines)), chance.randrange(len(lines))
        indent = re.match(r" *(?:- )?", lines[at])
        assert indent is not None
        lines[at] = indent.group() + lines[of].lstrip(" -")
    spec = "\n".join(lines)
    for found in findings(spec):
        assert found.position is not None, found
        assert found.hint, found


@pytest.mark.parametrize(
    "old_and_new", [("[kh94]", "[]"), ("[kh94]", "[[]]"), ("[kh94]", "{}"), ("[kh94]", '[""]')]
)
def test_empty_lists_and_mappings_in_the_wrong_place_are_findings(old_and_new: tuple[str, str]) -> None:
    assert findings(changed(PLAN, old_and_new))


def test_a_spec_with_nothing_right_is_still_read_to_its_end() -> None:
    data = read_spec(SourceFile("thu.yaml", "\n".join(f"{key}: {{a: [b]}}" for key in sorted(RESERVED_KEYS))))
    found = read(data, pack_folders(ROOT))
    assert {problem.position.line for problem in found.problems if problem.position} >= set(
        range(1, len(RESERVED_KEYS) + 1)
    ) - {line_of_key(data.source.text, key) for key in ("nam_bao_cao", "kinh_gui")}


def line_of_key(spec: str, key: str) -> int:
    return spec.split("\n").index(f"{key}: {{a: [b]}}") + 1


@pytest.mark.parametrize("name", ["chung", "dong-nai", "hai-phong"])
def test_no_section_of_a_pack_takes_a_key_of_the_language(name: str) -> None:
    for kind in load_pack(name, pack_folders(ROOT)).document_types.values():
        keys = [entry.key for entry in walk(kind.outline) if entry.key]
        assert not RESERVED_KEYS.intersection(keys)
        assert len(keys) == len(set(keys))


def test_every_key_of_the_language_has_its_accented_label() -> None:
    keys = {key for _, record in reference_records() if isinstance(record, Record) for key in record.fields}
    assert keys - set(TERMS) == set()


def test_sections_may_be_retitled_reordered_added_and_left_out() -> None:
    spec = changed(
        PLAN,
        (
            "muc_dich: |\n  Phổ",
            """bo_cuc:
  - {khoa: giai_phap, tieu_de: Nhiệm vụ}
  - muc_tieu
  - {khoa: ban_do_so, tieu_de: Bản đồ số, danh_so: "V."}
  - to_chuc_thuc_hien
ban_do_so: |
  <<bien.so_luot>> điểm cho <<phong_ban.truong_hoc>>.[^1]
muc_dich: |
  Phổ""",
        ),
        (
            "muc_dich: |\n  Phổ biến cho <<phong_ban.truong_hoc>>.\n"
            "yeu_cau: |\n  Tập huấn <<bien.so_luot>> lượt.[^1]\n",
            "",
        ),
    )
    document = understood(spec).document
    headings = [f"{block.label} {plain(block.runs)}" for block in document.body if isinstance(block, Heading)]
    assert headings == [
        "I. NHIỆM VỤ",
        "1. Chuyển đổi số",
        "II. MỤC TIÊU",
        "1. Mục tiêu chung",
        "V. BẢN ĐỒ SỐ",
        "VI. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Văn hóa - Xã hội",
    ]
