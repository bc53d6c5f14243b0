"""Every mention of a document by its number: kind, number, date, issuer, title, and how each is written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nq57gen.checks.content.issuers import Issuer, issuer_at, written_by
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.layout.wording import LOWER
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily
from nq57gen.vietnamese.dates import DateError, parse_date

#: The kinds of documents with the abbreviations their numbers carry (PL III, Mục I; for the Party its own).
KINDS: dict[str, frozenset[str]] = {
    "thông báo kết luận": frozenset({"TB", "KL"}),
    "nghị quyết": frozenset({"NQ"}),
    "nghị định": frozenset({"NĐ"}),
    "quyết định": frozenset({"QĐ"}),
    "quy định": frozenset({"QĐ", "QyĐ"}),
    "quy chế": frozenset({"QC", "QĐ"}),
    "kế hoạch": frozenset({"KH"}),
    "chương trình": frozenset({"CTr", "CTR", "CT", "QĐ"}),
    "thông báo": frozenset({"TB"}),
    "kết luận": frozenset({"KL", "TB"}),
    "chỉ thị": frozenset({"CT"}),
    "công điện": frozenset({"CĐ"}),
    "thông tư": frozenset({"TT", "TTLT"}),
    "hướng dẫn": frozenset({"HD"}),
    "tờ trình": frozenset({"TTr"}),
    "báo cáo": frozenset({"BC"}),
    "đề án": frozenset({"ĐA", "QĐ"}),
    "công văn": frozenset({"CV"}),
}
_ABBREVIATIONS = frozenset().union(*KINDS.values())
#: Kinds that are verbs too: with words between them and a number they are no kind.
_VERBS = frozenset({"quy định", "thông báo", "kết luận", "hướng dẫn", "báo cáo", "quyết định"})
_SHORT = r"[A-ZĐƯ][A-Za-zĐđƯư]*[A-ZĐƯ][A-Za-zĐđƯư]*\d{0,2}"
_SIGN = r"\s?[/–-]\s?"
_SYMBOL = lazily(
    rf"(?<![\w/.,–-])(?P<number>\d{{1,5}}(?:\.\d{{1,2}})?[a-zđ]?)"
    rf"(?:\s?/\s?(?P<year>(?:19|20)\d\d)(?=\s?[/–-]))?"
    rf"(?P<tail>{_SIGN}{_SHORT}(?:{_SIGN}{_SHORT})?(?:[/-]{_SHORT})?)(?!\w)"
)
_KIND = lazily(rf"(?<!\w)(?:{'|'.join(KINDS)})(?!\w)", re.IGNORECASE)
_GAP = lazily(rf"(?P<lead>(?:\s+[{LOWER}]+){{0,4}}?)\s*(?P<word>(?<!\w)số\s?:?)?\s*", re.IGNORECASE)
_WORD = lazily(r"(?<!\w)số\s?:?\s*$", re.IGNORECASE)
_DATED = lazily(
    r"(?P<comma>\s*,)?\s*(?:(?:ban hành|ký)\s+)?ngày\s*"
    r"(?P<day>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})",
    re.IGNORECASE,
)
_BY = lazily(r"(?P<comma>\s*,)?\s*(?:của|do)\s+", re.IGNORECASE)
_ABOUT = r"v/v|về(?: việc)?|(?=sửa đổi|quy định|phê duyệt|thí điểm)"
_TITLE = lazily(rf"\s*,?\s*(?:{_ABOUT}) ?", re.IGNORECASE)
_TITLE_OF = lazily(rf"\s*,?\s*(?:{_ABOUT}|(?=ban hành|thực hiện|triển khai)) ?", re.IGNORECASE)
_STOP = lazily(r"[;()\n]|\.(?=\s|$)|$")
_WINDOW = 60
_DAY_ALONE = lazily(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")


@dataclass(frozen=True, slots=True)
class Mention:
    """One document named by its number; ``start``, ``end``: the words that name it, date and issuer with it.

    ``kind`` is in small letters ("kế hoạch"), "" when none is named; ``lead`` what stands between it and
    "số" ("hành động"); ``word``: whether there is "số". ``number``, ``year`` and ``parts`` are the number
    taken apart ("57", "", ("NQ", "TW")), ``written`` as typed. ``date`` is None without one and when it is
    no day; ``long``: written "ngày … tháng … năm …"; ``day`` as typed. ``comma``: one before "ngày";
    ``comma_by``: one before "của". ``title`` is what follows, without "về", up to the next mention.
    """

    passage: Passage
    start: int
    end: int
    kind: str
    lead: str
    word: bool
    number: str
    year: str
    parts: tuple[str, ...]
    written: str
    day: str
    date: datetime.date | None
    long: bool
    comma: bool
    issuer: Issuer | None
    comma_by: bool
    title: str
    titled: bool

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What two mentions of one document share, however the number is typed."""
        number = self.number.lstrip("0") or "0"
        return number, self.year, tuple(part.upper() for part in self.parts)

    @property
    def symbol(self) -> str:
        """The number without spaces."""
        return re.sub(r"\s", "", self.written).replace("–", "-")

    @property
    def abbreviation(self) -> str:
        """The abbreviation of the kind in the number, "" when there is none ("153/UBND-VHXH")."""
        return self.parts[0] if self.parts[0] in _ABBREVIATIONS and len(self.parts) > 1 else ""

    @property
    def end_part(self) -> str:
        """The part of the number that says who issued it: "TW", "UBND" ("153/UBND-VHXH"), "QH15"."""
        return self.parts[-1] if self.abbreviation else self.parts[0]

    @property
    def shown(self) -> str:
        """How to call it: "Kế hoạch số 17/KH-UBND"."""
        return f"{self.kind.capitalize()} số {self.symbol}" if self.kind else f"số {self.symbol}"

    @property
    def issuer_key(self) -> tuple[str, str] | None:
        """Name and level of the issuer, None when it is not said."""
        return (self.issuer.name, self.issuer.level) if self.issuer else None

    @property
    def fits(self) -> bool | None:
        """Whether the issuer is one who writes such a number; None when one of the two is not known."""
        known = written_by(self.end_part)
        return self.issuer.name in known if self.issuer and known else None

    def quoted(self) -> str:
        """Where it stands, with its words."""
        return self.passage.quoted(self.start, self.end)


