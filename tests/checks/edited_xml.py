"""Formatting written into paragraphs, letters and pages by the words of :class:`Edit`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from nq57gen.fixing.order import child, drop, put, unset
from nq57gen.reading.xml import XML_SPACE, w

TWIPS_IN_MM, TWIPS_IN_CM = 1440 / 25.4, 1440 / 2.54
_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")


def only_text(paragraph: etree._Element, text: str) -> None:
    """Let ``paragraph`` print just ``text``, with the letters of its first run and no drawings."""
    runs = [run for run in paragraph.iter(w("r")) if run.find(w("t")) is not None]
    first = runs[0] if runs else None
    for element in list(paragraph):
        if element.tag != w("pPr") and element is not first:
            paragraph.remove(element)
    if first is None:
        first = etree.SubElement(paragraph, w("r"))
    for element in list(first):
        if element.tag != w("rPr"):
            first.remove(element)
    if text:
        words = etree.SubElement(first, w("t"))
        words.text = text
        words.set(XML_SPACE, "preserve")


def change_letters(paragraph: etree._Element, changes: Mapping[str, Any]) -> None:
    """Change the formatting of all letters of ``paragraph``, marks of notes apart."""
    wanted = {name: value for name, value in changes.items() if name in _LETTERS}
    for run in paragraph.iter(w("r")):
        if wanted and run.find(w("footnoteReference")) is None:
            properties = child(run, "rPr")
            for name, value in wanted.items():
                _LETTERS[name](properties, value)


def change_paragraph(paragraph: etree._Element, changes: Mapping[str, Any]) -> None:
    """Change alignment, indents and spacing of ``paragraph``."""
    unknown = set(changes) - set(_LETTERS) - set(_PARAGRAPH)
    assert not unknown, unknown
    for name, value in changes.items():
        if name in _PARAGRAPH:
            _PARAGRAPH[name](child(paragraph, "pPr"), value)


def change_page(section: etree._Element, changes: Mapping[str, Any]) -> None:
    """Change paper (mm), margins (mm) and the numbers of pages."""
    for name, value in changes.items():
        if name in ("width", "height"):
            child(section, "pgSz").set(w(name[0]), str(round(value * TWIPS_IN_MM)))
        elif name in ("top", "bottom", "left", "right", "gutter"):
            child(section, "pgMar").set(w(name), str(round(value * TWIPS_IN_MM)))
        elif name == "title_page":
            put(section, "titlePg", val="1" if value else "0")
        elif name in ("number_start", "number_format"):
            attribute = w("start" if name == "number_start" else "fmt")
            numbers = child(section, "pgNumType")
            if value is None:
                unset(numbers, "start" if name == "number_start" else "fmt")
            else:
                numbers.set(attribute, str(value))
        else:
            raise AssertionError(name)


def _switch(name: str) -> Callable[[etree._Element, Any], None]:
    def write(properties: etree._Element, on: Any) -> None:
        put(properties, name, val="1" if on else "0")
        if name in ("b", "i"):
            put(properties, f"{name}Cs", val="1" if on else "0")

    return write


def _value(name: str, *, times: int = 1) -> Callable[[etree._Element, Any], None]:
    def write(properties: etree._Element, value: Any) -> None:
        put(properties, name, val=round(value * times) if times > 1 else value)

    return write


def _size(properties: etree._Element, points: Any) -> None:
    put(properties, "sz", val=round(points * 2))
    put(properties, "szCs", val=round(points * 2))


def _font(properties: etree._Element, font: Any) -> None:
    put(properties, "rFonts", **dict.fromkeys(_FONTS, font))


def _underline(properties: etree._Element, on: Any) -> None:
    put(properties, "u", val="single" if on else "none")


def _first(properties: etree._Element, centimetres: Any) -> None:
    indent = child(properties, "ind")
    unset(indent, "hanging", "firstLine", "firstLineChars", "hangingChars")
    twips = round(centimetres * TWIPS_IN_CM)
    indent.set(w("hanging" if twips < 0 else "firstLine"), str(abs(twips)))


def _left(properties: etree._Element, centimetres: Any) -> None:
    child(properties, "ind").set(w("left"), str(round(centimetres * TWIPS_IN_CM)))


def _space(side: str) -> Callable[[etree._Element, Any], None]:
    def write(properties: etree._Element, points: Any) -> None:
        spacing = child(properties, "spacing")
        unset(spacing, f"{side}Lines", f"{side}Autospacing")
        spacing.set(w(side), str(round(points * 20)))

    return write


def _line(properties: etree._Element, lines: Any) -> None:
    spacing = child(properties, "spacing")
    spacing.set(w("line"), str(round(lines * 240)))
    spacing.set(w("lineRule"), "auto")


def _keep_next(properties: etree._Element, on: Any) -> None:
    drop(properties, "keepNext")
    put(properties, "keepNext", val="1" if on else "0")


_LETTERS: dict[str, Callable[[etree._Element, Any], None]] = {
    "size": _size,
    "bold": _switch("b"),
    "italic": _switch("i"),
    "caps": _switch("caps"),
    "underline": _underline,
    "color": _value("color"),
    "font": _font,
    "highlight": _value("highlight"),
}
_PARAGRAPH: dict[str, Callable[[etree._Element, Any], None]] = {
    "align": _value("jc"),
    "first_cm": _first,
    "left_cm": _left,
    "before_pt": _space("before"),
    "after_pt": _space("after"),
    "line": _line,
    "keep_next": _keep_next,
}
