"""Who issues a document: what is behind "của", and who may write which letters into a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nq57gen.patterns import lazily

_TONES = str.maketrans({"ỷ": "y", "Ỷ": "Y", "Ủ": "U", "ủ": "u"})

#: What an issuer is called, the narrower first; "ỷ", "ủ" are read as "y", "u".
_CALLED: tuple[tuple[str, str], ...] = (
    ("Bộ Chính trị", r"bộ chính trị"),
    ("Ban Bí thư", r"ban bí thư"),
    ("Ban Chỉ đạo Trung ương", r"(?:trưởng )?(?:ban chỉ đạo|bcđ) (?:trung ương|tw)"),
    ("Ban Chỉ đạo", r"(?:ban chỉ đạo|bcđ|tổ giúp việc|tổ công tác|thường trực ban chỉ đạo)"),
    (
        "Trung ương",
        r"(?:ban chấp hành trung ương|bch trung ương|trung ương đảng|văn phòng trung ương|ban [\w ]{3,30} "
        r"trung ương)",
    ),
    ("Tỉnh ủy", r"(?:ban thường vụ |btv |thường trực |văn phòng )?(?:tỉnh uy|thành uy)"),
    ("Đảng ủy", r"(?:ban thường vụ |btv |thường trực |văn phòng )?(?:đảng uy|huyện uy|quận uy|thị uy)"),
    ("Thủ tướng Chính phủ", r"(?:phó )?thu tướng"),
    ("Văn phòng Chính phủ", r"văn phòng chính phu"),
    ("Chính phủ", r"chính phu"),
    ("Quốc hội", r"(?:uy ban thường vụ quốc hội|quốc hội)"),
    (
        "Ủy ban nhân dân",
        r"(?:(?:phó )?chu tịch |văn phòng (?:hđnd|hội đồng nhân dân) và )?(?:ubnd|uy ban nhân dân)",
    ),
    ("Hội đồng nhân dân", r"(?:thường trực |chu tịch |văn phòng )?(?:hđnd|hội đồng nhân dân)"),
    ("Bộ", r"(?:bộ trưởng )?bộ (?=\w)"),
    ("Sở", r"(?:giám đốc )?sở (?=\w)"),
    ("Công an", r"công an"),
)
_ISSUER = lazily("|".join(rf"(?P<g{at}>{pattern})" for at, (_, pattern) in enumerate(_CALLED)), re.IGNORECASE)
_LEVEL = lazily(
    r"[^,;.()]{0,12}?\b(tỉnh|thành phố|tp|phường|xã|đặc khu|quận|huyện|thị xã)(?!\w)", re.IGNORECASE
)
#: Those of whom there is one on each level.
_LEVELLED = frozenset({"Ủy ban nhân dân", "Hội đồng nhân dân", "Đảng ủy", "Công an", "Ban Chỉ đạo"})
_HIGH = {"thành phố": "tỉnh", "tp": "tỉnh"}

_FIELDS = "KHCN|GDĐT|GD&ĐT|NV|TC|TP|YT|XD|CT|NNMT|VHTTDL|VHTT|TTTT|TNMT|NNPTNT|GTVT|LĐTBXH|KHĐT|DTTG"
_DEPARTMENT = rf"S(?:{_FIELDS})"
_MINISTRY = rf"B(?:{_FIELDS}|CA|QP|NG)"
#: The end of a number, and who may write it. "TW": all central organs of the Party.
_WRITTEN: tuple[tuple[str, frozenset[str]], ...] = (
    (r"BCĐTW", frozenset({"Ban Chỉ đạo Trung ương", "Ban Chỉ đạo"})),
    (r"TW", frozenset({"Bộ Chính trị", "Ban Bí thư", "Trung ương"})),
    (r"TU", frozenset({"Tỉnh ủy"})),
    (r"ĐU", frozenset({"Đảng ủy"})),
    (r"(?:TT)?HĐND\d*", frozenset({"Hội đồng nhân dân"})),
    (r"UBND", frozenset({"Ủy ban nhân dân"})),
    (r"CP", frozenset({"Chính phủ"})),
    (r"TTg", frozenset({"Thủ tướng Chính phủ"})),
    (r"(?:UBTV)?QH\d*", frozenset({"Quốc hội"})),
    (r"VPCP", frozenset({"Văn phòng Chính phủ"})),
    (r"BCĐ", frozenset({"Ban Chỉ đạo", "Ban Chỉ đạo Trung ương"})),
    (_DEPARTMENT, frozenset({"Sở"})),
    (_MINISTRY, frozenset({"Bộ"})),
)
#: Ends of numbers that only organs of the Party write, and only those of the State.
PARTY_ENDS = frozenset({"TW", "TU", "ĐU", "BCĐTW"})
_STATE_END = lazily(rf"CP|TTg|(?:UBTV)?QH\d*|UBND|(?:TT)?HĐND\d*|VPCP|{_MINISTRY}|{_DEPARTMENT}")


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer as read: ``name`` is what it is ("Ủy ban nhân dân"), ``level`` "tỉnh", "phường" ... or ""."""

    name: str
    level: str
    length: int


def issuer_at(text: str, start: int) -> Issuer | None:
    """The issuer whose name begins at ``start``, or None."""
    plain = text.translate(_TONES)
    match = _ISSUER.match(plain, start)
    if match is None or match.lastgroup is None:
        return None
    name = _CALLED[int(match.lastgroup[1:])][0]
    level, length = "", match.end() - start
    if name in _LEVELLED and (found := _LEVEL.match(plain, match.end())):
        level, length = found[1].lower(), found.end() - start
    return Issuer(name, _HIGH.get(level, level), length)


def written_by(end: str) -> frozenset[str]:
    """The names of those who may write ``end`` into a number; empty when that is not known."""
    for pattern, names in _WRITTEN:
        if re.fullmatch(pattern, end):
            return names
    return frozenset()


def of_the_state(end: str) -> bool:
    """Whether ``end`` is that of an organ of the State."""
    return _STATE_END.fullmatch(end) is not None


#: The fields of ministries and departments, by the letters that stand for them in a number.
_OF_FIELDS = {
    "KHCN": "Khoa học và Công nghệ",
    "GDĐT": "Giáo dục và Đào tạo",
    "GD&ĐT": "Giáo dục và Đào tạo",
    "NV": "Nội vụ",
    "TC": "Tài chính",
    "TP": "Tư pháp",
    "YT": "Y tế",
    "XD": "Xây dựng",
    "CT": "Công Thương",
    "NNMT": "Nông nghiệp và Môi trường",
    "CA": "Công an",
    "QP": "Quốc phòng",
    "NG": "Ngoại giao",
    "TTTT": "Thông tin và Truyền thông",
    "TNMT": "Tài nguyên và Môi trường",
    "GTVT": "Giao thông vận tải",
    "KHĐT": "Kế hoạch và Đầu tư",
}


def field_at(text: str, start: int) -> str:
    """The field named right at ``start``, behind "Bộ" or "Sở"; "" when it is none of the list."""
    named = text[start : start + 40].lower()
    return next((name for name in _OF_FIELDS.values() if named.startswith(name.lower())), "")


def of_field(end: str, field: str) -> bool:
    """Whether the end of a number may be that of the ministry or department of ``field``."""
    return _OF_FIELDS.get(end[1:], field) == field
