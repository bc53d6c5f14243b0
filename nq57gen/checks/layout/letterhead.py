"""The letterhead: national name, motto, bodies, number, date, subject of a letter (ô số 1-4, 5b).

What a line says decides, wherever in the letterhead it stands: in a table, set with tabs, in text boxes, or
in a row below ("Kính gửi", the type of the document).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from nq57gen.checks.layout.opening import ADDRESSEES, is_type_name, is_type_piece
from nq57gen.checks.layout.pieces import Piece, folded, is_typed_line, paragraphs_of, split_at_tabs
from nq57gen.patterns import lazily
from nq57gen.reading.types import Block, ParagraphView, TableView

NATIONAL_NAME = lazily(r"cong hoa xa hoi chu nghia viet nam")
_PARTY = lazily(r"\W*dang cong san viet nam\W*")
MOTTO = lazily(r"doc lap\W+tu do\W+hanh phuc")
#: "Số: 05/KH-UBND", blank or not; without a colon what follows must look like a number.
NUMBER = lazily(r"so\s*:|so[\s\d.…_]*/|so\s+(?:\d+\w?|[ivxlc]+|\[[^\]]*\]|\d+\s*-\s*[^\W\d_]+)\s*/")
DATE = lazily(
    r"(?:[^,;:/]{1,40},|[^,;:/\d]{0,40})\s*ngay\b.*\bthang\b.*\bnam\b\W*\d{0,4}\W*$"
    r"|[^,;:/]{1,40},\s*(?:ngay\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\W*$"
)
_DRAFT = lazily(r"\W*du thao\b")
_ABOUT = lazily(r"v/v\b")
#: The letterhead begins in the first so many blocks.
_FIRST_BLOCKS = 15


class Letterhead(Struct):
    """The components; ``below``: what follows them in their own table, from "Kính gửi" or the type on.

    ``unsure`` names those components of :class:`nq57gen.checks.layout.parts.Parts` that are in doubt.
    """

    national_name: Piece | None = None
    motto: Piece | None = None
    parent: tuple[Piece, ...] = ()
    issuing: tuple[Piece, ...] = ()
    number: Piece | None = None
    about: tuple[Piece, ...] = ()
    date: Piece | None = None
    table: TableView | None = None
    below: tuple[Piece, ...] = ()
    unsure: set[str] = field(default_factory=set)


def is_of_party(blocks: list[Block]) -> bool:
    """Whether the letterhead is of the Party: its name in capitals is where others have the national name."""
    first = [piece for one in paragraphs_of(blocks[:_FIRST_BLOCKS]) for piece in split_at_tabs(one)]
    named = any(_PARTY.fullmatch(folded(piece.text)) and piece.text.isupper() for piece in first)
    return named and not any(NATIONAL_NAME.search(folded(piece.text)) for piece in first)


def read_letterhead(blocks: list[Block]) -> tuple[int, Letterhead]:
    """The letterhead and the index of the first block after it.

    Text boxes count where neither national name nor motto stands outside of them.
    """
    end, head = _read(blocks, boxes=False)
    if head.national_name is None and head.motto is None and _have_boxes(blocks[:_FIRST_BLOCKS]):
        boxed_end, boxed = _read(blocks, boxes=True)
        if boxed.national_name is not None or boxed.motto is not None:
            end, head = boxed_end, boxed
            _doubt_boxed(head, blocks)
    return end, head


def _read(blocks: list[Block], *, boxes: bool) -> tuple[int, Letterhead]:
    head = Letterhead()
    left: list[Piece] = []
    waiting: list[Piece] = []  # names, if more of the letterhead follows
    end = 0
    for index, block in enumerate(blocks):
        if index > _FIRST_BLOCKS:
            break
        pieces = list(_pieces(block, boxes=boxes))
        if isinstance(block, ParagraphView) and (is_type_name(block) or any(map(_is_below, pieces[:1]))):
            break
        named = [piece for piece in pieces if _take_right(head, piece)]
        others = [piece for piece in pieces if piece not in named and not _is_no_name(piece)]
        told = (left or waiting) and (
            any(_is_number(piece) or _is_about(piece) for piece in others) or _goes_on(left, block, others)
        )
        if not named and not told:
            if head.date is not None or (isinstance(block, TableView) and head.national_name):
                break
            waiting += others if isinstance(block, ParagraphView) else []
            continue
        if isinstance(block, TableView):
            head.table = head.table or block
        left += [*waiting, *others]
        waiting = []
        end = index + 1
    _take_left(head, left)
    return end, head


def _pieces(block: Block, *, boxes: bool) -> Iterator[Piece]:
    for paragraph in paragraphs_of([block]):
        yield from split_at_tabs(paragraph)
        for box in paragraph.text_boxes if boxes else ():
            for inner in box.blocks:
                yield from _pieces(inner, boxes=True)


def _have_boxes(blocks: list[Block]) -> bool:
    return any(paragraph.text_boxes for paragraph in paragraphs_of(blocks))


def _take_right(head: Letterhead, piece: Piece) -> bool:
    """Whether ``piece`` belongs to the right half: national name, motto or date."""
    text = folded(piece.text)
    if NATIONAL_NAME.search(text):
        head.national_name = head.national_name or piece
    elif MOTTO.search(text):
        head.motto = head.motto or piece
    elif (
        DATE.match(text)
        and (head.national_name or head.motto)
        and not (_is_number(piece) or _is_about(piece))
    ):
        head.date = head.date or piece
    else:
        return False
    return True


def _is_no_name(piece: Piece) -> bool:
    """Whether ``piece`` is something else of the left half: a typed line, the mark of a draft."""
    return is_typed_line(piece.text) or bool(_DRAFT.match(folded(piece.text)))


def _is_number(piece: Piece) -> bool:
    return bool(NUMBER.match(folded(piece.text)))


def _is_about(piece: Piece) -> bool:
    return bool(_ABOUT.match(folded(piece.text)))


def _goes_on(left: list[Piece], block: Block, pieces: list[Piece]) -> bool:
    """Whether a line set with tabs goes on with the subject of a letter above it."""
    if not pieces or not any(_is_about(piece) for piece in left) or not left[-1].tabbed:
        return False
    return isinstance(block, ParagraphView) and all(one.tabbed and not _is_below(one) for one in pieces)


def _is_below(piece: Piece) -> bool:
    """Whether ``piece`` begins what stands below a letterhead."""
    return bool(ADDRESSEES.match(folded(piece.text))) or is_type_piece(piece)


def _take_left(head: Letterhead, pieces: list[Piece]) -> None:
    """Tell the pieces of the left half apart: names, number, subject of a letter, what stands below."""
    below = next((at for at, piece in enumerate(pieces) if _is_below(piece)), len(pieces))
    about = next((at for at, piece in enumerate(pieces[:below]) if _is_about(piece)), below)
    numbers = [at for at, piece in enumerate(pieces[:below]) if _is_number(piece)]
    names = pieces[: min(about, *numbers[:1])] if numbers else pieces[:about]
    bold = [all(run.bold for run in piece.letters) for piece in names]
    first_bold = bold.index(True) if True in bold else 0
    head.parent, head.issuing = tuple(names[:first_bold]), tuple(names[first_bold:])
    if numbers:
        head.number = pieces[numbers[0]]
        if "/" not in head.number.text:
            head.unsure.add("number")
    head.about = tuple(piece for piece in pieces[about:below] if piece is not head.number)
    head.below = tuple(pieces[below:])


def _doubt_boxed(head: Letterhead, blocks: list[Block]) -> None:
    """Doubt the components in text boxes: where these stand on the page is not known."""
    own = {id(paragraph) for paragraph in paragraphs_of(blocks[: _FIRST_BLOCKS + 1])}
    found = {
        "national_name": [head.national_name],
        "motto": [head.motto],
        "parent_body": head.parent,
        "issuing_body": head.issuing,
        "number": [head.number],
        "letter_subject": head.about,
        "date": [head.date],
    }
    for name, pieces in found.items():
        if any(piece is not None and id(piece.paragraph) not in own for piece in pieces):
            head.unsure.add(name)
