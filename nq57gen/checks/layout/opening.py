"""What stands between letterhead and text: type, subject, who decides, addressees, căn cứ (ô số 5, 6, 9)."""

from __future__ import annotations

from msgspec import Struct

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
from nq57gen.reading.types import Block, ParagraphView, TableView

TYPE_NAMES = {
    "KẾ HOẠCH": "ke_hoach",
    "BÁO CÁO": "bao_cao",
    "QUYẾT ĐỊNH": "quyet_dinh",
    "TỜ TRÌNH": "to_trinh",
    "THÔNG BÁO": "thong_bao",
    "CHƯƠNG TRÌNH": "chuong_trinh",
    "PHƯƠNG ÁN": "phuong_an",
    "ĐỀ ÁN": "de_an",
    "HƯỚNG DẪN": "huong_dan",
    "CHỈ THỊ": "chi_thi",
}

ADDRESSEES = lazily(r"kinh gui\b")
#: "Kính gửi" is looked for in the first so many blocks with words, further down with its colon alone.
_USUAL_FOR_ADDRESSEES = 6
_FAR_ADDRESSEES = lazily(r"kinh gui\s*:")
_BASIS = lazily(r"(?:can cu|xet|theo)\b")
_ONE_MORE_BASIS = lazily(r"(?:can cu|xet|theo|thuc hien|tren co so)\b")
_LABEL = lazily(r"(?:[ivxlc]+|\d+(?:\.\d+)*|[a-z])[.)] |phan (?:[ivxlc]+|thu)\b")
#: A sentence that leads to the text is no basis: "Căn cứ …, Ủy ban nhân dân … báo cáo như sau:".
_LEADS_IN = lazily(
    r":$|\b(?:nhu sau|sau day)\b"
    r"|, (?:uy ban nhan dan|ubnd)\b.*"
    r"\b(?:ban hanh|xay dung|bao cao|to chuc|de nghi|yeu cau|thong bao|trinh)\b"
)
_SHORT_LINE = 300
#: Type, subject and addressees begin in the first so many blocks.
_FIRST_BLOCKS = 12
#: The line under the subject of a document that a decision promulgates (ND 30, PL III, mẫu 1.3).
_ATTACHED_TO = lazily(r"\(?(?:duoc )?(?:ban hanh )?kem theo quyet dinh\b")
_ENDS_SUBJECT = lazily("|".join((ADDRESSEES.pattern, _LABEL.pattern, _ATTACHED_TO.pattern, "can cu ")))


class Opening(Struct, frozen=True):
    """The components; ``body`` is what follows them, ``unsure`` those that are in doubt."""

    type_name: Piece | None
    subject: tuple[Piece, ...]
    attached_to: Piece | None
    decided_by: tuple[Piece, ...]
    addressees_label: Piece | None
    addressees: tuple[Piece, ...]
    bases: tuple[Piece, ...]
    body: tuple[Block, ...]
    unsure: frozenset[str] = frozenset()


def read_opening(blocks: list[Block], above: tuple[Piece, ...] = ()) -> Opening:
    """Take the components off the head of ``blocks``, which begin after the letterhead.

    ``above``: those that stand in the table of the letterhead, type and subject or addressees.
    """
    unsure: set[str] = set()
    type_name, subject, above = _set_above(above)
    rest = _laid_out(blocks)
    if type_name is None:
        type_name, subject, rest = _type_and_subject(rest, unsure)
    attached_to, rest = _attached_to(rest)
    decided_by: tuple[Piece, ...] = ()
    if type_name is not None and _is_decision(type_name):
        decided_by, rest = _decided_by(rest)
    label, addressees, rest = (above[0], above[1:], rest) if above else _addressees(rest, unsure)
    bases, body = _bases(rest)
    return Opening(
        type_name,
        subject,
        attached_to,
        decided_by,
        label,
        addressees,
        bases,
        tuple(body),
        frozenset(unsure),
    )


def is_type_name(paragraph: ParagraphView) -> bool:
    """Whether ``paragraph`` is the name of a type of documents, with or without the subject below it."""
    return is_type_piece(_type_piece(paragraph))


