"""Formatting as one place of a file says it (``w:rPr``, ``w:pPr``), before anything is inherited.

Every field is None where that place is silent. ``over`` lays one place over another.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.reading.blocks import Border

#: A font as an element names it: (key of the theme or "", own name or ""); the theme goes first.
FontRef: TypeAlias = tuple[str, str]


class RunProps(Struct, frozen=True):
    """Formatting of letters; sizes in half points."""

    ascii: FontRef | None = None
    high_ansi: FontRef | None = None
    complex: FontRef | None = None
    east_asian: FontRef | None = None
    size: int | None = None
    size_complex: int | None = None
    bold: bool | None = None
    bold_complex: bool | None = None
    italic: bool | None = None
    italic_complex: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    strike: bool | None = None
    double_strike: bool | None = None
    hidden: bool | None = None
    underline: bool | None = None
    color: tuple[str, str] | None = None  # (RRGGBB or "auto", key of the theme or "")
    highlight: bool | None = None
    ground: str | None = None
    vertical: str | None = None  # "superscript", "subscript", "baseline"
    is_complex: bool | None = None  # letters of a complex script, whatever they are
    spacing: int | None = None  # twips added behind each letter
    scale: int | None = None  # per cent of the usual width

    def over(self, lower: RunProps) -> RunProps:
        """Lay these over ``lower``: what is said here wins."""
        if NO_RUN_PROPS in (self, lower):
            return lower if self == NO_RUN_PROPS else self
        said = {name: value for name in _RUN_FIELDS if (value := getattr(self, name)) is not None}
        return replace(lower, **said)


#: Properties that a second level of styles turns off again (ISO 29500-1 17.7.3).
TOGGLES = (
    "bold",
    "bold_complex",
    "italic",
    "italic_complex",
    "caps",
    "small_caps",
    "strike",
    "hidden",
)


class ParagraphProps(Struct, frozen=True):
    """Formatting of a paragraph; lengths in twips, ``ind_first`` negative for a hanging line."""

    align: str | None = None
    ind_left: int | None = None
    ind_right: int | None = None
    ind_first: int | None = None
    ind_first_letters: int | None = None  # in hundredths of a letter
    before: int | None = None
    after: int | None = None
    before_lines: int | None = None  # in hundredths of a line
    after_lines: int | None = None
    before_auto: bool | None = None
    after_auto: bool | None = None
    contextual: bool | None = None
    line: int | None = None
    line_rule: str | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break_before: bool | None = None
    top: Border | None = None  # style "none": said to be absent
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None
    ground: str | None = None
    tabs: tuple[tuple[int, str], ...] | None = None
    outline: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    frame_align: str | None = None

    def over(self, lower: ParagraphProps) -> ParagraphProps:
        """Lay these over ``lower``: what is said here wins; tab stops add up."""
        if NO_PARAGRAPH_PROPS in (self, lower):
            return lower if self == NO_PARAGRAPH_PROPS else self
        said = {name: value for name in _PARAGRAPH_FIELDS if (value := getattr(self, name)) is not None}
        if self.tabs and lower.tabs:
            said["tabs"] = tuple(sorted({**dict(lower.tabs), **dict(self.tabs)}.items()))
        if self.before is not None and self.before_lines is None:
            said["before_lines"] = None
        if self.after is not None and self.after_lines is None:
            said["after_lines"] = None
        if self.ind_first is not None and self.ind_first_letters is None:
            said["ind_first_letters"] = None
        return replace(lower, **said)


_RUN_FIELDS = RunProps.__struct_fields__
_PARAGRAPH_FIELDS = ParagraphProps.__struct_fields__
NO_RUN_PROPS = RunProps()
NO_PARAGRAPH_PROPS = ParagraphProps()
