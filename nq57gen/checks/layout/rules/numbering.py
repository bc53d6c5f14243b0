"""Bố cục và đánh số (ô số 6): trình tự các cấp, điểm a b c d đ e, gạch đầu dòng, 1.1., số liên tục."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from nq57gen.checks.layout.looks import share
from nq57gen.checks.layout.outline import WORDED, Entry, Kind, main_size, stories, usual_size
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.sequence import breaks
from nq57gen.checks.layout.wording import once

_MOST = 0.9
#: Levels of the layout with articles, which does not go together with I., II.
_WITH_ARTICLES = (Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.ARTICLE)
_NUMBERED = (*WORDED, Kind.ROMAN, Kind.ARTICLE, Kind.CLAUSE, Kind.DECIMAL, Kind.POINT)
_SIGNS = ("-", "+", "\N{MINUS SIGN}")
_PLAN_OR_REPORT = ("ke_hoach", "bao_cao")


@rule(
    "ND30-BC-01",
    "PL I, Mục II.6.c; bảng Mục V dòng 6a, 6b",
    "Bố cục theo một kiểu: phần, chương, mục, tiểu mục, điều, khoản, điểm; hoặc phần, mục (I.), khoản, điểm; "
    "cấp lớn không nằm trong cấp nhỏ",
    "chọn một kiểu bố cục cho cả văn bản; Kế hoạch, Báo cáo thường dùng I., 1., a)",
    types=_PLAN_OR_REPORT,
    bad=[
        edit("heading", "có Điều trong văn bản chia mục La Mã", insert="Điều 1. Phạm vi thực hiện"),
        edit("heading", "có Chương trong văn bản chia mục La Mã", insert="Chương I"),
        edit(
            "point",
            "khoản nằm trong điểm",
            insert="1. Việc thứ nhất;\n2. Việc thứ hai.\nb) Bảo đảm đường truyền;\n1. Việc thứ nhất;",
        ),
    ],
)
def layout_of_levels(parts: Parts) -> Iterable[Found]:
    """Two layouts in one text; a level of headings inside a lower one."""
    story = stories(parts)[0]
    if any(entry.kind is Kind.ROMAN for entry in story):
        mixed = next((entry for entry in story if entry.kind in _WITH_ARTICLES), None)
        if mixed is not None:
            yield Found(mixed.piece.place, f"“{mixed.label}” trong văn bản chia mục I., II.")
    for entry, inside in _turned_round(story):
        yield Found(inside.piece.place, f"“{inside.label}” nằm trong “{entry.label}”")


def _turned_round(story: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Neighbours such as a) and b) under each of which a higher level begins: the first, what it holds."""
    for kind in (Kind.CLAUSE, Kind.POINT):
        own = [index for index, entry in enumerate(story) if entry.kind is kind and entry.number]
        for first, second in itertools.pairwise(own):
            if story[second].number[0] != story[first].number[0] + 1:
                continue
            following = next((index for index in own if index > second), len(story))
            held = _higher(story[first + 1 : second], kind)
            held_next = _higher(story[second + 1 : following], kind)
            if held and held_next and held.kind is held_next.kind and held.number == held_next.number == (1,):
                yield story[first], held
                return


def _higher(entries: Sequence[Entry], kind: Kind) -> Entry | None:
    """The first numbered entry, if it is of a higher level than ``kind``."""
    found = next((entry for entry in entries if entry.kind in _NUMBERED and entry.number), None)
    return found if found and _NUMBERED.index(found.kind) < _NUMBERED.index(kind) else None


@rule(
    "ND30-BC-06",
    "PL I, Mục II.6.đ",
    "Điểm là chữ cái thường và dấu đóng ngoặc, theo thứ tự a b c d đ e g h, chữ đứng, không đậm, "
    "cỡ bằng lời văn",
    "gõ tay “a)”, “b)”, “c)”, “d)”, “đ)”, “e)” (danh sách tự động của Word bỏ mất đ), bỏ đậm, bỏ nghiêng",
    bad=[
        edit("point", "đậm", bold=True),
        edit("point", "nghiêng", italic=True),
        edit("point", "dấu chấm sau chữ", text="a. Lắp điểm truy cập mạng miễn phí tại trụ sở;"),
        edit("point", "dùng chữ f", at=1, text="f) Bảo đảm đường truyền, thiết bị."),
        edit(
            "point",
            "thiếu đ",
            at=-1,
            insert="c) Rà soát thiết bị;\nd) Bố trí nhân lực;\ne) Báo cáo kết quả hằng tháng.",
        ),
    ],
)
def points(parts: Parts) -> Iterable[Found]:
    """The look of a), b) and what only concerns letters; gaps are left to BC-11."""
    for story in stories(parts):
        usual = usual_size(story)
        found = [entry for entry in story if entry.kind is Kind.POINT]
        yield from once(
            Found(entry.piece.place, wrong) for entry in found for wrong in _wrong_point(entry, usual)
        )
        for above, below in itertools.pairwise(found):
            if above.label[0] == "d" and below.label[0] == "e" and above.at < below.at:
                yield Found(below.piece.place, "sau “d)” là “e)”, thiếu “đ)”")


