"""The words of a paragraph, changed in place with the formatting they have."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Sequence

from lxml import etree

from nq57gen.fixing.letters import runs
from nq57gen.fixing.order import insert, insert_after
from nq57gen.reading.content import Paragraph
from nq57gen.reading.xml import XML_SPACE, w

_BLANKS = " \t\N{NO-BREAK SPACE}"
_SIGNS = {
    w("t"): None,
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
}
#: What a new text of the same words replaces.
_LETTERS = frozenset(map(w, ("t", "noBreakHyphen", "softHyphen")))
_SILENT = frozenset(map(w, ("rPr", "lastRenderedPageBreak")))


def text_of(paragraph: Paragraph) -> str:
    """Return the text of a paragraph as stored, capitals by formatting not applied."""
    return "".join(text for _, text in _pieces(paragraph))


def substitute(
    paragraph: Paragraph, pattern: str, new: str | Callable[[re.Match[str]], str]
) -> tuple[str, str] | None:
    """Replace the first match of ``pattern``, where only letters are matched; (old, new) or None.

    ``new`` is as for :func:`re.sub`. Letters that stay keep their formatting; new ones take
    that of the first letter they replace, or of the letter before.
    """
    match = re.search(pattern, text_of(paragraph))
    if match is None:
        return None
    replacement = whole = new(match) if callable(new) else match.expand(new)
    if replacement == match.group():
        return None
    start, end = match.span()
    while start < end and replacement and text_of(paragraph)[start] == replacement[0]:
        start, replacement = start + 1, replacement[1:]
    while end > start and replacement and text_of(paragraph)[end - 1] == replacement[-1]:
        end, replacement = end - 1, replacement[:-1]
    if not _write(paragraph, start, end, replacement):
        return None
    return match.group(), whole


def set_text(runs_of_text: Sequence[etree._Element], text: str) -> bool:
    """Let ``runs_of_text`` print ``text`` and nothing else, with the letters of the first of them.

    False, and nothing is changed, where something stands among them that is neither letter nor hyphen.
    """
    elements = _printing(runs_of_text)
    letters = [element for element in elements if element.tag == w("t")]
    if not letters or any(element.tag not in _LETTERS for element in elements):
        return False
    for element in elements:
        parent = element.getparent()
        if element is not letters[0] and parent is not None:
            parent.remove(element)
    letters[0].text = text
    letters[0].set(XML_SPACE, "preserve")
    return True


def is_letters(runs_of_text: Iterable[etree._Element]) -> bool:
    """Whether nothing but letters stands in the runs."""
    return all(element.tag == w("t") for element in _printing(runs_of_text))


def set_end(runs_of_text: Sequence[etree._Element], sign: str, instead_of: str) -> bool:
    """Let what the runs print end with ``sign``, in the place of the signs ``instead_of`` and spaces.

    False, and nothing is changed, where they do not end with letters.
    """
    return _set_side(
        reversed(_printing(runs_of_text)),
        lambda text: text.rstrip(instead_of + _BLANKS),
        lambda kept: kept + sign,
    )


def set_start(runs_of_text: Sequence[etree._Element], sign: str, instead_of: str) -> bool:
    """Let what the runs print begin with ``sign``, in the place of the signs ``instead_of`` and spaces.

    False, and nothing is changed, where they do not begin with letters.
    """
    return _set_side(
        _printing(runs_of_text), lambda text: text.lstrip(instead_of + _BLANKS), lambda kept: sign + kept
    )


def _set_side(
    elements: Iterable[etree._Element], stripped: Callable[[str], str], signed: Callable[[str], str]
) -> bool:
    blanks: list[etree._Element] = []
    for element in elements:
        if element.tag != w("t"):
            return False
        kept = stripped(element.text or "")
        if kept:
            for blank in blanks:
                blank.text = ""
            element.text = signed(kept)
            element.set(XML_SPACE, "preserve")
            return True
        blanks.append(element)
    return False


def _printing(runs_of_text: Iterable[etree._Element]) -> list[etree._Element]:
    """All that stands in the runs and may print, signs and pictures too."""
    return [element for run in runs_of_text for element in run if element.tag not in _SILENT]


def strip_start(paragraph: Paragraph) -> bool:
    """Take away the spaces and tabs a paragraph begins with; whether there were any."""
    found = False
    for element, text in _pieces(paragraph):
        if text.strip(_BLANKS):
            if text[0] in _BLANKS:
                element.text = text.lstrip(_BLANKS)
                found = True
            break
        run = element.getparent()
        if run is not None and text:
            run.remove(element)
            found = True
    return found


def cut(paragraph: Paragraph, position: int) -> tuple[list[etree._Element], list[etree._Element]]:
    """Part the runs of ``paragraph`` at a position of its text; returns those before it and behind."""
    before: list[etree._Element] = []
    behind: list[etree._Element] = []
    at = 0
    for run in list(runs(paragraph)):
        length = sum(len(text) for element, text in _pieces(paragraph) if element.getparent() is run)
        if at < position < at + length:
            behind.append(_part(run, position - at))
        (behind if at >= position else before).append(run)
        at += length
    return before, behind


def _part(run: etree._Element, position: int) -> etree._Element:
    """Move what a run prints behind ``position`` into a run of its own."""
    second = etree.Element(run.tag)
    properties = run.find(w("rPr"))
    if properties is not None:
        insert(second, copy.deepcopy(properties))
    insert_after(run, second)
    at = 0
    for part in [part for part in run if part is not properties]:
        text = (_SIGNS[part.tag] or _text(part)) if part.tag in _SIGNS else ""
        if at < position < at + len(text):
            rest = copy.deepcopy(part)
            part.text, rest.text = text[: position - at], text[position - at :]
            for half in (part, rest):
                half.set(XML_SPACE, "preserve")
            insert(second, rest)
        elif at >= position:
            insert(second, part)
        at += len(text)
    return second


def _pieces(paragraph: Paragraph) -> list[tuple[etree._Element, str]]:
    """The elements of a paragraph that print, with what they print."""
    found = []
    for run in runs(paragraph):
        for element in run:
            if element.tag in _SIGNS:
                found.append((element, _SIGNS[element.tag] or _text(element)))
    return found


def _text(element: etree._Element) -> str:
    text = element.text or ""
    if element.tag != w("t"):
        return ""
    return text if element.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n")


def _write(paragraph: Paragraph, start: int, end: int, new: str) -> bool:
    """Put ``new`` in the place of the letters ``start`` to ``end``; False when a tab stands among them."""
    touched = []
    at = 0
    for element, text in _pieces(paragraph):
        after = at + len(text)
        if text and (
            (at < end and after > start) or (start == end and at < start <= after) or start == end == at
        ):
            touched.append((element, at, text))
        at = after
    if start == end and len(touched) > 1:
        touched = touched[:1]
    if not touched or any(element.tag != w("t") for element, _, _ in touched):
        return False
    for index, (element, at, text) in enumerate(touched):
        first, last = max(start - at, 0), min(end - at, len(text))
        element.text = text[:first] + (new if index == 0 else "") + text[last:]
        element.set(XML_SPACE, "preserve")
    return True
