"""Shapes: what each lets through, and how data is mended so that checking can go on."""

from __future__ import annotations

from pathlib import Path

import pytest
from cerberus import Validator

from nq57gen.packs.shape import PACK
from nq57gen.schema.language import spec_shape
from nq57gen.shape import faults
from nq57gen.shape.checker import check
from nq57gen.shape.checks import CHECKS
from nq57gen.shape.types import Either, Field, Later, ListOf, Record, Shape, Table, Text, kinds_of, settle
from nq57gen.spec.reader import SpecData, read_spec
from nq57gen.spec.source import SourceFile
from tests.samples.walk import SAMPLES, read

ROWS: ListOf = ListOf(
    Either(
        mapping=Record("Hàng", {"ten": Field(Text(), "", required=True)}),
        keyed=(
            "nhom",
            Record(
                "Nhóm",
                {
                    "nhom": Field(Text(), "", required=True),
                    "hang": Field(Later(lambda: ROWS), "", required=True),
                },
            ),
        ),
    ),
    1,
)
SHAPE = Record(
    "Thử",
    {
        "chu": Field(Text(), ""),
        "trong": Field(Text(blank=True), ""),
        "chon": Field(Text(allowed=("trai", "phai")), ""),
        "nam": Field(Text("year"), ""),
        "hang": Field(ROWS, ""),
        "bang": Field(Table(Text()), ""),
        "ghi": Field(Either(text=Text(), list=ListOf(Text(), 1)), ""),
    },
    refused={"cu": ("S040", {})},
)


def data(text: str) -> SpecData:
    return read_spec(SourceFile("thu.yaml", text))


