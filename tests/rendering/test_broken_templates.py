"""What people do to templates in Word: each mistake is told at its place, with the tag and what to type.

One entry a template: what is changed in the common one, code, place, tag as typed, words of the hint.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

import pytest

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.model.document import Document, HeadingKind
from nq57gen.rendering.blame import traced_or_refused
from nq57gen.rendering.context import build_context
from nq57gen.rendering.prepared import prepared
from nq57gen.rendering.result_text import texts_of
from nq57gen.writer import pack, unpack
from tests.rendering.build import TEMPLATE, document, full_document, heading, paragraph
from tests.rendering.opened import DOCUMENT, edited, rendered, texts

NUMBER, NUMBER_PLACE = "{{ so_ky_hieu }}", "bảng 1, hàng 2, ô 1, đoạn 1"
DRAFT, DRAFT_PLACE = "{%p if du_thao %}", "bảng 1, hàng 2, ô 1, đoạn 2"
NAME, NAME_PLACE = "{{ nguoi_ky.ho_ten }}", "bảng 2, hàng 1, ô 2, đoạn 5"
RECIPIENTS, RECIPIENTS_PLACE = "{%p for noi in noi_nhan %}", "bảng 2, hàng 1, ô 1, đoạn 2"
_TITLE = '<w:p><w:pPr><w:pStyle w:val="TenLoai"/>'
_HEADER = '<w:pPr><w:pStyle w:val="Header"/></w:pPr>'


def paragraphs(*lines: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def table(*rows: Sequence[str]) -> str:
    width = "<w:tcPr><w:tcW w:w='3000' w:type='dxa'/></w:tcPr>"
    cells = ("".join(f"<w:tc>{width}{paragraphs(text)}</w:tc>" for text in row) for row in rows)
    grid = "<w:gridCol w:w='3000'/>" * len(rows[0])
    content = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{content}</w:tbl>"


def above_title(content: str) -> bytes:
    """The common template with ``content`` between the letterhead and the type of the document."""
    return edited((_TITLE, content + _TITLE))


def lines(*text: str) -> bytes:
    return above_title(paragraphs(*text))


def header(text: str) -> bytes:
    return edited((_HEADER, f"{_HEADER}<w:r><w:t>{text}</w:t></w:r>"), part="word/header2.xml")


def told(template: bytes, model: Document | None = None) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidInput) as caught:
        rendered(model or document(), template)
    return caught.value.diagnostics


#: name -> template, code, place, tag, part of the hint
BROKEN: dict[str, tuple[bytes, str, str, str, str]] = {
    "a loop that is not closed": (
        edited(("{%p endfor %}", "x")),
        *("M104", "bảng 1, hàng 1, ô 1, đoạn 5", "{%p for dong in co_quan.ban_hanh %}", "thêm {%p endfor %}"),
    ),
    "a loop inside a condition that is not closed": (
        edited(("{{r khoi.chu }}", "{%p for a in noi_nhan %}")),
        *("M104", "đoạn 14", "{%p for a in noi_nhan %}", "thêm {%p endfor %}"),
    ),
    "a condition that is not opened": (
        edited(("{%p if khoi.kieu == 'doan' %}", "x")),
        *("M104", "đoạn 15", "{%p elif khoi.kieu == 'gach_dau_dong' %}", "thêm thẻ mở"),
    ),
    "a condition ended in its middle": (
        edited(("{%p elif khoi.kieu == 'co_nhan' %}", "{%p endif %}")),
        *("M104", "đoạn 19", "{%p elif khoi.kieu == 'can_cu' %}", "thêm thẻ mở"),
    ),
    "an end too many": (lines("{%p endif %}"), "M104", "đoạn 1", "{%p endif %}", "xóa thẻ này"),
    "a condition closed as a loop": (
        edited(("{%p endif %}", "{%p endfor %}")),
        *("M104", "bảng 1, hàng 1, ô 1, đoạn 4", "{%p endfor %}", "gõ {%p endif %}"),
    ),
    "end for in two words": (
        edited(("{%p endfor %}", "{%p end for %}")),
        *("M102", "bảng 1, hàng 1, ô 1, đoạn 7", "{%p end for %}", "gõ {%p endfor %}"),
    ),
    "a tag without its end": (
        edited((NUMBER, "{{ so_ky_hieu")),
        "M102",
        NUMBER_PLACE,
        "{{ so_ky_hieu",
        f"gõ {NUMBER}",
    ),
    "one brace at the end": (
        edited((NUMBER, "{{ so_ky_hieu }")),
        *("M102", NUMBER_PLACE, "{{ so_ky_hieu }", f"gõ {NUMBER}"),
    ),
    "a statement ended as a name": (
        edited((DRAFT, "{%p if du_thao }}")),
        *("M102", DRAFT_PLACE, "{%p if du_thao }}", f"gõ {DRAFT}"),
    ),
    "a tag over two paragraphs": (
        lines("{%p if", "du_thao %}", "x", "{%p endif %}"),
        *("M102", "đoạn 1", "{%p if", "gõ cả thẻ trong một đoạn: {%p if du_thao %}"),
    ),
    "a tag over two cells": (
        above_title(table(["{{ ten_loai", "}}"])),
        *("M102", "bảng 2, hàng 1, ô 1, đoạn 1", "{{ ten_loai", "{{ ten_loai }}"),
    ),
    "an empty tag": (edited((NUMBER, "{{ }}" + NUMBER)), "M102", NUMBER_PLACE, "{{ }}", "xóa thẻ"),
    "three braces": (
        edited((NUMBER, "{{{ so_ky_hieu }}}")),
        "M102",
        NUMBER_PLACE,
        "{{{ so_ky_hieu }}",
        f"gõ {NUMBER}",
    ),
    "an end of the tag in quotes": (
        lines('{%p if ten_loai == "a%}b" %}', "{%p endif %}"),
        *("M102", "đoạn 1", '{%p if ten_loai == "a%}', "không có %}"),
    ),
    "a quote that is not closed": (
        edited(("khoi.kieu == 'doan'", "khoi.kieu == 'doan")),
        *("M102", "đoạn 13", "{%p if khoi.kieu == 'doan %}", "dấu nháy cùng loại"),
    ),
    "one equals sign": (
        edited(("khoi.kieu == 'doan'", "khoi.kieu = 'doan'")),
        *("M102", "đoạn 13", "{%p if khoi.kieu = 'doan' %}", "gõ {%p if khoi.kieu == 'doan' %}"),
    ),
    "a text without quotes": (
        edited(("khoi.kieu == 'doan'", "khoi.kieu == doan")),
        *("M103", "đoạn 13", "{%p if khoi.kieu == doan %}", "đặt trong nháy: 'doan'"),
    ),
    "a parenthesis alone": (
        edited(("kinh_gui | length == 1", "(kinh_gui | length == 1")),
        *("M102", "đoạn 4", "{%p if (kinh_gui | length == 1 %}", "thêm ngoặc"),
    ),
    "a dash for an underscore": (
        edited((NUMBER, "{{ so\N{EN DASH}ky_hieu }}")),
        *("M102", NUMBER_PLACE, "{{ so\N{EN DASH}ky_hieu }}", f"ý bạn là {NUMBER}?"),
    ),
    "a blank before the p": (
        edited((DRAFT, "{% p if du_thao %}")),
        *("M102", DRAFT_PLACE, "{% p if du_thao %}", f"gõ {DRAFT}"),
    ),
    "a capital P": (
        edited((DRAFT, "{%P if du_thao %}")),
        "M102",
        DRAFT_PLACE,
        "{%P if du_thao %}",
        f"gõ {DRAFT}",
    ),
    "no blank behind the p": (
        edited((DRAFT, "{%pif du_thao %}")),
        "M102",
        DRAFT_PLACE,
        "{%pif du_thao %}",
        f"gõ {DRAFT}",
    ),
    "no blank behind the r": (
        edited(("{{r trich_yeu }}", "{{rtrich_yeu }}")),
        *("M103", "đoạn 2", "{{rtrich_yeu }}", "gõ {{r trich_yeu }}"),
    ),
    "a blank before the r": (
        edited(("{{r trich_yeu }}", "{{ r trich_yeu }}")),
        *("M102", "đoạn 2", "{{ r trich_yeu }}", "gõ {{r trich_yeu }}"),
    ),
    "no r": (
        edited(("{{r trich_yeu }}", "{{ trich_yeu }}")),
        *("M106", "đoạn 2", "{{ trich_yeu }}", "gõ {{r trich_yeu }}"),
    ),
    "an r for plain text": (
        edited((NUMBER, "{{r so_ky_hieu }}")),
        *("M106", NUMBER_PLACE, "{{r so_ky_hieu }}", f"gõ {NUMBER}"),
    ),
    "capitals": (
        edited((RECIPIENTS, "{%p FOR noi IN noi_nhan %}")),
        *("M102", RECIPIENTS_PLACE, "{%p FOR noi IN noi_nhan %}", f"gõ {RECIPIENTS}"),
    ),
    "a loop without in": (
        edited((RECIPIENTS, "{%p for noi noi_nhan %}")),
        *("M102", RECIPIENTS_PLACE, "{%p for noi noi_nhan %}", RECIPIENTS),
    ),
    "a loop over a text": (
        edited((RECIPIENTS, "{%p for noi in ten_loai %}")),
        *("M106", RECIPIENTS_PLACE, "{%p for noi in ten_loai %}", "noi_nhan"),
    ),
    "else if": (
        edited(("{%p elif kinh_gui %}", "{%p else if kinh_gui %}")),
        *("M102", "đoạn 6", "{%p else if kinh_gui %}", "gõ {%p elif kinh_gui %}"),
    ),
    "marks for blanks": (
        edited((NUMBER, "{{- so_ky_hieu -}}")),
        *("M102", NUMBER_PLACE, "{{- so_ky_hieu -}}", f"gõ {NUMBER}"),
    ),
    "a filter there is not": (
        edited((NUMBER, "{{ so_ky_hieu | hoa }}")),
        *("M106", NUMBER_PLACE, "{{ so_ky_hieu | hoa }}", "upper, lower, trim"),
    ),
    "a test there is not": (
        lines("{%p if du_thao is trong %}", "{%p endif %}"),
        *("M107", "đoạn 1", "{%p if du_thao is trong %}", "if"),
    ),
    "a macro": (lines("{% macro a() %}x{% endmacro %}"), "M107", "đoạn 1", "{% macro a() %}", "if"),
    "a tag of docxtpl's for cells": (
        above_title(table(["{% cellbg 'FF0000' %}x"])),
        *("M107", "bảng 2, hàng 1, ô 1, đoạn 1", "{% cellbg 'FF0000' %}", "tô nền ngay trong Word"),
    ),
    "a division": (edited((NUMBER, NUMBER + "{{ 1 / 0 }}")), "M107", NUMBER_PLACE, "{{ 1 / 0 }}", "in"),
    "a row tag outside of tables": (
        lines("{%tr for a in noi_nhan %}", "{{ a }}", "{%tr endfor %}"),
        *("M121", "đoạn 1", "{%tr for a in noi_nhan %}", "gõ {%p for a in noi_nhan %}"),
    ),
    "a cell tag outside of tables": (
        lines("{{tc ten_loai }}"),
        "M121",
        "đoạn 1",
        "{{tc ten_loai }}",
        "gõ {{p ten_loai }}",
    ),
    "a row tag in a header": (
        header("{%tr if du_thao %}"),
        "M121",
        "đầu trang (header2.xml), đoạn 1",
        "{%tr if du_thao %}",
        "{%p",
    ),
    "a row comment outside of tables": (
        lines("{#tr ghi chú #}"),
        "M121",
        "đoạn 1",
        "{#tr ghi chú #}",
        "{#p ghi chú #}",
    ),
    "a loop over the cells of a row": (
        above_title(table(["{%p for a in noi_nhan %}", "{{ a }}", "{%p endfor %}"])),
        *("M104", "bảng 2, hàng 1, ô 3, đoạn 1", "{%p endfor %}", "trong cùng một ô"),
    ),
    "a row loop closed as a paragraph": (
        above_title(table(["{%tr for a in noi_nhan %}"], ["{{ a }}"], ["{%p endfor %}"])),
        *("M104", "bảng 2, hàng 3, ô 1, đoạn 1", "{%p endfor %}", "gõ {%tr endfor %}"),
    ),
    "text beside a paragraph tag": (
        lines("Chữ {%p if du_thao %}", "x", "{%p endif %}"),
        *("M105", "đoạn 1", "{%p if du_thao %}", "riêng một đoạn"),
    ),
    "text beside a paragraph comment": (
        lines("Chữ {#p ghi chú #}"),
        "M105",
        "đoạn 1",
        "{#p ghi chú #}",
        "riêng một đoạn",
    ),
    "a page break beside a paragraph tag": (
        above_title(
            '<w:p><w:r><w:br w:type="page"/><w:t>{%p if du_thao %}</w:t></w:r></w:p>'
            + paragraphs("{%p endif %}")
        ),
        *("M105", "đoạn 1", "{%p if du_thao %}", "riêng một đoạn"),
    ),
    "an unknown name in the header": (
        header("{{ don_vi }}"),
        "M103",
        "đầu trang (header2.xml), đoạn 1",
        "{{ don_vi }}",
        "so_ky_hieu",
    ),
    "a condition in the header": (
        header("{% if du_thao %}x"),
        "M104",
        "đầu trang (header2.xml), đoạn 1",
        "{% if du_thao %}",
        "{% endif %}",
    ),
    "a name that is asked for, never printed": (
        edited(("{{ noi }}", "x"), ("{{ noi }}", "x")),
        *("M122", RECIPIENTS_PLACE, RECIPIENTS, "{{ noi }}"),
    ),
    "a name in other brackets": (
        edited((NUMBER, "&lt;&lt;so_ky_hieu&gt;&gt;")),
        "M123",
        NUMBER_PLACE,
        "<<so_ky_hieu>>",
        f"gõ {NUMBER}",
    ),
    "a name printed twice": (lines(NUMBER), "M124", "đoạn 1", NUMBER, NUMBER_PLACE),
    "a name printed under a condition": (
        edited((NAME, "{% if du_thao %}" + NAME + "{% endif %}")),
        *("M125", NAME_PLACE, "", f"thẻ “{NAME}” chỉ được in trong “{{% if du_thao %}}”"),
    ),
    "a name in capitals": (
        edited((NAME, "{{ nguoi_ky.ho_ten | upper }}")),
        *("M126", NAME_PLACE, "{{ nguoi_ky.ho_ten | upper }}", "All caps"),
    ),
    "a text compared with a number": (
        lines("{%p if ten_loai > 3 %}", "x", "{%p endif %}"),
        *("M133", "đoạn 1", "{%p if ten_loai > 3 %}", "length > 1"),
    ),
    "a number searched for a text": (
        lines("x", "{%p if 'a' in 5 %}", "x", "{%p endif %}"),
        *("M133", "đoạn 2", "{%p if 'a' in 5 %}", "length > 1"),
    ),
    "the length of a length": (
        lines("{%p if ten_loai|length|length > 3 %}", "x", "{%p endif %}"),
        *("M133", "đoạn 1", "{%p if ten_loai|length|length > 3 %}", "length > 1"),
    ),
    "a wrong comparison behind another condition": (
        lines("{%p if du_thao %}", "x", "{%p elif noi_nhan >= 3 %}", "x", "{%p endif %}"),
        *("M133", "đoạn 3", "{%p elif noi_nhan >= 3 %}", "length > 1"),
    ),
    "a wrong comparison in a loop": (
        lines("{%p for a in noi_nhan %}", "x", "{%p if 3 &lt; a %}", "x", "{%p endif %}", "{%p endfor %}"),
        *("M133", "đoạn 3", "{%p if 3 < a %}", "length > 1"),
    ),
    "a wrong comparison in a header": (
        header("{{ ten_loai }}{% if ten_loai in 3 %}{% endif %}"),
        *("M133", "đầu trang (header2.xml), đoạn 1", "{% if ten_loai in 3 %}", "length > 1"),
    ),
    "a condition of 300 brackets": (
        lines("x", "{%p if " + "(" * 300 + "du_thao" + ")" * 300 + " %}", "x", "{%p endif %}"),
        *("M134", "đoạn 2", "{%p if ((((", "tách"),
    ),
    "a condition of 60 brackets": (
        lines("{%p if " + "(" * 60 + "du_thao" + ")" * 60 + " %}", "x", "{%p endif %}"),
        *("M134", "đoạn 1", "{%p if ((((", "tách"),
    ),
    "a condition of thousands of and": (
        lines("{%p if du_thao" + " and du_thao" * 5000 + " %}", "x", "{%p endif %}"),
        *("M134", "đoạn 1", "{%p if du_thao and", "tách"),
    ),
    "a condition of thousands of not": (
        lines("{%p if" + " not" * 3000 + " du_thao %}", "x", "{%p endif %}"),
        *("M134", "đoạn 1", "{%p if not not", "tách"),
    ),
    "a number of 6,000 digits": (
        lines("{%p if 3 > " + "9" * 6000 + " %}", "x", "{%p endif %}"),
        *("M134", "đoạn 1", "{%p if 3 > 999", "tách"),
    ),
    "a name of thousands of filters": (
        edited((NUMBER, "{{ so_ky_hieu" + "|trim" * 3000 + " }}")),
        *("M134", NUMBER_PLACE, "{{ so_ky_hieu|trim", "tách"),
    ),
    "conditions in one another": (
        lines(*["{%p if du_thao %}"] * 120, "x", *["{%p endif %}"] * 120),
        *("M135", "đoạn 21", "{%p if du_thao %}", "elif"),
    ),
    "a number beyond all numbers": (
        lines("{%p if 1e999 > noi_nhan|length %}", "x", "{%p endif %}"),
        *("M133", "đoạn 1", "{%p if 1e999 > noi_nhan|length %}", "length > 1"),
    ),
    "the first of an empty list": (
        lines("{{ kinh_gui | first }}"),
        "M132",
        "đoạn 1",
        "{{ kinh_gui | first }}",
        "{%p if",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_mistake_is_told_at_its_place_with_its_tag(name: str) -> None:
    template, code, place, tag, hint = BROKEN[name]
    found = told(template)[0]
    assert (found.code, found.path) == (code, "van_ban.docx")
    assert found.where.startswith(f"{place} “")
    assert tag in found.message
    assert hint in found.hint


def test_one_mistake_is_told_once() -> None:
    """Beside a tag that cannot be read, nothing is said of pairs."""
    for name, (template, *_expected) in BROKEN.items():
        if name not in ("a macro", "a row tag outside of tables", "a name that is asked for, never printed"):
            assert len(told(template)) == 1, name


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


#: name -> template, and a line that its document must have or (with "!") must not have
ACCEPTED: dict[str, tuple[bytes, str]] = {
    "a percent sign in a paragraph tag": (lines('{%p if ten_loai != "50%" %}', "Có", "{%p endif %}"), "Có"),
    "a brace in a paragraph tag": (lines('{%p if ten_loai == "a}b" %}', "Có", "{%p endif %}"), "!Có"),
    "a percent sign in a row tag": (
        above_title(table(["{%tr if ten_loai != '50%' %}"], ["Có"], ["{%tr endif %}"])),
        "Có",
    ),
    "a number sign in a paragraph comment": (lines("{#p việc # 1 #}", "Có"), "Có"),
    "an ampersand": (lines('{%p if ten_loai != "A &amp; B" %}', "Có", "{%p endif %}"), "Có"),
    "curly quotes": (lines("{%p if ten_loai == “KẾ HOẠCH” %}", "Có", "{%p endif %}"), "Có"),
    "low quotes": (lines("{%p if ten_loai == „KẾ HOẠCH“ %}", "Có", "{%p endif %}"), "Có"),
    "angle quotes": (lines("{%p if ten_loai == «KẾ HOẠCH» %}", "Có", "{%p endif %}"), "Có"),
    "mixed quotes": (lines('{%p if ten_loai == “KẾ HOẠCH" %}', "Có", "{%p endif %}"), "Có"),
    "a curly apostrophe inside quotes": (lines('{%p if ten_loai != "L’A" %}', "Có", "{%p endif %}"), "Có"),
    "no-break spaces": (edited((DRAFT, "{%p\u00a0if\u00a0du_thao\u00a0%}")), "Số: 05/KH-UBND"),
    "no-break spaces inside quotes": (
        lines('{%p if ten_loai == "KẾ\u00a0HOẠCH" %}', "Có", "{%p endif %}"),
        "Có",
    ),
    "decomposed letters inside quotes": (
        lines(f'{{%p if ten_loai == "{nfd("KẾ HOẠCH")}" %}}', "Có", "{%p endif %}"),
        "Có",
    ),
    "signs of no width": (edited((NUMBER, "{{ so_\u200bky_\u00adhieu }}")), "Số: 05/KH-UBND"),
    "a comparison": (lines("{%p if kinh_gui | length &lt;= 1 %}", "Có", "{%p endif %}"), "Có"),
    "a condition in a line": (
        lines("{% if du_thao %}Nháp{% else %}Bản chính{% endif %} của phường"),
        "Bản chính của phường",
    ),
    "a run tag": (lines("{%r if ten_loai %}Có{%r endif %}"), "Có"),
    "a condition of twenty brackets": (
        lines("{%p if " + "(" * 20 + "ten_loai" + ")" * 20 + " %}", "Có", "{%p endif %}"),
        "Có",
    ),
    "a condition of forty parts": (
        lines("{%p if ten_loai" + " and ten_loai" * 40 + " %}", "Có", "{%p endif %}"),
        "Có",
    ),
    "a condition of a hundred not": (
        lines("{%p if" + " not" * 100 + " ten_loai %}", "Có", "{%p endif %}"),
        "Có",
    ),
    "twenty conditions in one another": (
        lines(*["{%p if ten_loai %}"] * 20, "Có", *["{%p endif %}"] * 20),
        "Có",
    ),
    "the number of a loop": (
        above_title(paragraphs("{%p for a in noi_nhan %}", "Nơi {{ loop.index }}", "{%p endfor %}")),
        "Nơi 3",
    ),
    "a name in the header once more": (header("{{ ten_loai }}"), "KẾ HOẠCH"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_can_be_understood_is_filled_in(name: str) -> None:
    template, line = ACCEPTED[name]
    found = texts(rendered(document(), template))
    assert (line.removeprefix("!") in found) != line.startswith("!")


_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def either(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def boxes(choice: str, fallback: str) -> str:
    """Return a text box as Word writes it, in a run: a drawing, and for old programs a picture."""
    shape = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    new = f"<w:drawing><wps:txbx {shape}><w:txbxContent>{choice}</w:txbxContent></wps:txbx></w:drawing>"
    box = f'<v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>{fallback}</w:txbxContent>'
    return f"<w:r>{either(new, f'<w:pict>{box}</v:textbox></w:pict>')}</w:r>"


_RUN = "<w:r><w:t>{{ ten_loai }}</w:t></w:r>"
_PARAGRAPH = paragraphs("{{ ten_loai }}")


@pytest.mark.parametrize(
    "content",
    [
        f"<w:p>{boxes(_PARAGRAPH, _PARAGRAPH)}</w:p>",
        f"<w:p>{either(_RUN, _RUN)}</w:p>",
        either(_PARAGRAPH, _PARAGRAPH),
        f"<w:p>{boxes(*[paragraphs('{%p if ten_loai %}', '{{ ten_loai }}', '{%p endif %}')] * 2)}</w:p>",
        f"<w:p>{boxes(*[f'<w:p>{either(_RUN, _RUN)}</w:p>'] * 2)}</w:p>",
    ],
)
def test_what_is_said_again_for_old_programs_is_one_tag_and_both_are_filled_in(content: str) -> None:
    template = edited(
        (_TITLE, content + _TITLE),
        (
            '{{ ten_loai }}</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="TrichYeu',
            'x</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="TrichYeu',
        ),
    )
    xml = unpack(rendered(document(), template))[DOCUMENT].decode()
    assert xml.count(">KẾ HOẠCH<") == content.count("{{ ten_loai }}")
    assert "{{" not in xml


def test_a_tag_that_only_old_programs_show_is_checked_and_does_not_count() -> None:
    wrong = f"<w:p>{either(_RUN, _RUN.replace('loai', 'loia'))}</w:p>"
    assert [(one.code, one.where) for one in told(above_title(wrong))] == [
        ("M103", "đoạn 1 “{{ ten_loia }}”")
    ]
    only = f"<w:p>{either('<w:r><w:t>x</w:t></w:r>', f'<w:r><w:t>{NUMBER}</w:t></w:r>')}</w:p>"
    [found] = told(edited((NUMBER, "x"), (_TITLE, only + _TITLE)))
    assert (found.code, "{{ so_ky_hieu }}" in found.hint) == ("M108", True)


def test_two_boxes_that_print_a_name_print_it_twice() -> None:
    [found] = told(above_title(f"<w:p>{boxes(_PARAGRAPH, _PARAGRAPH)}</w:p>"))
    assert found.code == "M124"


def test_a_template_may_not_change_the_order() -> None:
    headings_first = paragraphs(
        "{%p for k in noi_dung %}", "{%p if k.kieu == 'la_ma' %}", "{{r k.chu }}", "{%p endif %}"
    )
    template = edited(
        (_TITLE, headings_first + paragraphs("{%p endfor %}") + _TITLE),
        ("khoi.kieu == 'la_ma'", "khoi.kieu == 'bang'"),
    )
    blocks = (paragraph("Một."), heading(HeadingKind.ROMAN, "I.", "HAI"), paragraph("Ba./."))
    [found] = told(template, document(*blocks))
    assert (found.code, found.where) == ("M127", "đoạn 3 “{{r k.chu }}”")
    assert "I. HAI" in found.message


def test_a_condition_hides_no_name_of_the_probes() -> None:
    """A kind of paragraph that a template forgot is told by the kind, with the tags to add."""
    [found] = told(edited(("khoi.kieu == 'gach_dau_dong'", "khoi.kieu == 'doan'")), full_document())
    assert (found.code, found.where) == ("M125", "đoạn 12 “{%p for khoi in noi_dung %}”")
    assert "{%p elif khoi.kieu == 'gach_dau_dong' %} với {{r khoi.chu }}" in found.hint


@pytest.mark.parametrize("make", [document, full_document])
def test_the_common_template_is_traced_as_it_prints(make: Callable[[], Document]) -> None:
    """The slow way of telling whose fault it is says of a right file what stands in it."""
    template = TEMPLATE.read_bytes()
    ready = prepared(template, "van_ban.docx")
    context, tables = build_context(make(), ready.facts)
    traced = traced_or_refused(template, context, tables, "van_ban.docx")
    printed = texts_of((unpack(rendered(make()))[DOCUMENT],), ready.facts.note_base)
    assert list(traced.texts) == [text for text in printed if text]


def test_a_template_with_prefixes_of_its_own_is_refused() -> None:
    parts = unpack(TEMPLATE.read_bytes())
    own = re.sub(rb"(<|</| )w:", rb"\1x:", parts[DOCUMENT]).replace(b"xmlns:w=", b"xmlns:x=")
    [found] = told(pack({**parts, DOCUMENT: own}))
    assert found.code == "M101"
    assert f"phần {DOCUMENT} không do Word ghi" in found.message
