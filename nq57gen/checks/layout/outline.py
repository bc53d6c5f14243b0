"""What each paragraph of the text is: heading, numbered item, bullet or prose, and with which number.

Labels typed by hand and labels of Word's lists count alike. The levels are those of the decree
(ND 30/2020, PL I, II.6.c): phần, chương, mục, tiểu mục, điều, khoản, điểm; or phần, mục, khoản, điểm.
"""

from __future__ import annotations

import enum
import functools
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from nq57gen.checks.layout.parts import Parts, folded, has_end_mark
from nq57gen.checks.layout.pieces import Piece, once_each, split_at_tabs, whole
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily
from nq57gen.reading.memo import Memo
from nq57gen.reading.types import ParagraphView, TableView
from nq57gen.vietnamese.labels import LETTERS, parse_roman

#: A paragraph of more letters than this is prose, one of fewer may be any kind of short line.
PROSE_LETTERS = 60
#: No document has so many sections that a Roman number is higher; "C." and "D." are letters.
_HIGHEST_ROMAN = 40
_LONGEST_HEADING = 300


class Kind(enum.Enum):
    """Kinds of paragraphs, the levels of headings from the highest down."""

    PART = "part"  # Phần I
    CHAPTER = "chapter"  # Chương I
    SECTION = "section"  # Mục 1
    SUBSECTION = "subsection"  # Tiểu mục 1
    TITLE = "title"  # the line under one of those
    ROMAN = "roman"  # I.
    ARTICLE = "article"  # Điều 1.
    CLAUSE = "clause"  # 1.
    DECIMAL = "decimal"  # 1.1.
    POINT = "point"  # a)
    BULLET = "bullet"
    HEADING = "heading"  # bold and without a number
    PROSE = "prose"
    OTHER = "other"  # short, centred or standing to the right


WORDED = (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION)


class Entry(Struct, frozen=True):
    """One paragraph that prints text.

    ``label`` is what is printed in front ("1.1.", "a)", "-", "Điều 1."), ``number`` what it means ((1, 1);
    empty where it cannot be read), ``text`` what follows the label; ``titled``: bold from end to end, so
    a heading; ``at`` counts the blocks of its story.
    """

    piece: Piece
    kind: Kind
    at: int
    label: str = ""
    number: tuple[int, ...] = ()
    text: str = ""
    titled: bool = False
    #: What was found out about this entry alone.
    memo: Memo = field(default_factory=Memo)

    @property
    def paragraph(self) -> ParagraphView:
        """The paragraph it stands in."""
        return self.piece.paragraph

    @property
    def flowing(self) -> bool:
        """Whether it stands where running text does: neither a heading nor placed in the middle."""
        return _flows(self)

    @property
    def running(self) -> bool:
        """Whether it is running text to which the rules for paragraphs apply."""
        return len(self.piece.text) > PROSE_LETTERS and _flows(self)


@once_each
def _flows(entry: Entry) -> bool:
    placed = entry.paragraph.align in ("center", "right")
    long = entry.kind in _ITEMS or len(entry.piece.text) > PROSE_LETTERS
    return entry.kind in _RUNNING and long and not entry.titled and not placed


_ITEMS = (Kind.CLAUSE, Kind.DECIMAL, Kind.POINT, Kind.BULLET)
_RUNNING = (Kind.PROSE, Kind.ARTICLE, *_ITEMS)
_WORDS = {"phan": Kind.PART, "chuong": Kind.CHAPTER, "muc": Kind.SECTION, "tieu muc": Kind.SUBSECTION}
_WORDED = lazily(r"(phan|chuong|tieu muc|muc)\s+(thu\s+\w+|\w+)\s*([.:/–-]?)\s*(.*)$")
_ARTICLE = lazily(r"(dieu\s+(\d{1,3})\s*[.:]?)\s*(.*)$")
_ROMAN = lazily(r"(([IVXL]{1,7})\s?[./):–-])\s*(.+)$")
_CAPITAL = lazily(r"[A-ZĐ]\.\s+\S")
_DECIMAL = lazily(r"(\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(.*)$")
_CLAUSE = lazily(r"((\d{1,2})\s?[.):/–-])(?!\s*\d)\s*(.+)$")
_POINT = lazily(r"(([a-zđ])(?:\)|\s?[./:-](?=\s)))\s*(.+)$")
_SIGN = r"([-–—\N{MINUS SIGN}+*•●○◦▪■□▫➢✓✔→►▶◆❖·\ue000-\uf8ff])"
_BULLET = lazily(_SIGN + r"(?:\s+|(?!\d))(\S.*)$")
#: How one of those that are looked for in folded letters may begin; so many letters are enough to see it.
_FOLDED = ("phan", "chuong", "tieu", "muc", "dieu", "bang", "bieu", "hinh", "so do", "ghi", "nguon", "don vi")
_BEGINNING = 24
_CAPTION = lazily(r"(?:bang|bieu|bieu do|hinh|so do)\s+(?:so\s+)?\d|(?:ghi chu|nguon|don vi tinh)\s*:")


