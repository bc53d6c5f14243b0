r"""A tag as a person types it in Word, written as docxtpl and Jinja understand it.

Word puts curly quotes and no-break spaces into tags by itself. And docxtpl finds tags by patterns that know
nothing of strings: a ``%`` or ``}`` in a quoted text of a ``{%p %}`` or ``{%tr %}`` hides the tag from it,
a ``&`` comes out as ``&amp;``. So the texts in quotes are written with Jinja's own escapes (``"50\u0025"``),
look-alikes outside of them as what they stand for. A tag that needs none of this keeps every character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nq57gen.rendering.tag_text import TAG
from nq57gen.rendering.xml import FALLBACK, own_text, text_nodes, w

if TYPE_CHECKING:
    from lxml import etree

#: Characters that stand for each of the two quotes of Jinja; the quote itself comes first.
_QUOTES = {'"': '"“”„‟″«»', "'": "'‘’`\u201a\u201b\u2032\u00b4\u2039\u203a"}
#: What no tag needs in a text in quotes as it is: docxtpl or XML would give it a meaning.
_ESCAPED = frozenset("%{}#&<>" + "".join(quotes[1:] for quotes in _QUOTES.values()))
#: How many characters a tag begins with, and ends with.
_FRAME = 2


def folded(tag: str) -> str:
    """Return a whole tag as docxtpl and Jinja understand it."""
    return "".join(_letters(tag))


def folded_text(text: str) -> str:
    """Return the text of a paragraph with its tags folded."""
    return TAG.sub(lambda found: folded(found[0]), text) if "{" in text else text


def fold_tags(root: etree._Element) -> bool:
    """Fold every tag in the paragraphs of a part, in place; return whether anything changed."""
    changed = False
    for paragraph in root.iter(w("p"), FALLBACK):
        text = own_text(paragraph)
        if "{" not in text:
            continue
        letters = list(text)
        for found in TAG.finditer(text):
            letters[found.start() : found.end()] = _letters(found[0])
        if letters != list(text):
            _put(paragraph, letters)
            changed = True
    return changed


def _put(paragraph: etree._Element, letters: list[str]) -> None:
    """Give the text of a paragraph back to its nodes, each as many of ``letters`` as it had characters."""
    done = 0
    for node in text_nodes(paragraph):
        count = len(node.text or "")
        node.text = "".join(letters[done : done + count])
        done += count


def _letters(tag: str) -> list[str]:
    """Return what each character of a tag is written as, so that each stays in its own run."""
    inside = tag[_FRAME:-_FRAME]
    made = _comment(inside) if tag.startswith("{#") else _code(inside)
    return [*tag[:_FRAME], *made, *tag[-_FRAME:]]


def _comment(text: str) -> Iterator[str]:
    """Yield a comment without what keeps docxtpl from finding the end of one of a paragraph or row."""
    for letter in text:
        yield " " if letter in "#}" else _plain(letter)


def _code(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        quote = next((quote for quote, like in _QUOTES.items() if text[at] in like), None)
        end = _end_of_text(text, at, quote) if quote else -1
        if quote is None or end < 0:
            yield _plain(text[at])
            at += 1
            continue
        yield quote
        yield from _quoted(text[at + 1 : end])
        yield quote
        at = end + 1


def _end_of_text(text: str, start: int, quote: str) -> int:
    """Return where the text in quotes that begins at ``start`` ends, -1 where it does not.

    What begins with a straight quote ends with one, if there is one.
    """
    if text[start] == quote and (end := text.find(quote, start + 1)) >= 0:
        return end
    return next((at for at in range(start + 1, len(text)) if text[at] in _QUOTES[quote]), -1)


def _quoted(text: str) -> Iterator[str]:
    """Yield the characters of a text in quotes; composed, for so are those of every spec."""
    for at, letter in enumerate(text):
        if unicodedata.combining(letter):
            yield ""  # went into the letter before it
            continue
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        whole = unicodedata.normalize("NFC", text[at:end])
        yield "".join(f"\\u{ord(one):04x}" if one in _ESCAPED else _plain(one) for one in whole)


def _plain(letter: str) -> str:
    """Return a character without its look-alikes: one kind of space, no marks that nobody sees."""
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter) == "Cf" else letter
