"""The counting and comparing of inherited appendices, and the edits of the wards."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement

from tests.corpus.inheritance.__main__ import WARDS, main
from tests.corpus.inheritance.compare import (
    OwnLines,
    appendices_of,
    differences,
    lines_by_appendix,
    own_lines,
)
from tests.corpus.inheritance.skeletons import on_trial
from tests.corpus.inheritance.ward import cloned, edited, read_edits
from tests.corpus.source import Appendix

PLAN = """\
van_ban:
  kh1:
    so: 1/KH
  kh2: {so: 2/KH}
phu_luc:
  # ghi chú
  - ma: a
    bang: chi_tieu
    cot:
      - stt
      - {truong: ke_hoach, rong: 9}
      - chu_tri
    chi_tieu:
      - nhom: Nhóm một
        chi_tieu:
          - ma: x
            ten: Tỷ lệ một
            ke_hoach: 80
          - ma: y
            ten: Hai theo <<kh2>>
  - ma: b
    bang: nhiem_vu
    nhiem_vu:
      - ma: nv
        ten: Việc năm <<nam_ke_hoach>>
noi_nhan: []
"""
ORIGINAL: Appendix = {
    "label": "PHỤ LỤC I",
    "title": "CHỈ TIÊU",
    "note": "",
    "columns": ["STT", "Chỉ tiêu", "Kết quả", "Chủ trì", "Phối hợp"],
    "rows": [
        {"group": True, "level": 1, "cells": ["I", "Nhóm của bản gốc"]},
        {"group": False, "cells": ["1", "Chỉ tiêu của bản gốc", "≥ 70", "A", "B"]},
    ],
}


def change(**changes: Any) -> list[str]:
    text = edited(PLAN, {"phu_luc": {"a": changes}}, [ORIGINAL])
    return [line.strip() for line in text.splitlines()]


def word_file(rows: list[list[str]], head: int = 1) -> bytes:
    document: WordDocument = Document()
    document.add_paragraph("Phụ lục I")
    document.add_paragraph("CHỈ TIÊU")
    table = document.add_table(len(rows), 5)
    for row, texts in zip(table.rows, rows, strict=True):
        if len(texts) == 2:
            row.cells[1].merge(row.cells[4])
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    for row in table.rows[:head]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


GOOD = [ORIGINAL["columns"], *(row["cells"] for row in ORIGINAL["rows"])]


def test_an_equal_table_has_no_difference() -> None:
    assert list(differences(appendices_of(word_file(GOOD))[0], ORIGINAL)) == []


@pytest.mark.parametrize(("row", "column"), [(0, 2), (1, 0), (1, 1), (2, 0), (2, 2), (2, 4)])
def test_one_changed_cell_is_told(row: int, column: int) -> None:
    rows = [list(texts) for texts in GOOD]
    rows[row][column] += " thêm"
    (said,) = differences(appendices_of(word_file(rows))[0], ORIGINAL)
    assert "thêm" in said


def test_a_missing_row_and_another_title_are_told() -> None:
    printed = appendices_of(word_file(GOOD[:2]))[0]
    assert any("rows" in said for said in differences(printed, ORIGINAL))
    assert any("title" in said for said in differences(printed, {**ORIGINAL, "title": "KHÁC"}))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a: 1", "b: 2"], ["  a: 1", "# c", "", "b: 2"], OwnLines(0, 0, 0, 2)),
        (["a: 1", "b: 2"], ["a: 1", "b: 3", "c: 4"], OwnLines(2, 0, 1, 3)),
        (["ten: Tỷ lệ một"], ["ten: Tỉ lệ Một."], OwnLines(1, 1, 1, 1)),
        (["ke_hoach: ≥ 60%"], ["ke_hoach: 60%"], OwnLines(1, 0, 1, 1)),
    ],
)
def test_own_lines_are_counted(old: list[str], new: list[str], expected: OwnLines) -> None:
    assert own_lines(old, new) == expected


def test_lines_are_told_apart_by_appendix() -> None:
    assert {name: len(lines) for name, lines in lines_by_appendix(PLAN).items()} == {"": 5, "a": 14, "b": 5}


def test_fields_are_set_added_and_taken_away() -> None:
    lines = change(hang={"x": {"ke_hoach": "≥ 90", "chu_tri": ["cong_an", "mttq"]}, "y": {"ten": ""}})
    assert "ke_hoach: ≥ 90" in lines
    assert "chu_tri: [cong_an, mttq]" in lines
    assert not any("Hai theo" in line for line in lines)


def test_rows_are_left_out_moved_and_added() -> None:
    lines = change(bo=["y"], them=[{"sau": "x", "ma": "z", "ten": "Ba"}])
    assert lines.index("- ma: z") == lines.index("ke_hoach: 80") + 1
    assert "- ma: y" not in lines
    lines = change(chuyen={"x": "y"})
    assert lines.index("- ma: y") < lines.index("- ma: x")


def test_the_cell_of_the_original_is_taken_where_it_stands() -> None:
    lines = change(nhom={"Nhóm": {"nhom": "@goc"}}, hang={"x": {"ten": "@goc"}}, bo=["y"])
    assert "- nhom: Nhóm của bản gốc" in lines
    assert "ten: Chỉ tiêu của bản gốc" in lines


def test_a_row_that_is_not_there_is_told() -> None:
    with pytest.raises(LookupError, match="khong_co"):
        change(hang={"khong_co": {"ten": "A"}})


def test_a_trial_fills_every_blank() -> None:
    assert (
        on_trial("<<don_vi>> <<?số>> lớp, ký <<?họ và tên người ký>>")
        == "<<don_vi>> 12 lớp, ký Nguyễn Văn An"
    )


@pytest.mark.parametrize("path", WARDS, ids=lambda path: path.stem)
def test_the_wards_edit_only_what_is_in_their_clones(path: Any) -> None:
    edits = read_edits(path)
    blank: Appendix = {"label": "", "title": "", "note": "", "columns": [], "rows": []}
    plain = yaml_without_originals(edits)
    ward = edited(cloned(edits), plain, [blank] * len(edits["phu_luc"]))
    assert own_lines(cloned(edits).splitlines(), ward.splitlines()).own > 0


def yaml_without_originals(value: Any) -> Any:
    """The edits with a word of their own for each cell that is taken from the original."""
    if isinstance(value, dict):
        return {key: yaml_without_originals(one) for key, one in value.items()}
    if isinstance(value, list):
        return [yaml_without_originals(one) for one in value]
    return "Bản gốc" if value == "@goc" else value


def test_without_a_corpus_there_is_nothing_to_compare(
    tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "usage" in capsys.readouterr().err
