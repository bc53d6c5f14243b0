"""Offices by whatever name: “Phòng VH-XH” is “Phòng Văn hóa – Xã hội” is “Phòng VHXH”."""

from __future__ import annotations

import functools
import re

from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold

_SKIPPED = frozenset(["va", "phuong", "xa", "tinh", "thanh", "pho", "cua", "thuoc", "dac", "khu"])
_GENERAL = lazily(
    r"(?:cac|nhung|moi|toan the|lanh dao|truong (?:cac|phong|ban)|phong,? ban|phong chuyen"
    r"|co quan|don vi|nganh|cong ty|doanh nghiep|bo phan)(?!\w)"
)
#: "Các trường học trực thuộc" are the schools, in any words that follow.
_SEVERAL = lazily(r"(?:cac|nhung) (\w+ \w+)")
_SEPARATORS = lazily(
    r"\s*(?:[;\n]|,(?=\s*(?:[Pp]hòng|[Cc]ông an|[Tt]rung tâm|[Vv]ăn phòng|[Tt]rạm|[Ss]ở|[Cc]ác|Ban)))\s*"
)
#: An office is begun by one of these words; what begins otherwise is a person, a firm, a place.
_OFFICE = lazily(
    r"(?:phong|van phong|vp|trung tam|tt|ttpv|cong an|tram|ban chi huy|ban|uy ban|ubnd|mttq|dang uy|hoi"
    r"|doan|to (?:cong nghe|cong tac|giup viec)|ngan hang|kho bac|bao hiem)(?![a-z])"
)


@functools.lru_cache(maxsize=2048)
def office_key(name: str) -> str:
    """The initials of an office: the same for its full and its short names; "" for a general word."""
    folded = re.sub(r"\([^()]*\)", " ", fold(name)).strip(" .;,:-")
    lower = folded.lower()
    if (several := _SEVERAL.match(lower)) and not _GENERAL.match(several[1]):
        return several[1]
    if not folded or _GENERAL.match(lower) or not _OFFICE.match(lower):
        return ""
    letters = []
    for word in re.findall(r"[A-Za-z]+", re.sub(r"\b[Xx]a hoi\b", "X H", folded)):
        if word.lower() in _SKIPPED:
            continue
        letters.append(word if word.isupper() else word[0].upper())
    key = "".join(letters)
    return key if len(key) > 1 else ""


def offices_in(cell: str) -> list[str]:
    """The offices a cell names, as written."""
    return [name.strip(" .;,") for name in _SEPARATORS.split(cell) if name.strip(" .;,")]
