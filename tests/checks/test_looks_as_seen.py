"""Looks are judged as they are seen: letters and digits alone, lengths as programs round them, set widths."""

from __future__ import annotations

import copy
from typing import TypeAlias

import pytest

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.rule import edit
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, put
from nq57gen.reading.word_file import read_word_file
from nq57gen.reading.xml import XML_SPACE, w
from tests.checks.edited_xml import only_text
from tests.checks.edits import apply
from tests.checks.good import other
from tests.checks.test_recognition import LETTER, Change, Element, after, elements, parsed, plan

#: Texts of runs, each with its direct formatting.
Runs: TypeAlias = list[tuple[str, dict[str, object]]]


def codes(found: list[str]) -> list[str]:
    """Severity and code of findings of :func:`after`."""
    return [" ".join(one.split()[:2]) for one in found]


def runs(opened: Opened, name: str, *parts: tuple[str, dict[str, object]]) -> Element:
    """Let the first paragraph of a component be made of runs with these texts and formatting."""
    paragraph = elements(opened, name)[0]
    only_text(paragraph, "x")
    first = paragraph.find(w("r"))
    for text, looks in parts:
        run = copy.deepcopy(first)
        words = run.find(w("t"))
        words.text = text
        words.set(XML_SPACE, "preserve")
        for look, value in looks.items():
            put(child(run, "rPr"), look, val=value)
        first.addprevious(run)
    paragraph.remove(first)
    return paragraph


def with_runs(name: str, *parts: tuple[str, dict[str, object]]) -> Change:
    return lambda opened: runs(opened, name, *parts)


THIN: dict[str, object] = {"b": 0}
BIG: dict[str, object] = {"sz": 28}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("motto", [("Độc lập ", {}), ("-", THIN), (" Tự do ", {}), ("-", THIN), (" Hạnh phúc", {})]),
        ("motto", [("Độc lập", {}), (" - ", {"b": 0, "sz": 26, "i": 1}), ("Tự do - Hạnh phúc", {})]),
        ("recipients_label", [("Nơi nhận", {}), (":", {"sz": 28, "b": 0, "i": 0})]),
        ("number", [("Số", {}), (": ", {"b": 1, "i": 1}), ("05/KH-UBND", {})]),
        ("authority", [("TM", {}), (". ", {"b": 0, "sz": 20}), ("ỦY BAN NHÂN DÂN", {})]),
        ("recipients", [("-", {"b": 1, "sz": 28}), (" Như trên", {}), (";", {"b": 1})]),
    ],
)
def test_how_marks_and_spaces_look_does_not_count(name: str, parts: Runs) -> None:
    assert after(plan(), with_runs(name, *parts))[1] == []


@pytest.mark.parametrize(
    ("name", "parts", "code"),
    [
        ("motto", [("Độc lập - ", {}), ("Tự do", THIN), (" - Hạnh phúc", {})], "ERROR ND30-TN-01"),
        ("recipients_label", [("Nơi ", {}), ("nhận", BIG), (":", {})], "ERROR ND30-NN-01"),
        ("number", [("Số: ", {}), ("05", {"b": 1}), ("/KH-UBND", {})], "ERROR ND30-SO-01"),
    ],
)
def test_how_a_word_among_others_looks_counts(name: str, parts: Runs, code: str) -> None:
    assert codes(after(plan(), with_runs(name, *parts))[1]) == [code]


def first_lines(twips: int) -> Change:
    def change(opened: Opened) -> None:
        for style in opened.roots("styles"):
            for indent in style.iter(w("ind")):
                if indent.get(w("firstLine")) == "720":
                    indent.set(w("firstLine"), str(twips))
        for indent in opened.main.iter(w("ind")):
            if indent.get(w("firstLine")) == "720":
                indent.set(w("firstLine"), str(twips))

    return change


@pytest.mark.parametrize("twips", [709, 720, 567, 564, 730, 708, 710])
def test_a_first_line_may_be_off_by_what_programs_round(twips: int) -> None:
    assert after(plan(), first_lines(twips))[1] == []


@pytest.mark.parametrize("twips", [680, 600, 760, 500])
def test_a_first_line_elsewhere_is_an_error(twips: int) -> None:
    assert "ERROR ND30-ND-02" in codes(after(plan(), first_lines(twips))[1])


