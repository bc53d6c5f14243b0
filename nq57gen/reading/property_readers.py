"""Reads ``w:rPr`` and ``w:pPr`` into :mod:`nq57gen.reading.properties`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from lxml import etree

from nq57gen.reading.blocks import Border
from nq57gen.reading.properties import NO_PARAGRAPH_PROPS, NO_RUN_PROPS, ParagraphProps, RunProps
from nq57gen.reading.xml import attribute, color, ground, half_points, is_on, on, twips, val, w, whole

#: Values found in one element, by the name of their field.
Found: TypeAlias = dict[str, Any]


def run_props(element: etree._Element | None) -> RunProps:
    """Read a ``w:rPr``; the style it names is not in the result."""
    if element is None or not len(element):
        return NO_RUN_PROPS
    found: Found = {}
    for child in element:
        reader = _RUN_READERS.get(child.tag)
        if reader:
            reader(child, found)
    return RunProps(**found) if found else NO_RUN_PROPS


def paragraph_props(element: etree._Element | None) -> ParagraphProps:
    """Read a ``w:pPr``; the style it names is not in the result."""
    if element is None or not len(element):
        return NO_PARAGRAPH_PROPS
    found: Found = {}
    for child in element:
        reader = _PARAGRAPH_READERS.get(child.tag)
        if reader:
            reader(child, found)
    return ParagraphProps(**found) if found else NO_PARAGRAPH_PROPS


def border(element: etree._Element) -> Border:
    """Read one side, "none" where it is said to be absent."""
    style = val(element) or "none"
    style = "none" if style == "nil" else style
    return Border(style, whole(attribute(element, "sz")) or 0, color(attribute(element, "color")))


def sides(element: etree._Element, found: Found) -> None:
    """Read the sides under a ``w:pBdr``, ``w:tblBorders`` or ``w:tcBorders``."""
    for child in element:
        name = _SIDES.get(child.tag)
        if name:
            found[name] = border(child)


_SIDES = {
    w("top"): "top",
    w("bottom"): "bottom",
    w("left"): "left",
    w("start"): "left",
    w("right"): "right",
    w("end"): "right",
    w("insideH"): "inside_h",
    w("insideV"): "inside_v",
}
_ALIGNS = {
    "start": "left",
    "end": "right",
    "left": "left",
    "right": "right",
    "center": "center",
    "both": "both",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
    "distribute": "distribute",
    "thaiDistribute": "distribute",
}


def _toggle(name: str) -> Callable[[etree._Element, Found], None]:
    def read(element: etree._Element, found: Found) -> None:
        found[name] = is_on(element)

    return read


def _fonts(element: etree._Element, found: Found) -> None:
    for field_name, name, theme in _FONTS:
        own, of_theme = element.get(name), element.get(theme)
        if own is not None or of_theme is not None:
            found[field_name] = (of_theme or "", own or "")


_FONTS = (
    ("ascii", w("ascii"), w("asciiTheme")),
    ("high_ansi", w("hAnsi"), w("hAnsiTheme")),
    ("complex", w("cs"), w("cstheme")),
    ("east_asian", w("eastAsia"), w("eastAsiaTheme")),
)


def _size(name: str) -> Callable[[etree._Element, Found], None]:
    def read(element: etree._Element, found: Found) -> None:
        size = half_points(val(element))
        if size:
            found[name] = size

    return read


def _underline(element: etree._Element, found: Found) -> None:
    found["underline"] = val(element) not in (None, "none")


def _color(element: etree._Element, found: Found) -> None:
    found["color"] = (color(val(element)), attribute(element, "themeColor") or "")


def _highlight(element: etree._Element, found: Found) -> None:
    found["highlight"] = val(element) not in (None, "none", "white")


def _ground(element: etree._Element, found: Found) -> None:
    found["ground"] = ground(element)


def _vertical(element: etree._Element, found: Found) -> None:
    found["vertical"] = val(element)


def _spacing_of_letters(element: etree._Element, found: Found) -> None:
    found["spacing"] = twips(val(element))


def _scale(element: etree._Element, found: Found) -> None:
    found["scale"] = whole((val(element) or "").removesuffix("%"))


_RUN_READERS: dict[Any, Callable[[etree._Element, Found], None]] = {
    w("rFonts"): _fonts,
    w("sz"): _size("size"),
    w("szCs"): _size("size_complex"),
    w("b"): _toggle("bold"),
    w("bCs"): _toggle("bold_complex"),
    w("i"): _toggle("italic"),
    w("iCs"): _toggle("italic_complex"),
    w("caps"): _toggle("caps"),
    w("smallCaps"): _toggle("small_caps"),
    w("strike"): _toggle("strike"),
    w("dstrike"): _toggle("double_strike"),
    w("vanish"): _toggle("hidden"),
    w("u"): _underline,
    w("color"): _color,
    w("highlight"): _highlight,
    w("shd"): _ground,
    w("vertAlign"): _vertical,
    w("cs"): _toggle("is_complex"),
    w("rtl"): _toggle("is_complex"),
    w("spacing"): _spacing_of_letters,
    w("w"): _scale,
}


def _align(element: etree._Element, found: Found) -> None:
    found["align"] = _ALIGNS.get(val(element) or "")


def _indents(element: etree._Element, found: Found) -> None:
    left, right = attribute(element, "start"), attribute(element, "end")
    found["ind_left"] = twips(left if left is not None else attribute(element, "left"))
    found["ind_right"] = twips(right if right is not None else attribute(element, "right"))
    hanging, first = twips(attribute(element, "hanging")), twips(attribute(element, "firstLine"))
    found["ind_first"] = -hanging if hanging is not None and (hanging or first is None) else first
    letters = whole(attribute(element, "firstLineChars"))
    hanging_letters = whole(attribute(element, "hangingChars"))
    found["ind_first_letters"] = -hanging_letters if hanging_letters else letters


def _spacing(element: etree._Element, found: Found) -> None:
    found["before"] = twips(attribute(element, "before"))
    found["after"] = twips(attribute(element, "after"))
    found["before_lines"] = whole(attribute(element, "beforeLines"))
    found["after_lines"] = whole(attribute(element, "afterLines"))
    found["before_auto"] = on(attribute(element, "beforeAutospacing"))
    found["after_auto"] = on(attribute(element, "afterAutospacing"))
    line = twips(attribute(element, "line"))
    if line is not None:
        found["line"] = line
        found["line_rule"] = attribute(element, "lineRule") or "auto"


def _numbering(element: etree._Element, found: Found) -> None:
    for child in element:
        if child.tag == w("numId"):
            found["num_id"] = val(child)
        elif child.tag == w("ilvl"):
            found["num_level"] = whole(val(child))


def _tabs(element: etree._Element, found: Found) -> None:
    stops: dict[int, str] = {}
    for child in element:
        position = twips(attribute(child, "pos"))
        if position is not None:
            kind = val(child) or "left"
            stops[position] = {"start": "left", "end": "right", "num": "left"}.get(kind, kind)
    found["tabs"] = tuple(sorted(stops.items()))


def _outline(element: etree._Element, found: Found) -> None:
    found["outline"] = whole(val(element))


def _frame(element: etree._Element, found: Found) -> None:
    found["frame_align"] = attribute(element, "xAlign") or "left"


_PARAGRAPH_READERS: dict[Any, Callable[[etree._Element, Found], None]] = {
    w("jc"): _align,
    w("ind"): _indents,
    w("spacing"): _spacing,
    w("contextualSpacing"): _toggle("contextual"),
    w("keepNext"): _toggle("keep_next"),
    w("keepLines"): _toggle("keep_lines"),
    w("pageBreakBefore"): _toggle("page_break_before"),
    w("pBdr"): sides,
    w("shd"): _ground,
    w("numPr"): _numbering,
    w("tabs"): _tabs,
    w("outlineLvl"): _outline,
    w("framePr"): _frame,
}
