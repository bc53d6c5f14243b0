"""The styles of a file: chains of ``w:basedOn``, defaults, and what each level says."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

from lxml import etree
from msgspec import Struct

from nq57gen.reading.properties import NO_PARAGRAPH_PROPS, NO_RUN_PROPS, ParagraphProps, RunProps
from nq57gen.reading.property_readers import paragraph_props, run_props
from nq57gen.reading.xml import attribute, is_on, on, val, w

#: The built-in styles Word falls back on when a file marks none as the default.
_USUAL_DEFAULTS = {"paragraph": "normal", "table": "normal table", "character": "default paragraph font"}
_Layer = TypeVar("_Layer", RunProps, ParagraphProps)

#: How many styles, each based on the next, are looked at; no set of styles in use has so many.
_MOST_LEVELS = 100


class Style(Struct, frozen=True, eq=False, dict=True):
    """One style as the file defines it."""

    id: str
    kind: str  # "paragraph", "character", "table", "numbering"
    name: str
    based_on: str
    element: etree._Element

    @functools.cached_property
    def run(self) -> RunProps:
        """What the style itself says of letters."""
        return run_props(self.element.find(w("rPr")))

    @functools.cached_property
    def paragraph(self) -> ParagraphProps:
        """What the style itself says of paragraphs."""
        return paragraph_props(self.element.find(w("pPr")))


class Styles:
    """Every style of the file, and the defaults of the document."""

    def __init__(self, styles: etree._Element | None, settings: etree._Element | None) -> None:
        self.by_id: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._run: dict[str, RunProps] = {}
        self._paragraph: dict[str, ParagraphProps] = {}
        self.default_run, self.default_paragraph = NO_RUN_PROPS, NO_PARAGRAPH_PROPS
        self.table_size_wins = not _overrides_table_styles(settings)
        if styles is None:
            return
        for element in styles.iterchildren(w("style")):
            self._add(element)
        for style in self.by_id.values():
            if style.name.lower() == _USUAL_DEFAULTS.get(style.kind):
                self._defaults.setdefault(style.kind, style.id)
        defaults = styles.find(w("docDefaults"))
        if defaults is not None:
            self.default_run = run_props(defaults.find(f"{w('rPrDefault')}/{w('rPr')}"))
            self.default_paragraph = paragraph_props(defaults.find(f"{w('pPrDefault')}/{w('pPr')}"))

    def _add(self, element: etree._Element) -> None:
        identifier, kind = attribute(element, "styleId"), attribute(element, "type") or "paragraph"
        if identifier is None:
            return
        name = val(element.find(w("name"))) or identifier
        self.by_id[identifier] = Style(identifier, kind, name, val(element.find(w("basedOn"))) or "", element)
        if on(attribute(element, "default")):
            self._defaults[kind] = identifier

    def used(self, identifier: str | None, kind: str) -> str:
        """Return the style that counts where ``identifier`` is named: itself, or else the default."""
        style = self.by_id.get(identifier or "")
        return style.id if style and style.kind == kind else self._defaults.get(kind, "")

    def name(self, identifier: str) -> str:
        """Return the name of a style, "" for an unknown one."""
        style = self.by_id.get(identifier)
        return style.name if style else ""

    def chain(self, identifier: str) -> tuple[Style, ...]:
        """Return a style and those it is based on, the lowest first; other kinds and circles end it."""
        known = self._chains.get(identifier)
        if known is None:
            known = self._chains[identifier] = self._chain(identifier)
        return known

    def _chain(self, identifier: str) -> tuple[Style, ...]:
        found: dict[str, Style] = {}
        kind = None
        style = self.by_id.get(identifier)
        while style and identifier not in found and kind in (None, style.kind) and len(found) < _MOST_LEVELS:
            found[identifier], kind = style, style.kind
            identifier = style.based_on
            style = self.by_id.get(identifier)
        return tuple(reversed(found.values()))

    def run(self, identifier: str) -> RunProps:
        """Return what a style and those below it say of letters."""
        known = self._run.get(identifier)
        if known is None:
            known = self._run[identifier] = self._lay(identifier, NO_RUN_PROPS, lambda style: style.run)
        return known

    def paragraph(self, identifier: str) -> ParagraphProps:
        """Return what a style and those below it say of paragraphs."""
        known = self._paragraph.get(identifier)
        if known is None:
            known = self._lay(identifier, NO_PARAGRAPH_PROPS, lambda style: style.paragraph)
            self._paragraph[identifier] = known
        return known

    def _lay(self, identifier: str, empty: _Layer, own: Callable[[Style], _Layer]) -> _Layer:
        result = empty
        for style in self.chain(identifier):
            result = own(style).over(result)
        return result

    def is_default(self, style: Style) -> bool:
        """Whether this is the style of paragraphs that name none ("Normal")."""
        return self._defaults.get("paragraph") == style.id


def _overrides_table_styles(settings: etree._Element | None) -> bool:
    """Whether size and alignment of "Normal" win over a table style ([MS-DOCX] 2.7.3.1)."""
    if settings is None:
        return False
    return any(
        attribute(setting, "name") == "overrideTableStyleFontSizeAndJustification" and is_on(setting)
        for setting in settings.iter(w("compatSetting"))
    )
