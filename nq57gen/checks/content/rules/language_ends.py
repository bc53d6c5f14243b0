"""How paragraphs, items of a list and table cells end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.labels import OTHER_SIGN, PART
from nq57gen.checks.content.paper import Grid, GridCell, Kind, Paper, Passage, RowKind
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.wording import once, others, without_addresses, written
from nq57gen.checks.layout.wording import LOWER

_END = re.compile(r"(\.\.\.|[.;:,!?…])[”\")]*$")
_STRAY = re.compile(rf"((?:[{LOWER}]+|[\d.,]+%?))([.;])( ?)(\((?!\d{{1,2}}\))[^().]{{1,45}}\))")
_TWICE = re.compile(r"(?<![.…])(?:[,;:] ?[.,;:](?!\.)|\.[,;:])")
#: So few words are no sentence.
_SENTENCE = 10
#: A custom of a list: so many items, so large a part of them.
_FEWEST, _PART = 3, 0.6
#: A cell of a table is an exception when so few others are like it.
_ODD = 0.2
_MANY_CELLS = 8
#: More than so many words: a cell that is a sentence, not a name or a number.
_LONG_CELL = 4


def _end(text: str) -> str:
    """The sign a text ends in: ".", ";", ":", ",", "…" or ""."""
    match = _END.search(text.rstrip().removesuffix("./.") + ("." if text.rstrip().endswith("./.") else ""))
    return "" if match is None else "…" if match[1] == "..." else match[1]


def _lists(paper: Paper) -> Iterator[list[Passage]]:
    """The items of one rank below one passage that have no items of their own; the signs of bullets apart."""
    groups: dict[tuple[int, int, str], list[Passage]] = {}
    above: list[
        Passage
    ] = []  # the passages a next one may belong to, each of a higher rank than the one before
    for passage in paper.passages:
        if not passage.rank:
            above = above if passage.kind is Kind.CELL else []
            continue
        above = [one for one in above if one.rank < passage.rank]
        if passage.kind in (Kind.BULLET, Kind.ITEM) and not _has_items(paper, passage):
            sign = "" if passage.number else passage.label
            groups.setdefault((above[-1].at if above else -1, passage.rank, sign), []).append(passage)
        above.append(passage)
    yield from groups.values()


def _has_items(paper: Paper, passage: Passage) -> bool:
    """Whether a list begins below an item; "*" between bullets is a title of its own."""
    after = paper.passages[passage.at + 1] if passage.at + 1 < len(paper.passages) else None
    return bool(after and after.rank > passage.rank and after.rank != OTHER_SIGN)


@rule(
    "NN-21",
    "Đoạn văn, mục liệt kê thành câu có dấu kết thúc",
    "thêm dấu chấm hoặc dấu chấm phẩy ở cuối",
    bad=[
        "- Hồ sơ trực tuyến đạt 90% trở lên.\n- Phủ sóng 5G đạt 100% địa bàn\n- Chữ ký số 50%.\n- VNeID 80%.",
        "Phòng Văn hóa - Xã hội theo dõi, đôn đốc tiến độ và định kỳ tổng hợp kết quả thực hiện",
    ],
    good=[
        "- Công an phường\n- Trạm Y tế phường\n- Phòng Kinh tế",
        "- Thu nhận hồ sơ của người dân;\n- Cập nhật kết quả lên hệ thống;\n- Trả kết quả đúng hạn./.",
        "1. Mục tiêu chung của kế hoạch trên địa bàn phường năm nay\nBảo đảm tiến độ.",
    ],
)
def unended(paper: Paper) -> Iterable[Found]:
    """Paragraphs of prose and items without a sign at their end, where the others of their list have one."""
    found = [passage for items in _lists(paper) for passage in _lacking(items)]
    for at, passage in enumerate(paper.passages):
        after = paper.passages[at + 1] if at + 1 < len(paper.passages) else None
        if _is_sentence(passage) and not (after and after.kind in (Kind.BULLET, Kind.ITEM, Kind.CELL)):
            found.append(passage)
    if found:
        found.sort(key=lambda passage: passage.at)
        first = found[0]
        said = f"“…{' '.join(first.text.split()[-5:])}” không có dấu kết thúc"
        yield Found(
            first.quoted(max(0, len(first.text) - 25)), said + others([one.place for one in found[1:]])
        )


def _lacking(items: list[Passage]) -> list[Passage]:
    lacking = [item for item in items if not _end(item.text) and not item.text.endswith("”")]
    enough = len(items) >= _FEWEST and (len(items) - len(lacking)) >= _PART * len(items)
    return lacking if enough else []


def _is_sentence(passage: Passage) -> bool:
    text = passage.text
    return (
        passage.kind is Kind.PROSE
        and passage.rank > 0
        and len(text.split()) >= _SENTENCE
        and not _end(text)
        and not text.endswith((")", "”"))
        and not text.isupper()
    )


@rule(
    "NN-31",
    "Tiêu đề không kết thúc bằng dấu câu",
    "bỏ dấu ở cuối tiêu đề",
    bad=["I. KẾT QUẢ THỰC HIỆN:\n1. Công tác tuyên truyền\n- Đăng tải 288 bài viết."],
    good=["I. KẾT QUẢ THỰC HIỆN\n1. Công tác tuyên truyền\n2. Kinh phí: Từ ngân sách và các nguồn khác."],
)
def headings(paper: Paper) -> Iterable[Found]:
    """Numbered titles with a colon or a stop at their end: all of them in one finding."""
    found = [
        passage
        for passage in paper.passages
        if passage.rank > PART
        and (passage.kind is Kind.HEADING or passage.text.isupper())
        and passage.number
        and _end(passage.text) in (":", ".", ";")
        if ". " not in passage.text and ": " not in passage.text
    ]
    if found:
        first = found[0]
        said = f"tiêu đề “{first.full[:60]}” có dấu “{_end(first.text)}” ở cuối"
        yield Found(
            first.quoted(max(0, len(first.text) - 25)), said + others([one.place for one in found[1:]])
        )


@rule(
    "NN-22",
    "Các mục của một danh sách kết thúc như nhau",
    "kết thúc mọi mục bằng dấu chấm, hoặc bằng dấu chấm phẩy và dấu chấm ở mục cuối",
    bad=[
        "- Thu nhận hồ sơ;\n- Cập nhật hồ sơ;\n- Số hóa kết quả.\n- Trả kết quả;\n- Lưu trữ hồ sơ.",
        "- Toàn trình 219 thủ tục;\n- Một phần 138 thủ tục,\n- Chưa cung cấp 20 thủ tục.",
    ],
    good=[
        "- Thu nhận hồ sơ;\n- Cập nhật hồ sơ;\n- Trả kết quả.",
        "- Thu nhận hồ sơ.\n- Cập nhật hồ sơ.\n- Trả kết quả.",
    ],
)
def unlike(paper: Paper) -> Iterable[Found]:
    """Lists where full stops stand among semicolons, and items that end in a comma."""
    for items in _lists(paper):
        ends = [(item, _end(item.text)) for item in items]
        commas = [item for item, end in ends if end == ","]
        inner = [(item, end) for item, end in ends[:-1] if end in (".", ";")]
        counts = Counter(end for _, end in inner)
        odd = commas
        if len(counts) > 1 and len(inner) >= _FEWEST:
            usual, rare = counts.most_common(2)
            odd = commas + [item for item, end in inner if end == rare[0]] if usual[1] > rare[1] else commas
        if odd and len(items) >= _FEWEST:
            first = min(odd, key=lambda item: item.at)
            told = ", ".join(
                f"{count} mục “{end}”" for end, count in Counter(end for _, end in ends if end).most_common()
            )
            said = f"mục “…{' '.join(first.text.split()[-4:])}” trong danh sách có {told}"
            yield Found(
                first.quoted(max(0, len(first.text) - 25)),
                said + others([one.place for one in odd if one is not first]),
            )


@rule(
    "NN-23",
    "Không có dấu chấm, chấm phẩy trước phần trong ngoặc; không viết hai dấu câu liền nhau",
    "bỏ dấu thừa, đặt dấu sau dấu đóng ngoặc",
    bad=[
        "Tỷ lệ kích hoạt tài khoản đạt 91,4%. (kế hoạch trên 90%).",
        "- TT Đảng ủy; (Để b/c);",
        "Gồm y tế, giáo dục,; giao thông.",
    ],
    good=[
        "Hội nghị đã kết thúc. (Kế hoạch số 10/KH-UBND ngày 22/7/2025 về cải cách hành chính.)",
        "Gồm: (1) Phát triển hạ tầng; (2) Phát triển nguồn lực; y tế,...; số ....../KH-UBND.",
    ],
)
def stray(paper: Paper) -> Iterable[Found]:
    """A full stop or semicolon before a short bracket that belongs to the sentence; two marks in a row."""
    yield from once(_strays(paper))


def _strays(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        if passage.kind is Kind.TITLE:
            continue
        text = without_addresses(passage.text)
        for match in _STRAY.finditer(text):
            rest = text[match.end() :].lstrip()
            if match[2] == "." and not rest.startswith((".", ";", ",")) and rest:
                continue
            said = f"“{match.group()}” (viết “{match[1]} {match[4]}”)"
            yield match[2], passage, match.start(), match.end(), said
        for match in _TWICE.finditer(text):
            yield "twice", passage, match.start(), match.end(), f"hai dấu liền nhau “{match.group()}”"


@rule(
    "NN-24",
    "Các ô của một bảng kết thúc như nhau",
    "bỏ dấu ở cuối ô (hoặc thêm dấu cho mọi ô là câu)",
    bad=[
        "| Chỉ tiêu | Kết quả |\n| Tỷ lệ a | 100% |\n| Tỷ lệ b | 100%. |\n| Tỷ lệ c | 90% |\n| T d | 80% |",
    ],
    good=[
        "| Chỉ tiêu | Kết quả |\n| Tỷ lệ a | 100% |\n| Tỷ lệ b | 90% |\n| Tỷ lệ c | 90% |\n| Tỷ lệ d | 80% |"
    ],
)
def cells(paper: Paper) -> Iterable[Found]:
    """Cells that end in a stop where those of their table do not, or that end now so, now so."""
    for grid in paper.grids:
        found = _odd_cells(grid)
        if found:
            signs = ", ".join(
                f"{count} ô “{end}”" for end, count in Counter(_end(cell.text) for cell in found).items()
            )
            said = (
                f"ô “…{' '.join(found[0].text.split()[-4:])}”; trong bảng có {signs}, các ô khác không có dấu"
            )
            yield Found(
                f"{found[0].place}: “{found[0].text[-40:]}”",
                said + others([cell.place for cell in found[1:]]),
            )


def _odd_cells(grid: Grid) -> list[GridCell]:
    """The cells that end in "." or ";" when most do not; in long cells it takes a difference alone."""
    filled = [
        cell
        for row in grid.rows
        if row.kind is not RowKind.HEADER
        for cell in row.cells
        if len(cell.text) > 1 and not cell.covered and not re.fullmatch(r"[\d.]+|[IVX]+\.?", cell.text)
    ]
    ended = [cell for cell in filled if _end(cell.text) in (".", ";") and "\n" not in cell.text]
    if len(filled) >= _MANY_CELLS and len(ended) <= _ODD * len(filled):
        return ended
    long = [cell for cell in filled if len(cell.text.split()) > _LONG_CELL]
    ended = [cell for cell in long if cell in ended]
    return ended if len(long) >= _MANY_CELLS and len(ended) * 2 <= len(long) else []
