"""Places as a person would say them."""

from __future__ import annotations

from tests.reading.build import cell, p, r, read, row, tbl


def places(body: str) -> list[str]:
    return [found.place for found in read(body).paragraphs()]


def test_paragraphs_of_the_body_count_only_those_with_text() -> None:
    body = (
        p("") + p("a") + p("") + p("  ") + p("b") + tbl(row(cell("c"))) + p(r("giấu", "<w:vanish/>")) + p("d")
    )
    assert places(body) == [
        "đoạn trống trước đoạn 1",
        "đoạn 1",
        "đoạn trống sau đoạn 1",
        "đoạn trống sau đoạn 1",
        "đoạn 2",
        "bảng 1, hàng 1, ô 1",
        "đoạn trống sau đoạn 2",
        "đoạn 3",
    ]


def test_paragraphs_of_a_cell_are_counted_where_there_are_several() -> None:
    body = tbl(row(cell(""), cell(p("a")), cell(p("a") + p("")), cell(p("") + p("a") + p("b"))))
    assert places(body) == [
        "bảng 1, hàng 1, ô 1",
        "bảng 1, hàng 1, ô 2",
        "bảng 1, hàng 1, ô 3",
        "bảng 1, hàng 1, ô 3, đoạn trống",
        "bảng 1, hàng 1, ô 4, đoạn trống trước đoạn 1",
        "bảng 1, hàng 1, ô 4, đoạn 1",
        "bảng 1, hàng 1, ô 4, đoạn 2",
    ]


def test_rows_cells_and_tables_have_places() -> None:
    (_, second) = read(tbl(row(cell("a"))) + p("x") + tbl(row(cell("b")), row(cell("c"), cell("d")))).tables()
    assert (second.place, second.rows[1].place, second.rows[1].cells[1].place) == (
        "bảng 2",
        "bảng 2, hàng 2",
        "bảng 2, hàng 2, ô 2",
    )
