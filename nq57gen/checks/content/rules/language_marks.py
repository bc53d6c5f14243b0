"""Quotation marks and brackets that open and close."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import once, written

#: "a)", "1)" at the head of something, "điểm a)": labels, no brackets.
_LABEL = re.compile(r"(?:^|[\s,;])(?:[a-zđ]|\d{1,2}|[ivx]+)\)$")
_POINT = re.compile(r"(?:[Đđ]iểm |, |và )[a-zđ]\)$")
#: A mark may close so many passages below the one that opens it.
_REACH = 8


@dataclass(frozen=True, slots=True)
class _Alone:
    """A mark without its other half: where it stands, and whether it opens."""

    passage: Passage
    start: int
    opens: bool


def _alone(passage: Passage, opening: str, closing: str) -> Iterator[_Alone]:
    """The marks of a passage that find no other half in it; labels left out."""
    open_at: list[int] = []
    for at, sign in enumerate(passage.text):
        if sign == opening:
            open_at.append(at)
        elif sign != closing:
            continue
        elif open_at and not _POINT.search(passage.text, 0, at + 1):
            open_at.pop()
        elif not open_at and not _LABEL.search(passage.text, 0, at + 1):
            yield _Alone(passage, at, opens=False)
    yield from (_Alone(passage, at, opens=True) for at in open_at)


def _halves(paper: Paper, opening: str, closing: str) -> Iterator[_Alone]:
    """The marks that stay alone when one may close in a later paragraph below the same heading."""
    waiting: list[_Alone] = []
    for passage in written(paper):
        if passage.kind in (Kind.HEADING, Kind.APPENDIX):
            yield from waiting
            waiting = []
        for half in _alone(passage, opening, closing):
            if half.opens:
                waiting.append(half)
            elif waiting and passage.at - waiting[-1].passage.at <= _REACH:
                waiting.pop()
            else:
                yield half
    yield from waiting


def _without_straight_end(half: _Alone) -> bool:
    """Whether a curly mark that stays open is followed by a straight one."""
    return half.opens and '"' in half.passage.text[half.start :]


def _told(half: _Alone) -> tuple[object, Passage, int, int, str]:
    text, start = half.passage.text, half.start
    sign = text[start]
    if half.opens:
        words = " ".join(text[start:].split()[:6])
        return (sign, words), half.passage, start, start + 1, f"“{words}…” mở {sign} mà không đóng"
    words = " ".join(text[: start + 1].split()[-6:])
    return (sign, words), half.passage, start, start + 1, f"“…{words}” có {sign} mà không có dấu mở"


@rule(
    "NN-01",
    "Dấu ngoặc kép mở thì phải đóng, đóng thì phải có mở",
    "thêm dấu “ ở đầu hoặc ” ở cuối phần được trích",
    bad=[
        "Thực hiện Nghị quyết về đột phá phát triển khoa học và chuyển đổi số quốc gia” trên địa bàn phường.",
        "Phát động phong trào “Bình dân học vụ số trên địa bàn phường.",
    ],
    good=[
        "Phát động phong trào “Bình dân học vụ số” trên địa bàn phường.",
        "Chương trình “Nâng cao kỹ năng số:\n- Cho người dân;\n- Cho cán bộ” được tổ chức hằng năm.",
    ],
)
def quotes(paper: Paper) -> Iterable[Found]:
    """Curly quotation marks without their other half."""
    yield from once(_told(half) for half in _halves(paper, "“", "”") if not _without_straight_end(half))


@rule(
    "NN-02",
    "Một văn bản dùng một kiểu dấu ngoặc kép “ ”",
    'thay dấu " bằng “ ở đầu và ” ở cuối phần được trích',
    bad=[
        'Nghị quyết về “Đột phá phát triển khoa học, công nghệ";\nPhong trào “Bình dân học vụ số”.',
    ],
    good=['Màn hình 55" đặt tại phòng họp, phục vụ phong trào “Bình dân học vụ số”.'],
)
def straight_quotes(paper: Paper) -> Iterable[Found]:
    """Straight quotation marks in a document that writes curly ones."""
    if not any("“" in passage.text or "”" in passage.text for passage in written(paper)):
        return
    yield from once(
        ("straight", passage, match.start(), match.end(), f'“{_around(match)}” dùng dấu " thẳng')
        for passage in written(paper)
        for match in re.finditer(r'(?<!\d)"(?:[^"“”]*")?', passage.text)
    )


def _around(match: re.Match[str]) -> str:
    """The quoted words, or those before the mark."""
    if len(match.group()) > 1:
        return match.group()
    return " ".join(match.string[: match.end()].split()[-3:])


@rule(
    "NN-03",
    "Dấu ngoặc đơn, ngoặc vuông mở thì phải đóng, đóng thì phải có mở",
    "thêm hoặc bỏ dấu ngoặc cho đủ cặp",
    bad=[
        "Số thủ tục chưa cung cấp trực tuyến là 21 thủ tục = 5,31%).",
        "Bố trí cán bộ hỗ trợ trên nhóm Zalo (hỗ trợ hai ứng dụng chính.",
    ],
    good=[
        "Thực hiện điểm a), b) khoản 1 và mục 2) của kế hoạch (kèm theo phụ lục).",
        "- Các văn bản (gồm nghị quyết;\n- kế hoạch) đã ban hành.",
    ],
)
def brackets(paper: Paper) -> Iterable[Found]:
    """Round and square brackets without their other half."""
    for opening, closing in ("()", "[]"):
        yield from once(map(_told, _halves(paper, opening, closing)))
