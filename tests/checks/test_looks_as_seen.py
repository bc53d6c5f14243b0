"""Looks are judged as they are seen: letters and digits alone, lengths as programs round them, set widths."""

from __future__ import annotations

import copy
from typing import TypeAlias

import pytest

from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, put
from nq57gen.reading.xml import XML_SPACE, w
from tests.checks.edited_xml import only_text
from tests.checks.placed import Change, Element, after, elements, plan

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
