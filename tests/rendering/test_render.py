"""What the official wrote is in the file, as it was written, and nothing else."""

from __future__ import annotations

import pytest

from nq57gen.model.document import HeadingKind, Letterhead, Paragraph, ParagraphKind, Run
from nq57gen.rendering import Properties, render_document
from nq57gen.rendering.xml import own_text, w
from nq57gen.writer import unpack
from tests.rendering.build import LONG, TEMPLATE, appendix, document, full_document, heading, paragraph
from tests.rendering.opened import body, part, rendered, texts, values


@pytest.mark.parametrize(
    "text",
    [
        "KH&CN và cải cách <2026> đạt \"100%\" 'rõ'",
        "&amp; &lt;w:p&gt; &#10;",
        "{{ so_ky_hieu }} {% if x %} {# y #} {_{ a }_} {_% b %_}",
        "  hai  khoảng trắng ở đầu, giữa và cuối  ",
        "Số:      /KH-UBND",
        "😀 chữ ngoài mặt phẳng cơ bản 𠀀",
        "dài" * 400,
        "ngắt\u00a0dòng mềm\u00ad",
    ],
)
def test_text_comes_out_as_it_went_in(text: str) -> None:
    data = rendered(
        document(
            paragraph(text),
            heading(HeadingKind.ARABIC, "1.", text),
            subject=text,
            addressees=(text, text),
            appendices=(appendix(text, paragraph(text)),),
            footnotes=(text,),
        )
    )
    printed = texts(data)
    assert printed.count(text) == 6  # body, subject, two addressees, appendix label and text
    assert f"1. {text}" in printed
    assert texts(data, "word/footnotes.xml") == [f" {text}"]


def test_each_kind_of_block_takes_its_own_style() -> None:
    kinds = [Paragraph((Run(kind.value),), kind) for kind in ParagraphKind]
    headings = [heading(kind, "", kind.value) for kind in HeadingKind]
    data = rendered(document(*kinds, *headings))
    styles = {
        own_text(node): node.find(f"{w('pPr')}/{w('pStyle')}").get(w("val"))  # type: ignore[union-attr]
        for node in body(data).iter(w("p"))
    }
    assert {styles[kind.value] for kind in ParagraphKind} == {"NoiDung", "GachDauDong", "DoanCoNhan", "CanCu"}
    assert [styles[kind.value] for kind in HeadingKind] == [
        "NhanPhan",
        "TenPhan",
        "Heading1",
        "Heading2",
        "Heading3",
        "Heading4",
        "MucKhongSo",
    ]


def test_headings_make_a_navigation_pane() -> None:
    levels = {}
    for style in part(TEMPLATE.read_bytes(), "word/styles.xml").iter(w("style")):
        level = style.find(f"{w('pPr')}/{w('outlineLvl')}")
        keep = style.find(f"{w('pPr')}/{w('keepNext')}")
        if level is not None:
            levels[style.get(w("styleId"))] = (level.get(w("val")), keep is not None)
    assert levels == {
        "Heading1": ("0", True),
        "Heading2": ("1", True),
        "Heading3": ("2", True),
        "Heading4": ("3", True),
        "NhanPhuLuc": ("0", True),
    }


def test_runs_carry_bold_and_italic_only_where_they_are() -> None:
    data = rendered(document(paragraph((Run("thường "), Run("đậm", bold=True), Run("nghiêng", italic=True)))))
    target = next(node for node in body(data).iter(w("p")) if own_text(node) == "thường đậmnghiêng")
    looks = [[child.tag for child in run.iter(w("b"), w("i"))] for run in target.findall(w("r"))]
    assert looks == [[], [w("b")], [w("i")]]


def test_footnotes_are_real_and_in_order() -> None:
    data = rendered(
        document(
            paragraph((Run("Một"), Run("", note=1), Run(" hai"), Run("", note=2))),
            footnotes=("Chú thích thứ nhất", (Run("Chú thích "), Run("thứ hai", bold=True))),
        )
    )
    references = values(list(body(data).iter(w("footnoteReference"))), "id")
    notes = part(data, "word/footnotes.xml")
    assert references == ["1", "2"]
    assert values(notes.findall(w("footnote")), "id") == ["-1", "0", "1", "2"]
    assert texts(data, "word/footnotes.xml") == [" Chú thích thứ nhất", " Chú thích thứ hai"]
    assert len(list(notes.iter(w("footnoteRef")))) == 2


def test_one_addressee_stands_on_the_line_of_kinh_gui_several_below_it() -> None:
    assert "Kính gửi: UBND tỉnh" in texts(rendered(document(addressees=("UBND tỉnh",))))
    several = texts(rendered(document(addressees=("- UBND tỉnh;", "- Sở Nội vụ."))))
    start = several.index("Kính gửi:")
    assert several[start : start + 3] == ["Kính gửi:", "- UBND tỉnh;", "- Sở Nội vụ."]
    assert not any("Kính gửi" in text for text in texts(rendered(document())))