def motto_set(line_mm: float, **looks: object) -> Change:
    """The motto with its letters set so, and the line below it so long."""

    def change(opened: Opened) -> None:
        paragraph = runs(opened, "motto", ("Độc lập - Tự do - Hạnh phúc", looks))
        cell = paragraph.getparent()
        line = cell.findall(w("p"))[-1]
        width = int(cell.find(f"{w('tcPr')}/{w('tcW')}").get(w("w")))
        side = str(round((width - line_mm * 56.69) / 2))
        indent = child(child(line, "pPr"), "ind")
        indent.set(w("left"), side)
        indent.set(w("right"), side)

    return change


@pytest.mark.parametrize(
    ("line_mm", "looks"),
    [
        (60.5, {}),
        (55.3, {"spacing": -6}),
        (57.6, {"spacing": -6}),
        (65.3, {"spacing": 10}),
        (54.5, {"w": 90}),
        (54.5, {"w": "90%"}),
    ],
)
def test_a_line_is_as_long_as_letters_that_are_condensed_or_spread(
    line_mm: float, looks: dict[str, object]
) -> None:
    assert after(plan(), motto_set(line_mm, **looks))[1] == []


@pytest.mark.parametrize(
    ("line_mm", "looks"), [(55.3, {}), (60.5, {"spacing": -10}), (60.5, {"w": 85}), (60.5, {"spacing": 12})]
)
def test_a_line_shorter_or_longer_than_such_letters_is_an_error(
    line_mm: float, looks: dict[str, object]
) -> None:
    assert codes(after(plan(), motto_set(line_mm, **looks))[1]) == ["ERROR ND30-TN-02"]


def attached(text: str) -> Change:
    def change(opened: Opened) -> None:
        piece = opened.parts.appendices[0].attachment
        assert piece is not None
        behind = opened.behind(piece.paragraph)
        assert behind is not None
        only_text(behind.elements[-1], text)

    return change


BY = "của Ủy ban nhân dân phường Minh Hưng"


@pytest.mark.parametrize(
    ("text", "told", "code"),
    [
        (
            f"(Kèm theo Kế hoạch số 05/KH-UBND ngày 05/3/2026 {BY})",
            "ghi “ngày 05/3/2026”, viết “ngày 05 tháng 3 năm 2026”",
            "WARNING ND30-PL-05",
        ),
        (
            f"(Ban hành kèm theo Kế hoạch số 05/KH-UBND ngày 5-03-2026 {BY})",
            "viết “ngày 05 tháng 3 năm 2026”",
            "WARNING ND30-PL-05",
        ),
        ("(Kèm theo Kế hoạch của phường)", "thiếu số, ký hiệu, ngày, tháng, năm", "ERROR ND30-PL-05"),
        (
            "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026)",
            "thiếu cơ quan ban hành",
            "ERROR ND30-PL-05",
        ),
        (f"Kèm theo Kế hoạch số 05/KH-UBND ngày 05/3/2026 {BY}", "không trong ngoặc đơn", "ERROR ND30-PL-05"),
        (f"(Kèm theo Kế hoạch số 05/KH-UBND ngày 06/3/2026 {BY})", "ngày khác ngày", "ERROR ND30-PL-06"),
    ],
)
def test_what_an_attachment_line_lacks_is_named(text: str, told: str, code: str) -> None:
    _, found = after(plan(), attached(text))
    assert [one for one in found if one.startswith(code) and told in one]


def body_says(*texts: str) -> bytes:
    return apply(plan(), edit("body", "", insert="\n".join(texts)))


def layout_codes(data: bytes) -> set[str]:
    return {one.code for one in check_layout(read_word_file(data, "tep.docx"))}


@pytest.mark.parametrize("symbol", ["515/KH-BCA-BNN&MT", "12/2025/TT-BNN&MT", "45/BC-SKH&CN"])
def test_a_symbol_with_an_ampersand_is_read_whole(symbol: str) -> None:
    text = f"Tại Kế hoạch số {symbol} ngày 31 tháng 8 năm 2025 của Bộ Công an, các cơ quan có nhiệm vụ."
    assert "ND30-VD-01" not in layout_codes(body_says(text))
    undated = f"Tại Kế hoạch số {symbol} của Bộ Công an, các cơ quan có nhiệm vụ được giao theo dõi."
    assert "ND30-VD-01" in layout_codes(body_says(undated))


def cited(day: str, number: int) -> str:
    return f"Thực hiện Kế hoạch số {number}/KH-UBND {day} của Ủy ban nhân dân tỉnh về dữ liệu số {number}."


