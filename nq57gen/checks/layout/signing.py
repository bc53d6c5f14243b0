"""What stands at the end of the text: recipients, who signs (ô số 7, 9b)."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from nq57gen.checks.layout.pieces import Piece, folded, is_typed_line, paragraphs_of, split_at_tabs, whole
from nq57gen.patterns import lazily
from nq57gen.reading.types import ParagraphView, TableView

_RECIPIENTS = lazily(r"noi nhan\b")
_DRAFTER = lazily(r"[^\W\d_]{1,8}\.? ?\(\d+b?\)\.?")
_OFFICE = lazily(
    r"t/m|k/t|t/l|(?:tm|kt|tl|tuq|q)(?:[./ ]|$)|(?:ủy|uỷ) viên|"
    r"(?:quyền |phó )?(?:tổng )?(?:chủ tịch|trưởng|giám đốc|chánh|bí thư|hiệu trưởng|chỉ huy|chủ nhiệm|"
    r"bộ trưởng|thủ tướng|thủ trưởng|cục trưởng|vụ trưởng)(?!\w)"
)
#: Family names that begin no office: what tells a name in capitals from a post.
_FAMILY_NAMES = lazily(
    r"(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|NGÔ|DƯƠNG|LÝ|ĐINH|TRỊNH|TRƯƠNG|PHÙNG) "
)


class Signature(Struct):
    """The components; ``recipients`` without their label."""

    label: Piece | None = None
    recipients: tuple[Piece, ...] = ()
    table: TableView | None = None
    authority: tuple[Piece, ...] = ()
    name: Piece | None = None


def read_signature(blocks: list[ParagraphView | TableView], start: int, end: int) -> tuple[int, Signature]:
    """The index of the first block of the signature block, and its parts."""
    for index in range(end - 1, start - 1, -1):
        pieces = [p for paragraph in paragraphs_of([blocks[index]]) for p in split_at_tabs(paragraph)]
        at = next((i for i, piece in enumerate(pieces) if _RECIPIENTS.match(folded(piece.text))), None)
        if at is None:
            continue
        block = blocks[index]
        if isinstance(block, TableView):
            return index, _signature_table(block, pieces[at])
        tail = [
            p for b in blocks[index:end] for paragraph in paragraphs_of([b]) for p in split_at_tabs(paragraph)
        ]
        return index, _signature_tabs(tail)
    return end, Signature()


def _signature_table(table: TableView, label: Piece) -> Signature:
    column = _column(table, label)
    left: list[Piece] = []
    right: list[Piece] = []
    for row in table.rows:
        for cell in row.cells:
            side = left if cell.column == column else right
            side += [piece for paragraph in paragraphs_of(cell.blocks) for piece in _lines(paragraph)]
    sign = Signature(label=label, table=table)
    sign.recipients = tuple(piece for piece in left if not _RECIPIENTS.match(folded(piece.text)))
    _take_names(sign, right)
    return sign


def _lines(paragraph: ParagraphView) -> list[Piece]:
    """The paragraph, or its lines where line breaks part them."""
    if not paragraph.shown_text.strip():
        return []
    return split_at_tabs(paragraph) if "\n" in paragraph.shown_text.strip() else [whole(paragraph)]


def _column(table: TableView, piece: Piece) -> int:
    for row in table.rows:
        for cell in row.cells:
            if any(paragraph is piece.paragraph for paragraph in paragraphs_of(cell.blocks)):
                return cell.column
    return 0


def _signature_tabs(pieces: list[Piece]) -> Signature:
    """The parts of a signature block set with tabs: a dash begins a recipient, brackets end the drafter."""
    sign = Signature(label=pieces[0])
    sign.recipients = tuple(piece for piece in pieces[1:] if _is_recipient(piece))
    _take_names(sign, [piece for piece in pieces[1:] if not _is_recipient(piece)])
    return sign


def _is_recipient(piece: Piece) -> bool:
    return piece.text.startswith(("-", "–")) or bool(_DRAFTER.fullmatch(piece.text))


def _take_names(sign: Signature, pieces: list[Piece]) -> None:
    """The lines of the right half: the last is the name unless it is an office; "(Ký tên)" is neither."""
    said = [piece for piece in pieces if not piece.text.startswith("(") and not is_typed_line(piece.text)]
    if said and _is_name(said[-1].text, first=len(said) == 1):
        sign.name = said.pop()
    sign.authority = tuple(said)


def _is_name(text: str, *, first: bool) -> bool:
    if text.upper() == text:
        return not first and len(text.split()) <= 5 and bool(_FAMILY_NAMES.match(text))
    return not _OFFICE.match(unicodedata.normalize("NFC", text).lower())