def is_type_piece(piece: Piece) -> bool:
    """Whether ``piece`` is the name of a type of documents."""
    return type_of(piece.text) != ""


def type_of(text: str) -> str:
    """The type that ``text`` names: "ke_hoach" for "KẾ HOẠCH", a mark behind it passed over; "" for none."""
    return TYPE_NAMES.get(text.upper().rstrip(" .:"), "")


def _type_piece(paragraph: ParagraphView) -> Piece:
    """The paragraph, or its first line where line breaks part the type from the subject."""
    lines = split_at_tabs(paragraph) if "\n" in paragraph.shown_text.strip() else []
    return lines[0] if lines else whole(paragraph)


def _is_decision(type_name: Piece) -> bool:
    return type_of(type_name.text) == "quyet_dinh"


def _bold(piece: Piece) -> bool:
    return bool(piece.letters) and all(run.bold for run in piece.letters)


def _is_upper(piece: Piece) -> bool:
    return piece.text.upper() == piece.text


def _set_above(pieces: tuple[Piece, ...]) -> tuple[Piece | None, tuple[Piece, ...], tuple[Piece, ...]]:
    """Type, subject, and addressees with their label, as they stand one after another."""
    if not pieces or not is_type_piece(pieces[0]):
        return None, (), pieces
    ends = (at for at, piece in enumerate(pieces) if ADDRESSEES.match(folded(piece.text)))
    end = next(ends, len(pieces))
    return pieces[0], pieces[1:end], pieces[end:]


def _laid_out(blocks: list[Block]) -> list[Block]:
    """``blocks`` with the paragraphs of a table that only places type, subject or bases in its stead."""
    found: list[Block] = []
    for block in blocks[:_FIRST_BLOCKS]:
        above = next((one for one in reversed(found) if isinstance(one, TableView) or whole(one).text), None)
        under_type = isinstance(above, ParagraphView) and is_type_name(above)
        if isinstance(block, TableView) and _is_one_column(block) and _places(block, under_type=under_type):
            found += paragraphs_of([block])
        else:
            found.append(block)
    return [*found, *blocks[_FIRST_BLOCKS:]]


def _is_one_column(table: TableView) -> bool:
    """Whether no row has more than one cell with words."""
    return all(sum(bool(filled(paragraphs_of(cell.blocks))) for cell in row.cells) <= 1 for row in table.rows)


def _places(table: TableView, *, under_type: bool) -> bool:
    lines = filled(paragraphs_of([table]))
    first = folded(whole(lines[0]).text) if lines else ""
    subject = under_type and len(first) < _SHORT_LINE and not _LABEL.match(first)
    return bool(lines) and (subject or is_type_name(lines[0]) or first.startswith("can cu "))


def _type_and_subject(
    blocks: list[Block], unsure: set[str]
) -> tuple[Piece | None, tuple[Piece, ...], list[Block]]:
    for at, block in enumerate(blocks[:_FIRST_BLOCKS]):
        if isinstance(block, ParagraphView) and is_type_name(block):
            type_name = _type_piece(block)
            below = split_at_tabs(block)[1:] if type_name.tabbed else []
            subject, end = _subject(blocks, at + 1, below, decision=_is_decision(type_name))
            if not subject:
                subject, end = _plain_subject(blocks, at + 1)
                unsure.update(("subject",) * len(subject))
            return type_name, subject, blocks[end:]
    return None, (), blocks


def _subject(
    blocks: list[Block], start: int, found: list[Piece], *, decision: bool
) -> tuple[tuple[Piece, ...], int]:
    """The lines of the subject, those ``found`` with the type first, and the index of what follows them."""
    for index in range(start, len(blocks)):
        block = blocks[index]
        if not isinstance(block, ParagraphView):
            return tuple(found), index
        piece = whole(block)
        if not piece.text or is_typed_line(piece.text):
            if found:
                return tuple(found), index
            continue
        text = folded(piece.text)
        begins = _ENDS_SUBJECT.match(text)
        alike = block.align == (found[-1].paragraph.align if found else block.align)
        belongs = block.align == "center" or (_bold(piece) and alike and len(text) < _SHORT_LINE)
        if begins or not belongs or (decision and found and _is_upper(piece)):
            return tuple(found), index
        found.append(piece)
    return tuple(found), len(blocks)


