"""Texts of one line: a line end behind them is no part of them, one inside them is a mistake at its place."""

from __future__ import annotations

import pytest

from nq57gen.model.document import Paragraph
from tests.model.show import document, section, spec
from tests.schema.snippets import PLAN, changed, findings, spots, understood

CITATION = (
    "van_ban:\n  kh: {{loai: Kế hoạch, so: 94/KH-UBND, ngay: 22/10/2025, co_quan: {}, trich_yeu: {}}}\n"
)
CALL = "viec: Theo <<kh>> thực hiện.\n"

#: A key of the plan of ``tests.schema.snippets``, what it stands in, and its value.
ONE_LINE = [
    ("trich_yeu: Triển khai chuyển đổi số", "trich_yeu"),
    ("ten: Các trường học", "ten"),
    ("co_quan: UBND phường", "co_quan"),
    ("trich_yeu: về chuyển đổi số", "trich_yeu"),
    ("so: 94/KH-UBND", "so"),
    ("ho_ten: Nguyễn Văn A", "ho_ten"),
    ("ten: Minh Hưng", "ten"),
    ("ten: Phủ sóng 5G", "ten"),
    ("tieu_de: Chuyển đổi số", "tieu_de"),
    ("tieu_de: Các mục tiêu", "tieu_de"),
    ("- Thường trực Đảng ủy", ""),
    ("chuc_vu: PHÓ CHỦ TỊCH", "chuc_vu"),
    ("chu_tri: cong_an", "chu_tri"),
    ("loai: phường", "loai"),
]


def quoted(typed: str, behind: str, inside: str = "") -> str:
    """``typed`` with its value in quotes, a line end behind or inside it."""
    mark = ": " if ": " in typed else "- "
    head, value = typed.split(mark, 1)
    middle = len(value) // 2
    return f'{head}{mark}"{value[:middle]}{inside}{value[middle:]}{behind}"'


@pytest.mark.parametrize(("typed", "key"), ONE_LINE)
def test_a_line_end_behind_a_text_of_one_line_is_no_part_of_it(typed: str, key: str) -> None:
    made = understood(changed(PLAN, (typed, quoted(typed, r"\n"))))
    assert made.document == understood(PLAN).document


@pytest.mark.parametrize(("typed", "key"), ONE_LINE)
def test_a_line_end_inside_a_text_of_one_line_is_told_at_its_place(typed: str, key: str) -> None:
    broken = changed(PLAN, (typed, quoted(typed, "", r"\n")))
    found = [one for one in findings(broken) if one.code in ("S033", "S008", "S007")]
    assert len(found) == 1
    assert found[0].where.endswith(key)
    assert found[0].position is not None


@pytest.mark.parametrize("end", ["|\n      {}\n", "|+\n      {}\n\n\n", '"{}\\n\\n"\n'])
def test_a_block_of_one_line_is_that_line(end: str) -> None:
    typed = end.format("UBND phường Minh Hưng")
    cited = f"van_ban:\n  kh:\n    loai: Kế hoạch\n    so: 94/KH-UBND\n    co_quan: {typed}"
    assert section(cited, CALL) == ["Theo Kế hoạch số 94/KH-UBND của UBND phường Minh Hưng thực hiện."]


@pytest.mark.parametrize(("issuer", "subject"), [(r'"UBND\nphường"', "x"), ("UBND", r'"về\nchuyển đổi"')])
def test_a_citation_in_two_lines_is_told_and_not_cut_in_two(issuer: str, subject: str) -> None:
    assert spots(spec(CITATION.format(issuer, subject), CALL))[0][0] == "S033"


def test_a_variable_of_one_line_is_used_in_the_middle_of_a_sentence() -> None:
    lines = section("bien:\n  ten: |\n    nhà văn hóa\n", "viec: |\n  Tại <<bien.ten>> của phường.\n")
    assert lines == ["Tại nhà văn hóa của phường."]


def test_texts_of_several_lines_stay_paragraphs() -> None:
    made = document("viec: |\n  Một.\n  Hai.\n")
    said = ["".join(run.text for run in block.runs) for block in made.body if isinstance(block, Paragraph)]
    assert said[:2] == ["Một.", "Hai."]
