"""Sections and the headers and footers their pages really show."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from nq57gen.reading.types import Section
from tests.reading.build import PAGE, cell, field, p, r, read, row, tbl

PAGE_NUMBER = p(field("PAGE", "2"), '<w:jc w:val="center"/>')


def header(identifier: str, pages: str = "default", kind: str = "header") -> str:
    return f'<w:{kind}Reference w:type="{pages}" r:id="{identifier}"/>'


def section(inner: str) -> str:
    """Return the last paragraph of a section."""
    return p("hết phần", f"<w:sectPr>{inner}{PAGE}</w:sectPr>")


def last(inner: str = "") -> str:
    return f"<w:sectPr>{inner}{PAGE}</w:sectPr>"


def shown(one: Section, where: str = "headers") -> dict[str, list[str]]:
    parts: Mapping[str, tuple[object, ...]] = getattr(one, where)
    return {kind: [getattr(found, "text", "") for found in paragraphs] for kind, paragraphs in parts.items()}


def test_paper_margins_and_numbers() -> None:
    inner = (
        '<w:type w:val="continuous"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1134" w:bottom="1135" w:left="1701" w:right="850"'
        ' w:header="700" w:footer="600" w:gutter="10"/>'
        '<w:pgNumType w:start="1" w:fmt="lowerRoman"/><w:cols w:num="2"/><w:titlePg/>'
    )
    (one,) = read(p() + f"<w:sectPr>{inner}</w:sectPr>").sections
    assert (one.number, one.width, one.height, one.landscape, one.starts) == (
        1,
        16838,
        11906,
        True,
        "continuous",
    )
    assert (one.top, one.bottom, one.left, one.right, one.header, one.footer, one.gutter) == (
        1134, 1135, 1701, 850, 700, 600, 10,
    )  # fmt: skip
    assert (one.text_width, one.number_start, one.number_format, one.columns, one.title_page) == (
        14277, 1, "lowerRoman", 2, True,
    )  # fmt: skip


@pytest.mark.parametrize("body", [p(), p() + "<w:sectPr/>"])
def test_what_word_takes_where_a_section_says_nothing(body: str) -> None:
    (one,) = read(body).sections
    assert (one.width, one.height, one.left, one.starts, one.title_page) == (
        12240,
        15840,
        1440,
        "nextPage",
        False,
    )
    assert (one.number_start, one.number_format, one.columns) == (None, "decimal", 1)
    assert shown(one) == {"default": []}


def test_paragraphs_and_tables_know_their_section() -> None:
    body = p("a") + section("") + tbl(row(cell("b"))) + p("c") + section("") + p("d") + last()
    file = read(body)
    assert [(found.text, found.section) for found in file.paragraphs()] == [
        ("a", 1), ("hết phần", 1), ("b", 2), ("c", 2), ("hết phần", 2), ("d", 3),
    ]  # fmt: skip
    assert [found.section for found in file.tables()] == [2]
    assert [one.number for one in file.sections] == [1, 2, 3]


def test_a_section_without_a_header_shows_that_of_the_section_before() -> None:
    body = section(header("h1")) + section("") + p() + last(header("h2"))
    file = read(body, {"h1": p("một"), "h2": p("hai")})
    assert [shown(one) for one in file.sections] == [
        {"default": ["một"]},
        {"default": ["một"]},
        {"default": ["hai"]},
    ]
    assert [one.headers["default"][0].place for one in file.sections] == [
        "đầu trang (phần 1)", "đầu trang (phần 1)", "đầu trang (phần 3)",
    ]  # fmt: skip
    assert [found.text for found in file.all_paragraphs() if found.story == "header"] == ["một", "hai"]


def test_a_first_header_shows_only_where_the_first_page_differs() -> None:
    body = section(header("h1") + header("f1", "first")) + p() + last("<w:titlePg/>")
    file = read(body, {"h1": p("thường"), "f1": p("đầu")})
    assert [shown(one) for one in file.sections] == [
        {"default": ["thường"]},
        {"default": ["thường"], "first": ["đầu"]},
    ]
    assert file.sections[1].headers["first"][0].place == "đầu trang (phần 1, trang đầu)"


def test_a_first_page_that_differs_without_a_header_is_empty() -> None:
    (one,) = read(p() + last(header("h1") + "<w:titlePg/>"), {"h1": PAGE_NUMBER}).sections
    assert shown(one) == {"default": ["2"], "first": []}
    assert [len(one.page_numbers("header", kind)) for kind in one.headers] == [1, 0]


@pytest.mark.parametrize(("settings", "even"), [("", False), ("<w:evenAndOddHeaders/>", True)])
def test_even_pages_differ_only_where_the_file_says_so(settings: str, even: bool) -> None:
    file = read(
        p() + last(header("h1") + header("h2", "even")), {"h1": p("lẻ"), "h2": p("chẵn")}, settings=settings
    )
    assert shown(file.sections[0]) == ({"default": ["lẻ"], "even": ["chẵn"]} if even else {"default": ["lẻ"]})


def test_footers_are_read_like_headers() -> None:
    (one,) = read(p() + last(header("h1", kind="footer")), {"h1": PAGE_NUMBER}).sections
    assert (shown(one, "headers"), shown(one, "footers")) == ({"default": []}, {"default": ["2"]})
    (found,) = one.page_numbers("footer", "default")
    assert (found.place, found.story, found.align) == ("chân trang (phần 1)", "footer", "center")
    assert one.page_numbers("header", "default") == []
    assert one.page_numbers("header", "even") == []


def test_a_number_of_the_page_in_a_table_control_or_text_box_of_the_header_is_found() -> None:
    control = f"<w:sdt><w:sdtContent>{PAGE_NUMBER}</w:sdtContent></w:sdt>"
    text = f"<v:textbox><w:txbxContent>{PAGE_NUMBER}</w:txbxContent></v:textbox>"
    box = f"<w:r><w:pict><v:shape>{text}</v:shape></w:pict></w:r>"
    for content in (tbl(row(cell(PAGE_NUMBER))), control, p(box)):
        (one,) = read(p() + last(header("h1")), {"h1": content}).sections
        assert len(one.page_numbers("header", "default")) == 1


def test_several_paragraphs_of_a_header_are_counted() -> None:
    (one,) = read(p() + last(header("h1")), {"h1": p("a") + p("") + tbl(row(cell("b"))) + p("c")}).sections
    assert [found.place for found in one.headers["default"]] == [
        "đầu trang (phần 1), đoạn 1",
        "đầu trang (phần 1), đoạn trống sau đoạn 1",
        "đầu trang (phần 1), bảng 1, hàng 1, ô 1",
        "đầu trang (phần 1), đoạn 2",
    ]


def test_a_header_whose_part_is_missing_is_empty() -> None:
    (one,) = read(p() + last(header("không có"))).sections
    assert shown(one) == {"default": []}


def test_the_end_of_a_section_in_a_control_counts() -> None:
    body = f"<w:sdt><w:sdtContent>{section(header('h1'))}</w:sdtContent></w:sdt>" + p(r("sau")) + last()
    file = read(body, {"h1": p("một")})
    assert [one.number for one in file.sections] == [1, 2]
    assert [found.section for found in file.paragraphs()] == [1, 2]
