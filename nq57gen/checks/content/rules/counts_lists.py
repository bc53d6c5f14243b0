"""Numbers announced against what is listed: below a paragraph, in a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from nq57gen.checks.content.listings import THINGS, Count, counts_in, listings
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.vietnamese.syllables import fold

_PLAN = re.compile(r"\((?:KH|kế hoạch|chỉ tiêu|giao|mục tiêu)[^()]*\d[^()]*\)", re.IGNORECASE)
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
#: Smaller numbers of places are told apart from others by chance.
_FEWEST = 3


@rule(
    "DEM-01",
    "Số lượng nêu ở câu dẫn bằng số dòng liệt kê bên dưới",
    "đếm lại: sửa con số hoặc bổ sung, bớt dòng liệt kê",
    bad=[
        "* Có 3/5 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ một đạt 100%.\n- Tỷ lệ hai đạt 90%.\n* Có 2/5 "
        "chỉ tiêu chưa đạt.",
        "Tập trung bốn nhóm nhiệm vụ sau:\n- Nhóm một.\n- Nhóm hai.\n- Nhóm ba.",
        "UBND phường đã ban hành 03 văn bản, cụ thể:\n- Kế hoạch số 10/KH-UBND;\n- Quyết định số 86/QĐ-UBND.",
    ],
    good=[
        "* Có 2/5 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ một đạt 100%.\n- Tỷ lệ hai đạt 90%.\n* Có 3/5 "
        "chỉ tiêu chưa đạt.",
        "UBND phường đã ban hành 01 quyết định, 02 kế hoạch, cụ thể:\n- Kế hoạch một;\n- Quyết "
        "định;\n- Kế hoạch hai.",
        "Triển khai 06 nhiệm vụ theo Kế hoạch số 10/KH-UBND, với các nội dung sau:\n- Một.\n- Hai.",
        "Vận hành chính quyền địa phương 2 cấp, đã thực hiện:\n- Rà soát.\n- Kiểm tra.\n- Báo cáo.",
        "Theo Nghị quyết 57, có 5 đơn vị tham gia các hoạt động sau:\n- Tập huấn.\n- Hội thi.",
    ],
)
def announced(paper: Paper) -> Iterable[Found]:
    """The last count of a paragraph that opens a list; several counts may stand for the list together."""
    for listing in listings(paper):
        counts = [one for one in listing.counts if one.thing not in ("cap", "to chuc", "ro", "phan")]
        if (not counts or len(listing.lines) < 2) and not (counts and counts[-1].whole):
            continue
        said = counts[-1]
        if not _is_about(listing.passage, said):
            continue
        allowed = {said.number, sum(one.number for one in counts)}
        size = len(listing.lines)
        named = _of_thing(listing.lines, said.thing)
        if size not in allowed and named not in allowed:
            yield Found(
                listing.passage.quoted(said.start, said.end),
                f"ghi {_shown(listing.passage, said)}, bên dưới liệt kê {size}",
            )


def _is_about(passage: Passage, said: Count) -> bool:
    """Whether the list is of what is counted: nothing else is named between the count and the colon."""
    rest = fold(passage.text[said.end :]).lower()
    thing = rest.find(said.thing)
    later = re.search(rf"(?<!\w)(?:cac|nhung|mot so) (?:{THINGS})(?!\w)", rest[thing + len(said.thing) :])
    return later is None


def _of_thing(lines: tuple[Passage, ...], thing: str) -> int:
    return sum(fold(line.text).lower().startswith(thing) for line in lines)


def _shown(passage: Passage, said: Count) -> str:
    words = passage.text[said.end :].split()[: len(said.thing.split())]
    return " ".join([passage.text[said.start : said.end], *words]).rstrip('”":,')


@rule(
    "DEM-02",
    "Các nhóm “n/m” của cùng một tổng cộng lại bằng m",
    "đếm lại từng nhóm; tổng các nhóm phải bằng mẫu số",
    severity=ERROR,
    bad=["* Có 10/13 chỉ tiêu đạt.\n* Có 3/13 chỉ tiêu chưa đạt.\n* Có 01/13 chỉ tiêu chưa đánh giá."],
    good=[
        "* Có 10/13 chỉ tiêu đạt.\n* Có 2/13 chỉ tiêu chưa đạt.\n* Có 01/13 chỉ tiêu chưa đánh giá.",
        "Có 10/13 chỉ tiêu đạt, trong đó có 4/13 chỉ tiêu vượt.",
    ],
)
def groups(paper: Paper) -> Iterable[Found]:
    """Fractions of one whole and one thing where one says “chưa” and another does not."""
    found: dict[tuple[int, str], dict[str, tuple[Passage, Count]]] = {}
    for passage in paper.running():
        for one in counts_in(passage.text):
            if one.whole:
                kind = _kind(passage.text[one.end :])
                found.setdefault((one.whole, one.thing), {}).setdefault(kind, (passage, one))
    for (whole, _), kinds in found.items():
        kinds.pop("vượt", None)
        numbers = [one.number for _, one in kinds.values()]
        if "đạt" in kinds and "chưa đạt" in kinds and sum(numbers) != whole:
            passage, one = kinds["chưa đạt"]
            said = " + ".join(f"{number}/{whole}" for number in numbers)
            yield Found(passage.quoted(one.start, one.end), f"{said} = {sum(numbers)}/{whole}")


def _kind(rest: str) -> str:
    """What is said of the things counted: "đạt", "vượt", "chưa đạt" ... or the words themselves."""
    match = re.match(r"[^.;:,]*?(chưa đạt|không đạt|chưa đánh giá|khó đạt|đạt và vượt|vượt|đạt)", rest)
    if match is None:
        return rest[:40]
    return {"không đạt": "chưa đạt", "đạt và vượt": "đạt"}.get(match[1], match[1])


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
    for passage in paper.passages:
        if not (passage.running or passage.kind is Kind.CELL):
            continue
        for one in counts_in(passage.text):
            listed = _listed_after(passage.text, one)
            if listed and listed != one.number:
                yield Found(passage.quoted(one.start, one.end), f"ghi {_shown(passage, one)}, kể ra {listed}")
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
    if opened and "…" not in rest and "..." not in rest:
        numbers = [int(number) for number in re.findall(r"\((\d{1,2})\)", rest)]
        counted = 0
        for number in numbers:
            if number != counted + 1:
                break
            counted = number
        return counted
    bracket = re.match(r"\s*(?:\w+\s*){1,3}\(([^()]*;[^()]*)\)", rest)
    if bracket and "…" not in bracket[1] and "..." not in bracket[1]:
        return len([item for item in bracket[1].split(";") if item.strip()])
    return 0


@rule(
    "DEM-05",
    "Mỗi dòng liệt kê chỉ nêu một chỉ tiêu, như con số ở câu dẫn đã đếm",
    "tách thành hai dòng và đếm lại số chỉ tiêu",
    bad=[
        "* Có 2/3 chỉ tiêu đạt kế hoạch đề ra:\n- Tỷ lệ một đạt 100% (KH 80%).\n- Tỷ lệ hai (KH "
        "50%) và tỷ lệ ba (KH 60%) "
        "đạt kế hoạch."
    ],
    good=[
        "* Có 2/3 chỉ tiêu đạt kế hoạch:\n- Tỷ lệ một đạt 100% (KH 80%).\n- Tỷ lệ hai đạt 70% (KH có từ 50%)."
    ],
)
def two_in_one(paper: Paper) -> Iterable[Found]:
    """Lines of a counted list of targets that hold two planned values."""
    for listing in listings(paper):
        said = [one for one in listing.counts if one.thing == "chi tieu"]
        for line in listing.lines if said else ():
            plans = _PLAN.findall(line.text)
            if len(plans) > 1:
                total = sum(max(1, len(_PLAN.findall(other.text))) for other in listing.lines)
                yield Found(
                    line.quoted(line.text.find(plans[0])),
                    f"dòng này nêu {len(plans)} chỉ tiêu {' và '.join(plans)}, cả danh sách là "
                    f"{total} chỉ tiêu, "
                    f"câu dẫn ghi {_shown(listing.passage, said[-1])}",
                )


@rule(
    "DEM-06",
    "Cùng một số lượng thôn, khu phố, tổ được ghi như nhau trong cả văn bản",
    "kiểm tra và ghi một con số",
    bad=["Thành lập 29 Tổ công nghệ số cộng đồng tại 29 thôn. Chỉ đạo tổ công nghệ số tại 28 thôn."],
    good=["Tổ chức tại 29 thôn, kết nối 29 thôn, làm điểm tại 03 thôn."],
)
def same_number(paper: Paper) -> Iterable[Found]:
    """Numbers of hamlets and groups that differ by a little."""
    places = "thon|khu pho|to dan pho|ap|ban lang|to cong nghe so|khu dan cu"
    found: dict[str, Counter[int]] = {}
    where: dict[tuple[str, int], str] = {}
    for passage in paper.running():
        for match in re.finditer(rf"(?<![\d./,])(\d{{1,3}}) ({places})(?!\w)", fold(passage.text).lower()):
            number = int(match[1])
            found.setdefault(match[2], Counter())[number] += 1
            where.setdefault((match[2], number), passage.quoted(*match.span()))
    for thing, numbers in found.items():
        usual = numbers.most_common(1)[0][0]
        for number in numbers:
            if (
                number != usual
                and abs(number - usual) <= max(1, usual // 10)
                and min(number, usual) > _FEWEST
            ):
                yield Found(
                    where[thing, number], f"có chỗ ghi {number}, có chỗ ghi {usual} ({where[thing, usual]})"
                )
