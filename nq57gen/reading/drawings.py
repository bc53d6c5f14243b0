"""Shapes anchored in a run: horizontal lines and boxes of text, in DrawingML and VML."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from nq57gen.reading.blocks import DrawnLine
from nq57gen.reading.content import ALTERNATES, chosen
from nq57gen.reading.theme import Theme
from nq57gen.reading.xml import EMU_IN_TWIP, WP, WPS, A, O, V, color, tag, twips, w, whole

_TEXT = w("txbxContent")
_ANCHOR, _INLINE, _SHAPE = tag(WP, "anchor"), tag(WP, "inline"), tag(WPS, "wsp")
_VML = frozenset(tag(V, name) for name in ("line", "shape", "rect"))
_LINES = frozenset({"line", "straightConnector1"})
#: Types of VML shapes that are straight lines (line, connector).
_VML_LINES = frozenset({"#_x0000_t20", "#_x0000_t32"})
#: A filled shape no higher than this looks like a line (2 pt).
_THIN = 40
_EMU_IN_POINT = 12700


class Shapes(Struct):
    """What one drawing holds: its lines, and the ``w:txbxContent`` of its boxes."""

    lines: list[DrawnLine] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


def shapes(drawing: etree._Element, theme: Theme) -> Shapes:
    """Read a ``w:drawing`` or ``w:pict``."""
    found = Shapes()
    for element in _walk(drawing):
        line = None
        if element.tag == _TEXT:
            found.boxes.append(element)
        elif element.tag == _SHAPE:
            line = _drawn(element, drawing, theme)
        elif element.tag in _VML:
            line = _vml(element)
        if line:
            found.lines.append(line)
    return found


def _walk(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield all elements of a drawing but not what stands in its boxes of text."""
    for child in parent:
        if child.tag == ALTERNATES:
            branch = chosen(child)
            if branch is not None:
                yield from _walk(branch)
            continue
        yield child
        if child.tag != _TEXT:
            yield from _walk(child)


def _is_flat(width: int, height: int) -> bool:
    return width > 0 and height * 20 <= width


def _drawn(shape: etree._Element, drawing: etree._Element, theme: Theme) -> DrawnLine | None:
    """Read a DrawingML shape; None unless it is a visible horizontal line."""
    properties = shape.find(tag(WPS, "spPr"))
    frame = next(drawing.iterchildren(_ANCHOR, _INLINE), None)
    geometry = properties.find(tag(A, "prstGeom")) if properties is not None else None
    if properties is None or frame is None or geometry is None:
        return None
    size = properties.find(f"{tag(A, 'xfrm')}/{tag(A, 'ext')}")
    if size is None:
        size = frame.find(tag(WP, "extent"))
    width, height = (
        round((whole(size.get(key)) or 0) / EMU_IN_TWIP) if size is not None else 0 for key in ("cx", "cy")
    )
    is_line = geometry.get("prst") in _LINES
    if not _is_flat(width, height) or not (is_line or (geometry.get("prst") == "rect" and height <= _THIN)):
        return None
    if is_line:
        return _stroked(shape, properties, frame, width, theme)
    fill = properties.find(tag(A, "solidFill"))
    if fill is None:
        return None
    return _placed(frame, width, height / 20, _fill_color(fill, theme), True)


def _stroked(
    shape: etree._Element, properties: etree._Element, frame: etree._Element, width: int, theme: Theme
) -> DrawnLine | None:
    outline = properties.find(tag(A, "ln"))
    if outline is not None and outline.find(tag(A, "noFill")) is not None:
        return None
    fill = outline.find(tag(A, "solidFill")) if outline is not None else None
    if fill is None:
        fill = shape.find(f"{tag(WPS, 'style')}/{tag(A, 'lnRef')}")
    weight = whole(outline.get("w")) if outline is not None else None
    dash = outline.find(tag(A, "prstDash")) if outline is not None else None
    return _placed(
        frame,
        width,
        weight / _EMU_IN_POINT if weight is not None else None,
        _fill_color(fill, theme),
        dash is None or dash.get("val") == "solid",
    )


