"""Which words a mend may change: each declares it, and its work is held against that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from nq57gen.checks.layout.pieces import folded
from nq57gen.fixing.stored import FIELDS, is_fixed, marks_of, words_of
from nq57gen.patterns import lazily
from nq57gen.vietnamese.labels import parse_roman

#: Takes away from a text what may differ.
Without: TypeAlias = Callable[[str], str]

_BLANK = lazily(r"\.\s?\.\s?\.|[…‥]|_{3,}|\[\[|\{\{|<<|\[[^\[\]]*\]")
_NOTE = lazily(r"\W*(?:ghi chú|lưu ý|hướng dẫn)\b|\W*\(\s*(?:\d{1,2}|\*+)\s*\)", re.IGNORECASE)
_NUMERAL = lazily(r"\b(?:\d+|[IVXL]+)\b")
_YEAR = lazily(r"(?<=\d/)\d{4}/(?=\D)")
_DATE = lazily(r"ngay|thang|nam")
_LABEL = lazily(r"^(\W*\w+)\W*")
_MARK = lazily(r"\./\.(?![./])")
_PAGE_WORDS = lazily(r"[\W\d_]*(?:trang|page|tr)?[\W\d_]*(?:of|trên)?[\W\d_]*", re.IGNORECASE)


class Words(Struct, frozen=True):
    """The words before and after are equal without what the steps take away; ``fields``: of fields too."""

    steps: tuple[Without, ...] = ()
    fields: bool = False
    #: What else may become what: text before, text after.
    also: Callable[[str, str], bool] | None = None
    #: One of these is a line of what was changed, letter by letter.
    becomes: tuple[str, ...] = ()

    def allow(self, before: str, after: str) -> bool:
        """Whether the mend may turn one stored text into the other."""
        if self.fields:
            return page_free(before) == page_free(after)
        if marks_of(before) != marks_of(after):
            return False
        old, new = words_of(before), words_of(after)
        if old != new and self.becomes and not self._has_become(new):
            return False
        return self._reduced(old) == self._reduced(new) or (self.also is not None and self.also(old, new))

    def _has_become(self, text: str) -> bool:
        lines = (line.strip() for line in re.split(r"[\t\n]", text.replace("\u2011", "-")))
        return any(line in self.becomes for line in lines)

    def _reduced(self, text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        for step in self.steps:
            text = step(text)
        return text


def may_change(before: str, after: str) -> bool:
    """Whether the words of a paragraph may change at all: not around blanks, notes for the writer, marks.

    Letters of a text that stores letters and marks apart stay as they are; signs may change.
    """
    words = words_of(before)
    if is_fixed(before) or _BLANK.search(words) or _NOTE.match(words):
        return False
    return unicodedata.is_normalized("NFC", words) or _stored_letters(words) == _stored_letters(
        words_of(after)
    )


def _stored_letters(text: str) -> list[str]:
    return [letter for letter in text if letter.isalnum() or unicodedata.combining(letter)]


def page_free(text: str) -> str:
    """A text without the number of the page and "Trang" and the like; the whole text if it says more.

    Whatever else stands beside the number stays in it as a mark.
    """
    rest, numbers = FIELDS.subn("", text)
    words = words_of(rest)
    return marks_of(rest) if (numbers and _PAGE_WORDS.fullmatch(words)) or not words.strip() else text


def without_blanks(text: str) -> str:
    """Blanks at the start."""
    return text.lstrip()


def without_start(text: str) -> str:
    """Blanks, dashes, other bullets and a bracket at the start."""
    return re.sub(r"^[\W_]+", "", text)


def without_end(text: str) -> str:
    """Signs and blanks at the end."""
    return text.rstrip(" \t\N{NO-BREAK SPACE}.,;:/)-–")


def without_marks_of_end(text: str) -> str:
    """The mark "./." wherever it stands."""
    return _MARK.sub(".", text)


def without_signs(text: str) -> str:
    """All signs and blanks, as in short lines: numbers, dates, posts."""
    return "".join(filter(str.isalnum, text))


def without_label_sign(text: str) -> str:
    """The sign behind a label in front."""
    return _LABEL.sub(r"\1 ", text)


def without_case(text: str) -> str:
    """Capitals."""
    return text.casefold()


def without_tones(text: str) -> str:
    """Capitals and the marks of letters, where the words are fixed."""
    return folded(text)


def without_inner_blanks(text: str) -> str:
    """Blanks around the stroke."""
    return re.sub(r" *(/) *", r"\1", text)


def without_year(text: str) -> str:
    """The year in the number of a document."""
    return _YEAR.sub("", text)


def without_date_words(text: str) -> str:
    """The words of a long date."""
    return _DATE.sub(" ", folded(text))


def without_numerals(text: str) -> str:
    """Roman or Arabic, with or without a zero in front: what counts is the number."""
    return _NUMERAL.sub(lambda found: str(_value(found.group())), text)


def _value(numeral: str) -> int | str:
    return int(numeral) if numeral.isdecimal() else parse_roman(numeral) or numeral


NOTHING = Words()
START_AND_END = Words((without_start, without_end))
