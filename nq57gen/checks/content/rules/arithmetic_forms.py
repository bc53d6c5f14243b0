"""How figures are written: decimal points, "k" for thousands, a zero before some small counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.quantities import Quantity, quantities, shown
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.checks.content.wording import others

_THOUSANDS = re.compile(r"(?<![\w.,/])\d+(?:[.,]\d+)?[kK](?![\w/-])")
#: The number of a row.
_ORDINAL = re.compile(r"\d{1,2}\.\d{1,2}")
#: A figure in three groups or more; no date, code or standard.
_GROUPED = re.compile(
    r"(?<![\w.,/:-])(?<!TCVN )(?<!QCVN )(?<!ISO )[1-9]\d{0,2}(?:\.\d{1,4}){2,}"
    r"(?![\w/:-]|\.\w)(?<!\.20\d\d)(?<!\.19\d\d)"
)
_MEASURED = re.compile(r"[^\d]*[\d.]+ (?:triệu|tỷ|tỉ|ha|km|m2)(?!\w)")
_TIMES = frozenset(["nam", "thang", "ngay", "tuan", "quy", "gio"])
_SHOWN = 6
#: The ways of writing one unit of measure.
_MEASURES = (r"Gb/s|Gbps|Gbit/s", r"Mb/s|Mbps|Mbit/s", r"m2|m²", r"km2|km²")


def _figures(paper: Paper) -> Iterable[tuple[Passage, Quantity]]:
    for passage in paper.passages:
        if passage.running or passage.kind in (Kind.CELL, Kind.TITLE):
            for figure in quantities(passage.text):
                yield passage, figure


def _told(found: list[tuple[Passage, Quantity]], hint: str = "") -> Found:
    passage, figure = found[0]
    words = list(dict.fromkeys(f"“{one.written}”" for _, one in found))
    said = ", ".join(words[:_SHOWN]) + ("…" if len(words) > _SHOWN else "")
    return Found(
        passage.quoted(figure.start, figure.end), said + others([one.place for one, _ in found[1:]]), hint
    )


@rule(
    "SO-08",
    "Phần thập phân viết sau dấu phẩy, cả ở số không có đơn vị",
    "viết dấu phẩy trước phần thập phân: “0,6”; dấu chấm chỉ ngăn hàng nghìn",
    bad=["Chỉ số chuyển đổi số cấp phường từ 0.6 trở lên; chỉ số năm trước là 0,55."],
    good=[
        "Tiếp nhận 3.115 hồ sơ, đạt 99,18%; chỉ số từ 0,6 trở lên theo mục 2.1 và Nghị quyết số "
        "66.7/2025/NQ-CP."
    ],
)
def decimal_points(paper: Paper) -> Iterable[Found]:
    """Decimal points, all in one finding, with a decimal comma if there is one.

    Percentages and figures of millions or of a measure are told by the rule ND30-SN-02 on the form.
    """
    points = [
        (passage, figure)
        for passage, figure in _figures(paper)
        if figure.mark == "."
        and not figure.percent
        and not _MEASURED.match(passage.text[figure.start : figure.end + 4])
        and not (passage.kind is Kind.CELL and _ORDINAL.fullmatch(passage.text))
    ]
    commas = [figure for _, figure in _figures(paper) if figure.mark == ","]
    if points:
        mixed = f"có chỗ lại viết dấu phẩy “{commas[0].written}”; " if commas else ""
        told = _told(points)
        yield Found(told.place, f"{mixed}{told.got}")


@rule(
    "SO-09",
    "Văn bản hành chính không viết “k” thay cho nghìn",
    "viết số đầy đủ hoặc “nghìn”: 109.400 lượt, 109,4 nghìn lượt",
    bad=["Trang fanpage có 29k lượt tương tác, 109.4k lượt tiếp cận và 2.2k người theo dõi."],
    good=["Trang fanpage có 29.000 lượt tương tác; mạng 4K, 5G; đường truyền 100 Mb/s."],
)
def informal_thousands(paper: Paper) -> Iterable[Found]:
    """Figures with “k”, all in one finding."""
    found = [
        (passage, figure)
        for passage, figure in _figures(paper)
        if _THOUSANDS.fullmatch(figure.written.strip()) and figure.value >= 2000 and figure.unit
    ]
    if found:
        figure = found[0][1]
        yield _told(found, f"viết “{shown(figure.value)}” hoặc “nghìn” thay cho “{figure.written}”")


@rule(
    "SO-10",
    "Số dưới 10 của cùng một thứ viết một kiểu: đều có số 0 đứng trước hoặc đều không",
    "chọn một kiểu cho cả văn bản: “01/13, 02/13” hoặc “1/13, 2/13”",
    bad=[
        "* Có 2/13 chỉ tiêu chưa đạt.\n* Có 01/13 chỉ tiêu chưa đánh giá.",
        "Vận hành mô hình chính quyền địa phương 2 cấp. Chính quyền địa phương 02 cấp thông suốt.",
    ],
    good=["Có 10/13 chỉ tiêu đạt, 02/13 chỉ tiêu chưa đạt. Trong 6 tháng cuối năm, thành lập 06 tổ."],
)
def padded(paper: Paper) -> Iterable[Found]:
    """Fractions of one denominator, and the same count of the same thing."""
    ways: dict[object, dict[bool, list[tuple[Passage, Quantity]]]] = defaultdict(lambda: defaultdict(list))
    for passage, figure in _figures(paper):
        if figure.percent or figure.value >= 10 or figure.value % 1 or figure.sign or figure.decimals:
            continue
        key = ("/", figure.whole) if figure.whole is not None else (figure.value, figure.noun)
        if figure.whole is not None or (figure.noun and figure.noun not in _TIMES):
            ways[key][figure.written.startswith("0")].append((passage, figure))
    for both in ways.values():
        if len(both) == 2 and both[True][0][1].written != "0":
            rare, usual = sorted(both.values(), key=len)
            first, second = rare[0][1], usual[0][1]
            unit = f" {' '.join(_words(*rare[0]))}".rstrip()
            told = others([passage.place for passage, _ in rare[1:]])
            yield Found(
                rare[0][0].quoted(first.start, first.end),
                f"có chỗ “{first.written}{unit}”, có chỗ “{second.written}” ({usual[0][0].place})" + told,
            )


def _words(passage: Passage, figure: Quantity) -> list[str]:
    """The first words after a figure as printed."""
    return passage.text[figure.end :].split()[: min(2, len(figure.unit))]


@rule(
    "SO-11",
    "Một đơn vị đo viết một kiểu trong cả văn bản",
    "chọn một cách viết đơn vị đo cho cả văn bản",
    bad=["Băng rộng cố định trên 1Gb/s phủ toàn phường. Tỷ lệ người dùng tốc độ trên 01 Gbps đạt 70%."],
    good=["Băng rộng cố định trên 1 Gb/s; tốc độ tải xuống 1 Gb/s; di động 100 Mbps."],
)
def measures(paper: Paper) -> Iterable[Found]:
    """Ways of writing one unit of measure after a figure."""
    for pattern in _MEASURES:
        ways: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
        for passage in paper.passages:
            for match in re.finditer(rf"\d[\d.,]* ?({pattern})(?!\w)", passage.text):
                ways.setdefault(match[1], []).append((passage, match))
        if len(ways) > 1:
            rare, usual = sorted(ways.values(), key=len)[:2]
            passage, match = rare[0]
            yield Found(
                passage.quoted(max(0, match.start() - 40), match.end()),
                f"có chỗ “{match[0]}”, có chỗ “{usual[0][1][0]}” ({usual[0][0].place})"
                + others([one.place for one, _ in rare[1:]]),
            )


@rule(
    "SO-15",
    "Dấu chấm ngăn hàng nghìn chia số thành từng nhóm ba chữ số",
    "kiểm tra lại con số: có nhóm thừa hoặc thiếu chữ số",
    severity=ERROR,
    bad=[
        "Tổng số phí đã thu là 29.061.00 đồng.",
        "Kinh phí 1.25.000 đồng.",
        "Kinh phí 29.0610.000 đồng.",
    ],
    good=[
        "Thu 29.061.000 đồng (mục 2.1.3, ngày 12.05.2026; mã 000.00.19.H29; "
        "địa chỉ 192.168.1.1, 10.0.100.12).",
        "Theo Nghị quyết số 66.7/2025/NQ-CP; TCVN 1.250.10:2020; mục 1.250.",
    ],
)
def groups_of_three(paper: Paper) -> Iterable[Found]:
    """Figures in several groups where just one, not the first, has not three digits."""
    for passage in paper.passages:
        if passage.running or passage.kind is Kind.CELL:
            for match in _GROUPED.finditer(passage.text):
                groups = match.group().split(".")
                wrong = [group for group in groups[1:] if len(group) != 3]
                address = len(groups) == 4 and all(int(group) < 256 for group in groups)
                if len(wrong) == 1 and not address:
                    yield Found(
                        passage.quoted(match.start(), match.end()),
                        f"“{match.group()}” có nhóm “{wrong[0]}” gồm {len(wrong[0])} chữ số",
                    )
