"""The pages of a PDF as rows of words with their boxes; all lengths in millimetres from the top left."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser
from pathlib import Path

from msgspec import Struct

from nq57gen.printing.tools import FONTS, READS, read_with

_MM_PER_POINT = 25.4 / 72
#: Words are in one row when they share this much of the lower one's height.
_SHARED = 0.5


class Word(Struct, frozen=True):
    """One printed word and its box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    key: str  # its letters and digits as of :func:`squeezed`; "" for a sign that stands alone


class Row(Struct, frozen=True):
    """Words at one height, from left to right; those of columns side by side are in one row."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge of its highest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge of its lowest word."""
        return max(word.bottom for word in self.words)


class Page(Struct, frozen=True):
    """One page; ``number`` counts sheets from 1, whatever number is printed on it."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]

    @property
    def place(self) -> str:
        """Where it is, as a person would say it."""
        return f"trang in {self.number}"


def squeezed(text: str) -> str:
    """Letters and digits of ``text`` only, in small letters, composed (NFC)."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text).casefold()))


def read_pages(pdf: Path) -> tuple[Page, ...]:
    """The pages of ``pdf``. Raises InvalidInput: pdftotext is missing (P004) or fails (P005)."""
    reader = _Boxes()
    reader.feed(read_with(READS, ["-bbox-layout", "-enc", "UTF-8", str(pdf), "-"]))
    reader.close()
    return tuple(
        Page(number, width, height, rows_of(words))
        for number, (width, height, words) in enumerate(reader.pages, start=1)
    )


def font_names(pdf: Path) -> set[str]:
    """The fonts ``pdf`` is set in, "LiberationSerif-Bold". Raises InvalidInput as :func:`read_pages` does."""
    lines = read_with(FONTS, [str(pdf)]).split("\n")[2:]
    return {line.split()[0].split("+")[-1] for line in lines if line.strip()}


def rows_of(words: list[Word]) -> tuple[Row, ...]:
    """``words`` put together by height, from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        for row in reversed(rows[-3:]):
            first = row[0]
            shared = min(first.bottom, word.bottom) - max(first.top, word.top)
            if shared > _SHARED * min(first.bottom - first.top, word.bottom - word.top):
                row.append(word)
                break
        else:
            rows.append([word])
    return tuple(Row(tuple(sorted(row, key=lambda word: word.left))) for row in rows)


class _Boxes(HTMLParser):
    """Reads what ``pdftotext -bbox-layout`` writes; lenient, as text of a PDF may hold any character."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[tuple[float, float, list[Word]]] = []
        self._box: tuple[float, float, float, float] | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("page", "word"):
            return
        number = {name: float(value or 0) * _MM_PER_POINT for name, value in attrs}
        if tag == "page":
            self.pages.append((number["width"], number["height"], []))
        else:
            self._box = (number["xmin"], number["ymin"], number["xmax"], number["ymax"])
            self._text = ""

    def handle_data(self, data: str) -> None:
        if self._box is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "word" and self._box is not None:
            self.pages[-1][2].append(Word(self._text.strip(), *self._box, squeezed(self._text)))
            self._box = None
