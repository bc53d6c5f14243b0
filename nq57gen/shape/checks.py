"""Checks of single texts, by name; each returns ``None`` or the code and values of a message.

Only the form of a text is judged here. Whether an id exists is decided when the document is built.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from nq57gen.blanks import TYPED, fault
from nq57gen.patterns import lazily
from nq57gen.shape.types import Text
from nq57gen.vietnamese.dates import DateError, DateProblem, parse_date
from nq57gen.vietnamese.labels import NumberStyle
from nq57gen.vietnamese.values import UnreadableValue, parse_target

#: A problem: message code and the values of its fields.
Problem = tuple[str, dict[str, object]]

YES, NO = "có", "không"
#: Letters that codes of content rules begin with; the same as in ``checks/content/rule.py``.
CONTENT_FAMILIES = "SO|DEM|VB|DV|CT|NV|NN"
_COMMON_NOUN = lazily(r"(?:xã|phường|đặc khu|thị trấn)\s", re.IGNORECASE)
_FOOTNOTE_KEY = lazily(r"[\w-]+")
_RULE_OR_FAMILY = lazily(rf"ND30-[A-Z]+-\d\d|(?:{CONTENT_FAMILIES})(?:-\d\d)?")
_CONTENT_RULE = lazily(rf"(?:{CONTENT_FAMILIES})-\d\d")
_TWO_LETTERS = lazily(r"\w\w")
_YEAR = lazily(r"20\d\d")
_WHOLE_NUMBER = lazily(r"0*[1-9]\d{0,8}")
_SHARE = lazily(r"\d{1,4}(?:[.,]\d+)?")
_IDENTIFIER = lazily(r"[a-z][a-z0-9_]*")
_AUTHORITY = lazily(r"(?:TM|KT|TL|TUQ|Q)\. [A-ZĐÀ-Ỹ]")
_PARTY_FORM = lazily(r"(?:T/M|K/T|T/L|TM/|KT/|TL/)", re.IGNORECASE)


def identifier(text: str) -> Problem | None:
    """Ids are ascii lower snake case, so that ``<<van_ban.id>>`` can name them."""
    return None if _IDENTIFIER.fullmatch(text) else ("S020", {"value": text})


def literal(text: str) -> Problem | None:
    """A text without tabs that is printed as typed, but for its blanks: no other ``<<…>>`` is replaced."""
    if "\t" in text:
        return "S033", {}
    if mistyped := fault(text):
        return mistyped[0], {}
    return ("S032", {"value": text}) if "<<" in TYPED.sub("", text) else None


def unit_name(text: str) -> Problem | None:
    """The name of a unit without its common noun, which ``loai`` adds."""
    problem = literal(text)
    if problem is None and _COMMON_NOUN.match(text):
        return "S011", {"value": text}
    return problem


def footnote_key(text: str) -> Problem | None:
    """Footnote keys: letters, digits, ``_`` and ``-``, as in ``[^1]``."""
    return None if _FOOTNOTE_KEY.fullmatch(text) else ("S021", {"value": text})


def rule_code(text: str) -> Problem | None:
    """The code of a rule as ``check`` prints it, or the letters of a family of content rules."""
    return None if _RULE_OR_FAMILY.fullmatch(text) else ("S034", {"value": text})


def content_code(text: str) -> Problem | None:
    """The code of a content rule."""
    return None if _CONTENT_RULE.fullmatch(text) else ("S036", {"value": text})


def words_of_a_place(text: str) -> Problem | None:
    """Words that can tell one finding from another: two letters or digits at least."""
    return None if _TWO_LETTERS.search(text) else ("S037", {"value": text})


def year(text: str) -> Problem | None:
    """A year that an official document of this kind can have."""
    return None if _YEAR.fullmatch(text) else ("S022", {"value": text})


def whole_number(text: str) -> Problem | None:
    """A whole number from 1."""
    return None if _WHOLE_NUMBER.fullmatch(text) else ("S023", {"value": text})


def share(text: str) -> Problem | None:
    """A column width: any positive number up to 1000; widths are taken in proportion."""
    good = _SHARE.fullmatch(text) and 0 < float(text.replace(",", ".")) <= 1000
    return None if good else ("S024", {"value": text})


def date(text: str) -> Problem | None:
    """A day that exists, written d/m/yyyy."""
    try:
        parse_date(text)
    except DateError as error:
        if error.reason is DateProblem.FORMAT:
            return "S025", {"value": text}
        month = (
            f"tháng {error.month} có {error.last_day} ngày"
            if error.last_day
            else f"không có tháng {error.month}"
        )
        return "S026", {"value": text, "reason": month}
    return None


def yes_no(text: str) -> Problem | None:
    """``có`` or ``không``."""
    return None if text in (YES, NO) else ("S027", {"value": text})


def target_value(text: str) -> Problem | None:
    """A planned value or a result that can be read (or plain words); a text with variables is read later."""
    if "<<" in text:
        return None
    try:
        parse_target(text)
    except UnreadableValue:
        return "T001", {"value": text}
    return None


def number_style(text: str) -> Problem | None:
    """One of the numbering styles."""
    styles = [style.value for style in NumberStyle]
    return None if text in styles else ("S028", {"value": text, "allowed": ", ".join(styles)})


def authority(text: str) -> Problem | None:
    """A line of authority: TM., KT., TL., TUQ., Q. and a title (ND 30, PL I, II.7.b)."""
    if _AUTHORITY.match(text):
        return literal(text)
    return ("S030" if _PARTY_FORM.match(text) else "S029", {"value": text})


def version(text: str) -> Problem | None:
    """The version of the spec language this program reads."""
    return None if text == "1" else ("S031", {"value": text})


def problem_of(shape: Text, text: str) -> Problem | None:
    """What is wrong with the form of a text that is there: a line end in a text of one line, or its check."""
    if "\n" in text and not shape.lines:
        return "S033", {}
    return CHECKS[shape.check](text) if shape.check else None


def _folded(text: str) -> str:
    """What counts of a word that is one of a few: not its case, its Unicode form, the blanks around it."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


#: Checks that know a few words, or codes in capitals.
_WORDS = {"yes_no": (YES, NO), "number_style": tuple(style.value for style in NumberStyle), "version": ("1",)}
_CODES = frozenset({"rule_code", "content_code"})


def as_meant(shape: Text, text: str) -> str:
    """``text`` as the one word of ``shape`` that it can mean ("CÓ", "có " mean "có"), else as it is."""
    words = shape.allowed or _WORDS.get(shape.check, ())
    if words and text not in words:
        wanted = _folded(text)
        return next((word for word in words if _folded(word) == wanted), text)
    if shape.check not in _CODES:
        return text
    code = text.strip().upper()
    return code if CHECKS[shape.check](code) is None else text


CHECKS: dict[str, Callable[[str], Problem | None]] = {
    check.__name__: check
    for check in (
        identifier,
        unit_name,
        rule_code,
        content_code,
        words_of_a_place,
        literal,
        footnote_key,
        year,
        whole_number,
        share,
        date,
        yes_no,
        target_value,
        number_style,
        authority,
        version,
    )
}
