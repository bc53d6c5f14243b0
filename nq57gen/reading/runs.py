"""The runs of a paragraph: letters with their formatting, fields, notes and drawings in them."""

from __future__ import annotations

from typing import Literal

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from nq57gen.reading.blocks import DrawnLine, FontNames, RunView
from nq57gen.reading.content import ALTERNATES, R_RUN, Paragraph, chosen, content
from nq57gen.reading.drawings import shapes
from nq57gen.reading.formatting import Formatting, fonts_shown
from nq57gen.reading.look_alikes import fold, is_decomposed, is_folded, leading_marks
from nq57gen.reading.properties import NO_RUN_PROPS
from nq57gen.reading.property_readers import run_props
from nq57gen.reading.table_styles import TableLayer
from nq57gen.reading.theme import Theme
from nq57gen.reading.xml import XML_SPACE, M, attribute, first, tag, val, w

_T, _RPR, _RSTYLE = w("t"), w("rPr"), w("rStyle")
_FIELD_CHAR, _CODE, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_MATH_TEXT = tag(M, "t")
_INLINE = frozenset({R_RUN, _SIMPLE, _MATH_TEXT})
_DRAWINGS = frozenset({w("drawing"), w("pict")})
_BREAK, _SYMBOL, _PAGE_NUMBER = w("br"), w("sym"), w("pgNum")
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
#: Elements of a run that print nothing and end no stretch of letters.
_SILENT = frozenset(map(w, ("rPr", "lastRenderedPageBreak", "softHyphen", "annotationRef")))
_NOTE_MARKS = frozenset(map(w, ("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef")))
#: Fields Word computes anew on every page: shown even where the file stores no result.
_COMPUTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})


class Inline(Struct):
    """What one paragraph holds; ``decomposed``: letters and their marks are stored apart."""

    runs: list[RunView] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)
    lines: list[DrawnLine] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[Literal["footnote", "endnote"], str]] = field(default_factory=list)
    page_break: bool = False
    decomposed: bool = False

    @property
    def text(self) -> str:
        """The text that shows."""
        return "".join(run.text for run in self.runs if not run.hidden)


class _Field(Struct):
    """A field that is open: its code is read up to the separator, then its result."""

    look: RunView
    code: str = ""
    in_result: bool = False
    printed: bool = False

    @property
    def name(self) -> str:
        return self.code.split(maxsplit=1)[0].upper() if self.code.strip() else ""


