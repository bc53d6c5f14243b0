"""Components in unusual places are what they say; what is in doubt is told as such, never as an error."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest
from lxml import etree

from nq57gen.fixing.opened import Opened
from nq57gen.reading.xml import w
from tests.checks.edited_xml import only_text
from tests.checks.good import other
from tests.checks.placed import (
    LETTER,
    Change,
    Element,
    after,
    elements,
    parsed,
    plan,
    read_back,
    table,
    table_of,
    texts,
)

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


@pytest.mark.parametrize("mark", [":", ".", " :"])
def test_a_mark_behind_the_type_is_told_and_the_type_is_found(mark: str) -> None:
    parts, found = after(
        plan(), lambda opened: only_text(elements(opened, "type_name")[0], f"KẾ HOẠCH{mark}")
    )
    assert parts.document_type == "ke_hoach"
    assert [one.split()[1] for one in found if "TL-01" in one] == ["ND30-TL-01"]


# --- whose document it is


def of_party(opened: Opened) -> None:
    (name,) = elements(opened, "national_name")
    (motto,) = elements(opened, "motto")
    only_text(name, "ĐẢNG CỘNG SẢN VIỆT NAM")
    only_text(motto, "")


def test_a_document_of_the_party_is_told_and_not_held_to_the_decree() -> None:
    parts, found = after(plan(), of_party)
    assert parts.of_party
    assert [one.split()[1] for one in found] == ["D126"]


def test_the_party_named_in_a_document_of_the_state_makes_it_none_of_the_party() -> None:
    def change(opened: Opened) -> None:
        (motto,) = elements(opened, "motto")
        only_text(motto, "ĐẢNG CỘNG SẢN VIỆT NAM")

    parts, _ = after(plan(), change)
    assert not parts.of_party
