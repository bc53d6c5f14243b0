"""Commas in enumerations that the document elsewhere, or everybody, writes with one; the forms of "…"."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import (
    all_text,
    lists,
    once,
    others,
    without_addresses,
    without_quotes,
    written,
)

_DOTS = re.compile(r"(?:, ?|,)?(?:…|(?<!\.)\.{2,3}(?![./]))")
#: So many forms of one sign are too many.
_FORMS = 3
#: What stands between members that lack their comma.
_GAPS = (" ", " - ", " – ")


@rule(
    "NN-25",
    "Các thành phần liệt kê cách nhau bằng dấu phẩy",
    "thêm dấu phẩy như các chỗ khác trong văn bản",
    bad=[
        "Hướng dẫn doanh nghiệp, hộ kinh doanh hợp tác xã ứng dụng nền tảng số.",
        "Phát triển khoa học, công nghệ. Ứng dụng khoa học, công nghệ. Đầu tư cho khoa học công nghệ.",
    ],
    good=[
        "Phát triển khoa học và công nghệ; cơ quan, đơn vị; chính sách “khoa học công nghệ”.",
        "Triển khai thực hiện nhiệm vụ; triển khai, thực hiện kế hoạch; sản xuất kinh doanh.",
    ],
)
def missing_commas(paper: Paper) -> Iterable[Found]:
    """Members of the known enumerations without their comma; a pair of the list needs no majority."""
    for members in lists()["enumerations"]:
        for first, second in itertools.pairwise(members):
            if not any(f"{first}{gap}{second}".lower() in all_text(paper) for gap in _gaps(first, second)):
                continue
            found = list(_without_comma(paper, first, second))
            commas = sum(
                len(_comma(first, second).findall(passage.text.lower())) for passage in written(paper)
            )
            if found and (commas or " ".join((first, second)) not in _LOOSE):
                passage, match = found[0]
                there = (
                    f", trong khi {commas} chỗ viết “{first}, {second}”"
                    if commas
                    else f" (viết “{first}, {second}”)"
                )
                said = f"“{match.group()}” {len(found)} chỗ{there}"
                yield Found(passage.quoted(*match.span()), said + others([one.place for one, _ in found[1:]]))


#: These stand without a comma too: only when the document writes one elsewhere.
_LOOSE = frozenset(
    {"khoa học công nghệ", "lãnh đạo chỉ đạo", "tập huấn bồi dưỡng", "kiểm tra giám sát", "giáo dục y tế"}
)


@functools.cache
def _comma(first: str, second: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){first}, {second}(?!\w)")


def _gaps(first: str, second: str) -> tuple[str, ...]:
    """What may stand between two members that lack their comma; other enumerations may have dashes."""
    return _GAPS if (first, second) == ("khoa học", "công nghệ") else _GAPS[:1]


@functools.cache
def _gap(first: str, second: str) -> re.Pattern[str]:
    between = "|".join(_gaps(first, second))
    return re.compile(rf"(?<!\w){first}(?:{between}){second}(?!\w)", re.IGNORECASE)


def _without_comma(paper: Paper, first: str, second: str) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in written(paper):
        for match in _gap(first, second).finditer(without_quotes(passage.text)):
            if not match.group().isupper():
                yield passage, match


@rule(
    "NN-26",
    "Cụm từ cố định không tách bằng dấu phẩy",
    "bỏ dấu phẩy",
    bad=["Quy định pháp luật về khoa học, công nghệ, đổi mới, sáng tạo, chuyển đổi số."],
    good=["Khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia."],
)
def extra_commas(paper: Paper) -> Iterable[Found]:
    """Fixed phrases with a comma inside."""
    yield from once(
        (phrase, passage, match.start(), match.end(), f"“{match.group()}” (viết “{phrase}”)")
        for passage in written(paper)
        for phrase in lists()["unbroken"]
        for match in _broken(phrase).finditer(passage.text)
    )


@functools.cache
def _broken(phrase: str) -> re.Pattern[str]:
    words = phrase.split()
    return re.compile(rf"(?<!\w){' '.join(words[:2])}, {' '.join(words[2:])}(?!\w)", re.IGNORECASE)


@rule(
    "NN-27",
    "Dấu chấm lửng viết một kiểu trong cả văn bản",
    "viết thống nhất “…” hoặc “...”, không viết hai chấm",
    bad=[
        "Gồm y tế, giáo dục,... Du lịch, văn hóa… Viettel, VNPT,..",
        "Nông nghiệp, thương mại..; giao thông.",
    ],
    good=["Gồm y tế, giáo dục,... Du lịch, văn hóa,... số ....../KH-UBND."],
)
def dots(paper: Paper) -> Iterable[Found]:
    """Three forms of the ellipsis or more, or two dots."""
    seen: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
    for passage in written(paper):
        for match in _DOTS.finditer(without_addresses(passage.text)):
            if "…" in match.group() or ".." in match.group():
                seen.setdefault(match.group(), []).append((passage, match))
    two = [form for form in seen if form.lstrip(", ") == ".."]
    if len(seen) > _FORMS or two:
        form = two[0] if two else min(seen, key=lambda one: len(seen[one]))
        passage, match = seen[form][0]
        told = ", ".join(f"“{one}” {len(places)} chỗ" for one, places in seen.items())
        yield Found(passage.quoted(*match.span()), told)
