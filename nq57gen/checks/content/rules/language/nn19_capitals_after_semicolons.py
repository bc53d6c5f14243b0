"""Capitals after a semicolon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nq57gen.checks.content.indicators import office_columns
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import lists, together, without_quotes, written
from nq57gen.checks.layout.wording import LOWER, UPPER
from nq57gen.patterns import lazily

_AFTER_SEMICOLON = lazily(rf"; ?([{UPPER}][{LOWER}]+) ([{LOWER}]+)")
#: A list of lines with capitals, and a name of more words with one.
_LIST_OPENS = lazily(rf":\s*[“(]?[{UPPER}][^.]*$")
_NAME_GOES_ON = lazily(rf" [{UPPER}]")
_SHOWN = 6
#: A cell of so many words is a sentence.
_SENTENCE = 15


@rule(
    "NN-19",
    "Sau dấu chấm phẩy không viết hoa, trừ tên riêng",
    "viết thường chữ đầu sau dấu chấm phẩy, hoặc thay bằng dấu chấm",
    bad=[
        "Trân trọng từng sáng kiến, cải tiến kỹ thuật; Phát động phong trào thi đua trong toàn phường.",
        "Thủ tục được niêm yết theo quyết định công bố; Thủ tục mới được cập nhật ngay.",
    ],
    good=[
        "Các cơ quan gồm: Công an phường; Trạm Y tế phường; Sở Khoa học và Công nghệ; Nguyễn Văn An.",
        "Trân trọng từng sáng kiến; phát động phong trào thi đua.",
        "| TT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Ứng dụng AI | Sở Khoa học và Công nghệ; Các phòng, "
        "cơ quan, đơn vị thuộc phường; Các trường học trên địa bàn |",
        "Các nhóm gồm: Thủ tục đất đai; Thủ tục hộ tịch; Thủ tướng Chính phủ; Tổ chức Y tế thế giới.",
    ],
)
def after_semicolon(paper: Paper) -> Iterable[Found]:
    """Common words with a capital after a semicolon: all of them in one finding."""
    offices = _cells_of_offices(paper)
    found = [
        (passage, match)
        for passage in written(paper)
        if not passage.text.isupper() and not _is_list(passage) and passage.place not in offices
        for match in _AFTER_SEMICOLON.finditer(without_quotes(passage.text))
        if match[1] not in lists()["names_start"] or _is_common(passage.text, match)
    ]
    if found:
        shown = list(dict.fromkeys(f"“; {match[1]} {match[2]}”" for _, match in found))
        more = "…" if len(shown) > _SHOWN else ""
        yield together(
            [(passage, *match.span()) for passage, match in found], ", ".join(shown[:_SHOWN]) + more
        )


def _cells_of_offices(paper: Paper) -> frozenset[str]:
    """The places of the cells that name offices, one after the other."""
    return frozenset(
        row.cells[at].place for grid in paper.grids for at in office_columns(grid) for row in grid.data
    )


def _is_common(text: str, match: re.Match[str]) -> bool:
    """Whether a word that may begin a name begins a common one here: "Thủ tục", not "Thủ tướng"."""
    if f"{match[1]} {match[2]}".lower() not in lists()["common_start"] or _NAME_GOES_ON.match(
        text, match.end()
    ):
        return False
    return not _LIST_OPENS.search(text, 0, match.start())


def _is_list(passage: Passage) -> bool:
    """Whether it is a short table cell: names one after the other."""
    return passage.kind is Kind.CELL and len(passage.text.split()) < _SENTENCE
