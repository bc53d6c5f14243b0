"""Nội dung văn bản (ô số 6): lời văn, lùi đầu dòng, khoảng cách đoạn, giãn dòng, gạch chân và tô nền."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.layout.column import TWIPS_PER_MM, stretch
from nq57gen.checks.layout.drafts import is_highlighted
from nq57gen.checks.layout.looks import centimetres, points, share
from nq57gen.checks.layout.outline import PROSE_LETTERS, Entry, Kind, main_size, stories, usual_size
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import once_each
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.wording import once
from nq57gen.patterns import lazily
from nq57gen.reading.types import ParagraphView, RunView
from nq57gen.vietnamese.metrics import text_width_mm

#: Part of the letters that may look otherwise: marks, symbols, a word of another hand.
_FEW, _MOST = 0.1, 0.9
#: First letters stand 1 cm or 1.27 cm from the margin; 0.3 mm off is no fault, for Word set to centimetres
#: writes 1.25 cm where it means the latter (twips).
_INDENTS, _INDENT_OFF = (567, 720), 17
#: A whole paragraph that is moved in by more stands apart (twips).
_MOVED = 100
#: Six points in twips, less what programs round away.
_GAP = 118
#: Height of a single line of Times New Roman for each point of size.
_SINGLE = 1.15
_LOWEST, _HIGHEST = 0.98, 1.52
_BLANKS_AT_START = lazily(r"\t|[ \N{NO-BREAK SPACE}]{2}")
_EMOJI = lazily(
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2705\u274c\u2728\u2b50\u2b55\u26a0\u2757\ufe0f]"
)
_NOT_INDENTED = "    Ủy ban nhân dân phường yêu cầu các cơ quan, đơn vị thực hiện đúng thời hạn được giao."


@rule(
    "ND30-ND-01",
    "PL I, Phần I, Mục II.6.e",
    "Lời văn chữ thường, đứng, không đậm, cùng một cỡ 13 hoặc 14, canh đều hai lề",
    "chọn phần lời văn, đặt cỡ 14, bỏ đậm, bỏ nghiêng, căn đều hai lề (Ctrl+J)",
    bad=[
        edit("body", "căn trái", align="left"),
        edit("bullet", "gạch đầu dòng căn trái", align="left"),
        edit("body", "cỡ 12", size=12),
        edit("body", "cỡ 15", at=1, size=15),
        edit("body", "đậm cả đoạn", at=1, bold=True),
        edit("body", "nghiêng cả đoạn", at=1, italic=True),
        edit("body", "in hoa cả đoạn", at=1, caps=True),
    ],
)
def look_of_text(parts: Parts) -> Iterable[Found]:
    """Alignment, size, weight and slant of running text; headings are left to their own rules."""
    for story in stories(parts):
        yield from once(
            found for entry in story for found in (*_wrong_side(parts, entry), *_wrong_look(entry))
        )
        usual = usual_size(story)
        yield from once(
            Found(entry.piece.place, f"cỡ {main_size(entry.piece):g}, phần lớn lời văn cỡ {usual:g}")
            for entry in story
            if entry.running and 13 <= main_size(entry.piece) <= 14 and main_size(entry.piece) != usual
        )


def _wrong_side(parts: Parts, entry: Entry) -> Iterable[Found]:
    if entry.paragraph.align in ("left", "start") and entry.running and _fills_a_line(parts, entry):
        return (Found(entry.piece.place, "căn trái"),)
    return ()


@once_each
def _wrong_look(entry: Entry) -> tuple[Found, ...]:
    return tuple(_looks_wrong(entry))


def _looks_wrong(entry: Entry) -> Iterator[Found]:
    piece, place = entry.piece, entry.piece.place
    if entry.running and share(piece, _wrong_size) > _FEW:
        sizes = sorted({run.size_pt for run in piece.letters if _wrong_size(run)})
        yield Found(place, "cỡ " + ", ".join(f"{size:g}".replace(".", ",") for size in sizes))
    sentence = piece.text.endswith((".", ";")) and len(piece.text) > PROSE_LETTERS
    if entry.kind in (Kind.PROSE, Kind.BULLET) and sentence and entry.paragraph.align != "center":
        if share(piece, lambda run: run.bold) > _MOST:
            yield Found(place, "đậm cả đoạn")
        if share(piece, lambda run: run.italic) > _MOST:
            yield Found(place, "nghiêng cả đoạn")
        if piece.text.upper() == piece.text:
            yield Found(place, "in hoa cả đoạn")


def _wrong_size(run: RunView) -> bool:
    return not 13 <= run.size_pt <= 14


def _fills_a_line(parts: Parts, entry: Entry) -> bool:
    """Whether the text is longer than its line for certain, so that its alignment shows."""
    own = entry.paragraph
    section = next(one for one in parts.file.sections if one.number == own.section)
    room = (section.text_width - max(own.indent_left + own.indent_first, 0)) / TWIPS_PER_MM
    width = text_width_mm(entry.piece.text, main_size(entry.piece))
    return width * stretch(entry.piece) > room * 1.02


@rule(
    "ND30-ND-02",
    "PL I, Phần I, Mục II.6.e",
    "Đầu đoạn lùi vào 1 cm hoặc 1,27 cm, thống nhất cả văn bản",
    "chọn các đoạn, vào Paragraph > Special: First line, đặt 1,27 cm; xóa dấu cách, phím Tab ở đầu đoạn",
    bad=[
        edit("body", "không lùi đầu dòng", first_cm=0),
        edit("body", "lùi 2 cm", at=1, first_cm=2),
        edit("body", "lùi cả đoạn", first_cm=0, left_cm=1.27),
        edit("body", "lùi bằng dấu cách", text=_NOT_INDENTED),
        edit("bullet", "gạch đầu dòng sát lề", first_cm=0),
        edit("point", "điểm sát lề", first_cm=0),
    ],
)
def first_lines(parts: Parts) -> Iterable[Found]:
    """Where the first letter of running text stands, and whether blanks push it there."""
    for number, story in enumerate(stories(parts)):
        running = [entry for entry in _texts(story, number) if entry.kind is not Kind.ARTICLE]
        yield from once(found for entry in running for found in _wrong_start(entry))
        typed = [
            entry
            for entry in running
            if not (entry.kind is Kind.BULLET or entry.paragraph.list_label or _blanks(entry))
        ]
        by_indent = {
            indent: [entry for entry in typed if is_indented(entry.paragraph, (indent,))]
            for indent in _INDENTS
        }
        fewer, more = sorted(by_indent, key=lambda indent: len(by_indent[indent]))
        yield from once(
            Found(entry.piece.place, f"lùi {centimetres(fewer)}, phần lớn lùi {centimetres(more)}")
            for entry in by_indent[fewer]
        )


def _texts(story: Sequence[Entry], number: int) -> list[Entry]:
    """Running text and, in the main document, short items too; in appendices these may be lines of a form."""
    return [entry for entry in story if (entry.running if number else entry.flowing)]


def is_indented(paragraph: ParagraphView, indents: Sequence[int] = _INDENTS) -> bool:
    """Whether the first letter stands at one of ``indents`` (twips), or further in where Word numbers."""
    start = paragraph.indent_left + paragraph.indent_first
    if paragraph.list_label:
        return start >= indents[0] - _INDENT_OFF
    return any(abs(start - indent) <= _INDENT_OFF for indent in indents)


@once_each
def _blanks(entry: Entry) -> bool:
    return bool(_BLANKS_AT_START.match(entry.paragraph.shown_text))


@once_each
def _wrong_start(entry: Entry) -> tuple[Found, ...]:
    return tuple(_starts_wrong(entry))


def _starts_wrong(entry: Entry) -> Iterator[Found]:
    own = entry.paragraph
    start = own.indent_left + own.indent_first
    if _blanks(entry):
        yield Found(entry.piece.place, "lùi đầu dòng bằng phím Tab hoặc dấu cách")
    elif entry.kind is Kind.BULLET:
        if start < _INDENTS[0] - _INDENT_OFF:
            yield Found(entry.piece.place, f"đầu dòng lùi {centimetres(start)}")
    elif not is_indented(own):
        yield Found(entry.piece.place, f"đầu dòng lùi {centimetres(start)}")
    elif entry.kind is Kind.PROSE and own.indent_left > _MOVED:
        yield Found(entry.piece.place, f"cả đoạn lùi {centimetres(own.indent_left)}")


@rule(
    "ND30-ND-03",
    "PL I, Phần I, Mục II.6.e",
    "Khoảng cách giữa hai đoạn ít nhất 6 pt",
    "chọn các đoạn, vào Paragraph > Spacing, đặt Before 6 pt, bỏ chọn “Don't add space between paragraphs”",
    bad=[
        edit("bullet", "sát đoạn trên", at=1, before_pt=0),
        edit("point", "cách đoạn trên 3 pt", at=1, before_pt=3),
        edit("end", "đoạn cuối sát đoạn trên", before_pt=0),
    ],
)
def gaps_between_paragraphs(parts: Parts) -> Iterable[Found]:
    """The larger of the two spacings between paragraphs of running text that stand next to each other."""
    for number, story in enumerate(stories(parts)):
        gaps = [
            (below, max(above.paragraph.space_after, below.paragraph.space_before))
            for above, below in itertools.pairwise(_texts(story, number))
            if below.at == above.at + 1
        ]
        yield from once(
            Found(below.piece.place, f"cách đoạn trên {points(gap / 20)}")
            for below, gap in gaps
            if gap < _GAP
        )


@rule(
    "ND30-ND-04",
    "PL I, Phần I, Mục II.6.e",
    "Khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng",
    "chọn các đoạn, vào Paragraph > Line spacing, đặt Multiple 1,15 (từ 1,0 đến 1,5)",
    bad=[
        edit("body", "giãn 2 dòng", line=2.0),
        edit("body", "giãn 1,7 dòng", at=1, line=1.7),
        edit("bullet", "giãn 0,8 dòng", line=0.8),
    ],
)
def line_spacing(parts: Parts) -> Iterable[Found]:
    """The line spacing of running text; heights in points are taken for 1.15 of the size a line."""
    for story in stories(parts):
        yield from once(
            Found(entry.piece.place, f"giãn {lines:.2f} dòng".replace(".", ","))
            for entry in story
            if entry.running and not _LOWEST <= (lines := _lines_apart(entry)) <= _HIGHEST
        )


def _lines_apart(entry: Entry) -> float:
    spacing = entry.paragraph.line
    if spacing.multiple is not None:
        return spacing.multiple
    lines = spacing.value / 20 / (main_size(entry.piece) * _SINGLE)
    return max(lines, 1.0) if spacing.rule == "atLeast" else lines


@rule(
    "ND30-ND-06",
    "không có điều khoản; kiểu chữ chỉ gồm đứng, nghiêng, đậm",
    "Lời văn không gạch chân, không tô nền, không có biểu tượng cảm xúc",
    "bỏ gạch chân (Ctrl+U), bỏ tô nền (Text Highlight Color: No Color), xóa biểu tượng",
    severity=WARNING,
    bad=[
        edit("body", "gạch chân", underline=True),
        edit("body", "tô nền", at=1, highlight=True),
        edit("heading", "đề mục gạch chân", underline=True),
        edit("body", "biểu tượng cảm xúc", text="✅ " + _NOT_INDENTED.strip()),
    ],
)
def plain_letters(parts: Parts) -> Iterable[Found]:
    """Underlines, grounds and emoji; an address on the web may be underlined."""
    for story in stories(parts):
        yield from once(Found(entry.piece.place, wrong) for entry in story for wrong in _decorations(entry))


def _decorations(entry: Entry) -> Iterator[str]:
    runs = entry.piece.letters
    if any(run.underline and "://" not in run.text and "@" not in run.text for run in runs):
        yield "gạch chân"
    lit = any(run.highlight for run in runs) and is_highlighted(entry.paragraph)
    if entry.paragraph.shaded or lit or any(run.shaded for run in runs):
        yield "tô nền"
    if _EMOJI.search(entry.piece.text):
        yield "có biểu tượng cảm xúc"
