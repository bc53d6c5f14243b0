"""Căn cứ ban hành văn bản (ô số 6): cách trình bày, dấu câu, đủ nội dung."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.looks import share
from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import Piece
from nq57gen.checks.layout.rule import Found, edit, rule
from nq57gen.checks.layout.wording import once
from nq57gen.patterns import lazily

#: Number and symbol of a document: "57-NQ/TW", "91/KH-UBND", "72/2025/QH15".
SYMBOL = r"\d+[^\W_]*(?:[/-][^\W_]+(?:&[^\W_]+)*)+"
#: Letters of another look that do not count: a comma, a mark of a footnote.
_FEW = 0.1

_CITES = lazily(rf"Căn cứ (?:[^\W\d_]+ ){{1,4}}số:? ?(?P<symbol>{SYMBOL})(?P<rest>.*)$")
_ANY_SYMBOL = lazily(rf"\bsố:? ?{SYMBOL}")
_LAW = lazily(r"Căn cứ (?:Luật|Bộ luật|Pháp lệnh) ")
_TWO = lazily(r";\s*(?:Căn cứ|Theo đề nghị|Xét đề nghị)\b")
_ISSUED_BY = lazily(r"\b(?:của|do)\b")
#: Bodies whose names need nothing behind them: a citation that ends with one has no trích yếu.
_ENDS_WITH_BODY = lazily(
    r"\bcủa (?:Bộ Chính trị|Ban Bí thư|(?:Thủ tướng )?Chính phủ|(?:Ủy ban Thường vụ )?Quốc hội)[;.]?$"
)
#: The types whose căn cứ are a list (the decree's list of rules); elsewhere they are prose.
_TYPES = ("quyet_dinh", "ke_hoach", "bao_cao")
_LAST = "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025"


@rule(
    "ND30-CC-01",
    "PL I, Phần I, Mục II.6.a",
    "Căn cứ trình bày chữ thường, nghiêng, cỡ 13-14, mỗi căn cứ một dòng",
    "chọn các dòng căn cứ, đặt nghiêng, bỏ đậm, cỡ 14; mỗi căn cứ xuống dòng riêng",
    types=_TYPES,
    bad=[
        edit("bases", "đứng", italic=False),
        edit("bases", "đậm", bold=True),
        edit("bases", "cỡ 12", size=12),
        edit("bases", "cỡ 15", at=1, size=15),
        edit("bases", "in hoa", caps=True),
        edit(
            "bases",
            "hai căn cứ trên một dòng",
            text="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; Căn cứ Luật Khoa học, "
            "công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025;",
        ),
    ],
)
def look_of_bases(parts: Parts) -> Iterable[Found]:
    """The look of each căn cứ, and that each stands on its own line."""
    return once(found for base in _listed(parts) for found in _wrong_look(base))


def _wrong_look(base: Piece) -> Iterator[Found]:
    if share(base, lambda run: not run.italic) > _FEW:
        yield Found(base.place, "không nghiêng")
    if share(base, lambda run: run.bold) > _FEW:
        yield Found(base.place, "đậm")
    if share(base, lambda run: not 13 <= run.size_pt <= 14) > _FEW:
        sizes = sorted({run.size_pt for run in base.letters if not 13 <= run.size_pt <= 14})
        yield Found(base.place, "cỡ " + ", ".join(f"{size:g}".replace(".", ",") for size in sizes))
    if base.text.upper() == base.text:
        yield Found(base.place, "in hoa")
    if any(_TWO.search(line) for line in base.paragraph.shown_text.splitlines()):
        yield Found(base.place, "hai căn cứ trên một dòng")


@rule(
    "ND30-CC-02",
    "PL I, Phần I, Mục II.6.a",
    "Cuối mỗi căn cứ là dấu chấm phẩy, cuối căn cứ cuối cùng là dấu chấm",
    "sửa dấu ở cuối dòng căn cứ: “;” ở các dòng trên, “.” ở dòng cuối",
    types=_TYPES,
    bad=[
        edit(
            "bases",
            "dòng trên cuối bằng dấu phẩy",
            text="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025,",
        ),
        edit(
            "bases",
            "dòng trên cuối bằng dấu chấm",
            text="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.",
        ),
        edit("bases", "dòng cuối bằng dấu chấm phẩy", at=-1, text=_LAST + ";"),
        edit("bases", "dòng cuối bằng dấu phẩy", at=-1, text=_LAST + ","),
        edit("bases", "dòng cuối không có dấu", at=-1, text=_LAST),
    ],
)
def ends_of_bases(parts: Parts) -> Iterable[Found]:
    """The last sign of each căn cứ."""
    listed = _listed(parts)
    for base in listed:
        wanted = "." if base is listed[-1] else ";"
        if not base.text.endswith(wanted):
            last = base.text[-1]
            ends = f"cuối dòng là “{last}”" if not last.isalnum() else "cuối dòng không có dấu"
            yield Found(base.place, f"{ends}, phải là “{wanted}”")


@rule(
    "ND30-CC-03",
    "PL I, Phần I, Mục II.6.a",
    "Căn cứ ghi đủ tên loại, số ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu; Luật, Pháp lệnh không "
    "ghi số ký hiệu và cơ quan ban hành",
    "ghi như “Căn cứ Nghị quyết số … ngày … của … về …;”, “Căn cứ Luật … ngày …;”",
    types=_TYPES,
    bad=[
        edit(
            "bases",
            "thiếu ngày",
            text="Căn cứ Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, "
            "đổi mới sáng tạo và chuyển đổi số quốc gia;",
        ),
        edit(
            "bases",
            "thiếu cơ quan ban hành",
            text="Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 về đột phá phát triển khoa học, "
            "công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;",
        ),
        edit(
            "bases",
            "thiếu trích yếu",
            text="Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị;",
        ),
        edit("bases", "Luật không có ngày", text="Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;"),
        edit(
            "bases",
            "Luật có số ký hiệu",
            text="Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
        ),
    ],
)
def content_of_bases(parts: Parts) -> Iterable[Found]:
    """What a căn cứ lacks for certain; one that names no number is not judged."""
    for base in _listed(parts):
        missing = list(_missing(base.text.lstrip("-– ")))
        if missing:
            yield Found(base.place, ", ".join(missing))


def _missing(text: str) -> Iterator[str]:
    dated = re.search(r"\bngày\b", text, re.IGNORECASE) is not None
    if _LAW.match(text):
        if not dated:
            yield "Luật thiếu ngày tháng năm"
        if "sửa đổi" not in text and _ANY_SYMBOL.search(text):
            yield "Luật ghi số ký hiệu"
        return
    cited = _CITES.match(text)
    if cited is None:
        return
    if not re.search(r"\bngày\b", cited["rest"], re.IGNORECASE):
        yield "thiếu ngày tháng năm"
    if not _ISSUED_BY.search(text):
        yield "thiếu cơ quan ban hành"
    if _ENDS_WITH_BODY.search(text):
        yield "thiếu trích yếu"


def _listed(parts: Parts) -> tuple[Piece, ...]:
    """The list of căn cứ; one upright sentence alone may be prose that begins with the same words."""
    bases = parts.bases
    alone = len(bases) == 1 and share(bases[0], lambda run: run.italic) < 0.5
    return () if alone and not bases[0].text.endswith(";") else bases
