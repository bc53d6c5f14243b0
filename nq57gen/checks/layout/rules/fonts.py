"""Font and colour of all letters."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from nq57gen.checks.layout.drafts import is_highlighted
from nq57gen.checks.layout.looks import is_black
from nq57gen.checks.layout.parts import Parts, folded
from nq57gen.checks.layout.pieces import whole
from nq57gen.checks.layout.rule import Found, edit, rule
from nq57gen.patterns import lazily
from nq57gen.reading.types import Gathered, ParagraphView, RunView

#: What a paragraph has that it should not.
_Value: TypeAlias = tuple[str, ParagraphView]
#: Names under which files know the font ("TimesNewRomanPS-BoldMT", "Times"), and the font of formulas.
_TIMES = lazily(r"times\s*new\s*roman.*|times|cambria math", re.IGNORECASE)
#: Fonts of the encodings before Unicode: they have a finding of their own.
_LEGACY = lazily(r"\.vn|vni-", re.IGNORECASE)
_LIT = "chữ tô sáng"
#: Stamps of urgency and secrecy are red (PL I, Phần I, Mục II.10).
STAMPS = frozenset({"hoa toc", "thuong khan", "khan", "mat", "toi mat", "tuyet mat"})


@rule(
    "ND30-FONT-01",
    "PL I, Phần I, Mục I.4",
    "Toàn văn bản dùng phông Times New Roman, kể cả đầu trang, bảng và phụ lục",
    "chọn toàn bộ văn bản (Ctrl+A), đặt phông Times New Roman; làm lại ở đầu trang và chú thích",
    bad=[
        edit("body", "một đoạn phông Arial", font="Arial"),
        edit("national_name", "Quốc hiệu phông Calibri", font="Calibri"),
        edit("subject", "trích yếu phông Cambria", font="Cambria"),
        edit("appendix.label", "phụ lục phông Tahoma", font="Tahoma"),
    ],
)
def fonts(parts: Parts) -> Iterable[Found]:
    """The fonts that letters and digits show; signs may come from a font of signs."""
    return _by_value(parts, _FONTS)


@rule(
    "ND30-FONT-02",
    "PL I, Phần I, Mục I.4",
    "Chữ màu đen, không tô nền",
    "chọn đoạn đó, đặt màu chữ Tự động (đen) và bỏ tô sáng (Text Highlight Color: None)",
    bad=[
        edit("body", "chữ đỏ", color="FF0000"),
        edit("type_name", "tên loại màu xanh", color="0070C0"),
        edit("body", "chữ trắng", color="FFFFFF"),
        edit("body", "tô sáng", highlight=True),
    ],
)
def colors(parts: Parts) -> Iterable[Found]:
    """The colour of letters, and marks of a highlighter; the red stamps are as they must be."""
    return _by_value(parts, _COLORS)


def _values(paragraph: ParagraphView, of_run: Callable[[RunView], list[str]]) -> tuple[_Value, ...]:
    """What the letters of a paragraph have, each once."""
    values = {value: None for run in whole(paragraph).letters for value in of_run(run)}
    return tuple((value, paragraph) for value in values)


def _fonts_of(paragraph: ParagraphView) -> tuple[_Value, ...]:
    for run in paragraph.runs:
        for font in run.fonts_shown:
            if _is_other(font):
                return _values(paragraph, _other_fonts)
    return ()


def _colors_of(paragraph: ParagraphView) -> tuple[_Value, ...]:
    if not any(run.highlight or not is_black(run.color) for run in paragraph.runs):
        return ()
    found = _values(paragraph, _other_colors)
    return tuple(one for one in found if one[0] != _LIT or is_highlighted(paragraph))


_FONTS, _COLORS = Gathered(_fonts_of), Gathered(_colors_of)


def _other_fonts(run: RunView) -> list[str]:
    shown = [font for font in run.fonts_shown if _is_other(font)]
    return [f"phông {font}" for font in shown] if shown and any(map(str.isalnum, run.text)) else []


@functools.lru_cache(maxsize=64)
def _is_other(font: str) -> bool:
    return not (_TIMES.fullmatch(font) or _LEGACY.match(font))


def _other_colors(run: RunView) -> list[str]:
    colored = not is_black(run.color) and folded(run.text.strip()) not in STAMPS
    return [f"chữ màu {run.color}"] * colored + [_LIT] * run.highlight


def _by_value(parts: Parts, values: Gathered[_Value]) -> Iterator[Found]:
    """One finding for each value: its first place, and how many paragraphs have it."""
    places: dict[str, list[ParagraphView]] = {}
    for value, paragraph in parts.file.gather(values):
        places.setdefault(value, []).append(paragraph)
    for value, paragraphs in places.items():
        count = f" ({len(paragraphs)} đoạn)" if len(paragraphs) > 1 else ""
        yield Found(whole(paragraphs[0]).place, value + count)
