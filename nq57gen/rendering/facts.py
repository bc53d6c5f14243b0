"""What a template fixes by its layout: styles, page geometry, column widths, footnotes it has."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

DEFAULT_SIZE_PT = 10.0  # Word's, where not even the document defaults give one


class Style(Struct, frozen=True, eq=False):
    """A paragraph or character style, resolved along ``basedOn``; indents in dxa. Equal only to itself."""

    id: str
    size_pt: float = DEFAULT_SIZE_PT
    bold: bool = False
    italic: bool = False
    left: int = 0
    right: int = 0


class Section(Struct, frozen=True):
    """Page geometry in dxa."""

    text_width: int
    text_height: int


class TemplateFacts(Struct, frozen=True, eq=False):
    """The layout of one template, equal only to itself.

    ``styles``: by the name shown in Word, case folded (ids change when a program saves the file).
    ``portrait``, ``landscape``: the first section of each kind, None where there is none.
    ``cell_widths``: usable width in dxa of the cell whose text holds a name, by that name.
    ``note_base``: the highest footnote id the template itself uses.
    """

    styles: Mapping[str, Style]
    portrait: Section | None
    landscape: Section | None
    cell_widths: Mapping[str, int]
    note_base: int

    def style(self, name: str) -> Style:
        """Return the style shown as ``name``. Raises KeyError; a checked template has those we use."""
        return self.styles[name.casefold()]
