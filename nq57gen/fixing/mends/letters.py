"""Font and colour of all letters: in runs, and for fonts in the styles and defaults they come from."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from lxml import etree

from nq57gen.checks.layout.looks import is_black
from nq57gen.checks.layout.parts import folded
from nq57gen.checks.layout.rule import RULES
from nq57gen.checks.layout.rules.fonts import STAMPS
from nq57gen.fixing.letters import FONT, printed, runs, set_black, set_font
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, put
from nq57gen.patterns import lazily
from nq57gen.reading.types import ParagraphView
from nq57gen.reading.xml import w

_OTHER_STORIES = ("header", "footer", "footnotes", "endnotes")
#: Fonts whose letters would turn into others: of signs, bars and icons, and of the encodings before Unicode.
_KEPT = lazily(
    r"\.vn|vni|.*symbol|.*dings|mt extra|cambria math|marlett|.*(?:bar ?code|3 ?of ?9|code ?-?(?:39|93|128)"
    r"|idautomation|\bean\b|\bupc\b|\bqr|emoji|icon|awesome|ocr)",
    re.IGNORECASE,
)
#: Letters as light as this stand on a dark ground.
_LIGHT = 0xB0


@mend("ND30-FONT-01", everywhere=True)
def fonts(opened: Opened) -> Iterator[Done]:
    """One font wherever another one of letters is named, and in the defaults even if none is."""
    kept, changed = set[str](), set[str]()
    for tree in (opened.main, *opened.roots("styles", "numbering", *_OTHER_STORIES)):
        for named in list(tree.iter(w("rFonts"))):
            properties = named.getparent()
            of_signs = {str(font) for font in named.attrib.values() if _KEPT.match(str(font))}
            kept |= of_signs
            if properties is not None and not of_signs:
                changed |= set(map(str, named.attrib.values()))
                set_font(properties)
        defaults = tree.find(w("docDefaults"))
        if defaults is not None:
            set_font(child(child(defaults, "rPrDefault"), "rPr"))
    for found in RULES["ND30-FONT-01"].check(opened.parts):
        if any(font in found.got for font in kept - changed):
            continue
        yield Done(found.place, found.got, f"phông {FONT}")


@mend("ND30-FONT-02", everywhere=True)
def colors(opened: Opened) -> Iterator[Done]:
    """Black letters, not highlighted, in every paragraph that has others; stamps stay red."""
    body = {id(view) for view in opened.file.paragraphs()}
    others = False
    kept, changed = set[str](), set[str]()
    for view in filter(_is_colored, opened.file.all_paragraphs()):
        paragraph = opened.behind(view)
        others = others or id(view) not in body
        light = {run.color for run in view.runs if _is_light(run.color)}
        if paragraph is not None and light and _has_ground(paragraph.elements[-1]):
            kept |= light
            continue
        changed |= {run.color for run in view.runs}
        for run in runs(paragraph) if paragraph else ():
            _blacken(run)
    if others:
        trees = opened.roots(*_OTHER_STORIES)
        for element in itertools.chain.from_iterable(tree.iter(w("p")) for tree in trees):
            light = {str(one.get(w("val"))) for one in element.iter(w("color"))}
            light = {color for color in light if _is_light(color)}
            if light and _has_ground(element):
                kept |= light
                continue
            for run in element.iter(w("r")):
                _blacken(run)
    for found in RULES["ND30-FONT-02"].check(opened.parts):
        if any(color in found.got for color in kept - changed):
            continue
        yield Done(found.place, found.got, "chữ đen, không tô nền")


def _is_colored(view: ParagraphView) -> bool:
    return any(run.highlight or not is_black(run.color) for run in view.runs)


def _is_light(color: str) -> bool:
    """Whether letters of a colour ("auto" or RRGGBB) need a dark ground."""
    return len(color) == 6 and all(int(color[at : at + 2], 16) >= _LIGHT for at in (0, 2, 4))


def _has_ground(paragraph: etree._Element) -> bool:
    """Whether a paragraph may have a ground of its own: in a table, or shaded."""
    in_table = any(True for _ in paragraph.iterancestors(w("tc")))
    return in_table or any(True for _ in paragraph.iter(w("shd")))


def _blacken(run: etree._Element) -> None:
    if printed(run).strip() and folded(printed(run).strip()) not in STAMPS:
        set_black(run)
        put(child(run, "rPr"), "highlight", val="none")
