"""Templates that are wrong are refused before rendering, with the place an official finds in Word."""

from __future__ import annotations

import re

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.rendering.context import build_context
from nq57gen.rendering.prepared import prepared
from nq57gen.rendering.reference import reference_parts
from nq57gen.rendering.template_check import check_template
from nq57gen.writer import pack, unpack
from tests.rendering.build import TEMPLATE, document, full_document
from tests.rendering.opened import edited, rendered, texts

NUMBER = "{{ so_ky_hieu }}"
NUMBER_PLACE = "bảng 1, hàng 2, ô 1, đoạn 1"


def problems(template: bytes) -> list[tuple[str, str, str, str]]:
    """Return (code, where, message, hint) of all that is wrong."""
    with pytest.raises(InvalidInput) as caught:
        check_template(template, "mau.docx")
    assert all(found.path == "mau.docx" for found in caught.value.diagnostics)
    return [(found.code, found.where, found.message, found.hint) for found in caught.value.diagnostics]


def codes(template: bytes) -> list[str]:
    return [code for code, *_rest in problems(template)]


def test_the_template_of_the_project_is_right() -> None:
    check_template(TEMPLATE.read_bytes(), "van_ban.docx")


def test_a_misspelt_name_is_refused_with_its_place_and_a_suggestion() -> None:
    assert problems(edited((NUMBER, "{{ so_ki_hieu }}"))) == [
        (
            "M103",
            f"{NUMBER_PLACE} “{{{{ so_ki_hieu }}}}”",
            "Thẻ “{{ so_ki_hieu }}”: không có tên “so_ki_hieu”",
            "ý bạn là so_ky_hieu?",
        )
    ]


def test_a_name_with_diacritics_gets_the_right_name_as_hint() -> None:
    [(code, where, _message, hint)] = problems(edited((NUMBER, "{{ Số ký hiệu }}")))
    assert (code, hint) == ("M102", "ý bạn là {{ so_ky_hieu }}?")
    assert where.startswith(NUMBER_PLACE)


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        (NUMBER, "{{ so_ky_hieu }", "M102", NUMBER_PLACE),
        (NUMBER, "{{ so_ky_hieu | }}", "M102", NUMBER_PLACE),
        ("{{ phu_luc.nhan }}", "{{ phu_luc.nhann }}", "M103", "đoạn 41"),
        ("khoi.kieu == 'can_cu'", "khoi.kieu == 'cancu'", "M103", "đoạn 19"),
        (NUMBER, "{{ so_ky_hieu.__class__ }}", "M103", NUMBER_PLACE),
        ("{%p endfor %}", "{% endfor %}", "M104", "bảng 1, hàng 1, ô 1, đoạn 7"),
        ("{%p for noi in noi_nhan %}", "{%p if noi_nhan %}", "M104", "bảng 2, hàng 1, ô 1, đoạn 4"),
        ("{%p endfor %}</w:t></w:r></w:p><w:tbl>", "</w:t></w:r></w:p><w:tbl>", "M104", "đoạn 12"),
        ("{{p duong_ke.trich_yeu }}", "Kẻ {{p duong_ke.trich_yeu }}", "M105", "đoạn 3"),
        ("{{r trich_yeu }}", "{{ trich_yeu }}", "M106", "đoạn 2"),
        (NUMBER, "{{p so_ky_hieu }}", "M106", NUMBER_PLACE),
        (NUMBER, "{{ noi_nhan }}", "M106", NUMBER_PLACE),
        (NUMBER, "{{ so_ky_hieu | reverse }}", "M106", NUMBER_PLACE),
        (NUMBER, "{{ so_ky_hieu | length | upper }}", "M106", NUMBER_PLACE),
        (
            "for dong in nguoi_ky.quyen_han",
            "for dong in nguoi_ky.chuc_vu",
            "M106",
            "bảng 2, hàng 1, ô 2, đoạn 1",
        ),
        (NUMBER, "{{ 9 ** 9 ** 9 }}", "M107", NUMBER_PLACE),
        (NUMBER, "{% set x = so_ky_hieu %}{{ so_ky_hieu }}", "M107", NUMBER_PLACE),
        (NUMBER, "{% include '/etc/passwd' %}{{ so_ky_hieu }}", "M107", NUMBER_PLACE),
        (NUMBER, "{{ so_ky_hieu.upper() }}", "M107", NUMBER_PLACE),
        (NUMBER, "{{ range(9) }}{{ so_ky_hieu }}", "M107", NUMBER_PLACE),
    ],
)
def test_wrong_tags_are_refused_at_their_place(old: str, new: str, code: str, place: str) -> None:
    found = problems(edited((old, new)))
    assert found[0][0] == code
    assert found[0][1].startswith(f"{place} “")


