"""A number against what its sentence goes on to name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from nq57gen.checks.content.listings import Count, counts_in
from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule

#: “03 năm liền (2022, 2023, 2024)”.
_YEARS = re.compile(
    r"(?<![\d/.,])(\d{1,2}) (năm)(?: \w+){0,2} \((20\d\d(?:(?:, | và |; )(?:năm )?20\d\d)+)\)"
)
#: “qua 5 giai đoạn, lần lượt đến hết các năm 2025, 2030 và 2035”.
_STAGES = re.compile(
    r"(?<![\d/.,])(\d{1,2}) (giai đoạn|mốc|kỳ)(?:,|:)?"
    r"(?: (?:lần lượt|gồm|là|đến|hết|cuối|các|vào|ứng với|tương ứng|thời gian)){1,6} "
    r"năm (20\d\d(?:(?:, | và |; )(?:năm )?20\d\d)+)(?! ?[-–…/]|, ?(?:…|\.\.))"
)
#: What stands between “5 rõ” and the items.
_NAMED = (
    r"[”\"’]?\s*,?\s*(?:(?:bao gồm|gồm(?: có)?|cụ thể(?: là)?|đó là|tức là|là)\b|[:(“\"–-])\s*[:(“\"–-]*\s*"
)
_CLEAR = re.compile(
    rf"\s*rõ\s*{_NAMED}(?P<items>(?>(?:rõ [^,;.)”\"…]*(?:,|;| và|$|(?=[.)”\"]))\s*){{2,}}))(?!…|\.\.)"
)
#: What is left open after the items that are named.
_GOES_ON = re.compile(r"…|\.\.\.")


@rule(
    "DEM-03",
    "Số lượng nêu trong câu bằng số mục kể ra ngay sau đó",
    "đếm lại các mục kể ra trong câu",
    bad=[
        "Theo yêu cầu 6 rõ: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm.",
        "Thực hiện theo 5 giai đoạn (đến hết năm 2025; đến hết năm 2030; đến hết năm 2035; đến "
        "hết năm 2040).",
        "Không phát sinh hồ sơ trong 02 năm liền (2022, 2023, 2024).",
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
                if listed != int(match[1]):
                    said = f"ghi {match[1]} {match[2]}, kể ra {listed} năm"
                    yield Found(passage.quoted(*match.span()), said)


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
