"""Start tag and properties of a paragraph as text: children added where the schema has them.

A head is written as lxml writes it: ``<w:p><w:pPr>...</w:pPr>``, or the start tag alone.
"""

from __future__ import annotations

import functools
import re

from nq57gen.patterns import lazily

#: The children of ``w:pPr`` in the order of the schema, as far as we add some or must keep clear of them.
ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_RANK = {f"w:{name}": rank for rank, name in enumerate(ORDER)}

PROPERTIES_END = "</w:pPr>"
_TAG = lazily(r"<(/?)([\w:]+)[^>]*?(/?)>")
_KEEP_NEXT = lazily(r"<w:keepNext(?: [^>]*)?/>")
_END_OF_NAME = lazily(r"[ />]")
_REMEMBERED = 512


@functools.lru_cache(_REMEMBERED)
def kept_with_next(head: str) -> str:
    """Return a paragraph's head with ``w:keepNext``, and that without attributes."""
    found = _KEEP_NEXT.search(head)
    return head.replace(found[0], "<w:keepNext/>") if found else with_child(head, "<w:keepNext/>")


@functools.lru_cache(_REMEMBERED)
def spaced(head: str, side: str, space: int) -> str:
    """Return a paragraph's head with the space before or after it set."""
    found = next((child for name, child in _children(head) if name == "w:spacing"), None)
    if found is None:
        return with_child(head, f'<w:spacing w:{side}="{space}"/>')
    changed, count = re.subn(rf'(?<= w:{side}=")[^"]*', str(space), found)
    return head.replace(found, changed if count else f'{found[:-2]} w:{side}="{space}"/>', 1)


@functools.lru_cache(_REMEMBERED)
def with_child(head: str, child: str) -> str:
    """Return a paragraph's head with ``child`` at its place among the properties."""
    if not head.endswith(PROPERTIES_END):
        return f"{head.removesuffix('<w:pPr/>')}<w:pPr>{child}{PROPERTIES_END}"
    start = head.index("<w:pPr>") + len("<w:pPr>")
    children = _children(head)
    rank = _RANK[_END_OF_NAME.split(child, maxsplit=1)[0][1:]]
    place = sum(1 for name, _child in children if _RANK[name] < rank)
    texts = [text for _name, text in children]
    return f"{head[:start]}{''.join((*texts[:place], child, *texts[place:]))}{PROPERTIES_END}"


def _children(head: str) -> list[tuple[str, str]]:
    """Return the children of a paragraph's properties, by name and as they are written."""
    if not head.endswith(PROPERTIES_END):
        return []
    start = head.index("<w:pPr>") + len("<w:pPr>")
    inside = head[start : -len(PROPERTIES_END)]
    found: list[tuple[str, str]] = []
    depth = begin = 0
    for tag in _TAG.finditer(inside):
        if depth == 0 and not tag[1]:
            begin = tag.start()
        depth += -1 if tag[1] else 0 if tag[3] else 1
        if depth == 0:
            text = inside[begin : tag.end()]
            found.append((_TAG.match(text)[2], text))  # type: ignore[index]  # it begins with a tag
    return found