def _wrong_point(entry: Entry, usual: float) -> Iterator[str]:
    if not entry.label.endswith(")"):
        yield f"sau chữ không phải dấu đóng ngoặc: “{entry.label}”"
    if not entry.number:
        yield f"dùng chữ “{entry.label[0]}”, không có trong bảng chữ cái tiếng Việt"
    if entry.titled:
        yield "đậm"
    elif not entry.paragraph.list_label and entry.piece.letters and entry.piece.letters[0].bold:
        yield "nhãn đậm"
    if share(entry.piece, lambda run: run.italic) > _MOST:
        yield "nghiêng"
    size = main_size(entry.piece)
    if not entry.running and usual and size and size != usual:
        yield f"cỡ {size:g}, lời văn cỡ {usual:g}".replace(".", ",")


@rule(
    "ND30-BC-07",
    "nghị định không quy định cấp dưới điểm",
    "Dưới điểm dùng gạch đầu dòng “-” rồi “+”, không dùng dấu tròn, mũi tên, dấu sao",
    "thay dấu đầu dòng bằng “-”, cấp dưới bằng “+”",
    severity=WARNING,
    types=_PLAN_OR_REPORT,
    bad=[
        edit("bullet", "dấu tròn", text="• Cụ thể hóa Kế hoạch thành việc làm của từng cơ quan, khu phố."),
        edit("bullet", "mũi tên", text="➢ Cụ thể hóa Kế hoạch thành việc làm của từng cơ quan, khu phố."),
        edit("bullet", "dấu sao", text="* Cụ thể hóa Kế hoạch thành việc làm của từng cơ quan, khu phố."),
        edit("bullet", "gạch dài", text="– Cụ thể hóa Kế hoạch thành việc làm của từng cơ quan, khu phố."),
    ],
)
def bullets(parts: Parts) -> Iterable[Found]:
    """Signs of bullets, typed or Word's."""
    for story in stories(parts):
        yield from once(
            Found(entry.piece.place, f"dấu đầu dòng “{entry.label}”")
            for entry in story
            if entry.kind is Kind.BULLET and entry.label not in _SIGNS
        )


@rule(
    "ND30-BC-08",
    "PL I, Mục II.6.c",
    "Đánh số 1.1., 1.2. thì thống nhất cả văn bản: cùng có hoặc cùng không có dấu chấm cuối, các mục "
    "cùng cấp trình bày như nhau",
    "chọn một cách viết “1.1.” hoặc “1.1” cho cả văn bản; các mục cùng cấp cùng đậm hoặc cùng không đậm",
    severity=WARNING,
    types=_PLAN_OR_REPORT,
    bad=[
        edit(
            "clause",
            "lẫn 1.1. và 1.2",
            insert="1.1. Rà soát hạ tầng\n1.2 Bổ sung thiết bị\n1.3. Bố trí nhân lực",
        ),
    ],
)
def decimals(parts: Parts) -> Iterable[Found]:
    """Whether 1.1. are all written alike, and neighbours look alike."""
    for story in stories(parts):
        found = [entry for entry in story if entry.kind is Kind.DECIMAL]
        stopped = [entry for entry in found if entry.label.endswith(".")]
        bare = [entry for entry in found if not entry.label.endswith(".")]
        fewer, more = sorted((stopped, bare), key=len)
        if fewer and more:
            yield Found(fewer[0].piece.place, f"“{fewer[0].label}” nhưng nơi khác “{more[0].label}”")
        for above, below in itertools.pairwise(found):
            follows = above.number[:-1] == below.number[:-1] and above.number < below.number
            if (
                follows
                and above.titled
                and not below.titled
                and len(below.piece.text) < len(above.piece.text)
            ):
                yield Found(below.piece.place, f"“{below.label}” không đậm như “{above.label}”")


@rule(
    "ND30-BC-11",
    "không có điều khoản riêng",
    "Đề mục đánh số liên tục, không nhảy số, không lặp; đề mục không đứng một mình ở cuối trang",
    "sửa lại số của đề mục; đề mục: Paragraph > Line and Page Breaks > Keep with next",
    severity=WARNING,
    bad=[
        edit("heading", "nhảy từ I đến III", at=1, text="III. NHIỆM VỤ, GIẢI PHÁP"),
        edit("heading", "lặp lại I", at=1, text="I. NHIỆM VỤ, GIẢI PHÁP"),
        edit("clause", "nhảy từ 1 đến 3", at=1, text="3. Yêu cầu"),
        edit("clause", "bắt đầu từ 2", text="2. Mục đích"),
        edit(
            "point", "nhảy từ a đến c", at=1, text="c) Bảo đảm đường truyền, thiết bị của bộ phận tiếp nhận."
        ),
        edit("article", "lặp lại Điều 1", at=1, text="Điều 1. Các cơ quan hướng dẫn người dân nộp hồ sơ."),
        edit("heading", "không dính với đoạn sau", keep_next=False),
    ],
)
def sequences(parts: Parts) -> Iterable[Found]:
    """Numbers that do not follow, and headings that may be left at the foot of a page."""
    for story in stories(parts):
        for entry, wrong in breaks(story):
            yield Found(entry.piece.place, wrong)
        yield from once(
            Found(entry.piece.place, "đề mục không đặt Keep with next")
            for entry, below in itertools.pairwise(story)
            if _is_heading(entry) and not entry.paragraph.keep_next and below.paragraph is not entry.paragraph
        )


def _is_heading(entry: Entry) -> bool:
    if entry.kind in (*WORDED, Kind.TITLE):
        return True
    return entry.titled and entry.kind in (Kind.ROMAN, Kind.CLAUSE, Kind.DECIMAL)
