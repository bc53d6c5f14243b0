"""Sections, page numbers, and what stays on one page with what."""

from __future__ import annotations

import pytest
from lxml import etree

from nq57gen.rendering.xml import own_text, w
from tests.rendering.build import LONG, appendix, document, full_document, paragraph, row, table, targets
from tests.rendering.opened import body, edited, part, rendered, ruled_tables


def sections(data: bytes) -> list[str]:
    """Return p(ortrait) or l(andscape) of each section, in order."""
    sizes = [node.find(w("pgSz")) for node in body(data).iter(w("sectPr"))]
    assert all(size is not None for size in sizes)
    return ["l" if int(size.get(w("w"), "0")) > int(size.get(w("h"), "0")) else "p" for size in sizes]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "wide", [(), (False,), (True,), (False, True), (True, False, True), (True, True, False)]
)
def test_the_main_part_stays_upright_and_each_appendix_has_its_own_section(wide: tuple[bool, ...]) -> None:
    appendices = tuple(
        appendix(f"Phụ lục {number}", targets(2), landscape=across) for number, across in enumerate(wide)
    )
    assert sections(rendered(document(appendices=appendices))) == [
        "p",
        *("l" if across else "p" for across in wide),
    ]


def test_every_section_counts_pages_from_one_hides_the_first_and_starts_a_page() -> None:
    for section in body(rendered(full_document())).iter(w("sectPr")):
        numbering = section.find(w("pgNumType"))
        assert numbering is not None
        assert numbering.get(w("start")) == "1"
        assert section.find(w("titlePg")) is not None
        kinds = [node.get(w("type")) for node in section.findall(w("headerReference"))]
        assert kinds == ["default", "first"]
        assert section.find(w("type")).get(w("val")) == "nextPage"  # type: ignore[union-attr]


def test_all_pages_have_the_margins_of_the_decree() -> None:
    for section in body(rendered(full_document())).iter(w("sectPr")):
        margins = section.find(w("pgMar"))
        assert margins is not None
        assert [margins.get(w(side)) for side in ("top", "bottom", "left", "right", "gutter")] == [
            "1134",
            "1134",
            "1701",
            "850",
            "0",
        ]


def test_the_page_number_is_a_centred_field_in_the_header() -> None:
    data = rendered(document())
    header = part(data, "word/header1.xml")
    assert [node.text for node in header.iter(w("instrText"))] == [" PAGE "]
    assert not list(part(data, "word/header2.xml").iter(w("r")))


def breaks(data: bytes) -> list[etree._Element]:
    """Return the paragraphs that carry a section break."""
    return [node for node in body(data) if node.find(f"{w('pPr')}/{w('sectPr')}") is not None]


def test_the_last_paragraph_carries_the_break_and_no_empty_one_follows() -> None:
    data = rendered(
        document(
            appendices=(
                appendix("Phụ lục I", paragraph("Hết một./."), end_mark=""),
                appendix("Phụ lục II", targets(1)),
                appendix("Phụ lục III", paragraph("Hết ba./."), end_mark=""),
            )
        )
    )
    carriers = [own_text(node) for node in breaks(data)]
    assert carriers == ["", "Hết một./.", "./."]  # the first stands after the signature table
    assert own_text(body(data)[-2]) == "Hết ba./."
    assert body(data)[-1].tag == w("sectPr")


def test_the_paragraph_after_the_signature_is_too_small_to_make_a_page() -> None:
    data = rendered(document())
    last = body(data)[-2]
    style = last.find(f"{w('pPr')}/{w('pStyle')}")
    assert style is not None
    look = next(
        node
        for node in part(data, "word/styles.xml").iter(w("style"))
        if node.get(w("styleId")) == style.get(w("val"))
    )
    spacing = look.find(f"{w('pPr')}/{w('spacing')}")
    assert spacing is not None
    assert (spacing.get(w("line")), spacing.get(w("lineRule"))) == ("20", "exact")


def keeps_with_next(node: etree._Element) -> bool:
    return node.find(f"{w('pPr')}/{w('keepNext')}") is not None