def test_short_dates_are_told_where_they_are_the_exception_alone() -> None:
    usual = [cited("ngày 22/7/2025", number) for number in range(31, 60)]
    assert "ND30-SN-01" in layout_codes(body_says(usual[0]))
    assert "ND30-SN-01" not in layout_codes(body_says(*usual))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- Lưu: VT, NC.Hà", "thiếu dấu chấm cuối dòng"),
        ("- Lưu VT, VHXH.", "sau “Lưu” thiếu dấu hai chấm"),
        ("- Lưu:VT, VHXH.", "dấu hai chấm sau “Lưu” không cách đúng một bên"),
        ("- lưu: VT.", "chữ “Lưu” không viết hoa chữ đầu"),
        ("-Lưu: VT.", "đầu dòng không phải gạch ngang và một khoảng trắng"),
        ("- Lưu: VHXH", "không ghi VT, thiếu dấu chấm cuối dòng"),
    ],
)
def test_what_is_wrong_with_the_archive_line_is_named(text: str, told: str) -> None:
    _, found = after(plan(), lambda opened: only_text(elements(opened, "recipients")[-1], text))
    assert [one for one in found if "NN-03" in one and f"ở đây: {told} (" in one]


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN"), True),
        (("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), False),
        (("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), False),
        (("TM. TỔ CÔNG TÁC", "PHÓ TỔ TRƯỞNG"), True),
    ],
)
def test_a_deputy_of_any_body_signs_for_its_head(lines: tuple[str, ...], wrong: bool) -> None:
    def change(opened: Opened) -> None:
        for name, text in zip(
            elements(opened, "issuing_body"), ("BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ"), strict=True
        ):
            only_text(name, text)
        first, *more = elements(opened, "authority")
        for one in more:
            one.getparent().remove(one)
        for text in reversed(lines[1:]):
            line = copy.deepcopy(first)
            only_text(line, text)
            first.addnext(line)
        only_text(first, lines[0])

    _, found = after(plan(), change)
    assert any("ND30-KY-04" in one for one in found) is wrong


@pytest.mark.parametrize(
    ("above", "below", "wrong"),
    [
        (
            "Việc chuẩn bị dữ liệu của các cơ quan có tính chất quyết định để bảo đảm",
            "hoàn thành nhiệm vụ được giao.",
            True,
        ),
        (
            "Các cơ quan, đơn vị chủ động phối hợp với Công an phường rà soát toàn bộ hồ sơ",
            "của người dân; kết quả báo cáo hằng tháng;",
            True,
        ),
        ("Các cơ quan, đơn vị chủ động phối hợp với Công an phường rà soát hồ sơ gồm:", "hồ sơ giấy.", False),
        ("Kết quả", "hoàn thành nhiệm vụ được giao.", False),
        (
            "Các cơ quan, đơn vị chủ động phối hợp với Công an phường rà soát toàn bộ hồ sơ",
            "- hoàn thành việc số hóa.",
            False,
        ),
    ],
)
def test_a_paragraph_torn_in_two_is_told(above: str, below: str, wrong: bool) -> None:
    assert ("ND30-VH-01" in layout_codes(body_says(above, below))) is wrong


LONG_NAME = (
    "- Thủ trưởng các cơ quan chuyên môn, các đơn vị sự nghiệp công lập thuộc Ủy ban nhân dân phường "
    "Minh Hưng, tỉnh Đồng Nai;"
)


@pytest.mark.parametrize(
    ("start", "indent", "wrong"),
    [
        ("<w:tab/>", 0, True),
        ('<w:t xml:space="preserve">      </w:t>', 0, True),
        ("<w:tab/>", 1700, False),
        ("", 0, False),
    ],
)
def test_an_addressee_that_goes_on_at_the_margin_is_told(start: str, indent: int, wrong: bool) -> None:
    def change(opened: Opened) -> None:
        paragraph = elements(opened, "addressees")[0]
        only_text(paragraph, LONG_NAME)
        margins = child(child(paragraph, "pPr"), "ind")
        margins.attrib.clear()
        margins.set(w("left"), str(indent))
        for sign in list(parsed(f"<w:r>{start}</w:r>")):
            paragraph.find(f"{w('r')}/{w('t')}").addprevious(sign)

    _, found = after(other(LETTER), change)
    assert any("KG-03" in one and "về sát lề" in one for one in found) is wrong