def test_loops_too_deep_are_refused() -> None:
    deep = "{% for a in noi_nhan %}" * 4 + "x" + "{% endfor %}" * 4
    assert codes(edited((NUMBER, NUMBER + deep))) == ["M107"]


def test_a_row_loop_closed_by_a_plain_tag_is_refused() -> None:
    """Left alone, docxtpl would lose rows here without a word."""
    cell = "<w:tc><w:tcPr><w:tcW w:w='9355' w:type='dxa'/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(
        f"<w:tr>{cell.format(text)}</w:tr>"
        for text in ("{%tr for a in noi_nhan %}", "{{ a }}", "{% endfor %}")
    )
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9355'/></w:tblGrid>{rows}</w:tbl>"
    start = '<w:p><w:pPr><w:pStyle w:val="TenLoai"/>'
    [(code, where, message, _hint)] = problems(edited((start, table + start)))
    assert code == "M104"
    assert where == "bảng 2, hàng 3, ô 1, đoạn 1 “{% endfor %}”"
    assert "{%tr" in message
    right = edited((start, table.replace("{% endfor", "{%tr endfor") + start))
    check_template(right, "mau.docx")


def test_a_loop_across_cells_is_refused() -> None:
    template = edited(("{%p endfor %}", ""), (NUMBER, NUMBER), ("{%p if du_thao %}", "{%p endfor %}"))
    assert "M104" in codes(template)


def test_a_tag_on_the_paragraph_of_a_section_break_is_refused() -> None:
    assert codes(edited(("{# ngắt phần, trang dọc #}", "{{p duong_ke.co_quan }}"))) == ["M105"]


def test_a_template_that_forgets_names_is_refused_with_all_of_them() -> None:
    [first, (code, where, message, hint)] = problems(
        edited((NUMBER, "Số:"), ("{{ noi }}", "x"), ("{{ noi }}", "x"))
    )
    assert first[:2] == ("M122", "bảng 2, hàng 1, ô 1, đoạn 2 “{%p for noi in noi_nhan %}”")
    assert (code, where, message) == ("M108", "", "Mẫu không in: so_ky_hieu")
    assert "{{ so_ky_hieu }} (dưới tên cơ quan ban hành)" in hint


def test_tags_in_the_header_are_checked_and_named() -> None:
    start = '<w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    template = edited((start, f"{start}<w:r><w:t>{{{{ don_vi }}}}</w:t></w:r>"), part="word/header2.xml")
    [(code, where, _message, hint)] = problems(template)
    assert (code, where) == ("M103", "đầu trang (header2.xml), đoạn 1 “{{ don_vi }}”")
    assert "so_ky_hieu" in hint


def test_header_tags_are_filled() -> None:
    start = '<w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    template = edited(
        (start, f"{start}<w:r><w:t>{{{{ ten_loai }}}} &amp;</w:t></w:r>"), part="word/header2.xml"
    )
    assert texts(rendered(document(), template), "word/header2.xml") == ["KẾ HOẠCH &"]


def test_tags_split_by_word_over_runs_still_work() -> None:
    split = "{{ so_</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ky_hieu }}"
    assert "Số: 05/KH-UBND" in texts(rendered(document(), edited((NUMBER, split))))


def test_typographic_quotes_from_word_are_understood() -> None:
    template = edited(("khoi.kieu == 'doan'", "khoi.kieu == ‘doan’"))
    assert texts(rendered(full_document(), template)) == texts(rendered(full_document()))


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04 broken", TEMPLATE.read_bytes()[:3000]])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert codes(data) == ["F120"]


def test_a_package_without_a_document_is_refused() -> None:
    assert codes(pack({"a.txt": b"x"})) == ["M101"]


