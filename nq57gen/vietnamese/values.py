"""Planned values and results of targets: what "≥ 60%", "ít nhất 3%" and "80-90%" mean, and who met them.

A value begins with a figure or a comparator (then it must be readable to the end: "≥ 6O%" with the
letter O is an error, never words), or it is qualitative text ("Tiên tiến, hiện đại"), or nothing.
"""

from __future__ import annotations

import enum
import functools
import re
import unicodedata
from decimal import Decimal

from msgspec import Struct

from nq57gen.patterns import lazily
from nq57gen.vietnamese.numbers import parse_number


class TargetKind(enum.Enum):
    """What sort of value a text holds."""

    NONE = "none"
    WORDS = "words"
    NUMBER = "number"


class Comparator(enum.Enum):
    """How a value bounds the result."""

    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    EQUAL = "="


class Evaluation(enum.StrEnum):
    """The verdict on a target, as it is printed."""

    DAT = "Đạt"
    VUOT = "Vượt"
    CHUA_DAT = "Chưa đạt"
    KHO_DAT = "Khó đạt"
    CHUA_DANH_GIA = "Chưa đánh giá"


class UnreadableValue(ValueError):  # reads as what it is at the place of use
    """A value begins like a figure but cannot be read; ``text`` is what was written."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"not a readable value: {text!r}")


class Target(Struct, frozen=True):
    """A value taken apart; ``text`` is as written (NFC, single spaces).

    For kind NUMBER: ``low`` and ``high`` are the ends of a range, equal for a single figure;
    ``comparator`` is None when the figure stands bare; ``unit`` is "%", words, or ""; ``rest`` is
    what follows ("đối với cơ sở giáo dục"). For other kinds these fields are empty.
    """

    text: str
    kind: TargetKind
    comparator: Comparator | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    rest: str = ""


_NO_VALUE = frozenset({"", "-", "\u2013", "\u2014"})

_SIGNS = {
    ">=": Comparator.AT_LEAST,
    "=>": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "≧": Comparator.AT_LEAST,
    "⩾": Comparator.AT_LEAST,
    ">": Comparator.MORE,
    "<=": Comparator.AT_MOST,
    "=<": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
    "≦": Comparator.AT_MOST,
    "⩽": Comparator.AT_MOST,
    "<": Comparator.LESS,
    "=": Comparator.EQUAL,
}
_WORDS = {
    "ít nhất": Comparator.AT_LEAST,
    "tối thiểu": Comparator.AT_LEAST,
    "không dưới": Comparator.AT_LEAST,
    "không ít hơn": Comparator.AT_LEAST,
    "không thấp hơn": Comparator.AT_LEAST,
    "trên": Comparator.MORE,
    "hơn": Comparator.MORE,
    "không quá": Comparator.AT_MOST,
    "không vượt quá": Comparator.AT_MOST,
    "tối đa": Comparator.AT_MOST,
    "dưới": Comparator.LESS,
}
_BOUNDS = {"trở lên": Comparator.AT_LEAST, "trở xuống": Comparator.AT_MOST}
#: "từ" alone means "at least", but not before a range or "trở xuống".
_FROM = "từ"
_FILLERS = "phấn đấu|đạt|hoàn thành|duy trì|bảo đảm|đảm bảo|tỷ lệ|tỉ lệ"
_ANY_SIGN = "[<>=≥≤≧≦⩾⩽]"

_OPENING = lazily(
    rf"(?:(?:{_FILLERS})\s?)*(?:(?P<word>{'|'.join(_WORDS)}|{_FROM})\s?)?(?={_ANY_SIGN}|-?[0-9])",
    re.IGNORECASE,
)
_SIGN = lazily(rf">\s?=|=\s?>|<\s?=|=\s?<|{_ANY_SIGN}")
#: Begins with a digit and is still no figure: "10/13", "24/7", "31/12/2026", "05.3.2026", "5G".
_WORDS_ALL_THE_SAME = lazily(r"[0-9]+/[0-9]|[0-9]{1,2}([.-])[0-9]{1,2}\1[0-9]{4}\b|[2-6]G\b")
_NUMBER = r"-?[0-9]+(?:[.,][0-9]+)*"
_FIGURES = lazily(
    rf"(?P<low>{_NUMBER})(?:(?:\s?(?P<percent>%))?(?:\s?[-\u2013\u2014]\s?|\s(?:đến|tới)\s)(?P<high>[0-9]+(?:[.,][0-9]+)*))?",
    re.IGNORECASE,
)
#: Dots and commas confused: "75.250%" would be 75250 per cent.
_NO_PERCENTAGE = 1000
#: What may follow "%"; a second "%", a digit or a letter may not.
_AFTER_PERCENT = lazily(r"%(?:$|[/;,.:()-]|\s(?!\s*%))")
_REMARK_FOLLOWS = lazily(r"[(;:]|[,.-]\s")
#: A unit after a space: letters first, and no "O%" for "0%".
_SPACED_UNIT = lazily(r"[^\W\d_](?!\S*%)")
#: A unit written without a space ("10ha", "100Mb/s", "50m²"), but not letters that look like digits ("6O").
_GLUED_UNIT = lazily(r"(?![OoIl]+(?:\s|$))[^\W\d_]+[²³]?(?:/[^\W\d_]+)?(?=[\s;,.:(]|$)")
_UNIT_END = lazily(
    r"\s(?:đối với|trở lên|trở xuống|trong|của|trên|tại|so với|các|cho|theo|vào|và|hoặc|là|được)\b"
    r"|\s?[(;:]|[,.](?=\s|$)|\s[-\u2013]\s",
    re.IGNORECASE,
)
_BOUND_BEHIND = lazily(rf"(?:{'|'.join(_BOUNDS)})\b", re.IGNORECASE)
_REMARK = lazily(r"\([^()]*\)")
_ANOTHER_FIGURE = lazily(rf"{_ANY_SIGN}|[0-9]\s?%")


@functools.lru_cache(maxsize=1000)
def parse_target(text: str) -> Target:
    """Take a planned value or a result apart.

    "-" and "" are NONE; "100%.", "từ 80% trở lên", "Phấn đấu đạt 3%" and "80-90%" are NUMBER; fractions
    and dates ("10/13", "31/12/2026") and everything without a figure in front are WORDS.
    Raises :class:`UnreadableValue`, also when comparators contradict ("từ 5% trở xuống" does not,
    "≥ 5% trở xuống" does).
    """
    written = " ".join(unicodedata.normalize("NFC", text).replace("\u2212", "-").split())
    if written in _NO_VALUE:
        return Target(written, TargetKind.NONE)
    opening = _OPENING.match(written)
    if opening is None:
        return Target(written, TargetKind.WORDS)
    body = written[opening.end() :].rstrip(" .;,:")
    word = (opening["word"] or "").lower()
    stated = [_WORDS[word]] if word in _WORDS else []
    if sign := _SIGN.match(body):
        stated.append(_SIGNS[sign.group().replace(" ", "")])
        body = body[sign.end() :].lstrip()
    if _WORDS_ALL_THE_SAME.match(body):
        return Target(written, TargetKind.WORDS)

    figures = _read_figures(body)
    if figures is None:
        raise UnreadableValue(text)
    low, high, unit, rest = figures
    if bound := _BOUND_BEHIND.match(rest):
        stated.append(_BOUNDS[bound.group().lower()])
        rest = rest[bound.end() :].lstrip()
    if word == _FROM and not stated and low == high:
        stated = [Comparator.AT_LEAST]
    if len({comparator.value[0] for comparator in stated}) > 1:
        raise UnreadableValue(text)
    return Target(written, TargetKind.NUMBER, stated[0] if stated else None, low, high, unit, rest)


def _read_figures(body: str) -> tuple[Decimal, Decimal, str, str] | None:
    """Read "80-90% số hộ" as low, high, unit and rest; None when ``body`` does not begin so."""
    figures = _FIGURES.match(body)
    tail = _split_tail(body[figures.end() :]) if figures else None
    if figures is None or tail is None:
        return None
    low = parse_number(figures["low"])
    high = parse_number(figures["high"]) if figures["high"] else low
    unit, rest = tail
    unit = unit or figures["percent"] or ""
    if low is None or high is None or low > high or (unit == "%" and high >= _NO_PERCENTAGE):
        return None
    return low, high, unit, rest


def _split_tail(tail: str) -> tuple[str, str] | None:
    """Split what follows the figures into unit and rest; None when it cannot follow a figure."""
    words = tail.lstrip()
    if words.startswith("%"):
        return ("%", words[1:].lstrip(" ;,.:")) if _AFTER_PERCENT.match(words) else None
    if not words or _REMARK_FOLLOWS.match(words):
        return "", words.lstrip(" ;,.:")
    if not (_SPACED_UNIT if tail != words else _GLUED_UNIT).match(words):
        return None
    end = _UNIT_END.search(f" {words}")
    cut = end.start() if end else len(words) + 1
    unit, rest = f" {words}"[:cut].strip(), f" {words}"[cut:].lstrip(" ;,.:")
    return ("%" if unit.lower() == "phần trăm" else unit), rest


@functools.lru_cache(maxsize=1000)
def evaluate(plan: str, result: str, *, lower_is_better: bool = False) -> Evaluation:
    """Judge ``result`` against ``plan``; never VUOT or KHO_DAT, which only a person can say.

    A bare figure in the plan means "at least" ("at most" if ``lower_is_better``); of a bare range
    the easier end must be reached. Percent and a figure without unit compare; two different
    units do not. CHUA_DANH_GIA when there is no result, when the two cannot be compared, when
    either holds more than one figure ("> 95% đối với ...; > 90% đối với ..."), or when the result
    leaves it open ("trên 80%" against "≥ 90%"). Words meet a plan in the very same words.
    Raises :class:`UnreadableValue`.
    """
    wanted, reached = parse_target(plan), parse_target(result)
    if wanted.kind is reached.kind is TargetKind.WORDS:
        same = _plain_words(wanted) == _plain_words(reached)
        return Evaluation.DAT if same else Evaluation.CHUA_DANH_GIA
    if not _comparable(wanted, reached):
        return Evaluation.CHUA_DANH_GIA
    bare = Comparator.AT_MOST if lower_is_better else Comparator.AT_LEAST
    bottom, top = _interval(wanted, bare)
    lowest, highest = _interval(reached, Comparator.EQUAL)
    if bottom <= lowest and highest <= top:
        return Evaluation.DAT
    if highest < bottom or top < lowest:
        return Evaluation.CHUA_DAT
    return Evaluation.CHUA_DANH_GIA


def _plain_words(target: Target) -> str:
    return target.text.rstrip(" .;,:").casefold()


def _comparable(wanted: Target, reached: Target) -> bool:
    if wanted.kind is not TargetKind.NUMBER or reached.kind is not TargetKind.NUMBER:
        return False
    if any(_ANOTHER_FIGURE.search(_REMARK.sub("", target.rest)) for target in (wanted, reached)):
        return False
    units = {target.unit.casefold() for target in (wanted, reached)} - {""}
    return len(units) <= 1


#: One end of an interval. The number says on which side of the value the end lies: a value that
#: is itself left out moves a lower end up (+1) and an upper end down (-1).
_End = tuple[Decimal, int]


def _interval(target: Target, bare: Comparator) -> tuple[_End, _End]:
    """All values that ``target`` allows; ``bare`` is the meaning of a figure without comparator."""
    if target.low is None or target.high is None:
        raise TypeError(f"no figures in {target.text!r}")
    bottom: _End = (Decimal("-Infinity"), 0)
    top: _End = (Decimal("Infinity"), 0)
    match target.comparator or bare:
        case Comparator.AT_LEAST:
            bottom = (target.low, 0)
        case Comparator.MORE:
            bottom = (target.low, 1)
        case Comparator.AT_MOST:
            top = (target.high, 0)
        case Comparator.LESS:
            top = (target.high, -1)
        case Comparator.EQUAL:
            bottom, top = (target.low, 0), (target.high, 0)
    return bottom, top
