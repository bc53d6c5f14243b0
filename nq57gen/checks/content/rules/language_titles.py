"""Names of agencies begun with a small letter; quoted titles and mottoes that come in two forms."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import LETTER, once, others, written
from nq57gen.checks.layout.wording import LOWER, UPPER, old_tones, words

_SHORT_OFFICE = re.compile(r"(?<!\w)(?<![Vv]ăn )(phòng|trung tâm) (?=(?:VH-?XH|KT-?HT|KT|PVHCC)(?!\w))")
_QUOTED = re.compile(r"[“\"]([^“”\"]{20,})[”\"]")
_CLEAR_RUN = rf"rõ [{LOWER}]+(?: [{LOWER}]+)?"
_CLEAR = re.compile(rf"{_CLEAR_RUN}(?:[,;] (?:và )?{_CLEAR_RUN}){{2,}}", re.IGNORECASE)
#: Titles are the same when so many letters are.
_SAME = 40


@rule(
    "NN-28",
    "Tên cơ quan, đơn vị viết hoa chữ đầu của từ chỉ loại hình",
    "viết hoa chữ đầu: “Sở Giáo dục và Đào tạo”, “Phòng Văn hóa - Xã hội”",
    bad=[
        "Thực hiện hướng dẫn của sở Giáo dục và đào tạo về học bạ số.",
        "Ủy ban nhân dân xã giao phòng VHXH tham mưu thực hiện.",
    ],
    good=["Sở Giáo dục và Đào tạo; các bộ; Văn phòng HĐND."],
)
def small_agencies(paper: Paper) -> Iterable[Found]:
    """Agencies of the lists with a small first letter and a capital within, and short office names."""
    yield from once(_small_agencies(paper))


def _small_agencies(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
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
    return known, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, each))})(?!\w)", re.IGNORECASE)


@rule(
    "NN-29",
    "Tên văn bản, phong trào trong ngoặc kép viết hoa như nhau ở mọi chỗ",
    "viết hoa chữ đầu của tên trong ngoặc kép theo một cách",
    bad=[
        "Nghị quyết về “Đột phá phát triển khoa học, công nghệ”;\n"
        "- Triển khai “đột phá phát triển khoa học, công nghệ”.",
    ],
    good=["Phong trào “Bình dân học vụ số”; “bình dân học vụ số”; chương trình “Nâng cao kỹ năng số”."],
)
def quoted_titles(paper: Paper) -> Iterable[Found]:
    """The same quoted title with other capitals."""
    seen: dict[str, dict[str, list[tuple[Passage, int, int]]]] = {}
    for passage in written(paper):
        for match in _QUOTED.finditer(passage.text):
            title = match[1][:_SAME]
            places = seen.setdefault(title.lower(), {}).setdefault(title, [])
            places.append((passage, match.start(), match.start() + 12))
    for ways in seen.values():
        if len(ways) > 1 and not any(way.isupper() for way in ways):
            rare = min(ways, key=lambda way: len(ways[way]))
            told = ", ".join(f"“{' '.join(way.split()[:3])}…” {len(ways[way])} chỗ" for way in ways)
            more = others([place[0].place for place in ways[rare][1:]])
            yield Found(ways[rare][0][0].quoted(*ways[rare][0][1:]), told + more)


@rule(
    "NN-30",
    "Yêu cầu “rõ người, rõ việc, …” viết như nhau trong cả văn bản",
    "viết đủ và đúng thứ tự như chỗ đầu tiên",
    bad=[
        "Thực hiện tinh thần “rõ người, rõ việc, rõ thời gian, rõ kết quả”;\n"
        "- Theo hướng rõ người, rõ việc, rõ kết quả, rõ trách nhiệm.",
    ],
    good=["Theo hướng rõ người, rõ việc, rõ thời gian; bảo đảm rõ người, rõ việc, rõ thời gian."],
)
def mottoes(paper: Paper) -> Iterable[Found]:
    """The motto of clear tasks with other members or in another order."""
    seen: dict[tuple[str, ...], list[tuple[Passage, re.Match[str]]]] = {}
    for passage in written(paper):
        for match in _CLEAR.finditer(passage.text):
            members = tuple(re.findall(rf"rõ ([{LETTER}]+(?: [{LETTER}]+)?)", match.group().lower()))
            seen.setdefault(members, []).append((passage, match))
    if len(seen) > 1:
        usual = Counter({members: len(places) for members, places in seen.items()}).most_common(1)[0][0]
        first = next(members for members in seen if members != usual)
        passage, match = seen[first][0]
        told = "; ".join(f"“{places[0][1].group()}” {len(places)} chỗ" for places in seen.values())
        yield Found(passage.quoted(*match.span()), f"{len(seen)} cách viết: {told}")
