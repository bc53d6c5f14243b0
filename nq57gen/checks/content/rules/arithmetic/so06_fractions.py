"""The percentage beside a fraction that it says once more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.clauses import end_of_clause
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.quantities import (
    Quantity,
    is_share,
    quantities,
    says_share,
    share,
    shown,
)
from nq57gen.checks.content.rule import ERROR, Found, rule
from nq57gen.patterns import lazily

#: What stands between a percentage and the fraction that says it once more.
_BEFORE = lazily(r"\($|tương đương(?: với)?$|tương ứng(?: với)?$|=$")
#: A percentage after these words is what was planned, not what was reached.
_PLANNED = lazily(
    r"(?:KH|kế hoạch|chỉ tiêu|giao|yêu cầu|mục tiêu|so với|tăng|giảm)[^\d;.]{0,25}$", re.IGNORECASE
)
_FAR = 60
#: The whole of such a fraction was planned; a name ("Kế hoạch số 5") says nothing of it.
_PLAN = lazily(
    r"(?<![\w/])(?:kế hoạch(?! số\W)|KH(?![\w-])|chỉ tiêu|dự toán|mục tiêu|được giao|đăng ký"
    r"|vượt (?=mức|yêu cầu|\d))"
)
_MET = lazily(r"(?<!\w)(?:đạt|bằng|hoàn thành|tương đương|tương ứng)(?: t[ỷỉ] lệ| với)*\s*$|[=(]\s*$")
_EXCEEDED = lazily(
    r"(?<!\w)vượt(?: (?:mức|kế hoạch|KH|chỉ tiêu|dự toán|mục tiêu|yêu cầu|(?:được )?giao|năm|đề ra|thêm|là))*"
    r"\s*$"
)
_MORE = lazily(r"(?<!\w)(?:tăng|cao hơn)(?: thêm)?\s*$")
_NEAR = 30
_CLAUSE_ENDS = lazily(r"[;\n]|\.(?=\s)")
#: Of a set of these no more can be done than there are.
_SETS = frozenset({("chi", "tieu"), ("nhiem", "vu"), ("tieu", "chi")})


@rule(
    "SO-06",
    "Tỷ lệ ghi cạnh phân số n/m bằng n chia cho m",
    "tính lại tỷ lệ, hoặc kiểm tra hai số của phân số",
    severity=ERROR,
    bad=[
        "Tỷ lệ số hóa hồ sơ đạt 98,7% tương đương 2.652/2.660 hồ sơ.",
        "Tái sử dụng dữ liệu số hóa đạt 71,41% (1.873/2.660 hồ sơ).",
        "Có 25/29 thôn có tổ công nghệ số, đạt 89%.",
        "Có 138/146 hồ sơ thuộc diện thu phí, lệ phí được thanh toán trực tuyến, đạt 100%.",
        "Đã cập nhật 2.663/2.660 hồ sơ lên hệ thống.",
        "Số hồ sơ thanh toán trực tuyến là 138/146 hồ sơ. Đạt tỷ lệ 100%.",
        "Trồng được 120/100 ha rừng, vượt 30% kế hoạch.",
    ],
    good=[
        "Tỷ lệ số hóa đạt 99,7 % tương đương 2.652/2.660 hồ sơ; Tái sử dụng 70,41% (1.873/2.660 hồ sơ).",
        "Có 10/13 chỉ tiêu đạt kế hoạch, trong đó 100% cán bộ được bồi dưỡng.",
        "Có 10/13 chỉ tiêu đạt 100% kế hoạch; 5/10 trường đạt chuẩn, tỷ lệ giáo viên đạt chuẩn là 98%.",
        "Có 25/29 thôn có tổ công nghệ số, đạt 86% (kế hoạch 90%). Trực 24/7.",
        "Trồng được 120/100 ha rừng, vượt 20% kế hoạch; gửi báo cáo trước ngày 01/6 và 15/11 hằng năm.",
    ],
)
def fractions(paper: Paper) -> Iterable[Found]:
    """Fractions and the nearest percentage that is linked to them."""
    for passage in paper.text_and_cells():
        yield from _fractions_in(passage)


def _fractions_in(passage: Passage) -> Iterator[Found]:
    figures = quantities(passage.text)
    for at, one in enumerate(figures):
        if one.whole is None or one.percent or one.whole < 2:
            continue
        said = _beside(passage.text, figures, at)
        if one.value > one.whole and one.noun:
            yield from _above(passage, one, said or _of_plan(passage.text, figures, at))
            continue
        if said and not is_share(one.value, one.whole, said):
            exact = share(one.value, one.whole)
            place = passage.quoted(min(one.start, said.start), max(one.end, said.end))
            yield Found(place, f"{one.written} = {exact}, trong khi ghi {said.written}")


def _beside(text: str, figures: tuple[Quantity, ...], at: int) -> Quantity | None:
    """The percentage that says the fraction ``at`` once more: behind it, or before it as "70,41% (n/m)"."""
    one = figures[at]
    after = figures[at + 1] if at + 1 < len(figures) else None
    if after and says_share(text, one, after):
        return after
    before = figures[at - 1] if at else None
    if not before or not before.percent or before.sign or _PLANNED.search(text[: before.start]):
        return None
    earlier = figures[at - 2] if at > 1 else None
    if after and after.whole is not None and end_of_clause(text, one.start) > after.end:
        return None  # of all the fractions of the bracket together
    if earlier and earlier.whole is not None and says_share(text, earlier, before):
        return None
    gap = text[before.end : one.start]
    return before if len(gap) <= _FAR and _BEFORE.search(gap.strip()) else None


def _of_plan(text: str, figures: tuple[Quantity, ...], at: int) -> Quantity | None:
    """The percentage right behind the fraction ``at`` that says how far a plan was met or exceeded."""
    after = figures[at + 1] if at + 1 < len(figures) else None
    if after is None or not after.percent or after.sign:
        return None
    gap = text[figures[at].end : after.start]
    if len(gap) > _FAR or _CLAUSE_ENDS.search(gap):
        return None
    return after if _MET.search(gap) or _is_excess(text, after) else None


def _is_excess(text: str, said: Quantity) -> bool:
    """Whether a percentage is what comes on top of a plan: "vượt 23% kế hoạch", "vượt kế hoạch 23%"."""
    before = text[: said.start]
    more = _MORE.search(before) and _PLAN.search(text[said.end : said.end + _NEAR])
    return bool(_EXCEEDED.search(before) or more)


def _above(passage: Passage, one: Quantity, said: Quantity | None) -> Iterator[Found]:
    """A count above its whole: wrong, unless the whole is what was planned; then its percentage must hold."""
    if one.whole is None:
        return
    excess = said is not None and _is_excess(passage.text, said)
    met = excess or (said is not None and said.value > 100) or _PLAN.search(_clause(passage.text, one))
    if not met or one.unit[:2] in _SETS:
        place = passage.quoted(one.start, one.end)
        yield Found(place, f"{shown(one.value)} lớn hơn {shown(one.whole)}")
    elif said and not is_share(one.value - one.whole if excess else one.value, one.whole, said):
        more = f", vượt {share(one.value - one.whole, one.whole)}" if excess else ""
        place = passage.quoted(min(one.start, said.start), max(one.end, said.end))
        exact = share(one.value, one.whole)
        yield Found(place, f"{one.written} = {exact}{more}, trong khi ghi {'vượt ' * excess}{said.written}")


def _clause(text: str, one: Quantity) -> str:
    """What stands between the full stops and semicolons around a figure."""
    first = max((match.end() for match in _CLAUSE_ENDS.finditer(text, 0, one.start)), default=0)
    last = _CLAUSE_ENDS.search(text, one.end)
    return text[first : last.start() if last else len(text)]