class Story(tuple[Entry, ...]):
    """The classified paragraphs of a text or an appendix."""

    @functools.cached_property
    def usual_size(self) -> float:
        """The size in points of most of the running text; 0 without any."""
        letters: Counter[float] = Counter()
        for entry in self:
            if entry.running:
                letters[main_size(entry.piece)] += len(entry.piece.text)
        return max(letters, key=lambda size: letters[size], default=0.0)


@once_a_document
def stories(parts: Parts) -> list[Story]:
    """The main text, then each appendix, as classified paragraphs."""
    return [_classify(_main(parts)), *(_classify(appendix.blocks) for appendix in parts.appendices)]


@once_each
def is_bold(piece: Piece) -> bool:
    """Whether all words of ``piece`` are bold."""
    runs = [run for run in piece.letters if any(letter.isalnum() for letter in run.text)]
    return bool(runs) and all(run.bold for run in runs)


def _main(parts: Parts) -> tuple[ParagraphView | TableView, ...]:
    """The body; in a file whose signature was not found it ends with the end mark."""
    if parts.recipients_label is None:
        for index, block in enumerate(parts.body):
            if isinstance(block, ParagraphView) and has_end_mark(whole(block)):
                return parts.body[: index + 1]
    return parts.body


def _classify(blocks: Iterable[ParagraphView | TableView]) -> Story:
    found: list[Entry] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, ParagraphView) or not whole(block).text:
            continue
        lines = _broken(block)
        first = _worded(lines[0], at) if lines else None
        if first is not None and not first.text:
            found += [first, *(Entry(line, Kind.TITLE, at, text=line.text) for line in lines[1:])]
            continue
        piece = whole(block)
        found.append(_title(found, piece, at) or _entry(piece, at))
    return Story(found)


@once_each
def _broken(paragraph: ParagraphView) -> tuple[Piece, ...]:
    """The lines of a paragraph with line breaks inside."""
    return tuple(split_at_tabs(paragraph)) if "\n" in paragraph.shown_text.strip() else ()


def _title(before: list[Entry], piece: Piece, at: int) -> Entry | None:
    """The entry of a line under "Phần I" and its like, None for any other paragraph."""
    above = before[-1] if before else None
    if above is None or not (above.kind is Kind.TITLE or (above.kind in WORDED and not above.text)):
        return None
    if _entry(piece, at).kind not in (Kind.HEADING, Kind.OTHER, Kind.PROSE):
        return None
    centred, upper = piece.paragraph.align == "center", piece.text.upper() == piece.text
    if above.kind is Kind.TITLE:
        fits = centred and upper and is_bold(piece)
    else:
        fits = centred or upper or is_bold(piece)
    return Entry(piece, Kind.TITLE, at, text=piece.text) if fits else None


def _entry(piece: Piece, at: int) -> Entry:
    name = f"entry {at}"
    entry: Entry | None = piece.memo.get(name)
    if entry is None:
        entry = piece.memo[name] = _classified(piece, at)
    return entry


def _classified(piece: Piece, at: int) -> Entry:
    worded = _may_be_worded(piece.text)
    found = (worded and (_worded(piece, at) or _article(piece, at))) or _numbered(piece, at)
    found = found or _bullet(piece, at)
    if found:
        return found
    text, bold = piece.text, is_bold(piece)
    placed = piece.paragraph.align in ("center", "right")
    closed = text.endswith((".", ";", ",", "./."))
    if _CAPITAL.match(text) and (bold or text.upper() == text):
        return Entry(piece, Kind.HEADING, at, text=text, titled=bold)
    if (worded and _CAPTION.match(folded(text))) or (
        text.startswith("(") and text.endswith((")", ").", ");"))
    ):
        return Entry(piece, Kind.OTHER, at, text=text)
    if bold and not closed and len(text) <= _LONGEST_HEADING and piece.paragraph.align != "right":
        return Entry(piece, Kind.HEADING, at, text=text, titled=True)
    kind = Kind.PROSE if len(text) > PROSE_LETTERS and not placed else Kind.OTHER
    return Entry(piece, kind, at, text=text)