def test_the_signature_stays_with_the_last_paragraph() -> None:
    data = rendered(document(paragraph(LONG), paragraph("Cuối./.")))
    by_text = {own_text(node): node for node in body(data).findall(w("p"))}
    assert keeps_with_next(by_text["Cuối./."])
    assert not keeps_with_next(by_text[LONG])
    rows = list(list(body(data).iter(w("tbl")))[-1].iter(w("tr")))
    assert all(node.find(f"{w('trPr')}/{w('cantSplit')}") is not None for node in rows)


def test_the_signature_stays_with_the_last_row_of_a_table() -> None:
    data = rendered(document(paragraph("Như sau:"), targets(3)))
    table_node = ruled_tables(data)[0]
    rows = table_node.findall(w("tr"))
    assert all(keeps_with_next(node) for node in rows[-1].iter(w("p")))
    assert not any(keeps_with_next(node) for node in rows[-2].iter(w("p")))
    spacer = table_node.getnext()
    assert spacer is not None
    assert spacer.tag == w("p")
    assert keeps_with_next(spacer)


def test_tables_in_a_row_do_not_run_together() -> None:
    data = rendered(document(targets(1), targets(2), paragraph("Hết./.")))
    assert len(ruled_tables(data)) == 2
    for node in body(data).iter(w("tbl")):
        after = node.getnext()
        assert after is not None
        assert after.tag != w("tbl")


def test_the_paragraph_above_a_table_stays_with_it_at_a_distance() -> None:
    data = rendered(document(paragraph("Như sau:"), targets(1), paragraph("Hết./.")))
    above = ruled_tables(data)[0].getprevious()
    assert above is not None
    assert keeps_with_next(above)
    spacing = above.find(f"{w('pPr')}/{w('spacing')}")
    assert spacing is not None
    assert spacing.get(w("after")) == "120"


def test_tables_fill_the_page_they_stand_on() -> None:
    data = rendered(
        document(
            targets(1),
            paragraph("./."),
            appendices=(
                appendix("Phụ lục I", targets(1, 7), landscape=True),
                appendix("Phụ lục II", targets(1, 8)),
                appendix("Phụ lục III", table([1, 1, 1], row("a", "b", "c")), landscape=True),
            ),
        )
    )
    widths = [
        sum(int(column.get(w("w"), "0")) for column in node.iter(w("gridCol"))) for node in ruled_tables(data)
    ]
    assert widths == [9355, 14287, 9355, 14287]


def test_margins_changed_in_word_change_the_tables_with_them() -> None:
    template = edited(*[('w:left="1701"', 'w:left="1984"')] * 3)
    data = rendered(document(targets(1), paragraph("./.")), template)
    assert (
        sum(int(column.get(w("w"), "0")) for column in ruled_tables(data)[0].iter(w("gridCol"))) == 9355 - 283
    )


def test_word_s_own_marks_in_a_template_do_not_multiply() -> None:
    marks = (
        '<w:p w14:paraId="1A2B3C4D" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
        '<w:proofErr w:type="spellStart"/>'
        "<w:r><w:t>Kết thúc phụ lục</w:t></w:r></w:p>"
    )
    start = '<w:p><w:pPr><w:pStyle w:val="TheMau"/></w:pPr><w:r><w:t>{%p if phu_luc.dau_het %}'
    template = edited((start, marks + start))
    two = (appendix("Phụ lục I", targets(1)), appendix("Phụ lục II", targets(1)))
    data = rendered(document(appendices=two), template)
    assert sum(own_text(node) == "Kết thúc phụ lục" for node in body(data).iter(w("p"))) == 2
    assert not list(body(data).iter(w("bookmarkStart"), w("bookmarkEnd"), w("proofErr")))
    assert not [node for node in body(data).iter() if any("paraId" in str(name) for name in node.attrib)]


def test_a_paragraph_that_announces_a_list_stays_with_it() -> None:
    lines = [paragraph(text) for text in ("Kết quả cụ thể:", "- Một;", "- Hai;", "Hết./.")]
    found = {own_text(node): node for node in body(rendered(document(*lines))).iter(w("p"))}
    assert found["Kết quả cụ thể:"].find(f"{w('pPr')}/{w('keepNext')}") is not None
    assert found["- Một;"].find(f"{w('pPr')}/{w('keepNext')}") is None
