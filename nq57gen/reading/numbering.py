"""Automatic lists: their levels as the file defines them, and the labels Word prints."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from nq57gen.patterns import lazily
from nq57gen.reading.properties import ParagraphProps
from nq57gen.reading.property_readers import paragraph_props
from nq57gen.reading.styles import Styles
from nq57gen.reading.xml import attribute, is_on, val, w, whole

_PLACEHOLDER = lazily(r"%([1-9])")
#: Levels of a list are numbered to this (ISO 29500-1 17.9.6).
_LAST_LEVEL = 8
#: Lists lettered A to Z, AA to ZZ ... begin anew after thirty letters, as in Word.
_LETTERED = 26 * 30
#: Signs of symbol fonts as the letters they look like; any other of that range is a dot.
_SYMBOLS = {
    "\uf02d": "-",
    "\uf02a": "*",
    "\uf02b": "+",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0e0": "→",
}
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_ONES = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Level(Struct, frozen=True):
    """One level of a list; ``list`` tells which lists count together, ``restart`` after which level."""

    list: str
    instance: str
    number: int  # from 0
    start: int
    override: int | None  # where this instance begins anew
    format: str
    text: str
    style: str
    restart: int | None  # None: after any higher level; 0: never; n: after level n - 1 or higher
    legal: bool  # the numbers of levels above as decimals
    indents: ParagraphProps

    @property
    def first(self) -> int:
        """The number it begins with."""
        return self.start if self.override is None else self.override


class Numbering:
    """Every list of the file."""

    def __init__(self, numbering: etree._Element | None, styles: Styles) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        if numbering is None:
            return
        abstracts = {
            attribute(element, "abstractNumId") or "": element
            for element in numbering.iterchildren(w("abstractNum"))
        }
        instances = {
            attribute(element, "numId") or "": element for element in numbering.iterchildren(w("num"))
        }
        instances.pop("", None)  # without a number nobody can ask for it
        for identifier, instance in instances.items():
            target = val(instance.find(w("abstractNumId"))) or ""
            source = _through_style(target, abstracts, instances, styles)
            if source in abstracts:
                self._levels[identifier] = _levels(identifier, instance, target, abstracts[source])

    def level_of(self, instance: str | None, number: int | None) -> Level | None:
        """Return the level a paragraph asks for, the first where it says none; None for no list."""
        return self._levels.get(instance or "", {}).get(number or 0)

    def level_of_style(self, instance: str | None, style: str) -> int | None:
        """Return the number of the level tied to a style, None for none (ISO 29500-1 17.9.23)."""
        levels = self._levels.get(instance or "", {}).values()
        return next((level.number for level in levels if level.style == style), None)

    def levels(self, instance: str) -> dict[int, Level]:
        """Return the levels of a list by number."""
        return self._levels.get(instance, {})


def _through_style(
    target: str, abstracts: dict[str, etree._Element], instances: dict[str, etree._Element], styles: Styles
) -> str:
    """Follow a list that is defined by a style of lists (``w:numStyleLink``) to the definition."""
    link = val(abstracts[target].find(w("numStyleLink"))) if target in abstracts else None
    style = styles.by_id.get(link or "")
    instance = instances.get(style.paragraph.num_id or "") if style else None
    return (val(instance.find(w("abstractNumId"))) or target) if instance is not None else target


def _levels(
    identifier: str, instance: etree._Element, target: str, abstract: etree._Element
) -> dict[int, Level]:
    levels = {}
    for element in abstract.iterchildren(w("lvl")):
        level = _level(identifier, target, element)
        levels[level.number] = level
    for override in instance.iterchildren(w("lvlOverride")):
        number = _number(override)
        own = override.find(w("lvl"))
        if own is not None:
            levels[number] = replace(_level(identifier, target, own), number=number)
        start = whole(val(override.find(w("startOverride"))))
        if start is not None and number in levels:
            levels[number] = replace(levels[number], override=start)
    return levels


def _level(instance: str, target: str, element: etree._Element) -> Level:
    def number(name: str) -> int | None:
        return whole(val(element.find(w(name))))

    legal = element.find(w("isLgl"))
    props = paragraph_props(element.find(w("pPr")))
    indents = ParagraphProps(
        ind_left=props.ind_left,
        ind_right=props.ind_right,
        ind_first=props.ind_first,
        ind_first_letters=props.ind_first_letters,
    )
    return Level(
        list=target,
        instance=instance,
        number=_number(element),
        start=start if (start := number("start")) is not None else 0,
        override=None,
        format=_format(element),
        text=val(element.find(w("lvlText"))) or "",
        style=val(element.find(w("pStyle"))) or "",
        restart=number("lvlRestart"),
        legal=legal is not None and is_on(legal),
        indents=indents,
    )


def _format(element: etree._Element) -> str:
    """Return the format of numbers, which may stand in ``mc:AlternateContent``."""
    found = next(element.iter(w("numFmt")), None)
    return val(found) or "decimal"


class Counters(Struct):
    """Where every list stands while the paragraphs of a story are read in order."""

    numbering: Numbering
    _values: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, level: Level) -> str:
        """Count one more paragraph on ``level`` and return its label, without spaces around."""
        values = self._values.setdefault(level.list, {})
        levels = self.numbering.levels(level.instance)
        for number in range(level.number):  # a level above that was passed over counts as used
            values.setdefault(number, levels[number].start if number in levels else 1)
        first_time = (level.instance, level.number) not in self._begun
        if level.number not in values or (first_time and level.override is not None):
            values[level.number] = level.first
        else:
            values[level.number] += 1
        self._begun.add((level.instance, level.number))
        for lower in [number for number in values if number > level.number]:
            restart = levels[lower].restart if lower in levels else None
            if restart is None or level.number < restart:
                del values[lower]
        if level.format == "bullet":
            return "".join(
                _SYMBOLS.get(sign, "•" if "\uf000" <= sign <= "\uf0ff" else sign) for sign in level.text
            )
        return _PLACEHOLDER.sub(
            lambda match: _part(level, levels.get(int(match[1]) - 1), values), level.text
        ).strip()


def _number(element: etree._Element) -> int:
    """Return the number of the level that ``element`` defines, from 0."""
    return max(0, min(whole(attribute(element, "ilvl")) or 0, _LAST_LEVEL))


def _part(level: Level, shown: Level | None, values: Mapping[int, int]) -> str:
    """Return the number of the level ``shown`` in a label of ``level``; bullets have none."""
    if shown is None or shown.format == "bullet" or shown.number not in values:
        return ""
    legal = level.legal and shown.number < level.number and shown.format != "none"
    return numeral(values[shown.number], "decimal" if legal else shown.format)


def numeral(value: int, form: str) -> str:
    """Return a number in one of the formats of lists; those of other languages come as decimals."""
    if form == "none":
        return ""
    if form in ("upperRoman", "lowerRoman"):
        text = _roman(value)
        return text if form == "upperRoman" else text.lower()
    if form in ("upperLetter", "lowerLetter"):
        times, index = divmod((max(value, 1) - 1) % _LETTERED, 26)
        text = chr(ord("A") + index) * (times + 1)
        return text if form == "upperLetter" else text.lower()
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 32768:
        return str(value)
    text = ""
    for worth, letters in (*_ROMAN, *_ROMAN_ONES):
        times, value = divmod(value, worth)
        text += letters * times
    return text