def problems(text: str) -> list[tuple[str, str]]:
    """Code and place of every problem, in file order."""
    found = sorted(check(data(text), SHAPE).problems, key=lambda problem: problem.sort_key)
    return [(problem.code, problem.where) for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        "chu: x",
        "trong:",
        "chon: phai",
        "nam: 2026",
        "hang: [{ten: a}, {nhom: g, hang: [{ten: b}, {nhom: h, hang: [{ten: c}]}]}]",
        "bang: {a: x, type: y, schema: z}",
        "ghi: x",
        "ghi: [x, y]",
    ],
)
def test_what_fits_has_no_problem(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("chu:", [("S006", "chu")]),
        ("chu: [a]", [("S004", "chu")]),
        ("chu: {a: b}", [("S004", "chu")]),
        ("chuu: x", [("S001", "chuu")]),
        ("zzzzzz: x", [("S002", "zzzzzz")]),
        ("cu: x", [("S040", "cu")]),
        ("chon: tria", [("S007", "chon")]),
        ("chon: zzz", [("S008", "chon")]),
        ("nam: 26", [("S022", "nam")]),
        ("hang: []", [("S006", "hang")]),
        ("hang: [{tenn: a}]", [("S001", "hang[1].tenn")]),
        ("hang: [a]", [("S004", "hang[1]")]),
        ("hang: [{ten: a}, {nhom: g}]", [("S003", "hang[2].hang")]),
        ("hang: [{nhom: g, hang: [{ten: }]}]", [("S006", "hang[1].hang[1].ten")]),
        ("bang: {A: x}", [("S020", "bang.A")]),
        ("bang: {a: [x]}", [("S004", "bang.a")]),
        ("bang: x", [("S004", "bang")]),
        ("ghi: {a: b}", [("S004", "ghi")]),
        ("hang: -x", [("S005", "hang")]),
        ("ghi: [x, [y]]", [("S004", "ghi[2]")]),
        (
            "chu: [a]\nnam: 26\nbang: {A: [x]}",
            [("S004", "chu"), ("S022", "nam"), ("S004", "bang.A"), ("S020", "bang.A")],
        ),
    ],
)
def test_each_mistake_is_one_problem_at_its_place(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(problems(text)) == sorted(found)


def test_wrong_parts_are_mended_and_told_and_the_rest_is_kept() -> None:
    given = data("chu: [a]\nchuu: x\nnam: 26\nhang: [{ten: a}, b]\nbang: {A: x, b: {c: d}}\nghi: [x]")
    checked = check(given, SHAPE)
    assert checked.data["chu"] == ""
    assert checked.data["nam"] == ""
    assert checked.data["hang"] == [{"ten": "a"}, {}]
    assert checked.data["bang"] == {"A": "x", "b": ""}
    assert checked.data["ghi"] == ["x"]
    assert "chuu" not in checked.data
    assert given.data["chu"] == ["a"], "the data as written must not change"
    assert ("nam",) in checked.mended


def test_problems_stand_at_the_key_or_at_the_value() -> None:
    given = data("chuu: x\nnam: 26\nchon: [trai]\n")
    positions = {problem.where: problem.position for problem in check(given, SHAPE).problems}
    spots = {where: (place.line, place.column) for where, place in positions.items() if place}
    assert spots == {"chuu": (1, 1), "nam": (2, 6), "chon": (3, 7)}


@pytest.mark.parametrize(
    ("shape", "kinds"),
    [
        (Text(), ("string",)),
        (ListOf(Text()), ("list",)),
        (Table(Text()), ("dict",)),
        (Later(lambda: Text()), ("string",)),
        (Either(text=Text(), mapping=Table(Text())), ("string", "dict")),
    ],
)
def test_a_shape_says_which_kinds_it_takes(shape: Shape, kinds: tuple[str, ...]) -> None:
    assert kinds_of(shape) == kinds


def test_a_key_chooses_between_two_mappings() -> None:
    plain, keyed = Record("a", {}), Record("b", {})
    either = Either(mapping=plain, keyed=("nhom", keyed))
    assert settle(either, {"ten": "x"}) is plain
    assert settle(either, {"nhom": "x"}) is keyed
    assert settle(either, "x") is either


@pytest.mark.parametrize("path", SAMPLES[:2], ids=lambda path: path.parent.name)
def test_the_rules_are_rules_that_cerberus_accepts(path: Path) -> None:
    """The program skips this check, which takes long; a rule that cerberus does not know would do nothing."""
    sample = read(path)
    rules = faults._rules(sample.shape, sample.data.data)["schema"]
    assert Validator(rules).schema


def test_the_rules_of_packs_are_accepted_too() -> None:
    given = data("phien_ban_dac_ta: 1\nten: x\nan_ban: 1\nthuat_ngu: {a: {xa: b}}\nvan_ban: {k: {loai: x}}\n")
    assert Validator(faults._rules(PACK, given.data)["schema"]).schema


def test_no_rules_are_accepted_that_cerberus_does_not_know() -> None:
    with pytest.raises(Exception, match="unknown rule"):
        Validator({"a": {"khong_co": 1}})


def test_the_shape_of_a_spec_depends_on_its_type_and_outline() -> None:
    plan = spec_shape(
        "ke_hoach", {"ke_hoach": "KẾ HOẠCH", "bao_cao": "BÁO CÁO"}, [("viec", ("con",))], ["cu"]
    )
    assert "nam_ke_hoach" in plan.fields
    assert "nam_bao_cao" not in plan.fields
    assert {"viec", "noi_nhan"} <= set(plan.fields)
    assert set(plan.refused) >= {"cu", "kinh_gui", "nam_bao_cao"}


SINGLE = [
    ("identifier", ["kh94", "a", "phong_vhxh"], ["Kh", "94kh", "a-b", "á", "a b", "_a"]),
    ("footnote_key", ["1", "a", "đ-1"], ["a b", "1.", "[1]"]),
    ("year", ["2025", "2045"], ["25", "1999", "2100a", "20255", "năm 2025"]),
    ("whole_number", ["1", "057", "999999999"], ["0", "00", "-1", "1,5", "1.000", "a", "9999999999"]),
    ("share", ["5", "12,5", "0.5", "1000"], ["0", "1001", "-1", "to", "1,2,3"]),
    (
        "date",
        ["5/3/2026", "29/02/2028", "ngày 05 tháng 3 năm 2026"],
        ["29/02/2026", "31/4/2026", "2026-03-05"],
    ),
    ("yes_no", ["có", "không"], ["co", "yes", "Có", "true"]),
    (
        "target_value",
        ["≥ 60%", "100%", "-", "Hoàn thành", "80-90%", "<<bien.x>>"],
        ["≥ 6O%", "60%%", "≥"],
    ),
    ("number_style", ["phan", "la_ma", "so", "so_cap", "chu", "khong"], ["a", "số", "I"]),
    (
        "authority",
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "TUQ. CHỦ TỊCH", "Q. CHỦ TỊCH"],
        ["TM.ỦY", "T/M", "KT. a"],
    ),
    ("version", ["1"], ["2", "1.0", "01"]),
    ("rule_code", ["ND30-BC-07", "SO-03", "NN"], ["BC-07", "ND30", "ND30-BC-7", "SO-3", "NNN"]),
    ("content_code", ["SO-03", "DEM-01"], ["ND30-BC-07", "NN", "SO-3"]),
    ("words_of_a_place", ["21 thủ tục", "90%", "5G"], ["a", "a b", "%", "á, b"]),
    ("unit_name", ["Minh Hưng", "1"], ["phường Minh Hưng", "Xã Gia Phúc", "<<x>>"]),
    ("literal", ["Minh Hưng", "a > b"], ["<<x>>", "một\thai"]),
]


@pytest.mark.parametrize(("name", "good", "bad"), SINGLE)
def test_checks_of_single_texts(name: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if CHECKS[name](text) is not None] == []
    assert [text for text in bad if CHECKS[name](text) is None] == []


def test_every_check_is_tested_above() -> None:
    assert {name for name, _, _ in SINGLE} == set(CHECKS)
