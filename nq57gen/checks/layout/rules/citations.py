"""Viện dẫn văn bản trong lời văn (ô số 6): lần đầu ghi đủ, lần sau ghi ngắn."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from nq57gen.checks.layout.outline import stories
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import Piece, once_each
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.rules.bases import SYMBOL
from nq57gen.checks.layout.wording import once
from nq57gen.patterns import lazily
from nq57gen.reading.types import ParagraphView

_DATE = r"(?P<date>\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4})"
_MENTION = lazily(
    r"(?P<type>Nghị quyết|Nghị định|Quyết định|Kế hoạch|Chương trình|Thông tư|Chỉ thị|Công văn|Công điện"
    r"|Thông báo|Kết luận|Hướng dẫn|Tờ trình|Báo cáo|Đề án|Quy định)(?: [^\W\d_]+){0,3}? "
    rf"số:? ?(?P<symbol>{SYMBOL})(?P<dated>,? ?[Nn]gày\b(?: {_DATE}(?P<by>,? (?:của|do)\b)?)?)?"
)
_ENDS_OF_SENTENCES = lazily(r"(?<=[.;:])\s+")


class _Mention(Struct, frozen=True):
    """A document named with its number; ``inner``: part of the trích yếu of another one."""

    piece: Piece
    name: str
    symbol: str
    dated: bool
    date: tuple[int, ...]
    full: bool
    inner: bool


@rule(
    "ND30-VD-01",
    "PL I, Phần I, Mục II.6.b",
    "Lần đầu viện dẫn một văn bản ghi đủ tên loại, số ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu",
    "ở lần viện dẫn đầu ghi như “Kế hoạch số … ngày … tháng … năm … của … về …”",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "một văn bản không lần nào có ngày",
            insert="Thực hiện Quyết định số 999/QĐ-UBND, các cơ quan, đơn vị rà soát nhiệm vụ được giao.",
        ),
        edit(
            "body",
            "viện dẫn công văn không ngày",
            insert="Việc báo cáo thực hiện theo hướng dẫn tại Công văn số 998/UBND-KGVX của tỉnh.",
        ),
    ],
)
def first_mentions(parts: Parts) -> Iterable[Found]:
    """Documents named in the text that are given with a date nowhere in the file."""
    bases = {mention.symbol for piece in parts.bases for mention in _mentions(piece)}
    known = bases | {mention.symbol for mention in _elsewhere(parts)}
    text = [mention for piece in _text(parts) for mention in _mentions(piece)]
    known |= {mention.symbol for mention in text if mention.dated}
    return once(
        Found(mention.piece.place, f"“{mention.name}” không lần nào ghi ngày tháng năm")
        for mention in text
        if mention.symbol not in known and not mention.inner
    )


@rule(
    "ND30-VD-02",
    "PL I, Phần I, Mục II.6.b",
    "Các lần viện dẫn sau chỉ ghi tên loại và số, ký hiệu của văn bản",
    "bỏ ngày, cơ quan ban hành và trích yếu ở lần viện dẫn sau, chỉ giữ như “Nghị quyết số 57-NQ/TW”",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "ghi đủ lần hai",
            insert="Quyết định số 999/QĐ-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về khung "
            "năng lực số là cơ sở để bồi dưỡng. Đơn vị thực hiện Quyết định số 999/QĐ-UBND ngày 02 tháng 3 "
            "năm 2026 của Ủy ban nhân dân tỉnh về khung năng lực số.",
        ),
        edit(
            "body",
            "ghi đủ lần hai, ngày viết tắt",
            insert="Kế hoạch số 997/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về chuyển đổi "
            "số giao bốn việc. Các việc của Kế hoạch số 997/KH-UBND ngày 02/3/2026 của Ủy ban nhân dân tỉnh "
            "đã xong.",
        ),
    ],
)
def later_mentions(parts: Parts) -> Iterable[Found]:
    """Documents given in full again, with the same date, where they are no part of another's name."""
    seen: set[tuple[str, tuple[int, ...]]] = set()
    again = []
    for piece in (*parts.bases, *_text(parts)):
        for mention in _mentions(piece):
            key = (mention.symbol, mention.date)
            if not mention.full or mention.inner:
                continue
            if key in seen:
                again.append(mention)
            seen.add(key)
    return once(Found(mention.piece.place, f"“{mention.name}” được ghi đủ lần nữa") for mention in again)


def _text(parts: Parts) -> Iterator[Piece]:
    """The running text of the main document."""
    return (entry.piece for entry in stories(parts)[0])


def _elsewhere(parts: Parts) -> Iterator[_Mention]:
    """Mentions outside the text: dated ones of the subject, all of tables, appendices and notes."""
    inside = {id(piece.paragraph) for piece in (*parts.subject, *parts.bases, *_text(parts))}
    for piece in parts.subject:
        yield from (mention for mention in _mentions(piece) if mention.dated)
    for paragraph in parts.file.all_paragraphs():
        mentions = _shown_mentions(paragraph)
        if mentions and id(paragraph) not in inside:
            yield from mentions


@once_each
def _shown_mentions(paragraph: ParagraphView) -> tuple[_Mention, ...]:
    return _mentions(Piece(paragraph, paragraph.runs, paragraph.shown_text))


@once_each
def _mentions(piece: Piece) -> tuple[_Mention, ...]:
    """The documents that are named in a piece."""
    return tuple(_find_mentions(piece)) if "số" in unicodedata.normalize("NFC", piece.text) else ()


def _find_mentions(piece: Piece) -> Iterator[_Mention]:
    text = unicodedata.normalize("NFC", piece.text)
    for sentence in _ENDS_OF_SENTENCES.split(text):
        dated_before = False
        for match in _MENTION.finditer(sentence):
            numbers = tuple(int(number) for number in re.findall(r"\d+", match["date"] or ""))
            name = f"{match['type']} số {match['symbol']}"
            full = bool(numbers and match["by"])
            yield _Mention(
                piece, name, match["symbol"], bool(match["dated"]), numbers, full, inner=dated_before
            )
            dated_before = dated_before or bool(match["dated"])