@pytest.mark.parametrize(
    "document_part", [b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a xmlns='x'/>"]
)
def test_broken_or_foreign_xml_is_refused(document_part: bytes) -> None:
    parts = unpack(TEMPLATE.read_bytes())
    assert codes(pack({**parts, "word/document.xml": document_part})) == ["M101"]


def test_missing_styles_are_named() -> None:
    template = edited(('w:val="Ô bảng 12"', 'w:val="O bang"'), ('"Đường kẻ"', '"Ke"'), part="word/styles.xml")
    [(code, _where, message, _hint)] = problems(template)
    assert code == "M109"
    assert message == "Mẫu thiếu kiểu đoạn (style): “Đường kẻ”, “Ô bảng 12”"


def test_styles_are_found_by_name_whatever_their_ids() -> None:
    """A Vietnamese Word gives styles other ids when it saves."""
    parts = unpack(TEMPLATE.read_bytes())
    for name in ("word/styles.xml", "word/document.xml"):
        parts[name] = parts[name].replace(b'"OBang"', b'"bng"').replace(b'"DuongKe"', b'"ngk"')
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"FootnoteReference"', b'"ThamchiuCcchu"')
    assert texts(rendered(full_document(), pack(parts))) == texts(rendered(full_document()))


def test_a_template_without_landscape_pages_is_refused() -> None:
    template = edited(('w:w="16838" w:h="11906" w:orient="landscape"', 'w:w="11906" w:h="16838"'))
    assert codes(template) == ["M110"]


def test_a_template_whose_empty_footnotes_were_dropped_gets_them_back() -> None:
    """LibreOffice drops the part when it saves."""
    parts = unpack(edited(('styleId="FootnoteText"', 'styleId="Footnote"'), part="word/styles.xml"))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"footnote text"', b'"Footnote Text"')
    del parts["word/footnotes.xml"]
    for name, pattern in (
        ("[Content_Types].xml", rb"<Override[^>]*footnotes[^>]*/>"),
        ("word/_rels/document.xml.rels", rb"<Relationship [^>]*footnotes[^>]*/>"),
    ):
        parts[name], count = re.subn(pattern, b"", parts[name])
        assert count == 1
    data = rendered(full_document(), pack(parts))
    assert texts(data, "word/footnotes.xml") == texts(rendered(full_document()), "word/footnotes.xml")
    assert b"footnotes.xml" in unpack(data)["[Content_Types].xml"]
    assert b"footnotes.xml" in unpack(data)["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    "name", ["word/embeddings/a.xlsx", "word/activeX/activeX1.bin", "word/macros.vbaProject"]
)
def test_macros_and_embedded_files_are_refused(name: str) -> None:
    assert codes(pack({**unpack(TEMPLATE.read_bytes()), name: b"x"})) == ["M111"]


def test_links_to_outside_and_fields_that_read_files_are_refused() -> None:
    relationship = '<Relationship Id="rId9" Type="http://x/{}" Target="http://x/y" TargetMode="External"/>'
    end = "</Relationships>"
    rels = "word/_rels/document.xml.rels"
    assert codes(edited((end, relationship.format("attachedTemplate") + end), part=rels)) == ["M111"]
    check_template(edited((end, relationship.format("hyperlink") + end), part=rels), "mau.docx")
    field = (" PAGE ", " INCLUDETEXT c:\\\\bi_mat.docx ")
    assert codes(edited(field, part="word/header1.xml")) == ["M111"]


def test_tags_outside_visible_text_are_refused() -> None:
    assert codes(edited(('w:val="TenLoai"', 'w:val="{{ ten_loai }}"'))) == ["M112"]
    assert codes(edited((" PAGE ", "{{ ten_loai }}"), part="word/header1.xml")) == ["M112"]


def test_all_problems_are_reported_at_once() -> None:
    template = edited(
        (NUMBER, "{{ a_b }}"), ("{{ ten_loai }}", "{{ c_d }}"), ("{{r trich_yeu }}", "{{ trich_yeu }}")
    )
    assert codes(template) == ["M103", "M103", "M106"]


def test_what_the_engine_cannot_do_is_the_template_s_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever docxtpl raises is told in Vietnamese, without what it says itself."""

    def broken(*_arguments: object) -> bytes:
        raise KeyError("There is no item named '<_io.BytesIO object at 0x7f00>' in the archive")

    monkeypatch.setattr("nq57gen.rendering.reference.fill", broken)
    ready = prepared(TEMPLATE.read_bytes(), "mau.docx")
    context, tables = build_context(document(), ready.facts)
    with pytest.raises(InvalidInput) as caught:
        reference_parts(TEMPLATE.read_bytes(), context, tables, (), ready.facts, template_name="mau.docx")
    [problem] = caught.value.diagnostics
    assert (problem.code, problem.path) == ("M113", "mau.docx")
    assert problem.message == "Không điền được mẫu: bộ điền mẫu dừng lại (KeyError)"
