"""The skeletons of the packs: whole, in the words of the unit's kind, correct on paper, with stable ids."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from nq57gen.checks.layout.engine import check_layout
from nq57gen.cloning import report_from_plan
from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from nq57gen.reading.word_file import read_word_file
from tests.corpus.inheritance.skeletons import (
    BLANK,
    PACKS,
    ROOT,
    Unit,
    clone,
    on_trial,
    skeleton,
)

UNITS = (Unit("phường", "Minh Hưng", 2026), Unit("xã", "Phú Riềng", 2026), Unit("đặc khu", "Thổ Châu", 2026))
DOCUMENTS = ("ke_hoach", "bao_cao")
#: Words of one kind of unit that have nothing to do with the kind of the unit they are said of.
NEUTRAL = re.compile(r"(?i)cấp xã|xã hội|hợp tác xã")
WORDS = {
    "phường": ("xã", "đặc khu", "thôn", "ấp", "khu dân cư"),
    "xã": ("phường", "đặc khu", "khu phố", "tổ dân phố", "khu dân cư", "Hạ tầng và Đô thị"),
    "đặc khu": ("phường", "xã", "thôn", "ấp", "tổ dân phố", "Hạ tầng và Đô thị"),
}
#: What only a province, or only a city, is called.
PROVINCES = {
    "chung": ("thành phố", "Thành ủy"),
    "dong-nai": ("thành phố", "Thành ủy"),
    "hai-phong": ("tỉnh", "Tỉnh ủy"),
}


def text_of(pack: str, document: str, unit: Unit) -> str:
    """The clone, its blanks still blank; a report has the appendices of the plan."""
    plan = clone(skeleton(pack, "ke_hoach"), unit)
    return plan if document == "ke_hoach" else report_from_plan(plan, clone(skeleton(pack, "bao_cao"), unit))


@cache
def rendered(pack: str, document: str, unit: Unit) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The document on trial and the warnings about its spec."""
    return render_text(on_trial(text_of(pack, document, unit)))


def render_text(text: str) -> tuple[bytes, tuple[Diagnostic, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, "thu.yaml")
        spec.write_text(text, encoding="utf-8")
        understood = understand(spec, spec.name, ROOT)
    return render_bytes(understood.spec, understood.document), understood.warnings


def rows_of(pack: str) -> Iterator[dict[str, Any]]:
    """All rows and groups of the plan's appendices."""

    def walk(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for item in items:
            yield item
            yield from walk(item.get("chi_tieu", []) + item.get("nhiem_vu", []))

    for appendix in yaml.load(skeleton(pack, "ke_hoach"), Loader=yaml.BaseLoader)["phu_luc"]:  # noqa: S506
        yield from walk(appendix.get("chi_tieu", []) + appendix.get("nhiem_vu", []))


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.kind)
@pytest.mark.parametrize("pack", PACKS)
class TestClone:
    """A fresh clone with something in its blanks."""

    def test_nothing_is_found_in_the_spec_and_on_paper(self, pack: str, unit: Unit, document: str) -> None:
        data, warnings = rendered(pack, document, unit)
        assert warnings == ()
        assert [f"{one.code} {one.where} {one.message}" for one in found(data)] == []

    def test_no_word_of_another_kind_of_unit_is_printed(self, pack: str, unit: Unit, document: str) -> None:
        printed = NEUTRAL.sub(" ", words_of(rendered(pack, document, unit)[0]))
        assert [word for word in WORDS[unit.kind] if has(printed, word)] == []

    def test_the_kind_of_the_province_is_said_everywhere(self, pack: str, unit: Unit, document: str) -> None:
        printed = words_of(rendered(pack, document, unit)[0])
        assert [word for word in PROVINCES[pack] if has(printed, word)] == []

    def test_only_the_names_of_the_unit_are_left_to_the_clone(
        self, pack: str, unit: Unit, document: str
    ) -> None:
        fixed = {"don_vi.loai", "don_vi.ten", "nam"} | (
            {"don_vi.tinh", "don_vi.loai_tinh"} if pack == "chung" else set()
        )
        blanks = set(BLANK.findall(skeleton(pack, document)))
        assert {blank for blank in blanks if "." in blank or blank == "nam"} == fixed
        assert not fixed & set(BLANK.findall(text_of(pack, document, unit)))


def found(data: bytes) -> list[Diagnostic]:
    return list(check_layout(read_word_file(data, "tep.docx")))


def words_of(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in read_word_file(data, "tep.docx").all_paragraphs())


def has(text: str, word: str) -> bool:
    return re.search(rf"(?i)\b{word}\b", text) is not None


@pytest.mark.parametrize("document", DOCUMENTS)
def test_dong_nai_as_a_city_is_a_province_only_in_what_it_issued_before(document: str) -> None:
    text = on_trial(text_of("dong-nai", document, UNITS[0]))
    name = "  ten: Minh Hưng\n"
    city = text.replace(name, f"{name}  tinh: Đồng Nai\n  loai_tinh: thành phố\n", 1)
    said = [line for line in words_of(render_text(city)[0]).splitlines() if has(line, "tỉnh")]
    assert [line for line in said if "469-KH/TU" not in line and "91/KH-UBND" not in line] == []


@pytest.mark.parametrize("pack", PACKS)
def test_every_target_and_task_has_an_id_of_its_own(pack: str) -> None:
    rows = [row for row in rows_of(pack) if "nhom" not in row]
    ids = [row.get("ma") for row in rows]
    assert None not in ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("pack", PACKS)
def test_no_two_groups_of_a_plan_have_one_title(pack: str) -> None:
    titles = [row["nhom"] for row in rows_of(pack) if "nhom" in row]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("pack", PACKS)
def test_the_report_has_every_target_of_the_plan_once_with_a_blank_for_its_result(pack: str) -> None:
    report = text_of(pack, "bao_cao", UNITS[0])
    targets = [row["ma"] for row in rows_of(pack) if "nhom" not in row and "thoi_han" not in row]
    assert targets
    assert [report.count(f"- ma: {target}\n") for target in targets] == [1] * len(targets)
    assert report.count("ket_qua: <<?kết quả>>") == len(targets)


@pytest.mark.parametrize(
    ("pack", "targets", "tasks"), [("chung", 16, 10), ("dong-nai", 32, 13), ("hai-phong", 58, 28)]
)
def test_the_lists_are_as_long_as_the_pack_says(pack: str, targets: int, tasks: int) -> None:
    rows = [row for row in rows_of(pack) if "nhom" not in row]
    assert sum("thoi_han" in row for row in rows) == tasks
    assert sum("thoi_han" not in row for row in rows) == targets


def test_no_word_of_a_real_ward_is_in_a_skeleton() -> None:
    wards = ("Minh Hưng", "Chu Văn An", "Gia Phúc", "Hàng Gòn", "Nam Đồ Sơn")
    texts = [skeleton(pack, document) for pack in PACKS for document in DOCUMENTS]
    assert [ward for ward in wards for text in texts if ward in text] == []
