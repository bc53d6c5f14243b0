"""Paragraphs: from what was read and resolved to what others see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from lxml import etree

from nq57gen.reading.blocks import (
    Align,
    Borders,
    LineRule,
    LineSpacing,
    ParagraphView,
    Story,
    TablePlace,
    TableView,
    TabStop,
    TextBoxView,
)
from nq57gen.reading.numbering import Level
from nq57gen.reading.properties import ParagraphProps
from nq57gen.reading.runs import Inline
from nq57gen.reading.styles import Styles
from nq57gen.reading.tables import drawn

#: Automatic space before and after, as Word draws it: 14 pt; none at the ends and between items of a list.
_AUTO_SPACE = 280
_LINE = 240
_TWIPS_IN_POINT = 20
_BODY_TEXT = 9  # outline level of what is no heading


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """A paragraph without its place; ``props`` are effective, ``elements`` those it was read from."""

    elements: tuple[etree._Element, ...]
    story: Story
    section: int
    style: str
    props: ParagraphProps
    inline: Inline
    boxes: tuple[TextBoxView, ...]
    level: Level | None
    label: str


#: The blocks before and after.
Neighbours: TypeAlias = tuple[RawParagraph | TableView | None, RawParagraph | TableView | None]


def view(
    raw: RawParagraph, place: str, table: TablePlace | None, neighbours: Neighbours, styles: Styles
) -> ParagraphView:
    """Make the view of a paragraph that stands at ``place``, in a cell of ``table``."""
    props, inline = raw.props, raw.inline
    before, after = neighbours
    outline = props.outline
    return ParagraphView(
        place=place,
        story=raw.story,
        section=raw.section,
        text=inline.text,
        runs=tuple(inline.runs),
        style_id=raw.style,
        style_name=styles.name(raw.style),
        align=cast(Align, props.align or "left"),
        frame_align=props.frame_align or "",
        indent_left=props.ind_left or 0,
        indent_right=props.ind_right or 0,
        indent_first=_first_indent(raw),
        space_before=_space(raw, before, "before"),
        space_after=_space(raw, after, "after"),
        line=_line(props),
        keep_next=bool(props.keep_next),
        keep_lines=bool(props.keep_lines),
        page_break_before=bool(props.page_break_before),
        has_page_break=inline.page_break,
        borders=Borders(drawn(props.top), drawn(props.bottom), drawn(props.left), drawn(props.right)),
        shaded=bool(props.ground),
        tabs=tuple(TabStop(position, kind) for position, kind in props.tabs or () if kind != "clear"),
        outline_level=outline if outline is not None and 0 <= outline < _BODY_TEXT else None,
        list_label=raw.label,
        list_format=raw.level.format if raw.level and raw.label else "",
        list_level=raw.level.number if raw.level else 0,
        in_table=table,
        lines=tuple(inline.lines),
        fields=frozenset(inline.fields),
        text_boxes=raw.boxes,
    )


def _first_indent(raw: RawParagraph) -> int:
    """Return the indent of the first line; one in letters counts only where no length is said."""
    props = raw.props
    if props.ind_first is not None or not props.ind_first_letters:
        return props.ind_first or 0
    size = raw.inline.runs[0].size_pt if raw.inline.runs else 0
    return round(props.ind_first_letters / 100 * size * _TWIPS_IN_POINT)


def _space(
    raw: RawParagraph, neighbour: RawParagraph | TableView | None, side: Literal["before", "after"]
) -> int:
    """Return the space on one side: none between equals when the paragraph asks for that."""
    props = raw.props
    beside = neighbour if isinstance(neighbour, RawParagraph) else None
    if props.contextual and beside and beside.style == raw.style:
        return 0
    automatic, lines, length = (
        (props.before_auto, props.before_lines, props.before)
        if side == "before"
        else (props.after_auto, props.after_lines, props.after)
    )
    if automatic:
        in_list = raw.level and beside and beside.level and beside.level.list == raw.level.list
        return 0 if neighbour is None or in_list else _AUTO_SPACE
    return round(lines * _LINE / 100) if lines else length or 0


def _line(props: ParagraphProps) -> LineSpacing:
    if props.line is None:
        return LineSpacing(_LINE, "auto")
    rule = props.line_rule if props.line_rule in ("exact", "atLeast") else "auto"
    return LineSpacing(props.line, cast(LineRule, rule))
