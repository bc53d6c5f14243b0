"""What a paragraph is, whether numbers go on, and what stands between letterhead and text."""

from __future__ import annotations

import dataclasses
import functools
import re

import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from nq57gen.checks.layout.outline import Entry, Kind, stories
from nq57gen.checks.layout.parts import recognise
from nq57gen.checks.layout.sequence import breaks
from nq57gen.reading.word_file import read_word_file
from tests.checks.changed import END, LONG, changed, codes, parts_of, plan, with_words
from tests.checks.maker import Way, make_file
from tests.checks.texts import DECISION, PLAN

# --- what a paragraph is


#: (role, text), then kind, label and number.
PARAGRAPHS: list[tuple[str, str, Kind, str, tuple[int, ...]]] = [
    ("roman", "I. MỤC ĐÍCH", Kind.ROMAN, "I.", (1,)),
    ("roman", "XIV. PHỤ TRÁCH", Kind.ROMAN, "XIV.", (14,)),
    ("roman", "II- YÊU CẦU", Kind.ROMAN, "II-", (2,)),
    ("roman", "III/ YÊU CẦU", Kind.ROMAN, "III/", (3,)),
    ("roman", "C. ĐÁNH GIÁ CHUNG", Kind.HEADING, "", ()),
    ("part", "Phần II", Kind.PART, "Phần II", (2,)),
    ("part", "PHẦN I: ĐÁNH GIÁ CHUNG", Kind.PART, "PHẦN I:", (1,)),
    ("part", "Phần thứ nhất", Kind.PART, "Phần thứ nhất", ()),
    ("part", "Chương 3", Kind.CHAPTER, "Chương 3", (3,)),
    ("part", "Mục 2", Kind.SECTION, "Mục 2", (2,)),
    ("part", "Tiểu mục 1", Kind.SUBSECTION, "Tiểu mục 1", (1,)),
    ("text", "Phần lớn các chỉ tiêu của năm 2026 đã hoàn thành từ quý III năm ấy.", Kind.PROSE, "", ()),
    ("text", "Mục 2 của Kế hoạch này do Văn phòng chủ trì thực hiện trong năm 2026.", Kind.PROSE, "", ()),
    ("text", "**Điều 3.** Chánh Văn phòng chịu trách nhiệm thi hành.", Kind.ARTICLE, "Điều 3.", (3,)),
    ("text", "Điều 5 Nghị định số 30/2020/NĐ-CP quy định về thể thức của văn bản.", Kind.PROSE, "", ()),
    ("clause", "1. Mục đích", Kind.CLAUSE, "1.", (1,)),
    ("clause", "2/ Yêu cầu", Kind.CLAUSE, "2/", (2,)),
    ("text", "12. Giao các cơ quan, đơn vị.", Kind.CLAUSE, "12.", (12,)),
    ("clause", "2.1. Hạ tầng", Kind.DECIMAL, "2.1.", (2, 1)),
    ("text", "2.10 Hạ tầng", Kind.DECIMAL, "2.10", (2, 10)),
    ("text", "1.2.3. Hạ tầng", Kind.DECIMAL, "1.2.3.", (1, 2, 3)),
    ("text", "2.336 hồ sơ được giải quyết đúng hạn, đạt 99,9%, cao hơn năm trước.", Kind.PROSE, "", ()),
    ("text", "10/13 chỉ tiêu đạt và vượt kế hoạch, chiếm 76,9% tổng số chỉ tiêu.", Kind.PROSE, "", ()),
    ("text", "22.12.2024 là ngày ban hành nghị quyết, mốc để tính kết quả cả năm.", Kind.PROSE, "", ()),
    ("text", "2 - 3 lớp bồi dưỡng kỹ năng số được mở mỗi quý tại các khu phố.", Kind.PROSE, "", ()),
    ("point", "đ) Lắp thiết bị;", Kind.POINT, "đ)", (5,)),
    ("point", "e) Lắp thiết bị;", Kind.POINT, "e)", (6,)),
    ("point", "f) Lắp thiết bị;", Kind.POINT, "f)", ()),
    ("point", "a. Lắp thiết bị;", Kind.POINT, "a.", (1,)),
    ("bullet", "- Lắp thiết bị;", Kind.BULLET, "-", ()),
    ("bullet", "-Lắp thiết bị;", Kind.BULLET, "-", ()),
    ("bullet", "+ 219 thủ tục;", Kind.BULLET, "+", ()),
    ("bullet", "• Lắp thiết bị;", Kind.BULLET, "•", ()),
    ("text", "-5 độ C là nhiệt độ thấp nhất mà thiết bị ngoài trời chịu được.", Kind.PROSE, "", ()),
    ("clause", "Về hạ tầng", Kind.HEADING, "", ()),
    ("text", "Bảng 1. Kết quả thực hiện các chỉ tiêu về hạ tầng số năm 2026", Kind.OTHER, "", ()),
    ("text", "(Có danh mục chỉ tiêu và danh mục nhiệm vụ gửi kèm Kế hoạch này)", Kind.OTHER, "", ()),
    ("text", LONG, Kind.PROSE, "", ()),
]


