"""Body texts: a line is a paragraph; marks within it; footnotes."""

from __future__ import annotations

import time

import pytest

from nq57gen.model.document import Footnote, Paragraph, ParagraphKind, Place
from tests.model.show import REPORT, document, marked, section, shown, spec, text_of
from tests.schema.snippets import findings


def kinds(body: str) -> list[ParagraphKind]:
    lines = "".join(f"  {line}\n" for line in body.split("\n"))
    return [block.kind for block in document(f"viec: |\n{lines}").body[:-1] if isinstance(block, Paragraph)]


def test_a_line_is_a_paragraph_and_empty_lines_do_not_count() -> None:
    assert section("viec: |\n  Một.\n\n  Hai.\n   \n  Ba") == ["Một.", "Hai.", "Ba"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- gạch", ParagraphKind.BULLET),
        ("+ cộng", ParagraphKind.BULLET),
        ("* sao", ParagraphKind.BULLET),
        ("a) nhãn", ParagraphKind.LABELLED),
        ("đ) nhãn", ParagraphKind.LABELLED),
        ("1.1. nhãn", ParagraphKind.LABELLED),
        ("2) nhãn", ParagraphKind.LABELLED),
        ("-không cách", ParagraphKind.BODY),
        ("1.000 hồ sơ", ParagraphKind.BODY),
        ("2026 là năm", ParagraphKind.BODY),
        ("(a) ngoặc", ParagraphKind.BODY),
    ],
)
def test_the_mark_at_its_beginning_makes_the_kind_of_a_line(line: str, kind: ParagraphKind) -> None:
    assert kinds(line) == [kind]


@pytest.mark.parametrize("line", ["- gạch", "+ cộng", "* sao", "a) nhãn", "1.1. nhãn"])
def test_marks_and_labels_are_kept_as_typed(line: str) -> None:
    assert section(f"viec: |\n  {line}") == [line]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("**đậm**", "<b>đậm</b>"),
        ("*nghiêng*", "<i>nghiêng</i>"),
        ("trước **đậm** sau *nghiêng*.", "trước <b>đậm</b> sau <i>nghiêng</i>."),
        ("**đậm *cả hai* đậm**", "<b>đậm </b><bi>cả hai</bi><b> đậm</b>"),
        ("*nghiêng **cả hai** nghiêng*", "<i>nghiêng </i><bi>cả hai</bi><i> nghiêng</i>"),
        ("**a** và **b**", "<b>a</b> và <b>b</b>"),
        ("2*3", "2*3"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("**a*b**", "<b>a*b</b>"),
        ("**chưa đóng", "**chưa đóng"),
        ("chưa mở**", "chưa mở**"),
        ("*", "*"),
        ("**", "**"),
        ("****", "****"),
        ("** a **", "** a **"),
        ("* gạch *nghiêng*", "* gạch <i>nghiêng</i>"),
        ("**1. Nhãn:** chữ", "<b>1. Nhãn:</b> chữ"),
        ("từ**đậm**liền", "từ<b>đậm</b>liền"),
        (r"\*không nghiêng\*", "*không nghiêng*"),
        (r"\**a*", "*<i>a</i>"),
        (r"*a\*b*", "<i>a*b</i>"),
        (r"\[^1]", "[^1]"),
        (r"\<<don_vi>>", "<<don_vi>>"),
        (r"C:\\thư mục", r"C:\thư mục"),
        (r"C:\thư mục", r"C:\thư mục"),
        ("[1] và [a]", "[1] và [a]"),
        ("a < b, c > d, e >> f", "a < b, c > d, e >> f"),
        ("{ngoặc} & %", "{ngoặc} & %"),
        ("<5 % -> 10 %, => và =>> và >>", "<5 % -> 10 %, => và =>> và >>"),
        ("Hệ thống >> Báo cáo >> In", "Hệ thống >> Báo cáo >> In"),
        (
            "<dichvucong.gov.vn>, <xa1.gov.vn>, <ubnd@xa.vn>",
            "<dichvucong.gov.vn>, <xa1.gov.vn>, <ubnd@xa.vn>",
        ),
        ("<10>, <CO2>, <chữ>, <b>, a <b", "<10>, <CO2>, <chữ>, <b>, a <b"),
        (r"\<nq57>, nq57\>>", "<nq57>, nq57>>"),
    ],
)
def test_bold_italic_and_escapes(typed: str, printed: str) -> None:
    assert section(f"viec: |\n  {typed}") == [printed]


def test_what_a_variable_brings_in_may_carry_marks() -> None:
    assert text_of("<<bien.nhan>>", 'bien: {nhan: "**Lưu ý:** chữ"}') == "<b>Lưu ý:</b> chữ"


def test_a_line_of_thousands_of_open_marks_takes_no_time() -> None:
    started = time.perf_counter()
    line = ("*a " * 6_000).strip()  # as long as a line may be
    assert section("viec: |\n" + f"  {line}\n" * 5) == [line] * 5
    assert time.perf_counter() - started < 5


def test_tabs_become_spaces() -> None:
    assert section('viec: "một\\thai"') == ["một hai"]


def test_footnotes_are_numbered_as_they_are_first_cited() -> None:
    made = document(
        "chu_thich: {x: Của x., y: Của y.}",
        "viec: |\n  Một.[^y]\n  Hai.[^x] Ba.[^y]",
        "ket_thuc: Hết[^x]",
    )
    assert shown(made.body)[1:] == ["Một.[1]", "Hai.[2] Ba.[1]", "Hết[2]./."]
    assert [[marked(line) for line in note.paragraphs] for note in made.footnotes] == [["Của y."], ["Của x."]]


def test_a_footnote_may_have_paragraphs_marks_and_variables() -> None:
    made = document("chu_thich:\n  dai: |\n    **Một** <<don_vi>>.\n    Hai.\n", "viec: Chữ[^dai]")
    assert [marked(line) for line in made.footnotes[0].paragraphs] == ["<b>Một</b> phường Minh Hưng.", "Hai."]


def test_footnotes_of_tables_are_numbered_behind_those_of_the_body() -> None:
    made = document(
        "chu_thich: {x: Của x, y: Của y}",
        "viec: Chữ[^x]",
        """
        phu_luc:
          - ma: a
            tieu_de: A
            bang: chi_tieu
            chi_tieu: [{ten: Phủ sóng, ke_hoach: "Hoàn thành[^y]"}]
        """,
    )
    assert [marked(note.paragraphs[0]) for note in made.footnotes] == ["Của x", "Của y"]


@pytest.mark.parametrize("place", ["noi_nhan", "kinh_gui"])
def test_a_footnote_in_a_line_that_cannot_carry_one_is_refused(place: str) -> None:
    text = spec("chu_thich: {x: Của x}", "viec: Chữ[^x]", plan=REPORT)
    if place == "noi_nhan":
        text = text.replace('["Lưu: VT"]', '["Như trên[^x]", "Lưu: VT"]')
    else:
        text += "kinh_gui: ['UBND tỉnh[^x]']\n"
    assert [found.code for found in findings(text)] == ["N017"]


def test_every_block_knows_the_line_it_came_from() -> None:
    made = document("viec:\n  - tieu_de: A\n    noi_dung: |\n      Một.\n\n      Hai.\n")
    lines = [block.place.position.line for block in made.body if block.place.position]
    assert lines == [11, 11, 13, 15, 16]
    assert made.body[0].place != Place()


def test_a_document_without_footnotes_has_none() -> None:
    footnotes: tuple[Footnote, ...] = document().footnotes
    assert footnotes == ()