class RunReader:
    """Reads paragraphs of one part in order; a field may begin in one and end in another."""

    def __init__(self, formatting: Formatting, theme: Theme, part: etree._Element) -> None:
        self._formatting = formatting
        self._theme = theme
        self._open: list[_Field] = []
        self._torn = _fields_without_end(part)

    @property
    def in_field(self) -> bool:
        """Whether a field that began is still open."""
        return bool(self._open)

    def read(self, paragraph: Paragraph, table: TableLayer | None, style: str) -> Inline:
        """Read one paragraph; ``style`` is the id of its style."""
        found = Inline(fields={one.name for one in self._open if one.name})
        for element in paragraph.elements:
            self._content(element, found, table, style)
        _fold(found)
        return found

    def _content(self, parent: etree._Element, found: Inline, table: TableLayer | None, style: str) -> None:
        for element in content(parent, _INLINE):
            if element.tag == _SIMPLE:
                look = self._formatting.run(table, style, "", NO_RUN_PROPS)
                self._open.append(_Field(look, attribute(element, "instr") or ""))
                self._separate(found)
                self._content(element, found, table, style)
                self._end(found)
                continue
            source = element if element.tag == R_RUN else element.getparent()
            props = first(source, _RPR) if source is not None else None
            named = val(first(props, _RSTYLE)) if props is not None else None
            character = self._formatting.styles.used(named, "character")
            look = self._formatting.run(table, style, character, run_props(props))
            if element.tag == _MATH_TEXT:
                self._emit(found, look, element.text or "")
            else:
                self._run(element, found, look)

    def _run(self, run: etree._Element, found: Inline, look: RunView) -> None:
        text = ""
        for child in run:
            name = child.tag
            if name == _T:
                text += _text(child)
            elif name in _SIGNS:
                text += _SIGNS[name]
            elif name == _BREAK:
                text += "\n"
                found.page_break = found.page_break or attribute(child, "type") == "page"
            elif name not in _SILENT:
                self._emit(found, look, text)
                text = ""
                self._special(child, found, look)
        self._emit(found, look, text)

    def _special(self, child: etree._Element, found: Inline, look: RunView) -> None:
        """Read what ends a stretch of letters inside a run."""
        name = child.tag
        if name == _FIELD_CHAR:
            self._field_char(child, found, look)
        elif name == _CODE:
            if self._open and not self._open[-1].in_result:
                self._open[-1].code += child.text or ""
        elif name in _DRAWINGS:
            drawn = shapes(child, self._theme)
            found.lines += drawn.lines
            found.boxes += drawn.boxes
        elif name == ALTERNATES:
            branch = chosen(child)
            if branch is not None:
                self._run(branch, found, look)
        elif name in _NOTE_MARKS:
            _note(child, found, look)
        elif name == _SYMBOL:
            self._symbol(child, found, look)
        elif name == _PAGE_NUMBER:
            found.fields.add("PAGE")
            found.runs.append(replace(look, field="PAGE"))
        else:
            for element in content(child, _INLINE):  # the base of phonetic guides
                self._run(element, found, look)

    def _symbol(self, child: etree._Element, found: Inline, look: RunView) -> None:
        font = attribute(child, "font")
        try:
            sign = chr(int(attribute(child, "char") or "", 16))
        except (ValueError, OverflowError):
            return
        own = replace(look, font=FontNames(font, font, font, font)) if font else look
        self._emit(found, own, sign)

    def _emit(self, found: Inline, look: RunView, text: str) -> None:
        """Add letters, unless they belong to the code of a field."""
        if not text or not all(one.in_result for one in self._open):
            return
        for one in self._open:
            one.printed = True
        name = self._open[-1].name if self._open else ""
        found.runs.append(lettered(look, text, name))

    def _field_char(self, child: etree._Element, found: Inline, look: RunView) -> None:
        kind = attribute(child, "fldCharType")
        if kind == "begin":
            if child not in self._torn:
                self._open.append(_Field(look))
        elif self._open and kind == "separate":
            self._separate(found)
        elif self._open and kind == "end":
            self._end(found)

    def _separate(self, found: Inline) -> None:
        self._open[-1].in_result = True
        if self._open[-1].name:
            found.fields.add(self._open[-1].name)

    def _end(self, found: Inline) -> None:
        closed = self._open.pop()
        if closed.name:
            found.fields.add(closed.name)
        if closed.name in _COMPUTED and not closed.printed and all(one.in_result for one in self._open):
            found.runs.append(replace(closed.look, field=closed.name))


def _fold(found: Inline) -> None:
    """Fold the look-alikes in all runs; marks at the start of a run go to the letter before them."""
    text = "".join([run.text for run in found.runs])
    if is_folded(text):
        return
    found.decomposed = is_decomposed(text)
    runs: list[RunView] = []
    for run in found.runs:
        marks = leading_marks(run.text) if runs and runs[-1].text else ""
        if marks:
            runs[-1] = lettered(runs[-1], runs[-1].text + marks, runs[-1].field)
            if marks == run.text:
                continue
        runs.append(lettered(run, run.text[len(marks) :], run.field) if marks else run)
    folded = ((run, fold(run.text)) for run in runs)
    found.runs = [
        run if text == run.text else lettered(run, text, run.field)
        for run, text in folded
        if text or not run.text
    ]


def lettered(look: RunView, text: str, field_name: str) -> RunView:
    """Return a run of ``text``; written out, for ``replace`` takes thrice the time where it counts most."""
    return RunView(
        text=text,
        font=look.font,
        fonts_shown=fonts_shown(text, look),
        size_pt=look.size_pt,
        bold=look.bold,
        italic=look.italic,
        underline=look.underline,
        strike=look.strike,
        color=look.color,
        highlight=look.highlight,
        shaded=look.shaded,
        caps=look.caps,
        small_caps=look.small_caps,
        hidden=look.hidden,
        superscript=look.superscript,
        subscript=look.subscript,
        complex_script=look.complex_script,
        note=False,
        field=field_name,
        spacing_pt=look.spacing_pt,
        scale=look.scale,
    )


def _note(mark: etree._Element, found: Inline, look: RunView) -> None:
    found.runs.append(replace(look, note=True))
    identifier = attribute(mark, "id")
    if identifier is not None:
        found.notes.append(("endnote" if "endnote" in str(mark.tag) else "footnote", identifier))


def _text(element: etree._Element) -> str:
    text = element.text or ""
    return text if element.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n")


def _fields_without_end(part: etree._Element) -> set[etree._Element]:
    """Return the beginnings of fields that never end; Word takes what follows as plain text."""
    waiting: list[etree._Element] = []
    for mark in part.iter(_FIELD_CHAR):
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            waiting.append(mark)
        elif kind == "end" and waiting:
            waiting.pop()
    return set(waiting)
