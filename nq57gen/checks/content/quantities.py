"""Every figure of a text: its value, what it counts, and how it is bound ("≥", "trên", "80-90%")."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from nq57gen.checks.content.days import DAYS
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.patterns import lazily
from nq57gen.vietnamese.numbers import format_number, parse_number
from nq57gen.vietnamese.syllables import fold

_ANY = LOWER + UPPER
#: Digits that count nothing: dates, months, document numbers, years, standards, references, addresses.
_NOT_COUNTS = lazily(
    r"https?:\S+|www\.\S+"
    r"|(?<![\d/])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?!\d)"
    r"|(?<![\d/.,])\d{1,2}[/-](?:19|20)\d\d(?![\d/])"
    rf"|\d[\d.]*(?:/\d+)?(?:/|-)(?=[{UPPER}][{UPPER}\d-])[\w/.-]*"
    r"|\b(?:TCVN|ISO|QCVN)[\s\w]*?\d[\d:.-]*(?: ISO \d[\d:.-]*)?"
    r"|(?<!\w)[Nn]gày \d{1,2}(?:/\d{1,2})?(?! ngày)|(?<!\w)[Tt]háng \d{1,2}(?!\d)"
    r"|(?<!\w)(?:[Nn]ăm|NĂM|[Gg]iai đoạn|[Nn]hiệm kỳ|[Kk]hóa) (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?"
    r"|(?<![\w.,/])(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?(?=[);,./]|\s*$)"
    r"|(?<!\w)(?:(?<!ổng )[Ss]ố|[Ss]ố:|[Đđ]ề án|[Nn]ghị quyết|[Nn]ghị Quyết|[Qq]uyết định|[Cc]hỉ "
    r"thị|[Pp]hụ lục|[Bb]ảng"
    r"|[Mm]ục|[Pp]hần|[Kk]hoản|[Đđ]iểm|[Đđ]iều|[Mm]ức(?: độ)?|[Cc]ấp độ|[Bb]iểu|[Mm]ẫu|[Qq]uý|[Kk]ỳ|[Nn]hóm) "
    r"\d+(?:\.\d+)*(?:/[A-ZĐ]\w*)?(?!\d|\s?%|[.,/]\d)"
    r"|(?<!\w)\(\d{1,2}\)|\d+ ?[Gg](?:b|B|\b)\S*|\d+/7\b|(?<![\d,.])\d{1,2}-\d{1,2}(?!\d|\s?%|,\d)"
)
_SIGNS = {">=": "≥", "=>": "≥", "≧": "≥", "⩾": "≥", "<=": "≤", "=<": "≤", "≦": "≤", "⩽": "≤"}
_WORDS = {
    "ít nhất": "≥",
    "tối thiểu": "≥",
    "không dưới": "≥",
    "không thấp hơn": "≥",
    "từ": "≥",
    "trên": ">",
    "hơn": ">",
    "không quá": "≤",
    "tối đa": "≤",
    "dưới": "<",
    "gần": "~",
    "khoảng": "~",
    "xấp xỉ": "~",
}
_FIGURE = r"\d+(?:[.,]\d+)*"
_QUANTITY = lazily(
    rf"(?:(?P<sign>[≥≧⩾≤≦⩽]|>\s?=|=\s?>|<\s?=|[<>])\s*|(?<!\w)(?P<word>{'|'.join(_WORDS)})\s+)?"
    rf"(?<![\w.,/])(?P<low>{_FIGURE})"
    rf"(?:\s?/\s?(?P<whole>{_FIGURE})|\s?%?\s?[-–]\s?(?P<high>{_FIGURE})(?=\s?%))?"
    r"(?P<percent>\s?%)?(?P<thousand>[kK](?!\w))?"
    rf"(?![.,]?\d)(?:\s(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)(?![{_ANY}]))?"
    rf"(?P<unit>(?:\s[{_ANY}][\w-]*){{0,4}})"
)
#: A share stands so near to its count.
_FAR = 80
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
#: Words after a figure that are no part of what it counts.
_ENDS = frozenset(
    re.findall(
        r"\w+",
        "là gồm bao trong và hoặc được đã đang đạt với tại trên cho thuộc có theo từ đến bằng "
        "chiếm tương này về",
    )
)
#: Sentence ends: a full stop or semicolon before a space, and a line break.
_SENTENCES = lazily(r"[^.\n]*(?:\.(?!\s|$)[^.\n]*)*(?:\.(?=\s|$)|\n|$)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure of a text.

    ``value`` and ``high`` (of a range, else the same) with thousands and millions worked in; ``whole`` is
    m of "n/m"; ``sign`` "≥", ">", "≤", "<", "~" or ""; ``unit`` the words after it, folded ("ho", "so");
    ``decimals`` as printed, ``mark`` the sign before them; ``text[start:end]`` is the figure with its sign.
    """

    value: Decimal
    high: Decimal
    whole: Decimal | None
    percent: bool
    sign: str
    unit: tuple[str, ...]
    decimals: int
    mark: str
    written: str
    start: int
    end: int

    @property
    def counts(self) -> bool:
        """Whether it is a plain count: no percentage, fraction, range, bound or decimals of a bare figure."""
        return not (self.percent or self.whole is not None or self.sign or self.high != self.value)

    @property
    def noun(self) -> str:
        """The first word of what it counts, "" when nothing follows."""
        return self.unit[0] if self.unit else ""


