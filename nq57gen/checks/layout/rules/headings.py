"""Đề mục (ô số 6): phần, chương, mục, điều, mục La Mã, khoản: cách trình bày của từng cấp."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.layout.looks import centimetres, look, share
from nq57gen.checks.layout.outline import WORDED, Entry, Kind, main_size, stories, usual_size
from nq57gen.checks.layout.parts import UNKNOWN, Parts
from nq57gen.checks.layout.rule import Found, edit, rule
from nq57gen.checks.layout.rules.body import is_indented
from nq57gen.checks.layout.wording import once
from nq57gen.patterns import lazily
from nq57gen.reading.types import RunView

_FEW, _MOST = 0.1, 0.9
_ROMAN_NUMBER = lazily(r" [IVXLC]+[ .:/–-]*$")
_ARABIC_NUMBER = lazily(r" \d+[ .:/–-]*$")
_BRACKETS = lazily(r"\([^)]*\)")
#: Letters of a heading in capitals that may be small: a name inside it, a word left over.
_FEW_SMALL = 0.2
#: Fewer capitals than this may be an abbreviation.
_ABBREVIATION = 12
_TITLE_LETTERS = 120


@rule(
    "ND30-BC-02",
    "PL I, Mục II.6.đ",
    "“Phần I”, “Chương I” ở dòng riêng, chữ thường, đứng, đậm, cỡ 13-14, canh giữa; tiêu đề ngay dưới, in "
    "hoa, đứng, đậm, canh giữa",
    "gõ “Phần I” một dòng, tiêu đề IN HOA dòng dưới; đặt cả hai cỡ 14, đậm, đứng, canh giữa",
    bad=[
        edit("part", "nhãn in hoa", text="PHẦN I"),
        edit("part", "nhãn số Ả Rập", text="Phần 1"),
        edit("part", "nhãn căn trái", align="left"),
        edit("part", "nhãn nghiêng", italic=True),
        edit("part_title", "tiêu đề không đậm", bold=False),
        edit("part_title", "tiêu đề chữ thường", text="Kết quả thực hiện"),
        edit("part_title", "tiêu đề căn trái", align="left"),
    ],
)
def parts_and_chapters(parts: Parts) -> Iterable[Found]:
    """Labels and titles of parts and chapters."""
    for story in stories(parts):
        yield from once(_labels(story, (Kind.PART, Kind.CHAPTER), _ROMAN_NUMBER, "La Mã"))


@rule(
    "ND30-BC-03",
    "PL I, Mục II.6.đ",
    "“Mục 1”, “Tiểu mục 1” ở dòng riêng, số Ả Rập, chữ thường, đậm, cỡ 13-14, canh giữa; tiêu đề ngay dưới, "
    "in hoa, đậm",
    "gõ “Mục 1” một dòng, tiêu đề IN HOA dòng dưới; đặt cả hai cỡ 14, đậm, canh giữa",
    bad=[
        edit("part", "mục số La Mã", text="Mục I"),
        edit("part", "nhãn mục in hoa", text="MỤC 1"),
    ],
)
def sections(parts: Parts) -> Iterable[Found]:
    """Labels and titles of sections and subsections."""
    for story in stories(parts):
        yield from once(_labels(story, (Kind.SECTION, Kind.SUBSECTION), _ARABIC_NUMBER, "Ả Rập"))


def _labels(
    story: Sequence[Entry], kinds: tuple[Kind, ...], number: re.Pattern[str], numerals: str
) -> Iterator[Found]:
    under = False
    for entry in story:
        if entry.kind in kinds:
            under = True
            if entry.text:
                yield Found(entry.piece.place, "tiêu đề cùng dòng với nhãn")
            else:
                yield from look(entry.piece, size=(13, 14), bold=True, italic=False, align="center")
            if entry.label.startswith(("PHẦN", "CHƯƠNG", "MỤC", "TIỂU MỤC")):
                yield Found(entry.piece.place, "nhãn in hoa")
            if not number.search(entry.label):
                yield Found(entry.piece.place, f"số của nhãn không phải số {numerals}")
        elif entry.kind is Kind.TITLE and under:
            yield from look(entry.piece, size=(13, 14), bold=True, italic=False, upper=True, align="center")
        else:
            under = False


@rule(
    "ND30-BC-04",
    "PL I, bảng Mục V dòng 6b",
    "Mục I., II.: số La Mã, dấu chấm và tiêu đề cùng dòng, in hoa, đứng, đậm, cỡ 13-14",
    "gõ như “I. MỤC ĐÍCH, YÊU CẦU”, đặt cỡ 14, đậm, đứng",
    types=("ke_hoach", "bao_cao"),
    bad=[
        edit("heading", "chữ thường", text="I. Mục đích, yêu cầu"),
        edit("heading", "không đậm", bold=False),
        edit("heading", "nghiêng", italic=True),
        edit("heading", "cỡ 12", size=12),
        edit("heading", "dấu gạch thay dấu chấm", text="I- MỤC ĐÍCH, YÊU CẦU"),
    ],
)
def roman_headings(parts: Parts) -> Iterable[Found]:
    """The look of I., II.; those of an appendix may be lines of a form."""
    return once(
        Found(entry.piece.place, wrong)
        for entry in stories(parts)[0]
        if entry.kind is Kind.ROMAN
        for wrong in _wrong_roman(entry)
    )


def _wrong_roman(entry: Entry) -> Iterator[str]:
    if not entry.label.endswith("."):
        yield f"sau số không phải dấu chấm: “{entry.label}”"
    title = [letter for letter in _BRACKETS.sub("", entry.text) if letter.isalpha()]
    if title and sum(letter.islower() for letter in title) > _FEW_SMALL * len(title):
        yield "chữ thường"
    if share(entry.piece, lambda run: not run.bold) > _FEW:
        yield "không đậm"
    if share(entry.piece, lambda run: run.italic) > _FEW:
        yield "nghiêng"
    yield from _wrong_size(entry, 0)


def _wrong_size(entry: Entry, usual: float) -> Iterator[str]:
    """A size out of the range, or another than ``usual`` where that is known."""
    size = main_size(entry.piece)
    if size and not 13 <= size <= 14:
        yield f"cỡ {size:g}".replace(".", ",")
    elif size and usual and size != usual and 13 <= usual <= 14:
        yield f"cỡ {size:g}, lời văn cỡ {usual:g}".replace(".", ",")


@rule(
    "ND30-BC-05",
    "PL I, Mục II.6.đ; bảng Mục V dòng 6a, 6b",
    "Khoản: số Ả Rập và dấu chấm, đứng, cỡ bằng lời văn; có tiêu đề thì số và tiêu đề đậm, chữ thường, lùi 1 "
    "hoặc 1,27 cm; không tiêu đề thì không đậm",
    "gõ như “1. Mục đích”, đặt đậm, đứng, cỡ bằng lời văn, First line 1,27 cm",
    bad=[
        edit("clause", "tiêu đề không đậm", bold=False),
        edit("clause", "tiêu đề nghiêng", italic=True),
        edit("clause", "tiêu đề cỡ 12", size=12),
        edit("clause", "tiêu đề in hoa", text="1. NỘI DUNG TRỌNG TÂM"),
        edit("clause", "dấu gạch chéo sau số", text="1/ Nội dung trọng tâm"),
        edit("clause", "tiêu đề sát lề", first_cm=0),
    ],
)
def clauses(parts: Parts) -> Iterable[Found]:
    """The look of 1., 2., with a title and without; those of an appendix may be lines of a form."""
    story = stories(parts)[0]
    usual = usual_size(story)
    return once(
        Found(entry.piece.place, wrong)
        for index, entry in enumerate(story)
        if entry.kind is Kind.CLAUSE
        for wrong in _wrong_clause(entry, story[index + 1 : index + 2], usual)
    )


def _wrong_clause(entry: Entry, after: Sequence[Entry], usual: float) -> Iterator[str]:
    if entry.label[-1] not in ".)":
        yield f"sau số không phải dấu chấm: “{entry.label}”"
    if share(entry.piece, lambda run: run.italic) > _MOST:
        yield "nghiêng"
    if entry.titled:
        if entry.text.upper() == entry.text and sum(map(str.isalpha, entry.text)) >= _ABBREVIATION:
            yield "tiêu đề in hoa"
        yield from _wrong_size(entry, usual)
        if entry.paragraph.align not in ("center", "right") and not is_indented(entry.paragraph):
            start = entry.paragraph.indent_left + entry.paragraph.indent_first
            yield f"đầu dòng lùi {centimetres(start)}"
    elif _is_title(entry, after):
        yield "tiêu đề không đậm"
    elif _only_label_bold(entry):
        yield "số đậm, lời văn không đậm"


def _is_title(entry: Entry, after: Sequence[Entry]) -> bool:
    """Whether an item that is not bold is a title all the same: short, without a stop, with text below it."""
    below = bool(after) and after[0].kind in (Kind.PROSE, Kind.BULLET, Kind.POINT, Kind.DECIMAL)
    stopped = entry.text.endswith((".", ";", ":", ",", "!", "?"))
    return below and not stopped and len(entry.text) <= _TITLE_LETTERS and share(entry.piece, _is_bold) < _FEW


def _is_bold(run: RunView) -> bool:
    return run.bold


def _only_label_bold(entry: Entry) -> bool:
    """Whether the number is bold and what follows it is not; what Word numbers cannot be seen."""
    if entry.paragraph.list_label or not entry.piece.letters or not entry.piece.letters[0].bold:
        return False
    bold = sum(letter.isalnum() for run in entry.piece.letters if run.bold for letter in run.text)
    return bold <= sum(map(str.isalnum, entry.label))


@rule(
    "ND30-BC-09",
    "PL I, Mục II.6.đ; mẫu 1.2",
    "“Điều 1.” chữ thường, đứng, đậm, có dấu chấm, lùi 1 hoặc 1,27 cm, cỡ bằng lời văn; lời văn nối "
    "tiếp không đậm",
    "gõ như “Điều 1. …”, bôi đậm “Điều 1.”, bỏ đậm phần lời văn, First line 1,27 cm",
    types=("quyet_dinh", UNKNOWN),
    bad=[
        edit("article", "“Điều 1.” không đậm", bold=False),
        edit("article", "lời văn đậm", bold=True),
        edit("article", "nghiêng", italic=True),
        edit("article", "sát lề", first_cm=0),
    ],
)
def articles(parts: Parts) -> Iterable[Found]:
    """The look of "Điều 1."."""
    for story in stories(parts):
        usual = usual_size(story)
        yield from once(
            Found(entry.piece.place, wrong)
            for entry in story
            if entry.kind is Kind.ARTICLE
            for wrong in _wrong_article(entry, usual)
        )


def _wrong_article(entry: Entry, usual: float) -> Iterator[str]:
    if not entry.label.endswith("."):
        yield f"sau số không phải dấu chấm: “{entry.label}”"
    if not entry.label.startswith("Điều"):
        yield f"nhãn ghi “{entry.label}”"
    if not entry.paragraph.list_label and not entry.piece.letters[0].bold:
        yield "“Điều …” không đậm"
    if entry.titled and entry.text.endswith(".") and len(entry.text) > _TITLE_LETTERS / 2:
        yield "lời văn đậm"
    if share(entry.piece, lambda run: run.italic) > _MOST:
        yield "nghiêng"
    if not entry.running:
        yield from _wrong_size(entry, usual)
    if entry.paragraph.align != "center" and not is_indented(entry.paragraph):
        yield f"đầu dòng lùi {centimetres(entry.paragraph.indent_left + entry.paragraph.indent_first)}"


@rule(
    "ND30-BC-10",
    "PL I, Mục II.6.d; mẫu 1.2",
    "Phần, chương, mục, tiểu mục phải có tiêu đề; văn bản chia chương thì điều cũng phải có tiêu đề",
    "thêm tiêu đề dưới dòng “Phần …”, “Chương …”, sau “Điều ….”",
    bad=[
        edit("part_title", "phần không có tiêu đề", text=""),
        edit("part", "thêm phần không có tiêu đề", at=-1, insert="Phần III"),
    ],
)
def titles(parts: Parts) -> Iterable[Found]:
    """Labels without a title; articles only where there are chapters, above them."""
    for story in stories(parts):
        chapters = False
        for index, entry in enumerate(story):
            below = story[index + 1].kind if index + 1 < len(story) else None
            chapters = chapters or entry.kind is Kind.CHAPTER
            untitled = entry.kind in WORDED and not entry.text and below is not Kind.TITLE
            if untitled or (chapters and entry.kind is Kind.ARTICLE and _only_label_bold(entry)):
                yield Found(entry.piece.place, f"“{entry.label}” không có tiêu đề")