def _may_be_worded(text: str) -> bool:
    """Whether ``text`` may begin with one of the words; to fold all of it takes long."""
    beginning = folded(text[:_BEGINNING])
    return len(beginning) < min(len(text), _BEGINNING) or beginning.startswith(_FOLDED)


def _worded(piece: Piece, at: int) -> Entry | None:
    """An entry for "Phần I" and its like, with or without the title on the same line."""
    match = _WORDED.match(folded(piece.text))
    if match is None or len(match[0]) != len(piece.text):
        return None
    given = piece.text[match.start(2) : match.end(2)]
    number = int(given) if given.isdecimal() else parse_roman(given)
    if number is None and not match[2].startswith("thu "):
        return None
    rest = piece.text[match.start(4) :]
    shown = piece.paragraph.align == "center" or is_bold(piece) or piece.text.upper() == piece.text
    if (rest and not (match[3] or rest.upper() == rest)) or not (shown or not rest):
        return None
    label = piece.text[: match.end(3)].strip()
    return Entry(piece, _WORDS[match[1]], at, label, (number,) if number else (), rest, is_bold(piece))


def _article(piece: Piece, at: int) -> Entry | None:
    match = _ARTICLE.match(folded(piece.text))
    if match is None or len(match[0]) != len(piece.text):
        return None
    label, rest = piece.text[: match.end(1)].strip(), piece.text[match.start(3) :]
    if rest and label[-1] not in ".:" and not (piece.letters and piece.letters[0].bold):
        return None
    return Entry(piece, Kind.ARTICLE, at, label, (int(match[2]),), rest, is_bold(piece))


def _numbered(piece: Piece, at: int) -> Entry | None:
    """An entry for "I.", "1.1.", "1." and "a)", None without such a label."""
    text, bold = piece.text, is_bold(piece)
    if piece.paragraph.list_format == "bullet":
        return None
    if match := _ROMAN.match(text):
        number = parse_roman(match[2])
        sure = match[1].endswith(".") or bold or match[3].upper() == match[3]
        if number and number <= _HIGHEST_ROMAN and sure and not match[3][0].islower():
            return Entry(piece, Kind.ROMAN, at, match[1], (number,), match[3], bold)
    if match := _DECIMAL.match(text):
        number_steps = tuple(int(step) for step in match[1].rstrip(".").split("."))
        return Entry(piece, Kind.DECIMAL, at, match[1], number_steps, match[2], bold)
    if match := _CLAUSE.match(text):
        begins = match[3][0].isupper() or not match[3][0].isalpha()
        if match[1][-1] in ".)" or bold or begins:
            return Entry(piece, Kind.CLAUSE, at, match[1], (int(match[2]),), match[3], bold)
    if match := _POINT.match(text):
        place = LETTERS.find(match[2]) + 1
        return Entry(piece, Kind.POINT, at, match[1], (place,) if place else (), match[3], bold)
    return None


def _bullet(piece: Piece, at: int) -> Entry | None:
    if piece.paragraph.list_format == "bullet":
        label = piece.paragraph.list_label
        return Entry(piece, Kind.BULLET, at, label, (), piece.text[len(label) :].strip(), is_bold(piece))
    match = _BULLET.match(piece.text)
    return Entry(piece, Kind.BULLET, at, match[1], (), match[2], is_bold(piece)) if match else None


@once_each
def main_size(piece: Piece) -> float:
    """The size in points of most letters of ``piece``; 0 without letters."""
    letters: Counter[float] = Counter()
    for run in piece.letters:
        letters[run.size_pt] += len(run.text.strip())
    return max(letters, key=lambda size: letters[size], default=0.0)


def usual_size(story: Iterable[Entry]) -> float:
    """The size in points of most of the running text; 0 without any."""
    return (story if isinstance(story, Story) else Story(story)).usual_size
