"""Signatures and letterheads in unusual places; what stands elsewhere, and right documents beside them."""

from __future__ import annotations

import copy

import pytest
from lxml import etree

from nq57gen.checks.layout.parts import Parts
from nq57gen.diagnostics import Severity
from nq57gen.fixing.opened import Opened
from nq57gen.reading.xml import w
from tests.checks.edited_xml import only_text
from tests.checks.good import bases
from tests.checks.placed import (
    Change,
    after,
    elements,
    parsed,
    plan,
    read_back,
    table,
    table_of,
    texts,
)
from tests.checks.word_xml import text_box

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


@pytest.mark.parametrize(("font", "encoding"), [(".VnTime", "TCVN3"), ("VNI-Times", "VNI")])
def test_of_a_file_in_an_old_encoding_only_that_is_told(font: str, encoding: str) -> None:
    def change(opened: Opened) -> None:
        for root in (opened.main, *opened.roots("styles")):
            for fonts in root.iter(w("rFonts")):
                fonts.attrib.update({w(name): font for name in ("ascii", "hAnsi", "cs", "eastAsia")})
        for text in opened.main.iter(w("t")):
            text.text = "".join(
                chr(0xB5 + ord(sign) % 9) if ord(sign) > 127 else sign for sign in text.text or ""
            )

    opened = Opened(plan(), "tep.docx")
    change(opened)
    parts, found = read_back(opened.save())
    assert {one.code for one in found} == {"D106"}
    assert encoding in found[0].message
    assert "authority" in parts.unsure
