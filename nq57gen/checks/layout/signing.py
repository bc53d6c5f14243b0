"""What stands at the end of the text: recipients, who signs (ô số 7, 9b)."""

from __future__ import annotations

from msgspec import Struct, field

from nq57gen.checks.layout.pieces import (
    Piece,
    filled,
    folded,
    is_typed_line,
    paragraphs_of,
    split_at_tabs,
    whole,
)
from nq57gen.patterns import lazily
from nq57gen.reading.types import Block, CellView, ParagraphView, TableView

RECIPIENTS = lazily(r"noi nhan\b")
#: "TM. ỦY BAN NHÂN DÂN": who signs for whom, however it is abbreviated.
POWERS = lazily(r"(?:t\s?/\s?m|k\s?/\s?t|t\s?/\s?l|t\s?/?\s?u\s?/\s?q|tm|kt|tl|tuq)[ .]\W*\w")
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
#: A name as it is written: two to six words, each with a capital.
_PERSON = lazily(r"[^\W\d_]\w*(?: [^\W\d_]\w*){1,5}")
#: The signature without "Nơi nhận" beside it is looked for in so many blocks; its lines are so short.
_NEAR, _SHORT = 15, 80
_LINES = ("authority", "full_name")


class Signature(Struct):
    """The components; ``recipients`` without their label, ``unsure`` names those in doubt."""

    label: Piece | None = None
    recipients: tuple[Piece, ...] = ()
    table: TableView | None = None
    authority: tuple[Piece, ...] = ()
    name: Piece | None = None
    unsure: set[str] = field(default_factory=set)


def read_signature(blocks: list[Block], start: int, end: int) -> tuple[int, Signature]:
    """The index of the first block of the signature block, and its parts."""
    for index in range(end - 1, start - 1, -1):
        pieces = _pieces([blocks[index]])
        label = next((piece for piece in pieces if RECIPIENTS.match(folded(piece.text))), None)
        if label is None:
            continue
        block = blocks[index]
        if isinstance(block, TableView):
            sign = _signature_table(_innermost(block), label)
        else:
            sign = _signature_tabs(_pieces(blocks[index:end]))
        if not sign.authority:
            index = _set_as_text(blocks, start, index, sign)
        return index, sign
    return _without_recipients(blocks, start, end)


def _pieces(blocks: list[Block]) -> list[Piece]:
    return [piece for paragraph in paragraphs_of(blocks) for piece in split_at_tabs(paragraph)]


def _innermost(table: TableView) -> TableView:
    """The table that sets things side by side: the one inside where the outer one holds nothing else."""
    cells = [cell for row in table.rows for cell in row.cells if filled(paragraphs_of(cell.blocks))]
    if len(cells) == 1:
        inner = [
            block for block in cells[0].blocks if isinstance(block, TableView) or block.shown_text.strip()
        ]
        if len(inner) == 1 and isinstance(inner[0], TableView):
            return _innermost(inner[0])
    return table


def _signature_table(table: TableView, label: Piece) -> Signature:
    column = _column(table, label)
    left: list[Piece] = []
    right: list[Piece] = []
    for row in table.rows:
        for cell in row.cells:
            side = left if cell.column == column else right
            side += _lines_of(cell)
    sign = Signature(label=label, table=table)
    sign.recipients = tuple(piece for piece in left if not RECIPIENTS.match(folded(piece.text)))
    _take_names(sign, right)
    return sign


def _lines_of(cell: CellView) -> list[Piece]:
    return [piece for paragraph in paragraphs_of(cell.blocks) for piece in _lines(paragraph)]


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


def _set_as_text(blocks: list[Block], start: int, end: int, sign: Signature) -> int:
    """Take names and powers from the short paragraphs right above ``end``; the index of the first of them."""
    first = end
    lines: list[Piece] = []
    found: list[Piece] = []
    for index in range(end - 1, max(start, end - _NEAR) - 1, -1):
        block = blocks[index]
        if not isinstance(block, ParagraphView) or len(block.shown_text) > _SHORT:
            break
        above = _lines(block)
        if any(_is_recipient(piece) or piece.text.endswith((".", ";", ":", ",")) for piece in above):
            break
        lines = [*above, *lines]
        if above and (_is_power(above[0]) or _is_post(above[0])):
            first = index
            found = lines
    if first < end:
        _take_names(sign, found)
        sign.unsure.update(_LINES)
    return first


def _is_power(piece: Piece) -> bool:
    return piece.text.upper() == piece.text and bool(POWERS.match(folded(piece.text)))


def _is_post(piece: Piece) -> bool:
    """Whether the line is an office in capitals that does not stand where running text does."""
    placed = piece.paragraph.align in ("center", "right") or piece.paragraph.indent_left > 0
    return placed and piece.text.upper() == piece.text and bool(_OFFICE.match(piece.text.lower()))


def _without_recipients(blocks: list[Block], start: int, end: int) -> tuple[int, Signature]:
    """The signature of a document that does not say "Nơi nhận"."""
    sign = Signature()
    for index in range(end - 1, max(start, end - _NEAR) - 1, -1):
        block = blocks[index]
        power = next(filter(_is_power, _pieces([block])), None)
        if power is None:
            continue
        if not isinstance(block, TableView):
            return _set_as_text(blocks, start, end, sign), sign
        table = _innermost(block)
        column = _column(table, power)
        cells = [cell for row in table.rows for cell in row.cells if cell.column == column]
        sign.table = table
        _take_names(sign, [piece for cell in cells for piece in _lines_of(cell)])
        return index, sign
    return end, sign


def _take_names(sign: Signature, pieces: list[Piece]) -> None:
    """The lines of the right half: the last is the name unless it is an office; "(Ký tên)" is neither.

    A name may stand above a last line that is an office.
    """
    said = [piece for piece in pieces if not piece.text.startswith("(") and not is_typed_line(piece.text)]
    if said and _is_name(said[-1].text, first=len(said) == 1):
        sign.name = said.pop()
    elif len(said) > 2 and _is_person(said[-2].text):
        sign.name = said[-2]
        said = said[:-2]
    if any(_is_person(piece.text) for piece in said):  # somebody else signs as well
        sign.unsure.update(_LINES)
    sign.authority = tuple(said)


def _is_name(text: str, *, first: bool) -> bool:
    if text.upper() == text:
        return not first and len(text.split()) <= 5 and bool(_FAMILY_NAMES.match(text))
    return not _OFFICE.match(text.lower())


def _is_person(text: str) -> bool:
    """Whether ``text`` is written as a name and is no office."""
    named = (
        _PERSON.fullmatch(text) and text.upper() != text and all(word[0].isupper() for word in text.split())
    )
    return bool(named) and not _OFFICE.match(text.lower())
