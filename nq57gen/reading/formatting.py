"""Effective formatting: what all levels of styles and direct formatting come to (ISO 29500-1 17.7.2)."""

from __future__ import annotations

from msgspec.structs import replace

from nq57gen.patterns import lazily
from nq57gen.reading.blocks import FontNames, RunView
from nq57gen.reading.numbering import Level, Numbering
from nq57gen.reading.properties import TOGGLES, FontRef, ParagraphProps, RunProps
from nq57gen.reading.styles import Style, Styles
from nq57gen.reading.table_styles import TableLayer
from nq57gen.reading.theme import Theme

#: What Word takes when nothing is said at all (ISO 29500-1 17.3.2.38, [MS-OI29500] 2.1.230).
_FONT, _HALF_POINTS = "Times New Roman", 20
_EAST_ASIAN = lazily("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
_COMPLEX = lazily("[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff]")
_SPACES = lazily(r"\s+")


class Formatting:
    """Resolves formatting, and remembers what it found: few combinations serve a whole file."""

    def __init__(self, styles: Styles, theme: Theme, numbering: Numbering) -> None:
        self.styles = styles
        self._theme = theme
        self._numbering = numbering
        self._runs: dict[tuple[TableLayer | None, str, str, RunProps], RunView] = {}
        self._paragraphs: dict[tuple[TableLayer | None, str, ParagraphProps], ParagraphProps] = {}

    def run(self, table: TableLayer | None, paragraph: str, character: str, direct: RunProps) -> RunView:
        """Return the formatting of letters as a run without text.

        ``table`` is what the table style gives, ``paragraph`` and ``character`` the ids of the styles.
        """
        key = (table, paragraph, character, direct)
        if key not in self._runs:
            self._runs[key] = self._view(self._run_props(table, paragraph, character, direct))
        return self._runs[key]

    def _run_props(
        self, table: TableLayer | None, paragraph: str, character: str, direct: RunProps
    ) -> RunProps:
        styles = self.styles
        lowest = styles.default_run
        of_table = table.run if table else RunProps()
        levels = (of_table, self._paragraph_run(of_table, paragraph), styles.run(character))
        result = lowest
        for level in levels:
            result = level.over(result)
        toggles = {
            name: bool(getattr(lowest, name)) or sum(bool(getattr(level, name)) for level in levels) % 2 == 1
            for name in TOGGLES
        }
        return direct.over(replace(result, **toggles))

    def _paragraph_run(self, of_table: RunProps, identifier: str) -> RunProps:
        """Return what a paragraph style says of letters.

        In old files the 12 points of "Normal" do not win over the size of a table style.
        """
        result = RunProps()
        for style in self.styles.chain(identifier):
            own = style.run
            if self._yields(style) and of_table.size is not None and own.size == 24:
                own = replace(own, size=None)
            result = own.over(result)
        return result

    def _yields(self, style: Style) -> bool:
        return self.styles.table_size_wins and self.styles.is_default(style)

    def _view(self, props: RunProps) -> RunView:
        is_complex = bool(props.is_complex)
        size = props.size_complex if is_complex else props.size
        return RunView(
            text="",
            font=FontNames(
                self._font(props.ascii),
                self._font(props.high_ansi),
                self._font(props.complex),
                self._font(props.east_asian),
            ),
            fonts_shown=(),
            size_pt=(size or _HALF_POINTS) / 2,
            bold=bool(props.bold_complex if is_complex else props.bold),
            italic=bool(props.italic_complex if is_complex else props.italic),
            underline=bool(props.underline),
            strike=bool(props.strike or props.double_strike),
            color=self._color(props.color),
            highlight=bool(props.highlight),
            shaded=bool(props.ground),
            caps=bool(props.caps),
            small_caps=bool(props.small_caps),
            hidden=bool(props.hidden),
            superscript=props.vertical == "superscript",
            subscript=props.vertical == "subscript",
            complex_script=is_complex,
            note=False,
            field="",
            spacing_pt=(props.spacing or 0) / 20,
            scale=(props.scale or 100) / 100,
        )

    def _font(self, reference: FontRef | None) -> str:
        if reference is None:
            return _FONT
        theme, own = reference
        return self._theme.font(theme) or own or _FONT

    def _color(self, value: tuple[str, str] | None) -> str:
        if value is None:
            return "auto"
        own, theme = value
        return own if own != "auto" or not theme else self._theme.color(theme) or own

    def paragraph(self, table: TableLayer | None, identifier: str, direct: ParagraphProps) -> ParagraphProps:
        """Return the formatting of a paragraph; ``identifier`` is the style, what no level says is None.

        The indents of a list come over the styles when the paragraph itself asks for the list, else
        where the style that asks for it stands in its chain.
        """
        key = (table, identifier, direct)
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolve(table, identifier, direct)
        return self._paragraphs[key]

    def _resolve(self, table: TableLayer | None, identifier: str, direct: ParagraphProps) -> ParagraphProps:
        chain = self.styles.chain(identifier)
        result = self.styles.default_paragraph
        if table:
            result = table.paragraph.over(result)
        level = self._level(identifier, direct)
        asks_directly = direct.num_id is not None or direct.num_level is not None
        asking = [style for style in chain if style.paragraph.num_id is not None]
        for style in chain:
            if level and not asks_directly and style is asking[-1]:
                result = level.indents.over(result)
            result = self._paragraph_level(table, style).over(result)
        if level and asks_directly:
            result = level.indents.over(result)
        return replace(direct.over(result), num_level=level.number if level else None)

    def _level(self, identifier: str, direct: ParagraphProps) -> Level | None:
        """Return the level of the list a paragraph is in: said directly, tied to its style, or said by it."""
        asked = direct.over(self.styles.paragraph(identifier))
        number = direct.num_level
        for style in reversed(self.styles.chain(identifier)):
            if number is None:
                number = self._numbering.level_of_style(asked.num_id, style.id)
        return self._numbering.level_of(asked.num_id, asked.num_level if number is None else number)

    def _paragraph_level(self, table: TableLayer | None, style: Style) -> ParagraphProps:
        own = style.paragraph
        if self._yields(style) and table and table.paragraph.align and own.align == "left":
            return replace(own, align=None)
        return own


def fonts_shown(text: str, run: RunView) -> tuple[str, ...]:
    """Return the fonts the letters of ``text`` take in ``run``, each once, spaces apart."""
    if not text or text.isspace():
        return ()
    font = run.font
    if run.complex_script:
        return (font.complex,)
    if text.isascii() or font.ascii == font.high_ansi == font.complex == font.east_asian:
        return (font.ascii,)
    rest = _SPACES.sub("", text)
    names: list[str] = []
    for pattern, name in ((_EAST_ASIAN, font.east_asian), (_COMPLEX, font.complex)):
        if pattern.search(rest):
            names.append(name)
            rest = pattern.sub("", rest)
    if rest and not rest.isascii():
        names.insert(0, font.high_ansi)
    if any(letter.isascii() for letter in rest):
        names.insert(0, font.ascii)
    return tuple(dict.fromkeys(names))