@functools.cache
def classified() -> tuple[Entry, ...]:
    """The entries of one file with all ``PARAGRAPHS``, prose between them."""
    rows = [row for role, text, *_ in PARAGRAPHS for row in ((role, text), ("text", LONG))]
    return stories(parts_of(plan(*rows)))[0][1::2]


@pytest.mark.parametrize("index", range(len(PARAGRAPHS)), ids=lambda index: PARAGRAPHS[index][1])
def test_a_paragraph_is_classified(index: int) -> None:
    entry, (_, text, *expected) = classified()[index], PARAGRAPHS[index]
    assert entry.piece.text == text.replace("**", "")
    assert [entry.kind, entry.label, entry.number] == expected


def test_a_title_stands_under_its_label_in_one_paragraph_or_two() -> None:
    apart = stories(
        parts_of(plan(("part", "Phần I"), ("part_title", "ĐÁNH GIÁ"), ("part_title", "KẾT QUẢ")))
    )[0]
    assert [entry.kind for entry in apart[1:4]] == [Kind.PART, Kind.TITLE, Kind.TITLE]

    def join(document: Document) -> None:
        label = with_words(document, "Phần I")
        label.runs[-1].add_break(WD_BREAK.LINE)
        label.add_run("ĐÁNH GIÁ CHUNG")

    data = changed(plan(("part", "Phần I"), ("text", LONG)), join)
    joined = stories(recognise(read_word_file(data, "tep.docx")))[0]
    assert [(entry.kind, entry.piece.text) for entry in joined[1:3]] == [
        (Kind.PART, "Phần I"),
        (Kind.TITLE, "ĐÁNH GIÁ CHUNG"),
    ]
    assert codes(data) == []


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("I. A|1. A|2. B|II. B|1. A|2. B", []),
        ("I. A|1. A|II. B|2. B", []),  # khoản đánh số suốt văn bản
        ("I. A|III. B", ["sau “I.” là “III.”"]),
        ("I. A|I. B", ["lặp lại “I.”"]),
        ("I. A|1. A|3. B|4. C", ["sau “1.” là “3.”"]),
        ("I. A|2. A", ["bắt đầu từ “2.”"]),
        ("1. A|1.1. A|1.2. B|2. B|2.1. A", []),
        ("1. A|1.1. A|1.1.1. A|1.1.2. B|1.2. B", []),
        ("1. A|1.1. A|2. B|1.2. B", ["“1.2.” nằm trong “2.”"]),
        ("1. A|1.1. A|1.3. B", ["sau “1.1.” là “1.3.”"]),
        ("I. A|1.1. A|1.2. B|II. B|2.1. A|2.2. B", []),
        ("1. A|a) A|b) B|c) C|d) D|đ) E|e) G|g) H|2. B|a) A", []),
        ("1. A|a) A|c) B", ["sau “a)” là “c)”"]),
        ("1. A|a) A|b) B|c) C|d) D|e) E", []),  # thiếu đ: quy tắc riêng
        ("1. A|~1. x|~2. y|2. B|~1. x|~2. y", []),  # danh sách trong khoản có tiêu đề
        ("~1. x|~2. y|văn|~1. x|~2. y", []),  # hai danh sách có lời văn ở giữa
        ("~1. x|~2. y|~1. x", ["sau “2.” là “1.”"]),
        ("*Về hạ tầng|1. A|2. B|*Về nhân lực|1. A", []),  # đề mục không số
        ("Phần I|A|1. A|Phần II|B|1. A", []),
        ("Phần I|A|I. A|II. B|Phần II|B|III. C", []),
        ("Phần I|A|Phần III|B", ["sau “Phần I” là “Phần III”"]),
        ("Chương I|A|Điều 1. A|Điều 2. B|Chương II|B|Điều 3. C|~1. x|~2. y|Điều 4. D|~1. x", []),
        ("Điều 1. A|Điều 3. B", ["sau “Điều 1.” là “Điều 3.”"]),
    ],
)
def test_numbers_go_on(lines: str, wrong: list[str]) -> None:
    body = []
    for line in lines.split("|"):
        role = "part" if line.startswith(("Phần", "Chương")) else "clause"
        if line == "văn":
            line, role = LONG, "text"
        elif line.startswith("~"):
            line, role = line[1:] + " việc của đơn vị;", "text"
        elif line.startswith("a)") or re.match(r"[a-zđ]\)", line):
            role = "point"
        elif len(line) == 1:
            role = "part_title"
        body.append((role, line.lstrip("*")))
    words = dataclasses.replace(PLAN, body=(*body, END), annexes=())
    assert [text for _, text in breaks(stories(parts_of(words))[0])] == wrong


