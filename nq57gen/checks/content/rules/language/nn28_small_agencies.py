"""Names of agencies begun with a small letter."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import Slip, once, written
from nq57gen.checks.layout.wording import UPPER, old_tones, words
from nq57gen.patterns import lazily

_SHORT_OFFICE = lazily(r"(?<!\w)(?<![Vv]ăn )(phòng|trung tâm) (?=(?:VH-?XH|KT-?HT|KT|PVHCC)(?!\w))")


@rule(
    "NN-28",
    "Tên cơ quan, đơn vị viết hoa chữ đầu của từ chỉ loại hình",
    "viết hoa chữ đầu như gợi ý",
    bad=[
        "Thực hiện hướng dẫn của sở Giáo dục và đào tạo về học bạ số.",
        "Ủy ban nhân dân xã giao phòng VHXH tham mưu thực hiện.",
    ],
    good=["Sở Giáo dục và Đào tạo; các bộ; Văn phòng HĐND; cán bộ Công an phường; cán bộ Y tế."],
)
def small_agencies(paper: Paper) -> Iterable[Found]:
    """Agencies of the lists with a small first letter and a capital within, and short office names."""
    yield from once(_small_agencies(paper))


def _small_agencies(paper: Paper) -> Iterator[Slip]:
    known, pattern = _agencies()
    for passage in written(paper):
        for match in pattern.finditer(old_tones(passage.text)):
            if match.group()[0].islower() and any(sign.isupper() for sign in match.group()):
                right = known[match.group().lower()]
                shown = passage.text[slice(*match.span())]
                yield right, passage, *match.span(), f"“{shown}” (viết “{right}”)"
        for match in _SHORT_OFFICE.finditer(passage.text):
            right = match[1].capitalize()
            yield right, passage, *match.span(), f"“{match[1]}” viết thường trước tên đơn vị (viết “{right}”)"


@functools.cache
def _agencies() -> tuple[dict[str, str], re.Pattern[str]]:
    names = [*words("agencies"), *words("commune_offices")]
    known = {old_tones(name).lower(): name for name in names if name[0] in UPPER and " " in name}
    each = sorted(known, key=len, reverse=True)
    return known, re.compile(
        rf"(?<!\w)(?<![Cc]án )(?<!nội )(?:{'|'.join(map(re.escape, each))})(?!\w)", re.IGNORECASE
    )
