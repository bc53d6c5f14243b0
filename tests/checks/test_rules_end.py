"""Signature, recipients, appendices and what is required: correct files that look odd, and wrong ones."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.parts import Parts, recognise
from nq57gen.reading.word_file import read_word_file
from nq57gen.reading.xml import w
from tests.checks.maker import Way, make_file
from tests.checks.texts import ATTACHED, DECISION, LETTER, PLAN, PROPOSAL, REPORT, Annex, Words

OURS = ("KY", "KG", "NN", "PL", "MK", "VH", "SN", "PV")
#: Said of every file whose rows may split over pages, as those of the makers do.
ALWAYS = "ND30-KY-10"
TABLE, TABS = Way("direct"), Way("direct", "tabs", "drawing")
ROWS = (("STT", "Chỉ tiêu"), ("1", "Tỷ lệ hồ sơ nộp trực tuyến"))


def read(words: Words, way: Way = TABLE) -> Parts:
    return recognise(read_word_file(make_file(words, way), "tep.docx"))


def codes(words: Words, way: Way = TABLE) -> list[str]:
    """The codes of our rules that find something, once each."""
    return codes_in(make_file(words, way))


def codes_in(data: bytes) -> list[str]:
    found = check_layout(read_word_file(data, "tep.docx"), ignore={ALWAYS})
    said = [one.code.removeprefix("ND30-") for one in found]
    return [code for code in dict.fromkeys(said) if code.split("-")[0] in OURS]


def plan(**changes: Any) -> Words:
    return dataclasses.replace(PLAN, **changes)


def with_text(*lines: str, **changes: Any) -> Words:
    """The plan with ``lines`` in place of the sentence that names its appendices."""
    body = [entry for entry in PLAN.body if "Phụ lục" not in entry[1]]
    at = len(body) - 1
    return plan(body=(*body[:at], *(("text", line) for line in lines), *body[at:]), **changes)


def annexes(*labels: str) -> tuple[Annex, ...]:
    return tuple(Annex(label, "CHỈ TIÊU NĂM 2026", ATTACHED, ROWS) for label in labels)


@pytest.mark.parametrize("words", [PLAN, REPORT, LETTER, DECISION, PROPOSAL])
@pytest.mark.parametrize("way", [TABLE, TABS])
def test_correct_documents_say_nothing(words: Words, way: Way) -> None:
    assert codes(words, way) == []


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("CHỦ TỊCH",), "Y Bhim Niê"),
        (("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"), "H'Linh Êban"),
        (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "Trương Văn Chánh"),
        (("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG", "VĂN HÓA - XÃ HỘI"), "Trường Chinh"),
        (("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), "Chu Thị Giám"),
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"), "Quách Thị Tịch"),
    ],
)
@pytest.mark.parametrize("way", [TABLE, TABS])
def test_signatures_of_many_kinds_are_right(lines: tuple[str, ...], name: str, way: Way) -> None:
    parts = read(plan(authority=lines, name=name), way)
    assert tuple(piece.text for piece in parts.authority) == lines
    assert parts.full_name is not None
    assert parts.full_name.text == name
    assert codes(plan(authority=lines, name=name), way) == []


@pytest.mark.parametrize(
    ("lines", "name", "expected"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), "Lê Văn An", "KY-04"),
        (("TM. ỦY BAN NHÂN DÂN",), "Lê Văn An", "KY-04"),
        (("PHÓ CHỦ TỊCH",), "Lê Văn An", "KY-05"),
        (("TL. CHỦ TỊCH",), "Lê Văn An", "KY-05"),
        (("K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lê Văn An", "KY-03"),
        (("KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lê Văn An", "KY-03"),
        (("Chủ tịch",), "Lê Văn An", "KY-01"),
        (("CHỦ TỊCH",), "LÊ VĂN AN", "KY-02"),
        (("CHỦ TỊCH",), "TS Lê Văn An", "KY-02"),
        (("CHỦ TỊCH",), "Đồng chí Lê Văn An", "KY-02"),
        (("CHỦ TỊCH", "(Ký tên, đóng dấu)"), "Lê Văn An", "KY-09"),
    ],
)
@pytest.mark.parametrize("way", [TABLE, TABS])
def test_wrong_signatures_are_found(lines: tuple[str, ...], name: str, expected: str, way: Way) -> None:
    assert codes(plan(authority=lines, name=name), way) == [expected]


@pytest.mark.parametrize(
    "last",
    [
        "- Lưu: VT.",
        "- Lưu: VT, VHXH (2).",
        "- Lưu: VT, CV: Tiên.",
        "- Lưu: VT-VX.",
    ],
)
def test_lines_of_the_archive_that_are_right(last: str) -> None:
    assert codes(plan(recipients=("- Đảng ủy phường (để b/c);", last))) == []


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        (("- UBND tỉnh;", "- Lưu VT, VHXH."), "NN-03"),
        (("- UBND tỉnh;", "- Lưu: VT; VHXH."), "NN-03"),
        (("- UBND tỉnh;", "- Đảng ủy phường;"), "NN-03"),
        (("- UBND tỉnh", "- Lưu: VT."), "NN-02"),
        (("-UBND tỉnh;", "- Lưu: VT."), "NN-02"),
        (("- UBND tỉnh;", "- Lưu: VT.", "pl.(300)"), "MK-04"),
    ],
)
def test_wrong_recipients_are_found(recipients: tuple[str, ...], expected: str) -> None:
    assert codes(plan(recipients=recipients)) == [expected]


@pytest.mark.parametrize("way", [TABLE, TABS])
def test_the_mark_of_the_drafter_is_no_recipient(way: Way) -> None:
    assert codes(plan(recipients=("- UBND tỉnh;", "- Lưu: VT, VHXH.", "PL.(300)")), way) == []


# --- appendices


@pytest.mark.parametrize(
    "sentence",
    [
        "Hoàn thành các chỉ tiêu tại Phụ lục I và nhiệm vụ tại Phụ lục II kèm theo Kế hoạch này.",
        "Thực hiện các Phụ lục I, II kèm theo.",
        "Thực hiện phụ lục I và II kèm theo.",
        "Thực hiện từ Phụ lục I đến Phụ lục II.",
        "Thực hiện các phụ lục kèm theo.",
        "Chi tiết tại (PHỤ LỤC I; PHỤ LỤC II).",
    ],
)
def test_sentences_that_name_both_appendices(sentence: str) -> None:
    assert codes(with_text(sentence)) == []


@pytest.mark.parametrize("sentence", ["Chi tiết tại Phụ lục I.", "Chi tiết tại bảng kèm theo."])
def test_an_appendix_that_is_not_named_is_found(sentence: str) -> None:
    assert codes(with_text(sentence)) == ["PL-01"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Phụ lục",), []),
        (("Phụ lục I",), ["PL-02"]),
        (("Phụ lục I", "Phụ lục I"), ["PL-02"]),
        (("Phụ lục 1", "Phụ lục 2"), ["PL-02"]),
        (("Phụ lục 01", "Phụ lục 02"), ["PL-02"]),
        (("Phụ lục I", "Phụ lục II", "Phụ lục III"), []),
        (("PHỤ LỤC I", "PHỤ LỤC II"), ["PL-03"]),
        (("Phụ lục số I", "Phụ lục số II"), ["PL-03"]),
        (("Phụ lục I.", "Phụ lục II."), ["PL-03"]),
    ],
)
def test_labels(labels: tuple[str, ...], expected: list[str]) -> None:
    assert codes(with_text("Thực hiện các phụ lục kèm theo.", annexes=annexes(*labels))) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Kèm theo Kế hoạch số     /KH-UBND ngày     tháng     năm 2026 của UBND phường Minh Hưng)", []),
        ("(Ban hành kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 của UBND phường Minh Hưng)", []),
        ("(Kèm theo Kế hoạch số 18/KH-UBND ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Đồng Nai)", []),
        ("(Kèm theo Kế hoạch số 06/KH-UBND ngày 05 tháng 3 năm 2026 của UBND phường Minh Hưng)", ["PL-06"]),
        ("(Kèm theo Kế hoạch số 05/KH-UBND ngày 06 tháng 3 năm 2026 của UBND phường Minh Hưng)", ["PL-06"]),
        ("(Kèm theo Kế hoạch này)", ["PL-05"]),
        ("Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 của UBND phường Minh Hưng", ["PL-05"]),
    ],
)
def test_attachment_lines(line: str, expected: list[str]) -> None:
    own = tuple(dataclasses.replace(annex, attached=line) for annex in PLAN.annexes)
    assert codes(plan(annexes=own)) == expected


# --- what is required


def test_a_draft_need_not_name_who_signs() -> None:
    assert codes(plan(name="")) == ["PV-02"]
    assert codes(plan(name="", number="Số:      /KH-UBND", issuing=("DỰ THẢO", *PLAN.issuing))) == []


def test_every_missing_component_is_a_finding_of_its_own() -> None:
    found = check_layout(
        read_word_file(make_file(plan(subject="", type_name="", name=""), TABLE), "tep.docx")
    )
    missing = [
        one.message.split("không tìm thấy ")[1].split(" (")[0] for one in found if one.code == "ND30-PV-02"
    ]
    assert missing == ["tên loại văn bản", "họ tên người ký"]


# --- files that are not what they seem


def changed(words: Words, change: Callable[[Document], None]) -> list[str]:
    """The codes of our rules for a made document that python-docx changes once more."""
    document = docx.Document(io.BytesIO(make_file(words, TABLE)))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return codes_in(buffer.getvalue())


def test_appendices_in_a_file_of_their_own_lack_nothing() -> None:
    def only_the_second(document: Document) -> None:
        for element in list(document.element.body):
            if element.tag == w("p") and "".join(element.itertext(w("t"))) == "Phụ lục II":
                return
            document.element.body.remove(element)

    assert changed(PLAN, only_the_second) == []


def test_documents_of_the_party_have_rules_of_their_own() -> None:
    def of_the_party(document: Document) -> None:
        head = document.tables[0]
        for cell, text in ((head.cell(0, 0), "ĐẢNG ỦY PHƯỜNG"), (head.cell(0, 1), "ĐẢNG CỘNG SẢN VIỆT NAM")):
            for paragraph in cell.paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)
            cell.paragraphs[0].runs[0].text = text

    assert "PV-02" not in changed(plan(annexes=()), of_the_party)


def test_a_document_under_a_decision_has_neither_number_nor_signature() -> None:
    line = "(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân phường Minh Hưng)"

    def attached(document: Document) -> None:
        head, signature = document.tables
        head._tbl.remove(head.rows[1]._tr)
        document.element.body.remove(signature._tbl)
        subject = next(one for one in document.paragraphs if one.text == PLAN.subject)
        below = subject.insert_paragraph_before(line)
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER
        below.runs[0].italic = True
        below._p.addprevious(subject._p)

    assert changed(plan(annexes=()), attached) == []


def test_recipients_in_one_paragraph_with_line_breaks_are_recipients() -> None:
    def joined(document: Document) -> None:
        cell = document.tables[1].cell(0, 0)
        label, first, *others = cell.paragraphs
        label.runs[0].add_break()
        first.runs[0].text = "\n".join(paragraph.text for paragraph in (first, *others))
        label._p.append(first.runs[0]._r)
        for paragraph in (first, *others):
            paragraph._p.getparent().remove(paragraph._p)

    assert changed(plan(annexes=(), body=with_text().body), joined) == []