def _fill_color(fill: etree._Element | None, theme: Theme) -> str:
    for child in fill if fill is not None else ():
        name = etree.QName(child).localname
        if name in ("srgbClr", "sysClr"):
            return color(str(child.get("lastClr") or child.get("val", "")))
        if name == "schemeClr":
            return theme.color(str(child.get("val", ""))) or "auto"
    return "auto"


def _placed(frame: etree._Element, width: int, weight: float | None, ink: str, solid: bool) -> DrawnLine:
    position = frame.find(tag(WP, "positionH"))
    if frame.tag == _INLINE or position is None:
        return DrawnLine(width, weight, ink, solid, "", None, "text")
    align, offset = position.findtext(tag(WP, "align")), whole(position.findtext(tag(WP, "posOffset")))
    left = round(offset / EMU_IN_TWIP) if offset is not None else None
    return DrawnLine(width, weight, ink, solid, align or "", left, str(position.get("relativeFrom", "")))


def _vml(shape: etree._Element) -> DrawnLine | None:
    """Read a VML shape; None unless it is a visible horizontal line."""
    if shape.get("stroked") in ("f", "false", "0") and shape.get(tag(O, "hr")) is None:
        return None
    style = _vml_style(shape)
    is_rule = shape.get(tag(O, "hr")) in ("t", "true", "1")
    if is_rule:
        width: int | None = _vml_length(style.get("width")) or None
        ink = color(str(shape.get("fillcolor", "")).lstrip("#").split(" ")[0])
        align = str(shape.get(tag(O, "hralign"), "left"))
        return DrawnLine(width, (_vml_length(style.get("height")) or 30) / 20, ink, True, align, None, "text")
    width, height, left = _vml_box(shape, style)
    line_shape = shape.tag == tag(V, "line") or shape.get("type") in _VML_LINES
    thin = shape.tag == tag(V, "rect") and height <= _THIN and shape.find(f".//{_TEXT}") is None
    if not _is_flat(width, height) or not (line_shape or thin):
        return None
    dash = shape.find(tag(V, "stroke"))
    align = style.get("mso-position-horizontal", "")
    return DrawnLine(
        width,
        (_vml_length(str(shape.get("strokeweight", ".75pt"))) or 15) / 20,
        _vml_color(str(shape.get("strokecolor", ""))),
        dash is None or dash.get("dashstyle") in (None, "solid"),
        align if align != "absolute" else "",
        left if align in ("", "absolute") else None,
        _VML_RELATIVE.get(style.get("mso-position-horizontal-relative", ""), "column"),
    )


def _vml_style(shape: etree._Element) -> dict[str, str]:
    entries = (entry.partition(":") for entry in str(shape.get("style", "")).split(";"))
    return {name.strip(): value.strip() for name, _, value in entries}


_VML_RELATIVE = {"margin": "margin", "page": "page", "char": "character"}


def _vml_box(shape: etree._Element, style: dict[str, str]) -> tuple[int, int, int]:
    """Return width, height and distance from the left of a VML shape."""
    if shape.tag != tag(V, "line"):
        left = style.get("margin-left", style.get("left"))
        return tuple(_vml_length(value) or 0 for value in (style.get("width"), style.get("height"), left))  # type: ignore[return-value]
    ends = [
        [_vml_length(part) or 0 for part in str(shape.get(key, "0,0")).split(",")] for key in ("from", "to")
    ]
    (x1, y1), (x2, y2) = ([*end, 0, 0][:2] for end in ends)
    return abs(x2 - x1), abs(y2 - y1), min(x1, x2)


def _vml_length(value: str | None) -> int | None:
    """Return a length of VML in twips; without a unit it is in pixels."""
    if value is None:
        return None
    value = value.strip()
    return twips(value if value[-1:].isalpha() else f"{value}px")


def _vml_color(value: str) -> str:
    name = value.split(" ")[0].lstrip("#")
    if len(name) == 3:
        name = "".join(letter * 2 for letter in name)
    return {"black": "000000", "red": "FF0000", "blue": "0000FF"}.get(name, color(name))
