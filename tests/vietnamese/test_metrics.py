"""Widths of Times New Roman, measured against known lines of the header."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.vietnamese.metrics import longest_line_mm, text_width_mm, widest_mm, wrap_lines

PROJECT = Path(__file__).parents[2]
LIBERATION = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf")
NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SUBJECT = (
    "Triển khai Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển "
    "khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia trên địa bàn phường Minh Hưng năm 2026"
)
VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        (NATIONAL_NAME, 12, 88.3),
        (NATIONAL_NAME, 13, 95.7),
        (MOTTO, 13, 56.1),
        (MOTTO, 14, 60.5),
        ("ỦY BAN NHÂN DÂN", 13, 43.2),
    ],
)
def test_bold_lines_of_the_header_have_their_known_widths(text: str, size: float, expected: float) -> None:
    assert text_width_mm(text, size, bold=True) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    ("bold", "italic", "expected"),
    [(False, False, 0.722), (True, False, 0.722), (False, True, 0.611), (True, True, 0.667)],
)
def test_each_style_has_its_own_letters(bold: bool, italic: bool, expected: float) -> None:
    """Capital A of Times New Roman, in em."""
    em_mm = 1000 * 25.4 / 72
    assert text_width_mm("A", 1000, bold, italic) / em_mm == pytest.approx(expected, abs=0.001)


def test_marks_do_not_widen_a_letter_but_the_horn_does() -> None:
    widths = {letter: text_width_mm(letter, 14) for letter in VIETNAMESE}
    assert widths["ậ"] == widths["a"]
    assert widths["ỹ"] == widths["y"]
    assert widths["ự"] == widths["ư"] > widths["u"]
    assert widths["ợ"] == widths["ơ"] > widths["o"]


def test_decomposed_text_is_as_wide_as_composed() -> None:
    assert text_width_mm(unicodedata.normalize("NFD", SUBJECT), 14) == text_width_mm(SUBJECT, 14)


def test_unknown_letters_have_an_average_width_and_invisible_ones_none() -> None:
    assert text_width_mm("i", 14) < text_width_mm("漢", 14) < text_width_mm("W", 14)
    assert text_width_mm("a\u200bb\u00adc", 14) == text_width_mm("abc", 14)


def test_no_break_hyphen_is_a_hyphen() -> None:
    assert text_width_mm("\u2011", 14) == text_width_mm("-", 14)


def test_subject_breaks_where_the_lines_are_full() -> None:
    assert wrap_lines(SUBJECT, 14, 165, bold=True) == [
        "Triển khai Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ",
        "Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và",
        "chuyển đổi số quốc gia trên địa bàn phường Minh Hưng năm 2026",
    ]


def test_the_longest_line_is_measured() -> None:
    second = "Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và"
    assert longest_line_mm(SUBJECT, 14, 165, bold=True) == text_width_mm(second, 14, bold=True)
    assert longest_line_mm("", 14, 165) == 0


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("một hai", 1000, ["một hai"]),
        ("một  hai ", 1000, ["một hai"]),
        ("một hai", 1, ["một", "hai"]),
        ("một\nhai ba", 1000, ["một", "hai ba"]),
        ("một\u00a0hai", 1, ["một\u00a0hai"]),
        ("57-NQ/TW", 1, ["57-", "NQ/TW"]),
        ("2026-2030", 1, ["2026-2030"]),
        ("Tự do - Hạnh", 1, ["Tự", "do", "-", "Hạnh"]),
        ("", 10, []),
    ],
)
def test_lines_break_at_spaces_line_breaks_and_behind_hyphens(
    text: str, width: float, expected: list[str]
) -> None:
    assert wrap_lines(text, 14, width) == expected


@given(
    st.lists(
        st.text(alphabet=VIETNAMESE + VIETNAMESE.upper(), min_size=1, max_size=7), min_size=1, max_size=30
    ),
    st.floats(min_value=40, max_value=200),
)
def test_lines_fit_hold_all_words_and_are_full(words: list[str], width: float) -> None:
    lines = wrap_lines(" ".join(words), 14, width)
    assert " ".join(lines) == " ".join(words)
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        assert text_width_mm(line, 14) <= width
        first_word = following.split(" ")[0]
        assert not first_word or text_width_mm(f"{line} {first_word}", 14) > width


@given(st.lists(st.text(max_size=8), max_size=6), st.sampled_from([11, 12.5, 13, 14]), st.booleans())
def test_the_widest_is_the_largest_width(texts: list[str], size: float, bold: bool) -> None:
    assert widest_mm(texts, size, bold) == max((text_width_mm(text, size, bold) for text in texts), default=0)


@pytest.mark.skipif(not LIBERATION.exists(), reason="Liberation fonts 2 are not installed")
def test_data_file_is_what_the_tool_measures(tmp_path: Path) -> None:
    made = tmp_path / "widths.json"
    tool = PROJECT / "tools" / "font_metrics.py"
    subprocess.run([sys.executable, tool, "--fonts", LIBERATION.parent, "--output", made], check=True)
    shipped = PROJECT / "nq57gen" / "vietnamese" / "times_widths.json"
    assert made.read_text(encoding="utf-8") == shipped.read_text(encoding="utf-8")