def _letterhead(date_line: str, body_line: str = "PHƯỜNG MINH HƯNG", parent: str = "") -> Letterhead:
    return Letterhead(("ỦY BAN NHÂN DÂN", body_line), "Số: 05/KH-UBND", date_line, parent_body=parent)


@pytest.mark.parametrize(
    ("date_line", "style", "rule"),
    [
        # 60.5 mm at 14 pt and 56.1 mm at 13 pt (rule TN-02), in a column of 5613 dxa
        ("Minh Hưng, ngày 05 tháng 3 năm 2026", "TieuNgu", 60.5),
        ("Phường Điện Biên Phủ, ngày 25 tháng 12 năm 2026", "TieuNguNho", 56.1),
        # 98.9 mm at 14 pt in a column of 99.0 mm: too near to be sure of it
        ("Phường Chu Văn An, ngày      tháng      năm 2025", "TieuNguNho", 56.1),
    ],
)
def test_a_long_place_takes_the_smaller_set_and_the_rule_follows(
    date_line: str, style: str, rule: float
) -> None:
    data = rendered(document(letterhead=_letterhead(date_line)))
    motto = next(node for node in body(data).iter(w("p")) if own_text(node).startswith("Độc lập"))
    assert motto.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == style  # type: ignore[union-attr]
    indent = motto.getnext().find(f"{w('pPr')}/{w('ind')}")  # type: ignore[union-attr]
    assert indent is not None
    left, right = int(indent.get(w("left"), "0")), int(indent.get(w("right"), "0"))
    assert left == right
    assert (5613 - left - right) / 56.69 == pytest.approx(rule, abs=0.3)


def test_a_long_issuing_body_takes_the_smaller_size_with_its_parent() -> None:
    def styles(parent: str, line: str) -> set[str | None]:
        data = rendered(document(letterhead=_letterhead("Hà Nội, ngày 05 tháng 3 năm 2026", line, parent)))
        cell = next(body(data).iter(w("tc")))
        return {node.get(w("val")) for node in cell.iter(w("pStyle"))} - {"DuongKe"}

    assert styles("", "PHƯỜNG MINH HƯNG") == {"CoQuanBanHanh"}
    long_name = "PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ"
    assert styles("UBND PHƯỜNG MINH HƯNG", long_name) == {"CoQuanBanHanhNho", "CoQuanChuQuanNho"}


def test_the_draft_mark_is_printed_only_when_there_is_one() -> None:
    draft = Letterhead(("ỦY BAN NHÂN DÂN",), "Số:      /KH-UBND", "ngày", draft_mark="DỰ THẢO")
    assert "DỰ THẢO" in texts(rendered(document(letterhead=draft)))
    assert "DỰ THẢO" not in texts(rendered(document()))


def test_rules_are_paragraph_borders_never_underscores_or_underlines() -> None:
    data = rendered(full_document())
    assert not list(body(data).iter(w("u")))
    assert not any("___" in text for text in texts(data))
    border = next(
        style
        for style in part(data, "word/styles.xml").iter(w("style"))
        if style.get(w("styleId")) == "DuongKe"
    ).find(f"{w('pPr')}/{w('pBdr')}/{w('top')}")
    assert border is not None
    assert border.get(w("val")) == "single"


def test_properties_are_ours_with_fixed_dates_and_escaped_once() -> None:
    properties = Properties(title="KH & CN <2026> {{ x }}", subject="a", author="UBND", keywords="57-NQ/TW")
    data = render_document(document(), TEMPLATE.read_bytes(), template_name="m", properties=properties)
    core = part(data, "docProps/core.xml")
    found = {str(node.tag).partition("}")[2]: node.text for node in core}
    assert found["title"] == "KH & CN <2026> {{ x }}"
    assert found["language"] == "vi-VN"
    assert found["created"] == found["modified"] == "2020-01-01T00:00:00Z"


def test_no_paragraph_ids_and_no_leftover_runs() -> None:
    data = rendered(full_document())
    assert b"paraId" not in unpack(data)["word/document.xml"]
    assert all(len(run) for run in body(data).iter(w("r")))
    assert all(node.text for node in body(data).iter(w("t")))


def test_a_draft_without_a_name_keeps_the_space_for_the_signature() -> None:
    data = rendered(document(full_name=""))
    signature = list(body(data).iter(w("tbl")))[-1]
    assert own_text(list(signature.iter(w("p")))[-1]) == ""
    assert values(list(signature.iter(w("pStyle"))), "val")[-1] == "HoTenNguoiKy"


def test_a_document_of_many_blocks_is_complete() -> None:
    wanted = [f"{number}. {LONG}" for number in range(300)]
    printed = texts(rendered(document(*map(paragraph, wanted))))
    assert [text for text in printed if text in set(wanted)] == wanted
