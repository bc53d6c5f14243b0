"""The labels of automatic lists."""

from __future__ import annotations

import pytest

from nq57gen.reading.numbering import numeral
from tests.reading.build import cell, p, read, row, style, styled, tbl


def level(number: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identifier: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{more}{"".join(levels)}</w:abstractNum>'


def num(identifier: int, target: int, *overrides: str) -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{target}"/>{"".join(overrides)}</w:num>'


def override(number: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{number}">{inner}</w:lvlOverride>'


def restart(number: int, start: int) -> str:
    return override(number, f'<w:startOverride w:val="{start}"/>')


OUTLINE = abstract(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
)


def item(number: int = 0, instance: int = 1) -> str:
    return p(props=f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="{instance}"/></w:numPr>')


def labels(*items: str, numbering: str, styles: str = "") -> list[str]:
    return [
        found.list_label
        for found in read("".join(items), None, numbering=numbering, styles=styles).paragraphs()
    ]


def test_an_outline_counts_each_level_and_begins_anew_under_the_next() -> None:
    wanted = [
        (0, "I."),
        (1, "1."),
        (2, "1.1."),
        (2, "1.2."),
        (3, "a)"),
        (1, "2."),
        (2, "2.1."),
        (0, "II."),
        (1, "1."),
    ]
    assert labels(*(item(number) for number, _ in wanted), numbering=OUTLINE + num(1, 0)) == [
        label for _, label in wanted
    ]


def test_a_level_above_that_was_passed_over_counts_as_used() -> None:
    assert labels(item(2), item(1), item(0), numbering=OUTLINE + num(1, 0)) == ["1.1.", "2.", "II."]


def test_a_level_of_bullets_gives_no_number_to_those_below() -> None:
    lists = abstract(0, level(0, "decimal", "%1."), level(1, "bullet", "-"), level(2, "decimal", "%1.%2%3."))
    assert labels(item(0), item(1), item(2), numbering=lists + num(1, 0)) == ["1.", "-", "1.1."]


def test_a_level_above_that_is_not_defined_gives_no_number() -> None:
    assert labels(item(1), numbering=abstract(0, level(1, "decimal", "%1%2.")) + num(1, 0)) == ["1."]


def test_paragraphs_outside_lists_do_not_count() -> None:
    assert labels(item(), p(), item(), numbering=OUTLINE + num(1, 0)) == ["I.", "", "II."]


def test_two_lists_of_one_definition_count_together() -> None:
    assert labels(item(0, 1), item(0, 2), item(0, 1), numbering=OUTLINE + num(1, 0) + num(2, 0)) == [
        "I.",
        "II.",
        "III.",
    ]


def test_a_list_may_begin_anew_once() -> None:
    lists = OUTLINE + num(1, 0) + num(2, 0, restart(0, 5))
    assert labels(item(0, 1), item(0, 2), item(0, 2), numbering=lists) == ["I.", "V.", "VI."]


def test_a_start_for_a_level_that_is_not_defined_is_passed_over() -> None:
    assert labels(item(), numbering=OUTLINE + num(1, 0, restart(7, 5))) == ["I."]


def test_a_level_that_begins_anew_takes_its_own_start_each_time() -> None:
    lists = OUTLINE + num(1, 0, restart(1, 4))
    assert labels(item(0), item(1), item(1), item(0), item(1), numbering=lists) == [
        "I.",
        "4.",
        "5.",
        "II.",
        "4.",
    ]


def test_a_list_may_replace_a_level() -> None:
    lists = OUTLINE + num(1, 0, override(0, level(0, "lowerLetter", "(%1)", start=3)))
    assert labels(item(), item(), numbering=lists) == ["(c)", "(d)"]


def test_a_level_may_go_on_under_the_next() -> None:
    lists = abstract(
        0, level(0, "decimal", "%1."), level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')
    )
    assert labels(item(0), item(1), item(0), item(1), numbering=lists + num(1, 0)) == ["1.", "1)", "2.", "2)"]


def test_a_level_may_begin_anew_only_under_some_level() -> None:
    lists = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%3)", more='<w:lvlRestart w:val="1"/>'),
    )
    found = labels(item(0), item(1), item(2), item(1), item(2), item(0), item(2), numbering=lists + num(1, 0))
    assert found == ["1.", "1.", "1)", "2.", "2)", "2.", "1)"]


def test_legal_numbering_shows_the_levels_above_as_decimals() -> None:
    lists = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimalZero", "%1.%2", more="<w:isLgl/>"))
    assert labels(item(0), item(1), numbering=lists + num(1, 0)) == ["I.", "1.01"]


@pytest.mark.parametrize(
    ("sign", "label"),
    [("-", "-"), ("\uf0b7", "•"), ("\uf02d", "-"), ("+", "+"), ("\uf0a7", "▪"), ("\uf0fc", "✓")],
)
def test_bullets_show_what_they_look_like(sign: str, label: str) -> None:
    (found,) = read(item(), None, numbering=abstract(0, level(0, "bullet", sign)) + num(1, 0)).paragraphs()
    assert (found.list_label, found.list_format) == (label, "bullet")


def test_automatic_letters_miss_the_vietnamese_one() -> None:
    lists = abstract(0, level(0, "lowerLetter", "%1)")) + num(1, 0)
    assert labels(*[item()] * 5, numbering=lists)[3:] == ["d)", "e)"]


def test_a_list_defined_by_a_style_of_lists() -> None:
    lists = (
        abstract(0, more='<w:numStyleLink w:val="DeMuc"/>')
        + abstract(1, level(0, "decimal", "Điều %1."), more='<w:styleLink w:val="DeMuc"/>')
        + num(1, 0)
        + num(2, 1)
    )
    styles = style("DeMuc", kind="numbering", p='<w:numPr><w:numId w:val="2"/></w:numPr>')
    assert labels(item(), item(0, 2), item(), numbering=lists, styles=styles) == [
        "Điều 1.",
        "Điều 1.",
        "Điều 2.",
    ]


def test_levels_come_with_styles() -> None:
    lists = abstract(
        0,
        level(0, "upperRoman", "%1.", more='<w:pStyle w:val="Muc"/>'),
        level(1, "decimal", "%2.", more='<w:pStyle w:val="Khoan"/>'),
    ) + num(1, 0)
    styles = style("Muc", p='<w:numPr><w:numId w:val="1"/></w:numPr>') + style(
        "Khoan", on="Muc", p='<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    )
    found = labels(styled("Muc"), styled("Khoan"), styled("Khoan"), numbering=lists, styles=styles)
    assert found == ["I.", "1.", "2."]


def test_a_level_tied_to_a_style_wins_over_the_one_it_says() -> None:
    tied = level(1, "decimal", "%2.", more='<w:pStyle w:val="Khoan"/>')
    lists = abstract(0, level(0, "upperRoman", "%1."), tied) + num(1, 0)
    styles = style("Khoan", p='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    direct = styled("Khoan", props='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert labels(styled("Khoan"), direct, numbering=lists, styles=styles) == ["1.", "II."]


def test_counting_goes_through_tables_in_the_order_of_reading() -> None:
    body = item() + tbl(row(cell(item()), cell(item()))) + item()
    assert labels(body, numbering=OUTLINE + num(1, 0)) == ["I.", "II.", "III.", "IV."]


def test_an_unknown_list_gives_no_label() -> None:
    (found,) = read(item(0, 7), None, numbering=OUTLINE + num(1, 0)).paragraphs()
    assert (found.list_label, found.list_format, found.labelled_text) == ("", "", "chữ")


def test_a_list_without_a_number_is_nobodys() -> None:
    lists = OUTLINE + num(1, 0).replace(' w:numId="1"', "")
    assert labels(styled("A"), item(), numbering=lists, styles=style("A")) == ["", ""]


def test_the_label_stands_before_the_text() -> None:
    (found,) = read(item(), None, numbering=OUTLINE + num(1, 0)).paragraphs()
    assert (found.list_format, found.labelled_text) == ("upperRoman", "I. chữ")


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (0, "upperRoman", "0"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (3, "none", ""),
        (3, "japaneseCounting", "3"),
    ],
)
def test_numerals(value: int, form: str, text: str) -> None:
    assert numeral(value, form) == text