def _plain_subject(blocks: list[Block], start: int) -> tuple[tuple[Piece, ...], int]:
    """A line below the type that reads as a subject though it does not look like one."""
    for index, block in enumerate(blocks[start:], start):
        piece = whole(block) if isinstance(block, ParagraphView) else None
        if piece is None or (piece.text and not is_typed_line(piece.text)):
            if piece is not None and _reads_as_subject(piece):
                return (piece,), index + 1
            break
    return (), start


def _reads_as_subject(piece: Piece) -> bool:
    text = folded(piece.text)
    return (
        piece.text[0].isupper()
        and not piece.text.endswith((".", ";", ":", ","))
        and len(text) < _SHORT_LINE
        and not _ENDS_SUBJECT.match(text)
    )


def _attached_to(blocks: list[Block]) -> tuple[Piece | None, list[Block]]:
    for index, block in enumerate(blocks[:3]):
        if not isinstance(block, ParagraphView):
            break
        piece = whole(block)
        if _ATTACHED_TO.match(folded(piece.text)):
            return piece, blocks[index + 1 :]
        if piece.text and not is_typed_line(piece.text):
            break
    return None, blocks


def _decided_by(blocks: list[Block]) -> tuple[tuple[Piece, ...], list[Block]]:
    """The line of who decides, between subject and bases (ND 30, PL III, mẫu 1.2)."""
    found: list[Piece] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, ParagraphView):
            return tuple(found), blocks[index:]
        piece = whole(block)
        if not piece.text or is_typed_line(piece.text):
            continue
        decides = folded(piece.text).startswith("quyet dinh")
        if decides or not (block.align == "center" or _is_upper(piece) or (_bold(piece) and not found)):
            return tuple(found), blocks[index:]
        if _LABEL.match(folded(piece.text)) or _BASIS.match(folded(piece.text)):
            return tuple(found), blocks[index:]
        found.append(piece)
    return tuple(found), []


def _addressees(blocks: list[Block], unsure: set[str]) -> tuple[Piece | None, tuple[Piece, ...], list[Block]]:
    seen = 0
    for index, block in enumerate(blocks):
        pieces = [whole(paragraph) for paragraph in filled(paragraphs_of([block]))]
        usual = seen < _USUAL_FOR_ADDRESSEES
        seen += bool(pieces)
        if pieces and (ADDRESSEES if usual else _FAR_ADDRESSEES).match(folded(pieces[0].text)):
            if not usual:
                unsure.update(("addressees_label", "addressees"))
            found, end = pieces[1:], index + 1
            while end < len(blocks):
                following = blocks[end]
                text = following.labelled_text.strip() if isinstance(following, ParagraphView) else "x"
                if text and not text.startswith(("-", "–")):
                    break
                if isinstance(following, ParagraphView) and text:
                    found.append(whole(following))
                end += 1
            return pieces[0], tuple(found), blocks[:index] + blocks[end:]
    return None, (), blocks


def _bases(blocks: list[Block]) -> tuple[tuple[Piece, ...], list[Block]]:
    """The list of căn cứ at the head of the text, and what follows."""
    bases: list[Piece] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, ParagraphView):
            return tuple(bases), blocks[index:]
        piece = whole(block)
        if not piece.text or (is_typed_line(piece.text) and not bases):
            continue
        if not _is_basis(piece, bases[-1] if bases else None):
            return tuple(bases), blocks[index:]
        bases.append(piece)
    return tuple(bases), []


def _is_basis(piece: Piece, before: Piece | None) -> bool:
    text = folded(piece.text.lstrip("-– "))
    if _LEADS_IN.search(text):
        return False
    if text.startswith("can cu ") or (_BASIS.match(text) and text.endswith(";")):
        return True
    if before is None or not before.text.endswith((";", ",")) or _LABEL.match(text):
        return False
    return text.endswith(";") or bool(_ONE_MORE_BASIS.match(text))
