"""A number against what its sentence goes on to name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.listings import Count, counts_in
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.patterns import lazily

#: “03 năm liền (2022, 2023, 2024)”.
_YEARS = lazily(r"(?<![\d/.,])(\d{1,2}) (năm)(?: \w+){0,2} \((20\d\d(?:(?:, | và |; )(?:năm )?20\d\d)+)\)")
#: “qua 5 giai đoạn, lần lượt đến hết các năm 2025, 2030 và 2035”.
_IN_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7}
_STAGES = lazily(
    rf"(?<![\w/.,])(\d{{1,2}}|{'|'.join(_IN_WORDS)}) (giai đoạn|mốc|kỳ)(?:,|:)?"
    r"(?: (?:lần lượt|gồm|là|đến|hết|cuối|các|vào|ứng với|tương ứng|thời gian)){1,6} "
    r"năm (20\d\d(?:(?:, | và |; )(?:năm )?20\d\d)+)(?! ?[-–…/]|, ?(?:…|\.\.))"
)
#: “3 ứng dụng chính là A và B”: what follows up to the end of the sentence.
_CHIEF = lazily(
    r"(?<![\d/.,])0?([3-9]) (ứng dụng|hệ thống|nền tảng|phần mềm|nhóm|lĩnh vực|nội dung|nhiệm vụ|mô hình"
    r"|giải pháp) (?:chính|trọng tâm|chủ yếu)(?:,? đó)? là:? ([^.;:()]+)(?=[.;]|$)"
)
#: A larger difference is of things named by groups.
_NEAR = 2
_BETWEEN = lazily(r",? và |, | cùng | với ")
#: “Khó đạt 02 chỉ tiêu: A; B.”: the rest of the paragraph.
_NAMED_AT_ONCE = lazily(
    r"(?<![\d/.,])(\d{1,2}) (chỉ tiêu|nhiệm vụ|nội dung|văn bản|kiến nghị): ([^.:\d(][^.:]*;[^.:]*)\.?$"
)
#: What stands between “5 rõ” and the items.
_NAMED = (
    r"[”\"’]?\s*,?\s*(?:(?:bao gồm|gồm(?: có)?|cụ thể(?: là)?|đó là|tức là|là)\b|[:(“\"–-])\s*[:(“\"–-]*\s*"
)
_CLEAR = lazily(
    rf"\s*rõ\s*{_NAMED}(?P<items>(?>(?:rõ [^,;.)”\"…]*(?:,|;| và|$|(?=[.)”\"]))\s*){{2,}}))(?!…|\.\.)"
)
#: What is left open after the items that are named.
_GOES_ON = lazily(r"…|\.\.\.")


@rule(
    "DEM-03",
    "Số lượng nêu trong câu bằng số mục kể ra ngay sau đó",
    "đếm lại các mục kể ra trong câu",
    bad=[
        "Theo yêu cầu 6 rõ: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm.",
        "Thực hiện theo 5 giai đoạn (đến hết năm 2025; đến hết năm 2030; đến hết năm 2035; đến "
        "hết năm 2040).",
        "Không phát sinh hồ sơ trong 02 năm liền (2022, 2023, 2024).",
        "Thực hiện theo sáu giai đoạn đến các năm 2025, 2030, 2035, 2040 và 2045.",
        "Hỗ trợ 3 ứng dụng chính là Quản lý văn bản và Hệ thống thông tin giải quyết thủ tục.",
        "- Khó đạt 01 chỉ tiêu: tỷ lệ hồ sơ phi địa giới; tỷ lệ giao dịch phi tiếp xúc.",
        "Giao việc đủ “5 rõ”, gồm: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, "
        "rõ thẩm quyền.",
        "Tổ chức thực hiện qua 6 giai đoạn, lần lượt đến hết các năm 2025, 2030, 2035, 2040 và 2045.",
        "Tập trung 03 mục tiêu: (1) Phát triển hạ tầng; (2) Phát triển nguồn lực; (3) Dữ liệu "
        "số; (4) Chuyển đổi số.",
    ],
    good=[
        "Tinh thần 5 rõ “rõ người, rõ việc, rõ trách nhiệm, rõ thời gian, rõ kết quả”; đề cao "
        "trách nhiệm rõ ràng.",
        "Thực hiện theo 2 giai đoạn (đến hết năm 2025; đến hết năm 2030) trên 3 lĩnh vực.",
        "Có 12 nhiệm vụ, trong đó: (1) Hạ tầng số…",
        "Yêu cầu 6 rõ. Rõ người, rõ việc.",
        "Giao việc đủ “6 rõ”, gồm: rõ người, rõ việc, rõ thời gian, ...",
        "Thực hiện qua 3 giai đoạn, lần lượt đến hết các năm 2025, 2030 và 2035.",
        "Qua 5 năm thực hiện, các chỉ tiêu năm 2024, 2025 đều đạt.",
        "Theo năm giai đoạn đến các năm 2025, 2030, 2035, 2040 và 2045.",
        "Hỗ trợ 3 ứng dụng chính là A, B và C; có 5 đơn vị là trường học và trạm y tế.",
        "- Khó đạt 02 chỉ tiêu: tỷ lệ hồ sơ phi địa giới; tỷ lệ giao dịch phi tiếp xúc.",
        "- Chưa đánh giá 09 chỉ tiêu: chưa có số liệu; sẽ bổ sung...",
    ],
)
def in_sentence(paper: Paper) -> Iterable[Found]:
    """“6 rõ” and its items; (1), (2) …; items between semicolons in brackets."""
    for passage in paper.text_and_cells():
        for one in counts_in(passage.text):
            listed = _listed_after(passage.text, one)
            if listed and listed != one.number:
                said = f"ghi {one.written_in(passage.text)}, kể ra {listed}"
                yield Found(passage.quoted(one.start, one.end), said)
        for pattern in (_YEARS, _STAGES):
            for match in pattern.finditer(passage.text):
                listed = len(re.findall(r"20\d\d", match[3]))
                if listed != (_IN_WORDS.get(match[1]) or int(match[1])):
                    said = f"ghi {match[1]} {match[2]}, kể ra {listed} năm"
                    yield Found(passage.quoted(*match.span()), said)
        yield from _named_in(passage)


def _named_in(passage: Passage) -> Iterator[Found]:
    """Things named at once behind their number, told apart by commas and “và”, or by semicolons."""
    for match in _CHIEF.finditer(passage.text):
        most = len(_BETWEEN.split(match[3]))
        if 1 < most < int(match[1]) and not _GOES_ON.search(passage.text, match.start()):
            said = f"ghi {match[1]} {match[2]}, kể ra {most}"
            yield Found(passage.quoted(match.start(), match.end(2)), said)
    for match in _NAMED_AT_ONCE.finditer(passage.text):
        listed = len([item for item in match[3].split(";") if item.strip()])
        near = 0 < abs(listed - int(match[1])) <= _NEAR and not counts_in(match[3])
        if near and not _GOES_ON.search(passage.text, match.start()):
            said = f"ghi {match[1]} {match[2]}, kể ra {listed}"
            yield Found(passage.quoted(match.start(), match.end(2)), said)


def _listed_after(text: str, one: Count) -> int:
    """How many items are named right after a count, 0 when none are."""
    rest = text[one.end :]
    if one.thing == "ro":
        match = _CLEAR.match(rest)
        return len(re.findall(r"(?<!\w)rõ(?!\w)", match["items"])) if match else 0
    opened = re.match(r"[^.:;(]{0,60}(?::|gồm:?|về:|sau:)\s*(?=\(1\)|\(i\))", rest)
    if opened and not _GOES_ON.search(rest):
        numbers = enumerate(re.findall(r"\((\d{1,2})\)", rest), 1)
        return len(list(itertools.takewhile(lambda found: found[0] == int(found[1]), numbers)))
    bracket = re.match(r"\s*(?:\w+\s*){1,3}\(([^()]*;[^()]*)\)", rest)
    if bracket and not _GOES_ON.search(bracket[1]):
        return len([item for item in bracket[1].split(";") if item.strip()])
    return 0
