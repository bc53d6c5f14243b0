"""How a typed name can be read: its kind in words or short ("P.", "TP."), and the name itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nq57gen.patterns import lazily
from nq57gen.units.keys import bare_key, exact_key, has_marks

#: "thị trấn" is no kind any more: it is known so that the name behind it is found.
_KINDS = ("xã", "phường", "đặc khu", "thị trấn")
_BY_EXACT = {exact_key(kind): kind for kind in _KINDS}
_BY_BARE = {bare_key(kind): kind for kind in _KINDS} | {
    "x": "xã",
    "p": "phường",
    "dk": "đặc khu",
    "tt": "thị trấn",
}
_SHORT_KIND = lazily(r"^\s*(p|x|tt|đk)\.\s*", re.IGNORECASE)

_PROVINCE_KINDS = {"thanhpho": "thành phố", "tinh": "tỉnh", "tp": "thành phố"}
#: Names in daily use that are not the name itself.
_PROVINCE_ALIASES = {"hcm": "hochiminh", "hn": "hanoi", "saigon": "hochiminh", "thuathienhue": "hue"}


class Reading(NamedTuple):
    """One way to read a text; ``kind`` is blank when none was typed."""

    kind: str
    name: str


def unit_readings(text: str) -> Iterator[Reading]:
    """The ways to read the name of a unit, the likeliest first.

    "xa dung" is the commune "Dung" or, as there is none, the unit "Xa Dung" of a kind not said.
    """
    words = _SHORT_KIND.sub(r"\1 ", text).split()
    for length in (1, 2):
        head = " ".join(words[:length])
        kind = _BY_EXACT.get(exact_key(head)) if has_marks(head) else _BY_BARE.get(bare_key(head))
        if kind and words[length:]:
            yield Reading(kind, " ".join(words[length:]))
    yield Reading("", " ".join(words))


def province_reading(text: str) -> Reading:
    """Kind and bare key of the name of a province: "TP.HCM" gives ("thành phố", "hochiminh")."""
    key = bare_key(text)
    kind = ""
    for prefix, meaning in _PROVINCE_KINDS.items():
        if key.startswith(prefix):
            key, kind = key.removeprefix(prefix), meaning
            break
    return Reading(kind, _PROVINCE_ALIASES.get(key, key))
