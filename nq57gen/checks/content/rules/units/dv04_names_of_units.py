"""Names of other units and provinces where the own one should stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.content.counted import FORMED
from nq57gen.checks.content.paper import Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.units.home import province
from nq57gen.checks.content.rules.units.places import KINDS, MERGED, NAME, PARTNER, PAST, cited_in
from nq57gen.checks.content.wording import once, written
from nq57gen.patterns import lazily
from nq57gen.units.register import register
from nq57gen.vietnamese.syllables import fold

_UNIT = lazily(rf"(?<!\w)(?P<kind>[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hị trấn) (?P<name>{NAME})")
_PROVINCE = lazily(rf"(?<!\w)(?P<kind>tỉnh|thành phố|TP\.?) (?P<name>{NAME})")
#: Before a name: what speaks of the own unit.
_OURS = lazily(
    r"(?<!\w)(?:địa bàn|toàn|tại|ở|UBND|[ỦU][yỷ] ban nhân dân|HĐND|Hội đồng nhân dân|Đảng [uủ][yỷ]|Công an"
    r"|Trạm [Yy] tế|[Nn]hân dân|Ban [Cc]hỉ đạo|Đề án 06|hành chính công|chính quyền)\s*$"
)
_LISTED = lazily(r"\s*(?:,|và|-)\s*(?:xã|phường) ")


@rule(
    "DV-04",
    "Trong văn bản của một đơn vị, chỗ nói về đơn vị mình ghi đúng tên và loại của mình",
    "sửa thành tên đơn vị ban hành; nếu đúng là đơn vị khác thì giữ nguyên",
    bad=[
        "Kế hoạch hoạt động của Tổ công nghệ số cộng đồng trên địa bàn phường Hưng.",
        "Ủy ban nhân dân xã Minh Hưng xây dựng kế hoạch.",
        "@ phường Nam Đồ Sơn, thành phố Hải Phòng; năm 2025; báo cáo\n"
        "Hoạt động của Tổ trên địa bàn phường Đồ Sơn.",
        "@ phường An Phú, thành phố Hồ Chí Minh; năm 2026; kế hoạch\nTrên địa bàn phường An Phú Đông.",
        "Kế hoạch của UBND tỉnh Cà Mau trên địa bàn.",
        "Chuyển đổi số ở phường Minh Long tiến triển rõ.",
    ],
    good=[
        "Trên địa bàn phường Minh hưng; UBND phường Minh Hưng Quý I năm 2026.",
        "Phối hợp với phường Chơn Thành; học tập kinh nghiệm của UBND phường Chơn Thành; trên địa bàn phường "
        "Minh Hưng năm 2026; xã Minh Long (cũ); UBND tỉnh Đồng Nai; giữa phường Minh Hưng và xã Nha Bích; "
        "tại thành phố Đồng Nai.",
    ],
)
def names(paper: Paper) -> Iterable[Found]:
    """Other units' and provinces' names where a text speaks of the own."""
    if paper.unit and paper.unit_kind in KINDS:
        yield from once(_units(paper))
    yield from once(_provinces(paper))


def _units(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    own = _plain(paper.unit)
    for passage in written(paper):
        if passage.text.isupper():
            continue
        for match in _UNIT.finditer(passage.text):
            name, kind = _plain(match["name"]), match["kind"].lower()
            span = passage, match.start(), match.end()
            shown = f"{paper.unit_kind} {paper.unit}"
            if _is_own(paper, match, own):
                if kind != paper.unit_kind and not _of_old(passage.text, match):
                    yield (kind, own), *span, f"“{kind} {paper.unit}”, trong khi văn bản là của {shown}"
            elif _speaks_of_us(passage.text, match) and not _was_there(paper, passage, match.start()):
                yield (kind, name), *span, f"“{match.group()}”, trong khi văn bản là của {shown}"


def _provinces(paper: Paper) -> Iterator[tuple[object, Passage, int, int, str]]:
    for passage in written(paper):
        for match in _PROVINCE.finditer(passage.text):
            if not _speaks_of_us(passage.text, match):
                continue
            home, meant = province(paper), register().find_province(match["name"]).meant
            if home is None or meant is None or meant.code == home.code:
                continue
            said = f"“{match.group()}”, trong khi {paper.unit_kind} {paper.unit} thuộc {home.full_name}"
            yield meant.code, passage, match.start(), match.end(), said


def _is_own(paper: Paper, match: re.Match[str], own: str) -> bool:
    """Whether the name is that of the unit: with a small letter too, or a word behind that is no name."""
    name = _plain(match["name"])
    if name.startswith(f"{own} "):
        return register().find(f"{match['kind']} {match['name']}").meant is None
    start = match.start("name")
    return name == own or (
        own.startswith(f"{name} ") and _plain(match.string[start : start + len(paper.unit)]) == own
    )


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text)).strip().lower()


def _speaks_of_us(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    ours = _OURS.search(before)
    if ours is None or _of_old(text, match) or _LISTED.match(text, match.end()):
        return False
    listed = re.search(r"(?:xã|phường) [^,;.]{2,30}(?:,|và)\s*$", before)
    return not listed and not PARTNER.search(before[: ours.start()].rstrip())


def _of_old(text: str, match: re.Match[str]) -> bool:
    """Whether a unit of the same name is meant from which, with others, the own was made."""
    return bool(MERGED.search(text, 0, match.start()) or PAST.match(text, match.end()))


def _was_there(paper: Paper, passage: Passage, at: int) -> bool:
    """Whether the words are about a document from before the communes of today."""
    return any(
        mention.start <= at and mention.date and mention.date < FORMED for mention in cited_in(paper, passage)
    )
