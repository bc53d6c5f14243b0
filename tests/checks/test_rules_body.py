"""Bases, citations, text, headings, end marks: what is a finding, and what must not be one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from nq57gen.checks.layout.engine import check_layout
from nq57gen.reading.word_file import read_word_file
from tests.checks.changed import END, LONG, changed, codes, plan, with_words
from tests.checks.maker import Way, make_file
from tests.checks.texts import LETTER, PLAN


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.", []),
        ("Căn cứ Luật sửa đổi, bổ sung một số điều theo Luật số 63/2020/QH14 ngày 18 tháng 6 năm 2020.", []),
        ("Căn cứ chức năng, nhiệm vụ và tình hình thực tế của địa phương.", []),
        ("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 12/TTr-VHXH.", []),
        ("Căn cứ Kế hoạch số 18/KH-UBND ngày 15/01/2026 của UBND tỉnh về chuyển đổi số.", []),
        ("Căn cứ Kế hoạch số 19/KH-UBND ngày … tháng … năm 2026 của UBND tỉnh về chuyển đổi số.", []),
        ("Căn cứ Kế hoạch số 19/KH-UBND của UBND tỉnh về chuyển đổi số.", ["CC-03"]),
        ("Căn cứ Kế hoạch số 19/KH-UBND ngày 15/01/2026 về chuyển đổi số.", ["CC-03"]),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.", ["CC-03"]),
        ("Căn cứ Luật Chuyển đổi số.", ["CC-03"]),
        ("Căn cứ Pháp lệnh Ưu đãi số 02/2020/UBTVQH14 ngày 09 tháng 12 năm 2020.", ["CC-03"]),
    ],
)
def test_content_of_bases(basis: str, expected: list[str]) -> None:
    first = "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025;"
    words = dataclasses.replace(
        PLAN, body=(("basis", first), ("basis", basis), ("text", LONG), END), annexes=()
    )
    assert codes(make_file(words, Way())) == expected


# --- citations in the text


NQ57 = "Nghị quyết số 57-NQ/TW"
FULL = "Kế hoạch số 20/KH-UBND ngày 02 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [f"Phường thực hiện {FULL} về khung năng lực số.", "Theo Kế hoạch số 20/KH-UBND, phường mở lớp."],
            [],
        ),
        (["Phường thực hiện Kế hoạch số 21/KH-UBND của tỉnh về khung năng lực số cho cán bộ."], ["VD-01"]),
        ([f"Phường thực hiện {FULL} về triển khai Kế hoạch số 21/KH-UBND cho cán bộ phường."], []),
        (
            [f"Phường thực hiện {FULL} về khung năng lực.", f"Mọi đơn vị theo {FULL} về khung năng lực."],
            ["VD-02"],
        ),
        ([f"Phường thực hiện {FULL} về khung năng lực số; giao Văn phòng theo {FULL} mà làm."], ["VD-02"]),
        # cùng số, khác ngày: hai văn bản
        (
            [
                f"Phường thực hiện {FULL} về khung năng lực.",
                f"Mọi đơn vị theo {FULL.replace('02 năm', '3 năm')} về.",
            ],
            [],
        ),
        # trong tên của văn bản khác
        (
            [f"{FULL} về năng lực đã xong; Kế hoạch số 22/KH-UBND ngày 02/3/2026 thực hiện {FULL}."],
            [],
        ),
    ],
)
def test_citations(texts: list[str], expected: list[str]) -> None:
    assert codes(make_file(plan(*(("text", text) for text in texts)), Way())) == expected


# --- text


def lists_of_word(document: Document) -> None:
    """Items that Word numbers, set in as far as the text."""
    style = document.styles["List Number"]
    style.font.size = Pt(14)
    for spacing in style.element.findall(f".//{qn('w:contextualSpacing')}"):
        spacing.getparent().remove(spacing)
    for text in ("Rà soát hạ tầng số của phường;", "Rà soát nhân lực số của phường;"):
        added = with_words(document, "2. Yêu cầu").insert_paragraph_before(text, "List Number")
        added.paragraph_format.left_indent, added.paragraph_format.first_line_indent = Cm(1.9), Cm(-0.63)
        added.paragraph_format.space_before = Pt(6)
        added.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def exact_lines(document: Document) -> None:
    for paragraph in document.paragraphs:
        if len(paragraph.text) > 60:
            paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            paragraph.paragraph_format.line_spacing = Pt(18)


def space_after(document: Document) -> None:
    for paragraph in document.paragraphs:
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(0), Pt(6)


def one_word_bold_italic(document: Document) -> None:
    run = with_words(document, "Mỗi nhiệm vụ").add_run(" (trọng tâm)")
    run.bold = run.italic = True


def label_in_a_run_of_its_own(document: Document) -> None:
    paragraph = with_words(document, "1. Mục đích")
    for run in paragraph.runs:
        run.text = ""
    for text in ("1", ". ", "Mục ", "đích"):
        paragraph.add_run(text)


def short_line_to_the_left(document: Document) -> None:
    with_words(document, "2. Chỉ tiêu").alignment = WD_ALIGN_PARAGRAPH.LEFT


def blank_paragraphs(document: Document) -> None:
    for beginning in ("I. MỤC", "II. NHIỆM", "Trên đây"):
        with_words(document, beginning).insert_paragraph_before("")


def one_centimetre_and_thirteen_points(document: Document) -> None:
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name in _ROLES:
            paragraph.paragraph_format.first_line_indent = Cm(1)
            for run in paragraph.runs:
                run.font.size = Pt(13)


_ROLES = [f"Kiểu {role}" for role in ("basis", "roman", "clause", "point", "bullet", "text", "last")]


@pytest.mark.parametrize(
    "change",
    [
        lists_of_word,
        exact_lines,
        space_after,
        one_word_bold_italic,
        label_in_a_run_of_its_own,
        short_line_to_the_left,
        blank_paragraphs,
        one_centimetre_and_thirteen_points,
    ],
    ids=lambda change: change.__name__,
)
def test_what_other_people_may_do(change: Callable[[Document], None]) -> None:
    assert codes(changed(PLAN, change)) == []


def tab_before_text(document: Document) -> None:
    paragraph = with_words(document, "Mỗi nhiệm vụ")
    paragraph.runs[0].text = "\t" + paragraph.runs[0].text
    paragraph.paragraph_format.first_line_indent = Cm(0)


def two_sizes(document: Document) -> None:
    for run in with_words(document, "Mỗi nhiệm vụ").runs:
        run.font.size = Pt(13)


def two_indents(document: Document) -> None:
    with_words(document, "Mỗi nhiệm vụ").paragraph_format.first_line_indent = Cm(1)


def exact_lines_too_near(document: Document) -> None:
    paragraph = with_words(document, "Mỗi nhiệm vụ")
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(14)


def only_the_number_is_bold(document: Document) -> None:
    paragraph = with_words(document, "Phòng Văn hóa - Xã hội theo dõi")
    paragraph.insert_paragraph_before("", paragraph.style)
    above = document.paragraphs[[one._p for one in document.paragraphs].index(paragraph._p) - 1]
    above.add_run("1.").bold = True
    above.add_run(" Văn phòng bảo đảm đường truyền, thiết bị của bộ phận tiếp nhận và trả kết quả.")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (tab_before_text, "ND-02"),
        (two_sizes, "ND-01"),
        (two_indents, "ND-02"),
        (exact_lines_too_near, "ND-04"),
        (only_the_number_is_bold, "BC-05"),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_what_they_may_not(change: Callable[[Document], None], code: str) -> None:
    assert codes(changed(PLAN, change)) == [code]


def test_the_same_slip_is_told_once_with_a_count() -> None:
    def left(document: Document) -> None:
        for paragraph in document.paragraphs:
            if len(paragraph.text) > 100:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT

    words = plan(*[("text", LONG)] * 5)
    found = check_layout(read_word_file(changed(words, left), "tep.docx"))
    told = [one for one in found if one.code == "ND30-ND-01"]
    assert len(told) == 1
    assert "và 4 chỗ khác" in told[0].message


@pytest.mark.parametrize(
    ("role", "text", "expected"),
    [
        ("roman", "I. KẾT QUẢ (tính đến ngày 30/11/2025)", []),
        ("roman", "I. Kết quả thực hiện", ["BC-04"]),
        ("part", "PHẦN I: ĐÁNH GIÁ CHUNG", ["BC-02"]),
        ("part", "Phần thứ nhất", ["BC-02", "BC-10"]),
        ("clause", "1. UBND phường", []),
        ("clause", "1. Tiêu đề của một khoản dài mà vẫn là tiêu đề vì đậm từ đầu đến cuối dòng chữ này", []),
        ("text", "1. Giao các cơ quan:", []),
        ("text", "1. Giao các cơ quan thực hiện", ["BC-05"]),
        ("point", "a) Hạ tầng số", []),
        ("point", "a/ Hạ tầng số", ["BC-06"]),
        ("bullet", "+ Hạ tầng số;", []),
        ("bullet", "➢ Hạ tầng số;", ["BC-07"]),
    ],
)
def test_headings(role: str, text: str, expected: list[str]) -> None:
    assert codes(make_file(plan((role, text), ("bullet", f"- {LONG}")), Way())) == expected


def test_a_letter_with_a_list_of_plain_items_is_fine() -> None:
    assert codes(make_file(LETTER, Way())) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kết quả báo cáo trước ngày 30 tháng 11 năm 2026./.", []),
        ("Kết quả báo cáo trước ngày 30 tháng 11 năm 2026./", ["ND-05"]),
        ("Kết quả báo cáo./. Xem thêm tại https://phuong.gov.vn/../bao-cao./.", ["ND-05"]),
        ("Kết quả báo cáo trước ngày 30 tháng 11 năm 2026.", ["ND-05"]),
    ],
)
def test_the_end_mark(text: str, expected: list[str]) -> None:
    words = plan(("text", LONG))
    assert (
        codes(make_file(dataclasses.replace(words, body=(*words.body[:-1], ("last", text))), Way()))
        == expected
    )


def test_lines_of_a_form_in_an_appendix_are_no_headings() -> None:
    def form(document: Document) -> None:
        for text in ("I. Thông tin chung", "1. Họ và tên", "2. Đơn vị công tác", "a) Hiện nay", "- Chức vụ:")[
            ::-1
        ]:
            line = with_words(document, "CHỈ TIÊU NĂM").insert_paragraph_before(text, "Kiểu cell")
            with_words(document, "(Kèm theo")._p.addnext(line._p)

    assert codes(changed(PLAN, form)) == []
