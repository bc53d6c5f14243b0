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
from nq57gen.reading.types import Block, ParagraphView

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

_ADDRESSEES = lazily(r"kinh gui\b")
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
#: The line under the subject of a document that a decision promulgates (ND 30, PL III, mẫu 1.3).
_ATTACHED_TO = lazily(r"\(?(?:duoc )?(?:ban hanh )?kem theo quyet dinh\b")
_ENDS_SUBJECT = lazily("|".join((_ADDRESSEES.pattern, _LABEL.pattern, _ATTACHED_TO.pattern, "can cu ")))


class Opening(Struct, frozen=True):
    """The components; ``body`` is what follows them."""

    type_name: Piece | None
    subject: tuple[Piece, ...]
    attached_to: Piece | None
    decided_by: tuple[Piece, ...]
    addressees_label: Piece | None
    addressees: tuple[Piece, ...]
    bases: tuple[Piece, ...]
    body: tuple[Block, ...]


def read_opening(blocks: list[Block]) -> Opening:
    """Take the components off the head of ``blocks``, which begin after the letterhead."""
    type_name, subject, rest = _type_and_subject(blocks)
    attached_to, rest = _attached_to(rest)
    decided_by: tuple[Piece, ...] = ()
    if type_name is not None and _is_decision(type_name):
        decided_by, rest = _decided_by(rest)
    label, addressees, rest = _addressees(rest)
    bases, body = _bases(rest)
    return Opening(type_name, subject, attached_to, decided_by, label, addressees, bases, tuple(body))


def is_type_name(paragraph: ParagraphView) -> bool:
    """Whether ``paragraph`` is the name of a type of documents, with or without the subject below it."""
    return _type_piece(paragraph).text.upper() in TYPE_NAMES


def _type_piece(paragraph: ParagraphView) -> Piece:
    """The paragraph, or its first line where line breaks part the type from the subject."""
    lines = split_at_tabs(paragraph) if "\n" in paragraph.shown_text.strip() else []
    return lines[0] if lines else whole(paragraph)


def _is_decision(type_name: Piece) -> bool:
    return TYPE_NAMES[type_name.text.upper()] == "quyet_dinh"


def _bold(piece: Piece) -> bool:
    return bool(piece.letters) and all(run.bold for run in piece.letters)


def _is_upper(piece: Piece) -> bool:
    return piece.text.upper() == piece.text


def _type_and_subject(blocks: list[Block]) -> tuple[Piece | None, tuple[Piece, ...], list[Block]]:
    for at, block in enumerate(blocks[:12]):
        if isinstance(block, ParagraphView) and is_type_name(block):
            type_name = _type_piece(block)
            below = split_at_tabs(block)[1:] if type_name.tabbed else []
            subject, end = _subject(blocks, at + 1, below, decision=_is_decision(type_name))
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


def _addressees(blocks: list[Block]) -> tuple[Piece | None, tuple[Piece, ...], list[Block]]:
    for index, block in enumerate(blocks[:6]):
        pieces = [whole(paragraph) for paragraph in filled(paragraphs_of([block]))]
        if pieces and _ADDRESSEES.match(folded(pieces[0].text)):
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
