"""Components in unusual places are what they say; what is in doubt is told as such, never as an error."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from lxml import etree

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.parts import Parts, recognise
from nq57gen.diagnostics import Diagnostic, Severity
from nq57gen.fixing.opened import Opened
from nq57gen.reading.word_file import read_word_file
from nq57gen.reading.xml import w
from tests.checks.edited_xml import only_text
from tests.checks.good import bases, other
from tests.checks.word_xml import text_box

#: Elements whose parents are known to be there.
Element: TypeAlias = Any
Change = Callable[[Opened], None]
LETTER = "cong_van-styles-table-border"


def parsed(xml: str) -> Element:
    return etree.fromstring(f'<w:x xmlns:w="{w("x")[1:-2]}">{xml}</w:x>')[0]


def table(*rows: list[list[Element]]) -> Element:
    """A table without borders: rows of cells of paragraphs."""
    widest = max(len(row) for row in rows)
    found = parsed(
        '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>'
        "<w:tblGrid>" + f'<w:gridCol w:w="{9000 // widest}"/>' * widest + "</w:tblGrid></w:tbl>"
    )
    for row in rows:
        line = etree.SubElement(found, w("tr"))
        etree.SubElement(etree.SubElement(line, w("trPr")), w("cantSplit"))
        for cell in row:
            made = etree.SubElement(line, w("tc"))
            width = etree.SubElement(etree.SubElement(made, w("tcPr")), w("tcW"))
            width.set(w("w"), str(9000 // len(row)))
            width.set(w("type"), "dxa")
            made.extend(cell)
            if not cell or cell[-1].tag == w("tbl"):
                etree.SubElement(made, w("p"))
    return found


def elements(opened: Opened, *names: str) -> list[Element]:
    """The paragraphs of the components."""
    found = []
    for name in names:
        held = getattr(opened.parts, name)
        for piece in held if isinstance(held, tuple) else (held,):
            paragraph = opened.behind(piece.paragraph)
            assert paragraph is not None
            found.append(paragraph.elements[-1])
    return found


def table_of(element: Element) -> Element:
    return next(element.iterancestors(w("tbl")))


def read_back(data: bytes) -> tuple[Parts, list[Diagnostic]]:
    file = read_word_file(data, "tep.docx")
    return recognise(file), check_layout(file)


def after(data: bytes, change: Change) -> tuple[Parts, list[str]]:
    """The components after a change, and the new findings as "severity code place: message"."""
    opened = Opened(data, "tep.docx")
    before = {(one.code, one.message) for one in check_layout(opened.file)}
    change(opened)
    parts, found = read_back(opened.save())
    return parts, [
        f"{one.severity.name} {one.code} {one.where}: {one.message}"
        for one in found
        if (one.code, one.message) not in before and one.code != "D125"
    ]


@functools.cache
def plan() -> bytes:
    return bases()["ke_hoach"]


def texts(pieces: tuple[object, ...]) -> list[str]:
    return [getattr(piece, "text") for piece in pieces]  # noqa: B009


# --- number


def number_runs(xml: str) -> Change:
    def change(opened: Opened) -> None:
        (number,) = elements(opened, "number")
        look = number.find(f"{w('r')}/{w('rPr')}")
        for run in number.findall(w("r")):
            number.remove(run)
        run = parsed(f"<w:r>{xml}</w:r>")
        if look is not None:
            run.insert(0, copy.deepcopy(look))
        number.append(run)

    return change


@pytest.mark.parametrize(
    "xml",
    [
        "<w:t>Số:</w:t><w:tab/><w:t>05/KH-UBND</w:t>",
        "<w:tab/><w:t>Số:</w:t><w:tab/><w:tab/><w:t>05/KH-UBND</w:t>",
        "<w:t>Số:</w:t><w:ptab/><w:t>05/KH-UBND</w:t>",
        "<w:t>Số: 05/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t>",
        "<w:t>Số: 05/KH\u2011UBND</w:t>",
        "<w:t>Số: 05/KH\u2010UBND</w:t>",
        "<w:t>Số\uff1a\xa005/KH\xadUBND</w:t>",
        "<w:t>So\u0302\u0301:\u202f05/KH-UBND\u200b</w:t>",
    ],
)
def test_a_number_with_look_alikes_is_the_number_and_right(xml: str) -> None:
    parts, found = after(plan(), number_runs(xml))
    assert parts.number is not None
    assert parts.number.text == "Số: 05/KH-UBND"
    assert (found, parts.unsure) == ([], frozenset())


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<w:t>Số:</w:t><w:tab/><w:t>5/KH-UBND</w:t>", "ND30-SO-04"),
        ("<w:t>Số: 05/KH–UBND</w:t>", "ND30-SO-02"),
        ("<w:t>Số:</w:t><w:tab/><w:t>05/KH - UBND</w:t>", "ND30-SO-02"),
        ("<w:t>Số 05/KH-UBND</w:t>", "ND30-SO-01"),
    ],
)
def test_what_is_wrong_with_such_a_number_is_still_an_error(xml: str, code: str) -> None:
    _, found = after(plan(), number_runs(xml))
    assert [one.split()[:2] for one in found] == [["ERROR", code]]


def test_a_number_that_does_not_fit_whole_is_in_doubt_and_no_part_of_the_name() -> None:
    parts, found = after(plan(), number_runs("<w:t>Số: 05</w:t>"))
    assert parts.unsure == {"number"}
    assert texts(parts.issuing_body) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG MINH HƯNG"]
    assert [one.split()[:2] for one in found] == [["WARNING", "ND30-SO-02"]]
    assert "chưa chắc" in found[0]


# --- Kính gửi


def _into_letterhead(opened: Opened, *rows: Callable[[list[Element]], list[list[Element]]]) -> None:
    lines = elements(opened, "addressees_label", "addressees")
    (number,) = elements(opened, "number")
    for row in rows:
        cells = row(lines)
        line = etree.SubElement(table_of(number), w("tr"))
        for cell in cells:
            etree.SubElement(line, w("tc")).extend(cell)
            if not cell:
                etree.SubElement(line[-1], w("p"))


ADDRESSEES_IN_LETTERHEAD: dict[str, Change] = {
    "label and names in two cells of a row": lambda o: _into_letterhead(o, lambda x: [x[:1], x[1:]]),
    "everything in the left cell": lambda o: _into_letterhead(o, lambda x: [x, []]),
    "everything in the right cell": lambda o: _into_letterhead(o, lambda x: [[], x]),
    "a row for each": lambda o: _into_letterhead(o, lambda x: [x[:1], x[1:2]], lambda x: [[], x[2:]]),
}


@pytest.mark.parametrize("way", ADDRESSEES_IN_LETTERHEAD)
def test_addressees_in_rows_of_the_letterhead_are_addressees(way: str) -> None:
    before, _ = read_back(other(LETTER))
    parts, found = after(other(LETTER), ADDRESSEES_IN_LETTERHEAD[way])
    assert parts.addressees_label is not None
    assert before.addressees_label is not None
    assert parts.addressees_label.text == before.addressees_label.text
    assert texts(parts.addressees) == texts(before.addressees)
    assert texts(parts.letter_subject) == texts(before.letter_subject)
    assert found == []


def test_what_is_wrong_with_addressees_in_the_letterhead_is_told() -> None:
    def change(opened: Opened) -> None:
        last = elements(opened, "addressees")[-1]
        only_text(last, "- Công an phường;")
        _into_letterhead(opened, lambda lines: [lines[:1], lines[1:]])

    _, found = after(other(LETTER), change)
    assert [one.split()[:2] for one in found] == [["ERROR", "ND30-KG-03"]]


def test_a_letter_with_addressees_far_down_is_not_told_to_have_none() -> None:
    def change(opened: Opened) -> None:
        lines = elements(opened, "addressees_label", "addressees")
        last = next(reversed(opened.parts.body_paragraphs)).paragraph
        behind = opened.behind(last)
        assert behind is not None
        for _ in range(6):
            filler = copy.deepcopy(behind.elements[-1])
            only_text(filler, "Ủy ban nhân dân phường đề nghị các cơ quan thực hiện nội dung này.")
            lines[0].addprevious(filler)

    parts, found = after(other(LETTER), change)
    assert {"addressees_label", "addressees"} <= parts.unsure
    assert not [one for one in found if "KG-01" in one]


# --- type and subject


def _subject_in_table(opened: Opened) -> None:
    subject = elements(opened, "subject")
    frame = table([[]])
    subject[0].addprevious(frame)
    cell = frame.find(f".//{w('tc')}")
    assert cell is not None
    cell.remove(cell[-1])
    cell.extend(subject)


def _type_and_subject_in_table(opened: Opened) -> None:
    lines = elements(opened, "type_name", "subject")
    frame = table([[lines[0].makeelement(w("p"))]])
    lines[0].addprevious(frame)
    cell = frame.find(f".//{w('tc')}")
    assert cell is not None
    cell.remove(cell[-1])
    cell.extend(lines)


def _each_in_its_row(opened: Opened) -> None:
    first, *more = elements(opened, "type_name", "subject")
    mark = first.makeelement(w("p"))
    first.addprevious(mark)
    frame = table([[], [first], []], [[], more, []])
    mark.addprevious(frame)


def _in_letterhead(opened: Opened) -> None:
    first, *more = elements(opened, "type_name", "subject")
    (number,) = elements(opened, "number")
    for lines in ([first], more):
        cell = etree.SubElement(etree.SubElement(table_of(number), w("tr")), w("tc"))
        etree.SubElement(etree.SubElement(cell, w("tcPr")), w("gridSpan")).set(w("val"), "2")
        cell.extend(lines)


@pytest.mark.parametrize(
    "change", [_subject_in_table, _type_and_subject_in_table, _each_in_its_row, _in_letterhead]
)
def test_type_and_subject_in_a_table_that_only_places_them_are_found(change: Change) -> None:
    before, _ = read_back(plan())
    parts, found = after(plan(), change)
    assert parts.type_name is not None
    assert texts(parts.subject) == texts(before.subject)
    assert texts(parts.bases) == texts(before.bases)
    assert [one for one in found if "TY-02" not in one] == []


def test_the_line_below_a_table_of_one_cell_is_that_of_the_subject() -> None:
    assert after(plan(), _subject_in_table)[1] == []


def test_a_table_in_place_of_the_text_stays_a_table() -> None:
    def change(opened: Opened) -> None:
        base = elements(opened, "bases")[-1]
        base.addnext(table([[parsed("<w:p><w:r><w:t>1</w:t></w:r></w:p>")]]))

    parts, _ = after(plan(), change)
    before, _ = read_back(plan())
    assert len(parts.tables) == len(before.tables) + 1


def test_a_plain_line_under_the_type_may_be_the_subject() -> None:
    def change(opened: Opened) -> None:
        first, *more = elements(opened, "subject")
        for one in more:
            one.getparent().remove(one)
        only_text(first, "Triển khai Nghị quyết số 57-NQ/TW năm 2026")
        for properties in first.iter(w("rPr"), w("pPr")):
            for child in list(properties):
                properties.remove(child)

    parts, found = after(plan(), change)
    assert parts.unsure == {"subject"}
    assert not [one for one in found if "ERROR" in one and "TY" in one]
    assert [one for one in found if "TY-01" in one and "chưa chắc" in one]


def subject(end: str) -> Change:
    def change(opened: Opened) -> None:
        (paragraph,) = elements(opened, "subject")
        only_text(paragraph, f"{''.join(paragraph.itertext())} {end}")

    return change


@pytest.mark.parametrize("end", ["...(3)...", "...", "…", "……", ".........", "…(2)…", "____", "...(12)"])
def test_a_place_to_fill_in_may_end_a_subject(end: str) -> None:
    assert after(plan(), subject(f"trên địa bàn {end}"))[1] == []


@pytest.mark.parametrize("end", ["phường.", "phường;", "phường,", "...(3)... phường.", "phường..", "… :"])
def test_a_mark_at_the_end_of_a_subject_is_told(end: str) -> None:
    _, found = after(plan(), subject(f"trên địa bàn {end}"))
    assert [one.split()[1] for one in found if "TY-03" in one] == ["ND30-TY-03"]


# --- signature


def _nested(opened: Opened) -> None:
    (label,) = elements(opened, "recipients_label")
    inner = table_of(label)
    mark = inner.makeelement(w("p"))
    inner.addprevious(mark)
    mark.addprevious(table([[inner]]))


def _two_nested(opened: Opened) -> None:
    (label,) = elements(opened, "recipients_label")
    outer = table_of(label)
    for cell in list(outer.iter(w("tc"))):
        lines = cell.findall(w("p"))
        cell.append(table([lines]))
        etree.SubElement(cell, w("p"))


def _signed_by(parts: Parts) -> tuple[list[str], str, int]:
    return texts(parts.authority), parts.full_name.text if parts.full_name else "", len(parts.recipients)


@pytest.mark.parametrize("change", [_nested, _two_nested])
def test_a_signature_in_nested_tables_is_found(change: Change) -> None:
    before, _ = read_back(plan())
    parts, found = after(plan(), change)
    assert _signed_by(parts) == _signed_by(before)
    assert [one for one in found if "KY-10" not in one] == []


def _as_paragraphs(align: str) -> Change:
    def change(opened: Opened) -> None:
        (label,) = elements(opened, "recipients_label")
        lines = [*elements(opened, "authority"), parsed("<w:p/>"), *elements(opened, "full_name")]
        frame = table_of(label)
        left = label.getparent()
        for line in lines:
            properties = line.find(w("pPr"))
            if properties is not None and (old := properties.find(w("jc"))) is not None:
                properties.remove(old)
            if properties is not None:
                etree.SubElement(properties, w("jc")).set(w("val"), align)
            frame.addprevious(line)
        for line in left.findall(w("p")):
            frame.addprevious(line)
        frame.getparent().remove(frame)

    return change


@pytest.mark.parametrize("align", ["right", "center"])
def test_a_signature_set_as_paragraphs_is_found_and_told_once(align: str) -> None:
    before, _ = read_back(plan())
    parts, found = after(plan(), _as_paragraphs(align))
    assert _signed_by(parts) == _signed_by(before)
    assert parts.unsure == {"authority", "full_name"}
    (one,) = (one for one in found if "KY-10" not in one)
    assert one.startswith("WARNING ND30-KY-01")
    assert "không ngang dòng “Nơi nhận:”" in one
    assert "chưa chắc" in one


def _post_below(opened: Opened) -> None:
    (name,) = elements(opened, "full_name")
    below = copy.deepcopy(name)
    only_text(below, "TRƯỞNG BAN XÂY DỰNG ĐẢNG")
    name.addnext(below)


def test_a_post_below_the_name_leaves_the_name_a_name() -> None:
    before, _ = read_back(plan())
    parts, found = after(plan(), _post_below)
    assert _signed_by(parts) == _signed_by(before)
    assert found == []


def test_two_who_sign_are_in_doubt() -> None:
    def change(opened: Opened) -> None:
        (name,) = elements(opened, "full_name")
        first = elements(opened, "authority")[0]
        upper = copy.deepcopy(name)
        only_text(upper, "Trần Thị Bình")
        first.addnext(upper)

    parts, found = after(plan(), change)
    assert parts.unsure == {"authority", "full_name"}
    assert not [one for one in found if one.startswith("ERROR")]


def test_a_signature_without_recipients_beside_it_is_found() -> None:
    def change(opened: Opened) -> None:
        for line in elements(opened, "recipients_label", "recipients"):
            only_text(line, "")

    before, _ = read_back(plan())
    parts, found = after(plan(), change)
    assert _signed_by(parts)[:2] == _signed_by(before)[:2]
    assert [one.split()[1] for one in found] == ["ND30-PV-02"]
    assert "Nơi nhận" in found[0]


# --- letterhead in text boxes


@pytest.mark.parametrize("kind", ["drawing", "vml", "both"])
def test_a_letterhead_in_text_boxes_is_found_and_in_doubt(kind: str) -> None:
    def change(opened: Opened) -> None:
        (number,) = elements(opened, "number")
        frame = table_of(number)
        rows = list(frame.iter(w("tr")))
        sides = [
            [one for row in rows for one in row.findall(w("tc"))[side].findall(w("p"))] for side in (0, 1)
        ]
        host = parsed("<w:p><w:r/></w:p>")
        for side in sides:
            host[0].append(text_box(side, kind))
        frame.addprevious(host)
        frame.getparent().remove(frame)

    before, _ = read_back(plan())
    parts, found = after(plan(), change)
    for name in ("national_name", "motto", "number", "date"):
        assert getattr(parts, name).text == getattr(before, name).text
    assert texts(parts.issuing_body) == texts(before.issuing_body)
    assert parts.unsure == {"national_name", "motto", "issuing_body", "number", "date"}
    assert not [one for one in found if one.startswith("ERROR") or "PV-02" in one]


# --- words that stand elsewhere


def test_what_stands_somewhere_else_is_not_told_to_be_missing() -> None:
    def change(opened: Opened) -> None:
        (date,) = elements(opened, "date")
        moved = copy.deepcopy(date)
        only_text(date, "")
        elements(opened, "bases")[0].addnext(moved)

    _, found = after(plan(), change)
    told = [one for one in found if "PV-02" in one]
    assert len(told) == 1
    assert told[0].startswith("WARNING")
    assert "chưa chắc" in told[0]
    assert "không tìm thấy" not in told[0].partition("ở đây")[2]


def test_right_documents_have_nothing_in_doubt() -> None:
    for data in (plan(), *bases().values()):
        assert read_back(data)[0].unsure == frozenset()


def test_severities_are_those_of_the_rule_where_nothing_is_in_doubt() -> None:
    _, found = read_back(Opened(plan(), "tep.docx").save())
    assert all(one.severity is Severity.WARNING for one in found)
