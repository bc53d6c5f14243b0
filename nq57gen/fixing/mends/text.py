"""Running text: alignment, size, indents, spacing, underlines."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from nq57gen.checks.layout.looks import centimetres, share
from nq57gen.checks.layout.looks import points as shown_points
from nq57gen.checks.layout.outline import PROSE_LETTERS, Entry, Kind, main_size, stories, usual_size
from nq57gen.fixing.declared import Words, without_blanks
from nq57gen.fixing.letters import letters_of, set_size, set_switch, set_underline
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.order import child, drop, put, unset
from nq57gen.fixing.restyle import nearest, points, properties
from nq57gen.fixing.words import strip_start
from nq57gen.reading.content import Paragraph
from nq57gen.reading.xml import w

_INDENTS = (567, 720)
_SIX_POINTS = 120
#: Part of the letters that may have another size: marks, raised figures.
_FEW = 0.1
_SINGLE, _LARGEST = 240, 360
#: Height of a single line of the font for each point of size.
_SINGLE_HEIGHT = 1.15


@mend("ND30-ND-01")
def look_of_text(opened: Opened) -> Iterator[Done]:
    """Both edges even, one size, no paragraph that is bold, slanted or in capitals as a whole."""
    for story in stories(opened.parts):
        usual = nearest(usual_size(story) or 14, (13, 14))
        for entry in story:
            if entry.kind in (Kind.PROSE, Kind.BULLET) or entry.running:
                done = [*_wrong_text(opened, entry, usual)]
                if done:
                    before, after = zip(*done, strict=True)
                    yield Done(entry.piece.place, ", ".join(before), ", ".join(after))


def _wrong_text(opened: Opened, entry: Entry, usual: float) -> Iterator[tuple[str, str]]:
    runs = letters_of(opened, entry.piece)
    paragraph = opened.behind(entry.paragraph)
    if not runs or paragraph is None:
        return
    if entry.running and entry.paragraph.align == "left":
        put(properties(paragraph), "jc", val="both")
        yield "căn trái", "đều hai lề"
    other = [run.size_pt for run in entry.piece.letters if run.size_pt != usual]
    if entry.running and share(entry.piece, lambda run: run.size_pt != usual) > _FEW:
        for run in runs:
            set_size(run, usual)
        yield points(max(other, key=other.count)), points(usual)
    sentence = entry.piece.text.endswith((".", ";")) and len(entry.piece.text) > PROSE_LETTERS
    if sentence and entry.paragraph.align != "center":
        yield from _whole_look(entry, runs)


def _whole_look(entry: Entry, runs: list[etree._Element]) -> Iterator[tuple[str, str]]:
    letters = entry.piece.letters
    for name, all_have, before, after in (
        ("b", all(run.bold for run in letters), "đậm cả đoạn", "không đậm"),
        ("i", all(run.italic for run in letters), "nghiêng cả đoạn", "đứng"),
        ("caps", all(run.caps for run in letters), "in hoa cả đoạn", "chữ thường"),
    ):
        if all_have:
            for run in runs:
                set_switch(run, name, False)
            yield before, after


@mend("ND30-ND-02", words=Words((without_blanks,)))
def first_lines(opened: Opened) -> Iterator[Done]:
    """The first letter of every paragraph at the indent most have, by formatting and not by blanks."""
    for story in stories(opened.parts):
        running = [entry for entry in story if entry.flowing and entry.kind is not Kind.ARTICLE]
        usual = usual_indent(story)
        for entry in running:
            paragraph = opened.behind(entry.paragraph)
            if paragraph is None or entry.paragraph.list_label:
                continue
            blanks = strip_start(paragraph)
            start = _start(entry)
            deep_bullet = entry.kind is Kind.BULLET and start >= _INDENTS[0]
            if (abs(start - usual) <= 6 and entry.paragraph.indent_left == 0) or deep_bullet:
                if blanks:
                    yield Done(entry.piece.place, "lùi bằng dấu cách hoặc Tab", f"lùi {centimetres(start)}")
                continue
            indent_first_line(paragraph, usual)
            yield Done(entry.piece.place, f"lùi {centimetres(start)}", f"lùi {centimetres(usual)}")


def _start(entry: Entry) -> int:
    return entry.paragraph.indent_left + entry.paragraph.indent_first


def indent_first_line(paragraph: Paragraph, first: int) -> None:
    """Indent the first line by ``first`` twips and no other."""
    element = properties(paragraph)
    right = child(element, "ind").get(w("right")) or "0"
    put(element, "ind", left=0, right=right, firstLine=first)


def usual_indent(story: Sequence[Entry]) -> int:
    """The one of the allowed indents that more paragraphs have, in twips; 1.27 cm where none has one."""
    starts = Counter(_start(entry) for entry in story if entry.running)
    return max(_INDENTS, key=lambda indent: (starts[indent], indent))


@mend("ND30-ND-03")
def gaps(opened: Opened) -> Iterator[Done]:
    """Six points before a paragraph that stands closer than that under another."""
    for story in stories(opened.parts):
        for above, below in itertools.pairwise(story):
            gap = max(above.paragraph.space_after, below.paragraph.space_before)
            paragraph = opened.behind(below.paragraph)
            adjoining = above.flowing and below.flowing and below.at == above.at + 1
            if adjoining and gap < _SIX_POINTS and paragraph is not None:
                spacing = child(properties(paragraph), "spacing")
                unset(spacing, "beforeLines", "beforeAutospacing")
                spacing.set(w("before"), str(_SIX_POINTS))
                put(properties(paragraph), "contextualSpacing", val="0")
                before = f"cách đoạn trên {shown_points(gap / 20)}"
                yield Done(below.piece.place, before, "cách đoạn trên 6 pt")


@mend("ND30-ND-04")
def line_spacing(opened: Opened) -> Iterator[Done]:
    """Lines from single to one and a half."""
    for entry in itertools.chain.from_iterable(stories(opened.parts)):
        own, paragraph = entry.paragraph.line, opened.behind(entry.paragraph)
        if not entry.running or paragraph is None:
            continue
        lines = own.value / _SINGLE
        if own.rule != "auto":
            lines = own.value / 20 / (main_size(entry.piece) * _SINGLE_HEIGHT)
        if own.rule == "atLeast":
            lines = max(lines, 1.0)
        if not 0.98 <= lines <= 1.52:
            fits = round(nearest(lines * _SINGLE, (_SINGLE, _LARGEST)))
            spacing = child(properties(paragraph), "spacing")
            spacing.set(w("line"), str(fits))
            spacing.set(w("lineRule"), "auto")
            yield Done(entry.piece.place, _lines(lines), _lines(fits / _SINGLE))


def _lines(lines: float) -> str:
    return f"giãn {lines:.2f} dòng".replace(".", ",")


@mend("ND30-ND-06")
def plain_letters(opened: Opened) -> Iterator[Done]:
    """No underline but under an address on the web, no ground behind letters."""
    for entry in itertools.chain.from_iterable(stories(opened.parts)):
        paragraph = opened.behind(entry.paragraph)
        before, after = [], []
        if paragraph is None:
            continue
        runs = letters_of(opened, entry.piece)
        if any(run.underline and not _is_address(run.text) for run in entry.piece.letters):
            for run in runs:
                set_underline(run, False)
            before.append("gạch chân")
            after.append("không gạch chân")
        if entry.paragraph.shaded or any(run.highlight or run.shaded for run in entry.piece.letters):
            drop(properties(paragraph), "shd")
            for run in runs:
                put(child(run, "rPr"), "highlight", val="none")
                put(child(run, "rPr"), "shd", val="clear", color="auto", fill="auto")
            before.append("tô nền")
            after.append("không tô nền")
        if after:
            yield Done(entry.piece.place, ", ".join(before), ", ".join(after))


def _is_address(text: str) -> bool:
    return "://" in text or "@" in text