@functools.lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of ``text`` that count or measure, in order; dates, numbers of documents ... left out."""
    for pattern in (DAYS, _NOT_COUNTS):
        text = pattern.sub(lambda match: "·" * len(match.group()), text)
    return tuple(_read(text))


def _read(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        low, high = parse_number(match["low"]), parse_number(match["high"] or match["low"])
        whole = parse_number(match["whole"]) if match["whole"] else None
        if low is None or high is None or (match["whole"] and not whole):
            continue
        scale = Decimal(10) ** (_SCALES[match["scale"]] if match["scale"] else 3 if match["thousand"] else 0)
        sign = (match["sign"] or "").replace(" ", "")
        mark, decimals = _decimals(match["low"])
        end = match.start("unit") if match["unit"] else match.end()
        yield Quantity(
            value=low * scale,
            high=high * scale,
            whole=whole * scale if whole else None,
            percent=bool(match["percent"]),
            sign=_SIGNS.get(sign, sign) or _WORDS.get(match["word"] or "", ""),
            unit=_unit(match["unit"]),
            decimals=decimals,
            mark=mark,
            written=text[match.start("low") : end].strip(),
            start=match.start(),
            end=end,
        )


def _decimals(figure: str) -> tuple[str, int]:
    """The decimal mark of a printed figure and how many digits follow it."""
    match = re.fullmatch(r"[\d.]*?(?P<mark>[.,])(?P<digits>\d+)", figure)
    if match is None or (match["mark"] == "." and (len(match["digits"]) == 3 and figure[0] != "0")):
        return "", 0
    return match["mark"], len(match["digits"])


def _unit(words: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in words.lower().split():
        if word in _ENDS:
            break
        found.append(fold(word))
    return tuple(found)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text with where each begins."""
    for match in _SENTENCES.finditer(text):
        if match.group().strip():
            yield match.start(), match.group()


def is_share(part: Decimal, whole: Decimal, said: Quantity) -> bool:
    """Whether ``said`` per cent is ``part`` of ``whole``, rounded or cut off at the decimals printed."""
    if not whole:
        return True
    exact = part * 100 / whole
    step = Decimal(1).scaleb(-said.decimals)
    rounded = exact.quantize(step, ROUND_HALF_UP)
    return said.value in (rounded, exact.quantize(step, ROUND_FLOOR)) or abs(exact - said.value) * 2 <= step


def share(part: Decimal, whole: Decimal) -> str:
    """``part`` of ``whole`` as a percentage with two decimals at most: "5,57%"."""
    rounded = (part * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return shown(rounded) + "%"


def shown(value: Decimal) -> str:
    """A figure as it is printed, without zeros at the end of its decimals."""
    return format_number(value.normalize() if value % 1 else value.to_integral_value())


_LINK_WORDS = r"(?:[Đđ]ạt|[Tt][ỷỉ] lệ|[Cc]hiếm|[Tt]ương (?:đương|ứng)|[Bb]ằng|là|với)"
_LINKED = lazily(
    rf"[^,;.(:=]*[,;.(:=–-]\s*(?:{_LINK_WORDS}\s*)*$"
    r"|[^,;.(:=]*(?:chiếm|bằng|tương đương|tương ứng|t[ỷỉ] lệ)(?: t[ỷỉ] lệ| với| là)*\s*$"
)
#: A fraction leaves no doubt of what the percentage is: more may be named between.
_LINKED_FRACTION = lazily(rf"^[^;.(:=]*[,]\s*(?:{_LINK_WORDS}\s*)+$")
#: A percentage before these words is of a plan or of another time.
_OF_PLAN = lazily(r"\s*(?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu|dự toán|so với|trở lên|trở xuống)")


def says_share(text: str, count: Quantity, percent: Quantity) -> bool:
    """Whether a percentage after a count is the share it makes: nothing else is named between the two.

    "219 thủ tục (58,09%)", "25/29 thôn có tổ công nghệ số, đạt 86%"; not "120 hồ sơ, đúng hạn đạt 98%".
    """
    gap = text[count.end : percent.start]
    farther = count.whole is not None and _LINKED_FRACTION.search(gap)
    linked = bool(farther or _LINKED.match(gap)) and len(gap) <= _FAR
    return linked and percent.percent and not percent.sign and not _OF_PLAN.match(text[percent.end :])
