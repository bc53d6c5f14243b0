"""Structure of the text: a level with one member, bullets without their mark, headings with their text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from nq57gen.checks.content.labels import PART
from nq57gen.checks.content.paper import Kind, Paper, Passage
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.structure import outline, shown, under

_ENDED = re.compile(r"[.;]$|\./\.$")
_RUN_TOGETHER = re.compile(r"[^.;:“”]{3,90}:\s+\S.{25,}$")
_INLINE = re.compile(r"(?<=[\s:;,.])\((\d{1,2})\) ?(?=[^\W\d_])")
_SHOWN = 40
#: At least so many like headings, of which at most one in so many is another form.
_SEVERAL, _ONE_IN = 3, 4


@rule(
    "CT-01",
    "Đã chia mục thì phải có từ hai mục con trở lên",
    "thêm mục còn thiếu, hoặc bỏ số và gộp vào mục trên",
    bad=[
        "I. KẾT QUẢ\n1. Hạ tầng số\n- Phủ sóng 5G.\nII. NHIỆM VỤ\n1. Thể chế\n2. Hạ tầng",
        "1. Kết quả\n1.1. Về chỉ đạo\n- Ban hành kế hoạch.\n2. Hạn chế\n3. Nguyên nhân",
    ],
    good=[
        "I. KẾT QUẢ\n1. Hạ tầng số\n2. Dữ liệu số\nII. NHIỆM VỤ",
        "I. KẾT QUẢ\n- Phủ sóng 5G.\nII. NHIỆM VỤ",
    ],
)
def one_child(paper: Paper) -> Iterable[Found]:
    """A numbered level with a single member."""
    for siblings in outline(paper):
        only = siblings.passages[0]
        if len(siblings.passages) == 1 and only.number[-1] == 1 and siblings.parent:
            above = siblings.parent.label or siblings.parent.text
            yield Found(shown(only), f"“{above}” chỉ có một mục con là “{only.label}”")


@rule(
    "CT-02",
    "Các đoạn ngang hàng trong một mục cùng có hoặc cùng không có gạch đầu dòng",
    "thêm “-” ở đầu đoạn còn thiếu, hoặc bỏ ở đoạn kia",
    bad=[
        "1. Công tác triển khai\n- Ủy ban nhân dân phường ban hành Kế hoạch.\n"
        "Tham mưu Đảng ủy phường xây dựng Kế hoạch hành động.\n2. Kết quả",
        "1. Kết quả\n- Phủ sóng 5G toàn phường.\nThành lập Tổ công nghệ số.\n- Cấp chữ ký số.\n2. Hạn chế",
    ],
    good=[
        "1. Kết quả\nĐạt được các kết quả sau:\n- Phủ sóng 5G.\n- Cấp chữ ký số.\n"
        "Các văn bản được ban hành kịp thời.\n"
        "2. Hạn chế",
        "1. Kết quả\n- Phủ sóng 5G.\nCụ thể như sau:\n- Cấp chữ ký số.\n2. Hạn chế",
    ],
)
def without_mark(paper: Paper) -> Iterable[Found]:
    """One bullet followed by plain paragraphs, or a plain one between bullets."""
    main = [passage for passage in paper.running() if not passage.part and passage.kind is not Kind.NOTE]
    for _, held in under(paper):
        text = [passage for passage in held if passage is not main[-1] and not _is_closing(passage)]
        bullets = [at for at, passage in enumerate(text) if passage.kind is Kind.BULLET]
        plain = [
            passage
            for at, passage in enumerate(text)
            if passage.kind is Kind.PROSE and bullets and at > bullets[0] and _is_full(passage)
        ]
        between = [passage for passage in plain if passage.at < text[bullets[-1]].at]
        if bullets and bullets[0] == 0 and plain and (len(bullets) == 1 or between):
            odd = (between or plain)[0]
            bullet = text[bullets[0]]
            if _is_full(bullet):
                yield Found(shown(odd), f"đoạn này không có gạch đầu dòng, {bullet.place} thì có")


def _is_closing(passage: Passage) -> bool:
    return passage.text.startswith("Trên đây là")


def _is_full(passage: Passage) -> bool:
    """Whether a passage is a sentence that introduces nothing."""
    return _ENDED.search(passage.text.rstrip(" ”)")) is not None and not passage.text.startswith("(")


@rule(
    "CT-03",
    "Các đề mục ngang hàng trình bày như nhau: tiêu đề một dòng riêng, lời văn xuống dòng",
    "để tiêu đề một dòng, bỏ dấu hai chấm, lời văn xuống dòng dưới",
    bad=[
        "I. MỤC ĐÍCH\nII. MỤC TIÊU\nIII. GIẢI PHÁP\n"
        "IV. KINH PHÍ: Nguồn kinh phí từ ngân sách nhà nước và các nguồn khác.\nV. TỔ CHỨC",
    ],
    good=[
        "I. MỤC ĐÍCH\nII. MỤC TIÊU\nIII. GIẢI PHÁP\nIV. KINH PHÍ THỰC HIỆN\nV. TỔ CHỨC THỰC HIỆN",
        "1. Kết quả nổi bật:\n2. Hạn chế:\n3. Nguyên nhân:",
    ],
)
def run_together(paper: Paper) -> Iterable[Found]:
    """Few of many headings that run into their text."""
    for siblings in outline(paper):
        together = [
            passage
            for passage in siblings.passages
            if passage.rank != PART and passage.kind is Kind.ITEM and _RUN_TOGETHER.match(passage.text)
        ]
        titles = [passage for passage in siblings.passages if passage.kind is Kind.HEADING]
        titles = [passage for passage in titles if passage not in together]
        if together and len(titles) >= max(_SEVERAL, _ONE_IN * len(together)):
            for passage in together:
                title = passage.text.split(":")[0]
                yield Found(
                    passage.quoted(0, len(title) + 1),
                    f"“{passage.label} {title}:” viết liền lời văn, trong khi "
                    f"{len(titles)} "
                    "đề mục ngang hàng thì không",
                )


@rule(
    "CT-18",
    "Các ý đánh số (1), (2), (3) trong một đoạn liên tục, không thiếu, không lặp",
    "đánh lại số trong ngoặc",
    bad=[
        "Tập trung vào: (1) phát triển hạ tầng; (2) nguồn lực; (4) chuyển đổi số.",
        "Tập trung vào: (1) phát triển hạ tầng; (2) nguồn lực; (2) chuyển đổi số.",
    ],
    good=["Tập trung vào: (1) phát triển hạ tầng; (2) nguồn lực; (3) chuyển đổi số.", "Có 4 nhóm (4), (2)."],
)
def inline_numbers(paper: Paper) -> Iterable[Found]:
    """Numbers in brackets within one passage follow each other."""
    for passage in paper.running():
        marks = list(_INLINE.finditer(passage.text))
        if len(marks) < _SEVERAL or int(marks[0][1]) != 1:
            continue
        for before, mark in itertools.pairwise(marks):
            if int(mark[1]) not in (1, int(before[1]) + 1):
                yield Found(
                    passage.quoted(mark.start(), mark.end() + _SHOWN), f"sau ({before[1]}) là ({mark[1]})"
                )