# --- what Word numbers itself


def numbered_by_word(document: Document) -> None:
    """Take the typed labels off headings and points and let a list of Word with three levels print them."""
    formats = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
        for level, (form, text) in enumerate(formats)
    )
    numbering = document.part.numbering_part.element
    name = nsdecls("w")
    numbering.insert(0, parse_xml(f'<w:abstractNum {name} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {name} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for paragraph in document.paragraphs:
        label = re.match(r"([IVX]+\. )|(\d+\. )|([a-zđ]\) )", paragraph.text)
        if label and label.lastindex:
            paragraph.runs[0].text = paragraph.runs[0].text.removeprefix(label[0])
            level = f'<w:ilvl w:val="{label.lastindex - 1}"/><w:numId w:val="77"/>'
            paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {name}>{level}</w:numPr>"))


def test_labels_of_word_count_like_typed_ones() -> None:
    data = changed(PLAN, numbered_by_word)
    typed, numbered = (
        stories(recognise(read_word_file(one, "tep.docx")))[0] for one in (make_file(PLAN, Way()), data)
    )
    assert [(entry.kind, entry.label, entry.number, entry.text) for entry in numbered] == [
        (entry.kind, entry.label, entry.number, entry.text) for entry in typed
    ]
    assert codes(data) == []


def test_points_that_word_numbers_lack_a_letter() -> None:
    points = [("point", f"{letter}) Việc của đơn vị trong năm;") for letter in "abcdđ"]
    assert codes(changed(plan(("clause", "1. Mục đích"), *points), numbered_by_word)) == ["BC-06"]


# --- the opening


def test_bases_are_a_list_and_not_the_sentence_after_it() -> None:
    bases = (
        ("basis", "Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá;"),
        (
            "basis",
            "Kế hoạch hành động số 12-KH/TU ngày 26 tháng 8 năm 2025 của Thành ủy về thực hiện nghị quyết;",
        ),
        (
            "basis",
            "Thực hiện Kế hoạch số 238/KH-UBND ngày 13 tháng 9 năm 2025 của UBND thành phố về chuyển đổi số.",
        ),
    )
    lead = "Căn cứ tình hình thực tế, Ủy ban nhân dân phường ban hành Kế hoạch với các nội dung như sau:"
    found = parts_of(dataclasses.replace(PLAN, body=(*bases, ("text", lead), END), annexes=()))
    assert len(found.bases) == 3
    assert found.body_paragraphs[0].text == lead


def test_prose_that_begins_like_a_basis_is_left_alone() -> None:
    lead = "Căn cứ Kế hoạch số 18/KH-UBND ngày 15 tháng 01 năm 2026 của tỉnh, phường đã triển khai."
    assert codes(make_file(dataclasses.replace(PLAN, body=(("text", lead), END), annexes=()), Way())) == []


def test_type_and_subject_may_share_a_paragraph() -> None:
    def join(document: Document) -> None:
        name, subject = with_words(document, "KẾ HOẠCH"), with_words(document, "Triển khai Nghị quyết")
        name.runs[-1].add_break(WD_BREAK.LINE)
        name.add_run(subject.text)
        subject.clear()  # type: ignore[no-untyped-call]

    data = changed(PLAN, join)
    found = recognise(read_word_file(data, "tep.docx"))
    assert found.document_type == "ke_hoach"
    assert [piece.text for piece in found.subject] == [PLAN.subject]
    assert codes(data) == []


def test_who_decides_is_no_part_of_the_subject() -> None:
    for way in (Way(), Way(lines="drawing"), Way(lines="vml", letterhead="tabs")):
        found = recognise(read_word_file(make_file(DECISION, way), "tep.docx"))
        assert [piece.text for piece in found.subject] == [DECISION.subject]
        assert [piece.text for piece in found.decided_by] == [DECISION.body[0][1]]
        assert len(found.bases) == 3