@once_a_document
def mentions(paper: Paper) -> tuple[Mention, ...]:
    """The mentions of the whole document in its order; its own number left out.

    A number alone in a cell has the date that stands alone in another cell of its row.
    """
    days: dict[str, list[str]] = {}
    for passage in paper.passages:
        if passage.kind is Kind.CELL and _DAY_ALONE.fullmatch(passage.text):
            days.setdefault(row_of(passage), []).append(passage.text)
    return tuple(
        _with_day(mention, days.get(row_of(passage), []))
        for passage in paper.passages
        if passage.kind is not Kind.NUMBER
        for mention in mentions_in(passage)
    )


def row_of(passage: Passage) -> str:
    """The place of the row in which a cell stands."""
    return passage.place.rsplit(", ô", 1)[0]


def _with_day(mention: Mention, days: list[str]) -> Mention:
    """The mention with the day of its row, when there is one and it has none."""
    if mention.day or len(days) != 1 or mention.end < len(mention.passage.text.rstrip(" .;")):
        return mention
    return replace(mention, day=days[0], date=date_of(days[0]))


def mentions_in(passage: Passage) -> Iterator[Mention]:
    """The mentions of one passage."""
    matches = [match for match in _SYMBOL.finditer(passage.text) if _is_symbol(passage.text, match)]
    heads = [_head(passage.text, match.start()) for match in matches]
    for at, match in enumerate(matches):
        following = heads[at + 1][0] if at + 1 < len(matches) else len(passage.text)
        yield _mention(passage, match, heads[at], following)


def _is_symbol(text: str, match: re.Match[str]) -> bool:
    """Whether it is a number of a document: of two parts, or with a year, or after "số"."""
    parts = _parts(match["tail"])
    if len(parts) > 1 or match["year"]:
        return True
    return bool(_WORD.search(text, 0, match.start()))


def _parts(tail: str) -> tuple[str, ...]:
    return tuple(re.sub(r"\s", "", part) for part in re.split(r"[/–-]", tail) if part.strip())


def _head(text: str, start: int) -> tuple[int, str, str, bool]:
    """Where the mention begins whose number is at ``start``; its kind, what follows the kind, and "số"."""
    for kind in reversed(list(_KIND.finditer(text, max(0, start - _WINDOW), start))):
        gap = _GAP.fullmatch(text, kind.end(), start)
        verb = kind.group().islower() and kind.group() in _VERBS
        if gap and not (verb and gap["lead"]):
            return kind.start(), kind.group().lower(), (gap["lead"] or "").strip(), bool(gap["word"])
        break
    word = _WORD.search(text, 0, start)
    return (word.start() if word else start), "", "", bool(word)


def _mention(
    passage: Passage, match: re.Match[str], head: tuple[int, str, str, bool], following: int
) -> Mention:
    text = passage.text
    end = match.end()
    dated = _DATED.match(text, end)
    end = dated.end() if dated else end
    by = _BY.match(text, end)
    issuer = issuer_at(text, by.end()) if by else None
    if by and issuer:
        end = by.end() + issuer.length
    title, titled = _title(text, end, following, bool(issuer))
    day = re.sub(r"\s+", " ", dated["day"]) if dated else ""
    return Mention(
        passage=passage,
        start=head[0],
        end=end,
        kind=head[1],
        lead=head[2],
        word=head[3],
        number=match["number"],
        year=match["year"] or "",
        parts=_parts(match["tail"]),
        written=match.group(),
        day=day,
        date=date_of(day),
        long="tháng" in day.lower(),
        comma=bool(dated and dated["comma"]),
        issuer=issuer,
        comma_by=bool(by and issuer and by["comma"]),
        title=title,
        titled=titled,
    )


def _title(text: str, start: int, following: int, named: bool) -> tuple[str, bool]:
    """The title that follows, and whether it follows at once; a name of the issuer may stand between."""
    stop = _STOP.search(text, start)
    end = min(stop.start() if stop else len(text), following)
    begun = (_TITLE_OF if named else _TITLE).match(text, start, end)
    titled = bool(begun)
    if begun is None and named:
        begun = re.search(r" (?:v/v|về(?: việc)?) ", text[start:end])
        return (text[start + begun.end() : end].strip(' ,“”"'), True) if begun else ("", False)
    return (text[begun.end() : end].strip(' ,“”"'), titled) if begun else ("", False)


def date_of(day: str) -> datetime.date | None:
    """The date in "22/12/2024" or "22 tháng 12 năm 2024"; None when there is none or no such day."""
    if not day:
        return None
    spaced = f"ngày {day}" if "tháng" in day.lower() else re.sub(r"\s", "", day)
    try:
        return parse_date(spaced)
    except DateError:
        return None
