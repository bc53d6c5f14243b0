"""Paragraphs: from what was read and resolved to what others see."""

from __future__ import annotations

import functools
from collections.abc import Hashable
from typing import Literal, TypeAlias, cast

from lxml import etree
from msgspec import Struct, field

from nq57gen.reading.blocks import (
    Align,
    LineRule,
    LineSpacing,
    ParagraphView,
    Story,
    TablePlace,
    TableView,
    TabStop,
    TextBoxView,
)
from nq57gen.reading.memo import FORGETFUL, Memo
from nq57gen.reading.memory import Memory
from nq57gen.reading.numbering import Level
from nq57gen.reading.properties import ParagraphProps
from nq57gen.reading.runs import Inline
from nq57gen.reading.styles import Styles
from nq57gen.reading.tables import borders_of

#: Automatic space before and after, as Word draws it: 14 pt; none at the ends and between items of a list.
_AUTO_SPACE = 280
_LINE = 240
_TWIPS_IN_POINT = 20
_BODY_TEXT = 9  # outline level of what is no heading
_NO_FIELDS: frozenset[str] = frozenset()


#: Views of one paragraph at different places that are remembered.
_PLACES_KEPT = 2


class Core(Struct, frozen=True):
    """What a paragraph's own XML and the styles give; ``props`` are effective.

    ``views``: what was made of it, by everything else a view depends on.
    """

    style: str
    props: ParagraphProps
    inline: Inline
    level: Level | None
    filled: bool
    ends_section: bool
    views: Memory[Hashable, ParagraphView] = field(default_factory=lambda: Memory(_PLACES_KEPT))


class RawParagraph(Struct):
    """A paragraph without its place; ``elements`` are those it was read from."""

    elements: tuple[etree._Element, ...]
    story: Story
    section: int
    core: Core
    boxes: tuple[TextBoxView, ...]
    label: str


#: The blocks before and after.
Neighbours: TypeAlias = tuple[RawParagraph | TableView | None, RawParagraph | TableView | None]


def known_view(
    raw: RawParagraph,
    index: int,
    place: str,
    table: TablePlace | None,
    neighbours: Neighbours,
    styles: Styles,
) -> ParagraphView:
    """Return the view of a paragraph that stands at ``place`` as number ``index`` of what is around it.

    The same paragraph at the same place in another file is the same object; within a file, number and place
    tell any two apart.
    """
    if raw.boxes:
        return _view(raw, place, table, neighbours, styles, Memo())
    props = raw.core.props
    beside = (
        tuple(map(_beside, neighbours)) if props.contextual or props.before_auto or props.after_auto else None
    )
    key = (place, index, raw.story, raw.section, table, raw.label, beside)
    views = raw.core.views
    return views.get(key) or views.put(key, _view(raw, place, table, neighbours, styles, Memo()))


def passing_view(
    raw: RawParagraph, place: str, table: TablePlace | None, neighbours: Neighbours, styles: Styles
) -> ParagraphView:
    """As :func:`known_view`, one of so many that nothing is remembered of it."""
    return _view(raw, place, table, neighbours, styles, FORGETFUL)


def _beside(neighbour: RawParagraph | TableView | None) -> Hashable:
    """Return what of a neighbour the space to it depends on."""
    if isinstance(neighbour, RawParagraph):
        level = neighbour.core.level
        return neighbour.core.style, level.list if level else None
    return neighbour is None


def _view(
    raw: RawParagraph,
    place: str,
    table: TablePlace | None,
    neighbours: Neighbours,
    styles: Styles,
    memo: Memo,
) -> ParagraphView:
    props, inline = raw.core.props, raw.core.inline
    before, after = neighbours
    outline = props.outline
    return ParagraphView(
        place=place,
        story=raw.story,
        section=raw.section,
        text=inline.text,
        runs=tuple(inline.runs),
        style_id=raw.core.style,
        style_name=styles.name(raw.core.style),
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
        borders=borders_of(props.top, props.bottom, props.left, props.right),
        shaded=bool(props.ground),
        tabs=tuple(TabStop(position, kind) for position, kind in props.tabs or () if kind != "clear"),
        outline_level=outline if outline is not None and 0 <= outline < _BODY_TEXT else None,
        list_label=raw.label,
        list_format=raw.core.level.format if raw.core.level and raw.label else "",
        list_level=raw.core.level.number if raw.core.level else 0,
        in_table=table,
        lines=tuple(inline.lines),
        fields=frozenset(inline.fields) if inline.fields else _NO_FIELDS,
        text_boxes=raw.boxes,
        decomposed=inline.decomposed,
        memo=memo,
    )


def _first_indent(raw: RawParagraph) -> int:
    """Return the indent of the first line; one in letters counts only where no length is said."""
    props = raw.core.props
    if props.ind_first is not None or not props.ind_first_letters:
        return props.ind_first or 0
    size = raw.core.inline.runs[0].size_pt if raw.core.inline.runs else 0
    return round(props.ind_first_letters / 100 * size * _TWIPS_IN_POINT)


def _space(
    raw: RawParagraph, neighbour: RawParagraph | TableView | None, side: Literal["before", "after"]
) -> int:
    """Return the space on one side: none between equals when the paragraph asks for that."""
    props = raw.core.props
    beside = neighbour if isinstance(neighbour, RawParagraph) else None
    if props.contextual and beside and beside.core.style == raw.core.style:
        return 0
    automatic, lines, length = (
        (props.before_auto, props.before_lines, props.before)
        if side == "before"
        else (props.after_auto, props.after_lines, props.after)
    )
    if automatic:
        own, other = raw.core.level, beside.core.level if beside else None
        in_list = own and other and own.list == other.list
        return 0 if neighbour is None or in_list else _AUTO_SPACE
    return round(lines * _LINE / 100) if lines else length or 0


def _line(props: ParagraphProps) -> LineSpacing:
    if props.line is None:
        return _spacing(_LINE, "auto")
    rule = props.line_rule if props.line_rule in ("exact", "atLeast") else "auto"
    return _spacing(props.line, cast(LineRule, rule))


#: One object for all paragraphs with the same spacing.
_spacing = functools.lru_cache(maxsize=64)(LineSpacing)
